//! A date beside the headline, told by the name that its element has: `<span class="news-date">`.
//!
//! Only what shares the headline's block counts. Mastheads and margins carry the day on which the
//! page was shown, or the days of other stories.

use std::collections::BTreeSet;

use dom_query::{Document, NodeRef};
use jiff::civil::Date;
use text::DateBasis;

use super::blocks::is_hidden;
use super::time::{is_elsewhere, is_headline};
use crate::page_date::{self, Order};
use crate::plain::{Stamp, normal};
use crate::published::Candidate;

/// Blocks looked at, from the headline outwards, as long as each holds little more than it.
const LEVELS: usize = 3;
/// Neighbours looked at on each side.
const NEIGHBOURS: usize = 8;
/// Elements looked at in one neighbour.
const ELEMENTS: usize = 60;
/// Words of the longest neighbour that is not running text.
const LABELS: usize = 40;
/// Bytes of the longest text of a date.
const LONGEST: usize = 120;

/// The date beside the headline, if its elements agree on one.
pub(super) fn date(document: &Document, headline: &str, order: Order) -> Option<Candidate> {
    let headline = normal(headline);
    let body = document.body()?;
    let mut at = body.descendants_it().find(|node| is_headline(node, &headline))?;
    for _ in 0..LEVELS {
        let dated: Vec<NodeRef> = neighbours(&at).iter().flat_map(dated_elements).collect();
        if !dated.is_empty() {
            return agreed(&dated, order);
        }
        at = at.parent().filter(|parent| !is_page(parent) && is_short(parent))?;
    }
    None
}

/// What stands before and after an element, up to the first running text. Directly in the page's
/// body, what stands before may be the masthead.
fn neighbours<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let before = std::iter::successors(node.prev_element_sibling(), NodeRef::prev_element_sibling);
    let after = std::iter::successors(node.next_element_sibling(), NodeRef::next_element_sibling);
    let depth = if node.parent().is_some_and(|parent| is_page(&parent)) { 0 } else { NEIGHBOURS };
    let before = before.take(depth).take_while(is_short);
    before.chain(after.take(NEIGHBOURS).take_while(is_short)).collect()
}

fn is_page(node: &NodeRef) -> bool {
    node.node_name().is_none_or(|name| matches!(&*name, "body" | "html"))
}

fn is_short(node: &NodeRef) -> bool {
    node.text().split_whitespace().nth(LABELS).is_none()
}

/// The element itself and those in it whose names speak of a date.
fn dated_elements<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let inner = node.descendants_it().filter(|inner| inner.is_element()).take(ELEMENTS);
    let all = std::iter::once(*node).chain(inner);
    all.filter(|n| name_of(n).is_some() && !is_hidden(n) && !is_elsewhere(n)).collect()
}

/// What an element's name says its date is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Name {
    /// A date of something.
    Date,
    /// The one of publication.
    Publication,
}

fn name_of(node: &NodeRef) -> Option<Name> {
    let labels = ["class", "id", "itemprop"].iter().filter_map(|name| node.attr(name));
    let labels: Vec<String> = labels.map(|label| label.to_lowercase()).collect();
    let words: Vec<&str> =
        labels.iter().flat_map(|l| l.split(|c: char| !c.is_alphanumeric())).collect();
    let has = |cue: &str| words.iter().any(|word| word.contains(cue));
    if ["updat", "modif", "today", "current", "event", "expir"].iter().any(|cue| has(cue)) {
        return None;
    }
    if ["publish", "posted", "pubdate"].iter().any(|cue| has(cue)) {
        return Some(Name::Publication);
    }
    let is_date = |word: &&str| {
        matches!(*word, "time" | "datetime" | "timestamp")
            || word.starts_with("date")
            || word.ends_with("date") && !word.ends_with("candidate")
    };
    words.iter().any(is_date).then_some(Name::Date)
}

/// The one day that all elements give; a word for publication anywhere makes it sure.
fn agreed(dated: &[NodeRef], order: Order) -> Option<Candidate> {
    let found: Vec<(Date, Name)> = dated.iter().filter_map(|node| day(node, order)).collect();
    let days: BTreeSet<Date> = found.iter().map(|(day, _)| *day).collect();
    let [day] = Vec::from_iter(days)[..] else { return None };
    let sure = found.iter().any(|(_, name)| *name == Name::Publication);
    Some(if sure { Candidate::Day(day, DateBasis::Visible) } else { Candidate::Bare(day) })
}

/// The day that an element gives, and what it says it is of.
fn day(node: &NodeRef, order: Order) -> Option<(Date, Name)> {
    let name = name_of(node)?;
    let attribute = ["datetime", "content"].iter().find_map(|name| node.attr(name));
    if let Some(day) = attribute.and_then(|value| page_date::machine_day(&value, order)) {
        return Some((day, name));
    }
    let text = node.text();
    let stamp = Stamp::within(text.trim(), order);
    let labelled = stamp.published.map(|day| (day, Name::Publication));
    labelled.or(stamp.bare.map(|day| (day, name))).filter(|_| text.trim().len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DAY: Date = date(2021, 3, 4);

    fn beside(page: &str) -> Option<Candidate> {
        date_of(&format!("<body>{page}</body>"))
    }

    fn date_of(page: &str) -> Option<Candidate> {
        super::date(&Document::from(page), "Envoys meet in Vienna", Order::Unknown)
    }

    #[test]
    fn a_named_date_in_the_headline_s_block_counts() {
        for page in [
            "<div><span class=news-date>4 March 2021 - 12:40</span><h1>Envoys meet in Vienna</h1></div>",
            "<div><h1>Envoys meet in Vienna</h1><p>By J. Doe <b id=postDate>March 4, 2021</b></p></div>",
            "<div><div><h1>Envoys meet in Vienna</h1></div><i class='time'>4 March 2021</i></div>",
        ] {
            assert_eq!(beside(page), Some(Candidate::Bare(DAY)), "{page}");
        }
        let named = "<div><h1>Envoys meet in Vienna</h1><p class=published>4 March 2021</p></div>";
        assert_eq!(beside(named), Some(Candidate::Day(DAY, DateBasis::Visible)));
    }

    #[test]
    fn dates_elsewhere_do_not() {
        let text = "word ".repeat(60);
        for page in [
            "<p class=date>4 March 2021</p><h1>Envoys meet in Vienna</h1>".to_owned(),
            "<div><div class=today-date>4 March 2021</div><h1>Envoys meet in Vienna</h1></div>".to_owned(),
            format!("<div><h1>Envoys meet in Vienna</h1><p>{text}</p><i class=date>4 March 2021</i></div>"),
            "<div><h1>Envoys meet in Vienna</h1><aside><i class=date>4 March 2021</i></aside></div>".to_owned(),
            "<div><h1>Envoys meet in Vienna</h1><i class=date>4 March 2021</i><i class=date>5 May 2021</i></div>".to_owned(),
        ] {
            assert_eq!(beside(&page), None, "{page}");
        }
    }
}
