//! Names: what the lexicon lists, what titles betray, and what a perceptron learned, in that order.

mod perceptron;

pub(crate) use perceptron::{LABELS, NameLabel, allowed_best, fill, find};
