//! What the models of the reader are trained on: the lines of pages, as numbers.

use crate::{html, plain};

/// A line and the row of numbers that the model of lines is given for it.
pub type Row = (String, Vec<f32>);

/// The lines of an HTML page, in order, as a browser would decode it.
pub fn page_rows(page: &[u8]) -> Vec<Row> {
    html::training_rows(&capture::decode(page, None).text)
}

/// The lines of a text that has lost its HTML, in order.
pub fn text_rows(text: &str) -> Vec<Row> {
    plain::training_rows(text)
}
