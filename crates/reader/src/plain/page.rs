//! A whole text as a draft.

use crate::draft::Draft;
use crate::problems;

use super::clean::{Cleaned, Known, clean};
use super::line::lines;

/// Reads an article from text that has lost its HTML.
pub(crate) fn read(text: &str, known: Known) -> Draft {
    draft(clean(&lines(text), known))
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
