//! What the network takes for names, less what no name looks like.

use text::{EntityKind, Upos};

use super::heads::is_bare;
use super::{Candidate, Page};

/// Short forms of address, no part of a name.
const ADDRESSES: &[&str] = &["dr", "mr", "mrs", "ms", "mx", "prof"];

/// Letters of the longest word in capitals that is rather a body's than a person's.
const LONGEST_ACRONYM: usize = 6;

/// Learned names with their ends mended; those that are none are left out.
pub(super) fn sift(page: Page, learned: Vec<Candidate>) -> Vec<Candidate> {
    learned.into_iter().filter_map(|name| mended(page, name)).collect()
}

fn mended(page: Page, mut name: Candidate) -> Option<Candidate> {
    let dash = (name.start + 1..name.end).find(|&i| is_loose_dash(page, i));
    name.end = dash.unwrap_or(name.end);
    while name.start < name.end && !may_end(page, name.end - 1) {
        name.end -= 1;
    }
    let article = page.tokens.get(name.start).is_some_and(|token| token.upos == Upos::DET);
    name.start += usize::from(article && name.end - name.start > 1);
    if name.kind == EntityKind::Person && name.end - name.start > 1 && is_address(page, name.start)
    {
        name.start += 1;
    }
    let words = page.forms.get(name.start..name.end)?;
    let named =
        words.iter().any(|w| w.contains(char::is_uppercase)) && words.iter().all(|w| is_word(w));
    if let [word] = words
        && name.kind == EntityKind::Person
        && is_acronym(word)
    {
        name.kind = EntityKind::Organization;
    }
    let time = name.end - name.start == 1 && page.is_time(name.start);
    (named && !time && !is_bare(words)).then_some(name)
}

/// A dash with space on both sides parts a name from what is said of it.
fn is_loose_dash(page: Page, at: usize) -> bool {
    let dash = page.forms.get(at).is_some_and(|f| matches!(*f, "-" | "--" | "–" | "—"));
    let (Some(last), Some(token), Some(next)) = (
        at.checked_sub(1).and_then(|b| page.tokens.get(b)),
        page.tokens.get(at),
        page.tokens.get(at + 1),
    ) else {
        return false;
    };
    dash && last.span.end() < token.span.start() && token.span.end() < next.span.start()
}

/// A name ends with a noun, a number or what has a capital.
fn may_end(page: Page, at: usize) -> bool {
    let Some(token) = page.tokens.get(at) else { return false };
    let small = page.forms.get(at).is_some_and(|f| !f.contains(char::is_uppercase));
    let grammar = matches!(
        token.upos,
        Upos::ADP | Upos::ADV | Upos::AUX | Upos::CCONJ | Upos::PRON | Upos::SCONJ | Upos::VERB
    );
    !(small && grammar) && page.forms.get(at) != Some(&"I")
}

fn is_address(page: Page, at: usize) -> bool {
    let form = page.forms.get(at).map(|f| f.trim_end_matches('.')).unwrap_or_default();
    ADDRESSES.iter().any(|a| a.eq_ignore_ascii_case(form))
}

/// No address on the net, no code of letters and digits.
fn is_word(form: &str) -> bool {
    let digits = form.chars().filter(char::is_ascii_digit).count();
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    !form.contains(['@', '\\']) && !form.contains("://") && (digits == 0 || letters != 1)
}

fn is_acronym(word: &str) -> bool {
    (2..=LONGEST_ACRONYM).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
}
