//! Text that has lost its HTML: which lines are the article, and what each is.
//!
//! Decided from the shape of lines, their repetition, their neighbours and what they share with the
//! body; never from the name of an outlet. Words are never changed: whole lines stay or go.

mod body;
mod byline;
mod clean;
pub(crate) mod dateline;
mod features;
mod head;
mod headline;
mod judged;
mod label;
mod line;
mod look;
mod openings;
mod page;
mod picture;
mod shape;
mod sort;
mod spread;
mod stamp;
mod tail;
mod vocabulary;

pub(crate) use byline::names;
pub(crate) use clean::{Known, Title, clean, clean_seen, from_dateline};
pub(crate) use label::Label;
pub(crate) use label::normal;
pub(crate) use line::{Form, Line, Part, is_invisible};
pub(crate) use page::{draft, read, training_rows};
pub(crate) use shape::Shape;
pub(crate) use sort::{Seen, Sort, sort_all};
