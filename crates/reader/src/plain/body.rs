//! The lines of the body: paragraphs, subheadings, and what was put between them.

use text::{BlockKind, DateBasis};

use crate::published::Candidate;

use super::clean::Cleaned;
use super::label::Label;
use super::line::Form;
use super::sort::{Seen, Sort};

/// Words of a label that opens a list. A longer one ("Read more: talks fail") is the list.
const BARE_LABEL: usize = 4;
/// So many lines without a sentence, one after another, are a list of other stories or a table.
const RUN: usize = 4;
/// Words of the longest subheading in capitals.
const SHOUTED: usize = 6;
/// Words of the longest subheading.
const SUBHEADING: usize = 16;

/// Keeps the body's lines, each as what it is.
pub(super) fn read(lines: &[Seen], out: &mut Cleaned) {
    let mut in_box = false;
    for (at, seen) in lines.iter().enumerate() {
        in_box = match seen.sort {
            Sort::Furniture(Label::Box) => seen.shape.words <= BARE_LABEL,
            Sort::Prose | Sort::Sentence => in_box && seen.is_listed(),
            _ => in_box,
        };
        if in_box {
            out.dropped += 1;
        } else {
            take(lines, at, out);
        }
    }
}

fn take(lines: &[Seen], at: usize, out: &mut Cleaned) {
    let seen = &lines[at];
    let kind = match seen.sort {
        Sort::Prose | Sort::Sentence => Some(BlockKind::Paragraph),
        Sort::Caption => Some(BlockKind::Caption),
        Sort::Credit => Some(BlockKind::Credit),
        Sort::Correction => Some(BlockKind::Correction),
        Sort::Stamp(_) | Sort::Byline(_) if seen.is_in_margin() => None,
        Sort::Stamp(stamp) => {
            out.dates.extend(stamp.published.map(|day| Candidate::Day(day, DateBasis::Visible)));
            None
        }
        Sort::Byline(_) => out.lacks(BlockKind::Byline).then_some(BlockKind::Byline),
        Sort::Short => short(lines, at, out),
        Sort::Furniture(_) | Sort::PhotoCredit => None,
    };
    match kind {
        Some(kind) => out.keep(kind, seen),
        None => out.dropped += 1,
    }
}

/// A line that is no sentence: a subheading if text follows, a list item, or nothing.
fn short(lines: &[Seen], at: usize, out: &Cleaned) -> Option<BlockKind> {
    let seen = &lines[at];
    if seen.line.form == Form::Linked || is_shouted(seen) || out.has(&seen.line.text) {
        return None;
    }
    if seen.line.form == Form::Heading {
        return Some(BlockKind::Subheading);
    }
    let followed =
        lines.get(at + 1).is_some_and(|next| matches!(next.sort, Sort::Prose | Sort::Sentence));
    match seen.line.form {
        Form::Item | Form::Indented => Some(BlockKind::Paragraph),
        _ if followed && seen.shape.words <= SUBHEADING => Some(BlockKind::Subheading),
        _ => (seen.run.lines < RUN || seen.has_number()).then_some(BlockKind::Paragraph),
    }
}

/// A headline in capitals, as links to other stories are set; subheadings in capitals are shorter.
fn is_shouted(seen: &Seen) -> bool {
    seen.shape.words > SHOUTED
        && !seen.line.text.contains(char::is_lowercase)
        && seen.line.text.contains(char::is_uppercase)
}
