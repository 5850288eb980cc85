//! Names that the lexicon lists.

use lexicon::{Entry, Lexicon};
use text::EntityKind;

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
            let found = words.first().is_some_and(|w| may_begin(w)).then(|| lookup(words, lexicon)).flatten();
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
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || word == "the" || word.starts_with("al-")
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
        Entry::Seat(_) | Entry::Organisation(_) | Entry::Agency(_) => Some(EntityKind::Organization),
        Entry::Person(_) => Some(EntityKind::Person),
        Entry::Demonym { .. } | Entry::Office(_) => None,
    }
}

/// True if the lexicon takes the words for a state, a city or an organisation.
pub(super) fn is_no_person(words: &[&str], lexicon: &Lexicon) -> bool {
    lexicon.find(words).is_some_and(|m| m.entries.iter().any(|e| !matches!(e, Entry::Person(_))))
}

/// Learned persons and bodies around a listed place outrank the place: "Milton Georgia", "Bank of Georgia".
pub(super) fn promote(learned: &[Candidate], all: &mut Vec<Candidate>) {
    let wider = |l: &&Candidate| {
        let apart = matches!(l.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Facility);
        let inside = all.iter().any(|c| c.overlaps(l) && c.end - c.start < l.end - l.start);
        let cut = all.iter().any(|c| c.overlaps(l) && (c.start < l.start || c.end > l.end));
        apart && inside && !cut
    };
    let promoted: Vec<_> = learned.iter().filter(wider).map(|l| Candidate { rank: Rank::AroundListed, ..*l }).collect();
    all.extend(promoted);
}
