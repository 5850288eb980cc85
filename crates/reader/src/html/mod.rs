//! HTML pages: what they say of themselves, and their main text.

mod beside;
mod blocks;
mod depth;
mod json_ld;
mod main_text;
mod metadata;
mod page;
mod time;

pub(crate) use page::{read, read_fragment};
