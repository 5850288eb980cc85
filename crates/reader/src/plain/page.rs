//! A whole text as a draft.

use crate::draft::Draft;
use crate::page_date::Order;
use crate::problems;

use super::clean::{Cleaned, Known, clean_text};
use super::features::rows;
use super::line::lines;
use super::sort::sort_all;

/// Reads an article from text that has lost its HTML.
pub(crate) fn read(text: &str, known: Known) -> Draft {
    draft(clean_text(&lines(text), known))
}

/// What was kept, with a note of how much was not.
pub(crate) fn draft(cleaned: Cleaned) -> Draft {
    let mut draft = Draft {
        pieces: cleaned.pieces,
        dates: cleaned.dates,
        modified: cleaned.modified,
        ..Draft::default()
    };
    if cleaned.dropped > 0 {
        let lines = if cleaned.dropped == 1 {
            "1 line".to_owned()
        } else {
            format!("{} lines", cleaned.dropped)
        };
        draft.problems.push(problems::FURNITURE.found(format!("{lines} left out")));
    }
    draft
}

/// What the model of lines is given for each line of a text, and the line.
pub(crate) fn training_rows(text: &str) -> Vec<(String, Vec<f32>)> {
    let lines = lines(text);
    let rows = rows(&sort_all(&lines, Order::Unknown), None);
    lines.iter().map(|line| line.text.clone()).zip(rows).collect()
}
