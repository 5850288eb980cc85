//! What a feed says of the text of one of its items.

use capture::Item;
use text::DateBasis;

use crate::draft::{Draft, Piece};
use crate::page_date::{self, Order};
use crate::problems;
use crate::published::Candidate;

/// Gives a draft of an item's text what the feed says of it.
pub(crate) fn describe(item: &Item, draft: &mut Draft) {
    draft.url = item.entry().map(|entry| entry.url);
    draft.byline = some(&item.author);
    draft.title = some(&item.title);
    draft.outlet = some(&item.outlet);
    match page_date::first_day(&item.published, Order::Unknown) {
        Some(day) => draft.dates.insert(0, Candidate::Day(day, DateBasis::Feed)),
        None if item.published.is_empty() => {}
        None => {
            let message = format!("not a date: {}", item.published);
            draft.problems.push(problems::BAD_DATE.found(message));
        }
    }
    if item.is_summary() {
        let bare = draft.pieces.is_empty();
        let what = if bare { "a headline" } else { "a summary" };
        draft.problems.push(problems::SUMMARY.found(format!("the feed gives {what} only")));
    }
    if draft.pieces.is_empty() {
        draft.pieces.extend(draft.title.as_deref().map(Piece::headline));
    }
}

fn some(words: &str) -> Option<String> {
    Some(words.to_owned()).filter(|words| !words.is_empty())
}
