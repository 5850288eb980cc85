//! Names that the lexicon lists.

use lexicon::{Entry, Lexicon};
use text::{EntityKind, Upos};

use super::{Candidate, Page, Rank};

/// Words of the longest listed name.
const LONGEST: usize = 9;

/// Looks up every capitalised word with those after it.
pub(super) fn find(page: Page, lexicon: &Lexicon) -> Vec<Candidate> {
    let mut out = Vec::new();
    for sentence in page.sentences {
        let range = sentence.tokens.range();
        let mut at = range.start;
        while at < range.end {
            let words = page.forms.get(at..range.end.min(at + LONGEST)).unwrap_or_default();
            let found = words
                .first()
                .is_some_and(|w| may_begin(w))
                .then(|| lookup(words, lexicon))
                .flatten();
            let Some((count, kind)) = found else {
                at += 1;
                continue;
            };
            let rank = if count > 1 { Rank::ListedLong } else { Rank::Listed };
            out.extend(kind.map(|kind| Candidate { start: at, end: at + count, kind, rank }));
            at += count;
        }
    }
    out
}

fn may_begin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        || word == "the"
        || word.starts_with("al-")
}

/// How many words the lexicon takes, and the kind of name, if it is one.
fn lookup(words: &[&str], lexicon: &Lexicon) -> Option<(usize, Option<EntityKind>)> {
    let found = lexicon.find(words)?;
    let kind = found.entries.iter().find_map(kind_of);
    let article_only = words.first() == Some(&"the") && kind.is_none();
    (found.words > 0 && !article_only).then_some((found.words, kind))
}

fn kind_of(entry: &Entry) -> Option<EntityKind> {
    match entry {
        Entry::State(_) | Entry::City(_) => Some(EntityKind::GeopoliticalEntity),
        Entry::Seat(_) | Entry::Organisation(_) | Entry::Agency(_) => {
            Some(EntityKind::Organization)
        }
        Entry::Person(_) => Some(EntityKind::Person),
        Entry::Demonym { .. } | Entry::Office(_) => None,
    }
}

/// True if the lexicon takes the words for a state, a city or an organisation.
pub(super) fn is_no_person(words: &[&str], lexicon: &Lexicon) -> bool {
    lexicon.find(words).is_some_and(|m| m.entries.iter().any(|e| !matches!(e, Entry::Person(_))))
}

/// Words that make another place of the one behind them: "Northern Ireland", "New Brunswick".
const DIRECTIONS: &[&str] = &[
    "Central", "East", "Eastern", "Greater", "Lower", "New", "North", "Northern", "South",
    "Southern", "Upper", "West", "Western",
];

/// Takes a capitalised direction into the place behind it.
pub(super) fn widen(page: Page, all: &mut [Candidate]) {
    for place in all.iter_mut().filter(|c| c.kind == EntityKind::GeopoliticalEntity) {
        let Some(before) = place.start.checked_sub(1) else { continue };
        let beside = match (page.tokens.get(before), page.tokens.get(place.start)) {
            (Some(left), Some(right)) => left.span.end() + 1 == right.span.start(),
            _ => false,
        };
        if beside && page.forms.get(before).is_some_and(|w| DIRECTIONS.contains(w)) {
            place.start = before;
            place.rank = Rank::ListedLong;
        }
    }
}

/// Learned persons and bodies around one listed place outrank the place: "Milton Georgia", "Bank of Georgia".
pub(super) fn promote(page: Page, learned: &[Candidate], all: &mut Vec<Candidate>) {
    let mut promoted = Vec::new();
    let mut from = 0;
    let mut listed: Vec<Candidate> = all.clone();
    listed.sort_by_key(|c| c.start);
    for name in learned.iter().filter(|l| is_apart(page, l)) {
        while listed.get(from).is_some_and(|c| c.end <= name.start) {
            from += 1;
        }
        let inside: Vec<_> = listed[from..].iter().take_while(|c| c.start < name.end).collect();
        if let [one] = inside.as_slice() {
            let within = one.start >= name.start
                && one.end <= name.end
                && one.end - one.start < name.end - name.start;
            let rank =
                if one.kind == name.kind { Rank::Headed.min(one.rank) } else { Rank::AroundListed };
            promoted.extend(within.then_some(Candidate { rank, ..*name }));
        }
    }
    all.extend(promoted);
}

/// A person or body whose words no mark parts.
fn is_apart(page: Page, name: &Candidate) -> bool {
    let words = page.tokens.get(name.start..name.end).unwrap_or_default();
    let kind =
        matches!(name.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Facility);
    kind && words.iter().all(|t| t.upos != Upos::PUNCT)
}
