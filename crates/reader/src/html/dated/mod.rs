//! Every date that a page gives, with what speaks for it.

mod choice;
mod evidence;
mod finding;
mod label;
mod moment;

pub(super) use choice::{candidates, modified};
pub(super) use evidence::Page;
pub(super) use label::is_label;
