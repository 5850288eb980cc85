//! Names that a noun of theirs explains: "Ministry of Trade", "Farmers' Party of Norway", "Suez Canal".
//!
//! Fires on:  capitalised words before such a noun, and behind it "of", "for" and capitalised words.
//! Silent on: the noun alone ("the Council"), and where a listed name reaches beyond the words.

use text::Upos;

use super::heads::{kind_of, takes_of};
use super::titles::is_title;
use super::{Candidate, Page, Rank};

/// Most words on either side of the noun.
const REACH: usize = 7;

/// Adjectives that a capital at the start of a sentence does not make part of a name.
const PLAIN: &[&str] =
    &["current", "former", "local", "many", "most", "other", "previous", "several", "some"];

/// Whose body it may be without being a name apart: "People's Party".
const OWNERS: &[&str] =
    &["children", "citizens", "farmers", "people", "peoples", "students", "women", "workers"];

/// Adds the names that a noun explains; learned ones around them come instead, if they agree.
pub(super) fn find(page: Page, learned: &[Candidate], all: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    let (mut beside, mut later) = (Near::over(all), Near::over(learned));
    for sentence in page.sentences {
        let range = sentence.tokens.range();
        let mut at = range.start;
        while at < range.end {
            let name = headed(page, at, (range.start, range.end));
            at = name.map_or(at + 1, |n| n.end.max(at + 1));
            let Some(name) = name else { continue };
            let breaks = beside.of(&name).iter().any(|listed| reaches_beyond(listed, &name));
            let wider = later.of(&name);
            let wider = wider.iter().find(|l| l.kind == name.kind && holds(l, &name));
            let name = wider.map_or(name, |l| Candidate { rank: Rank::Headed, ..*l });
            found.extend((!breaks).then_some(name));
        }
    }
    all.extend(found);
}

fn holds(outer: &Candidate, inner: &Candidate) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn reaches_beyond(listed: &Candidate, name: &Candidate) -> bool {
    listed.overlaps(name) && !holds(name, listed)
}

/// Candidates in order, asked for those near names that come in order.
struct Near {
    sorted: Vec<Candidate>,
    from: usize,
}

impl Near {
    fn over(all: &[Candidate]) -> Near {
        let mut sorted = all.to_vec();
        sorted.sort_by_key(|c| c.start);
        Near { sorted, from: 0 }
    }

    /// Those that share a token with the name.
    fn of(&mut self, name: &Candidate) -> Vec<Candidate> {
        let near = |c: &Candidate| c.start + 2 * REACH < name.start && c.end <= name.start;
        while self.sorted.get(self.from).is_some_and(near) {
            self.from += 1;
        }
        let rest = self.sorted.get(self.from..).unwrap_or_default();
        let before_end = rest.iter().take_while(|c| c.start < name.end);
        before_end.filter(|c| c.overlaps(name)).copied().collect()
    }
}

/// The name whose noun stands at `at`, if it has any word beside it.
fn headed(page: Page, at: usize, (first, limit): (usize, usize)) -> Option<Candidate> {
    let form = page.forms.get(at).filter(|f| is_capital(f))?;
    let kind = kind_of(form.trim_end_matches('.'))?;
    let start = run_start(page, at, first);
    let end = if takes_of(form, kind) { behind(page, at + 1, limit) } else { at + 1 };
    (end - start > 1).then_some(Candidate { start, end, kind, rank: Rank::Headed })
}

/// The first of the capitalised words before `at`.
fn run_start(page: Page, at: usize, first: usize) -> usize {
    let mut start = at;
    while start > first.max(at.saturating_sub(REACH)) {
        let before = start - 1;
        if is_part(page, before, first) {
            start = before;
        } else if let Some(owner) = joined(page, before, first) {
            start = owner;
        } else {
            break;
        }
    }
    start
}

/// The word before a mark that joins it to a name: "People" of "People's", "Left" of "Left-Green".
fn joined(page: Page, mark: usize, first: usize) -> Option<usize> {
    let before = mark.checked_sub(1).filter(|&b| b >= first)?;
    let word = page.forms.get(before)?.to_lowercase();
    let joins = match *page.forms.get(mark)? {
        "'s" | "’s" | "'" | "’" => OWNERS.contains(&word.as_str()),
        "-" => touches(page, mark),
        "&" => true,
        _ => false,
    };
    (joins && is_part(page, before, first)).then_some(before)
}

/// True if no space parts a mark from the words on both sides.
fn touches(page: Page, mark: usize) -> bool {
    let end = |i: usize| page.tokens.get(i).map(|t| t.span.end());
    let start = |i: usize| page.tokens.get(i).map(|t| t.span.start());
    mark.checked_sub(1).is_some_and(|b| end(b) == start(mark)) && end(mark) == start(mark + 1)
}

/// True for a capitalised noun or adjective that is no title of a person.
fn is_part(page: Page, at: usize, first: usize) -> bool {
    let (Some(token), Some(form)) = (page.tokens.get(at), page.forms.get(at)) else { return false };
    let noun = matches!(token.upos, Upos::PROPN | Upos::NOUN | Upos::ADJ);
    let plain = at == first && PLAIN.iter().any(|w| w.eq_ignore_ascii_case(form));
    noun && is_capital(form) && !plain && !is_title(page, at) && !page.is_time(at)
}

/// One past the words behind the noun: "of the Democratic Left", "for Security and Cooperation".
fn behind(page: Page, from: usize, limit: usize) -> usize {
    let mut end = from;
    loop {
        let link = page.forms.get(end).copied().unwrap_or_default();
        let linked = match link {
            "of" => true,
            "for" | "on" => end > from || page.forms.get(end + 1).is_some_and(|w| is_capital(w)),
            "and" | "&" => end > from && is_common(page, end - 1) && is_common(page, end + 1),
            _ => false,
        };
        let start = end + 1 + usize::from(page.forms.get(end + 1) == Some(&"the"));
        let next = if linked { run_end(page, start, limit) } else { start };
        if next == start || next > from + 2 * REACH {
            return end;
        }
        end = next;
    }
}

/// "Trade and Industry" are one ministry; "Norway and Sweden" are two states.
fn is_common(page: Page, at: usize) -> bool {
    let lemma = page.tokens.get(at).map(|t| t.lemma.as_str()).unwrap_or_default();
    let plural = page.forms.get(at).is_some_and(|f| f.ends_with('s') && is_capital(f));
    plural || COMMON.iter().any(|w| w.eq_ignore_ascii_case(lemma))
}

/// What ministries and councils are for.
const COMMON: &[&str] = &[
    "agriculture",
    "commerce",
    "cooperation",
    "culture",
    "defence",
    "defense",
    "development",
    "economy",
    "education",
    "energy",
    "environment",
    "finance",
    "health",
    "industry",
    "information",
    "justice",
    "labor",
    "labour",
    "peace",
    "planning",
    "reconstruction",
    "research",
    "security",
    "technology",
    "tourism",
    "trade",
    "transport",
    "water",
    "welfare",
];

fn run_end(page: Page, from: usize, limit: usize) -> usize {
    let part = |&i: &usize| is_part(page, i, usize::MAX);
    (from..limit).take(REACH).take_while(part).last().map_or(from, |last| last + 1)
}

fn is_capital(form: &str) -> bool {
    form.starts_with(char::is_uppercase)
}
