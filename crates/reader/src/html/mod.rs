//! HTML pages: what they say of themselves, and their main text.

mod about;
mod author;
mod cues;
mod dated;
mod depth;
mod elements;
mod features;
mod filling;
mod groups;
mod headline;
mod json_ld;
mod main_text;
mod markup;
mod metadata;
mod outlet;
mod outline;
mod page;
mod places;
mod survey;

pub(crate) use page::{read, read_fragment, training_rows};
