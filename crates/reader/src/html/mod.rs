//! HTML pages: what they say of themselves, and their main text.

mod author;
mod blocks;
mod dated;
mod depth;
mod headline;
mod json_ld;
mod main_text;
mod markup;
mod metadata;
mod outlet;
mod page;
mod survey;

pub(crate) use page::{read, read_fragment};
