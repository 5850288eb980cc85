//! When meetings were and when undated articles were published, by all reports together.

mod bounds;
mod calendar;
mod edtf;
mod propagate;
mod votes;

pub(crate) use calendar::Calendar;
pub(crate) use votes::votes;
