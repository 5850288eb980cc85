//! HTML pages: what they say of themselves, and their main text.

mod about;
mod beside;
mod blocks;
mod cues;
mod depth;
mod features;
mod filling;
mod json_ld;
mod judge;
mod main_text;
mod metadata;
mod outline;
mod page;
mod terms;
mod time;

pub(crate) use page::{read, read_fragment, training_rows};
