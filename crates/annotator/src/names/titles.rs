//! Persons that a title announces: "Foreign Minister Anna Berg", "Gen. Berg", "Anna Berg, the envoy".

use text::{EntityKind, Role, Token, TokenIndex, Upos};

use super::{Candidate, Page, Rank};

/// Last words of titles, by lemma or form in lower case without a stop.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
    "sir",
    "lord",
    "lady",
    "dame",
    "president",
    "minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "emir",
    "sheikh",
    "sultan",
    "ayatollah",
    "pope",
    "secretary",
    "general",
    "gen",
    "lt",
    "col",
    "colonel",
    "maj",
    "major",
    "capt",
    "captain",
    "adm",
    "admiral",
    "brig",
    "brigadier",
    "marshal",
    "commander",
    "commissioner",
    "senator",
    "sen",
    "rep",
    "congressman",
    "congresswoman",
    "gov",
    "governor",
    "mayor",
    "ambassador",
    "envoy",
    "negotiator",
    "mediator",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "diplomat",
    "chief",
    "leader",
    "chairman",
    "chairwoman",
    "director",
    "judge",
    "justice",
    "speaker",
    "adviser",
    "advisor",
    "coordinator",
    "undersecretary",
    "representative",
    "correspondent",
    "reporter",
    "analyst",
    "activist",
    "lawmaker",
];

/// Small words inside names.
const PARTICLES: &[&str] =
    &["al", "bin", "ibn", "van", "von", "de", "der", "da", "del", "la", "el", "di", "abu", "-"];

/// Adds the persons that titles announce.
pub(super) fn find(page: Page, out: &mut Vec<Candidate>) {
    for sentence in page.sentences {
        let range = sentence.tokens.range();
        for at in range.clone() {
            let name = if is_title(page, at) { after_title(page, at, range.end) } else { None };
            let name = name.or_else(|| before_apposition(page, at, range.end));
            let free = |c: &Candidate| !out.iter().rev().take(8).any(|o| o.overlaps(c));
            let name = name.map(|(start, end)| Candidate {
                start,
                end,
                kind: EntityKind::Person,
                rank: Rank::Titled,
            });
            let name = name.filter(|c| free(c) || c.end - c.start > 1);
            out.extend(name);
        }
    }
}

/// True if the word is the last of a title.
pub(super) fn is_title(page: Page, at: usize) -> bool {
    let (Some(token), Some(form)) = (page.tokens.get(at), page.forms.get(at)) else { return false };
    let form = token.gloss.as_deref().unwrap_or(form).trim_end_matches('.').to_lowercase();
    matches!(token.upos, Upos::NOUN | Upos::PROPN) && TITLES.contains(&form.as_str())
}

/// The run of name words right behind a title; a lower-case title needs two.
fn after_title(page: Page, at: usize, limit: usize) -> Option<(usize, usize)> {
    let end = run_end(page, at + 1, limit);
    let title = page.forms.get(at)?;
    let capital = title.starts_with(char::is_uppercase);
    let least = if capital { 1 } else { 2 };
    let another = page.forms.get(at + 1).is_some_and(|_| is_title(page, at + 1));
    (end >= at + 1 + least && !another).then_some((at + 1, end))
}

/// One past the last word of a name that begins at `from`.
pub(super) fn run_end(page: Page, from: usize, limit: usize) -> usize {
    let mut end = from;
    for at in from..limit.min(from + 6) {
        let (Some(token), Some(form)) = (page.tokens.get(at), page.forms.get(at)) else { break };
        let capital = form.starts_with(char::is_uppercase) || form.starts_with("al-");
        let abbreviated = at == from
            && from
                .checked_sub(1)
                .and_then(|t| page.forms.get(t))
                .is_some_and(|t| t.ends_with('.'));
        match token.upos {
            _ if capital && (abbreviated || token.upos == Upos::PROPN) => end = at + 1,
            _ if at > from && PARTICLES.contains(form) => {}
            _ => break,
        }
    }
    end
}

/// "Anna Berg, the envoy": the run of name words that an apposition with a title explains.
fn before_apposition(page: Page, at: usize, limit: usize) -> Option<(usize, usize)> {
    let token: &Token = page.tokens.get(at)?;
    let titled = token.role == Role::Apposition && TITLES.contains(&token.lemma.as_str());
    let head = token.head.map(TokenIndex::at).filter(|&h| titled && h < at)?;
    let end = run_end(page, head, limit.min(at));
    let flat = |i: usize| {
        page.tokens.get(i).is_some_and(|t| t.role == Role::Flat || page.forms.get(i) == Some(&"-"))
    };
    (end >= head + 2 && (head + 1..end).all(flat)).then_some((head, end))
}
