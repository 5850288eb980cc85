//! What stands behind a row: each claim's words in their paragraph, where they were published, who is quoted, what people hold of them.

use std::ops::Range;

use record::{Claim, ClaimId};
use schemars::JsonSchema;
use serde::Serialize;
use text::{Article, Span};
use view::{JudgementOut, Target, names, told};

use crate::ask::segment;
use crate::pages::parts::{self, Extent};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// Claims shown of one row beside a page; the rest is counted.
const SHOWN: usize = 24;
/// Words of a paragraph shown on either side of the quote, in bytes.
const AROUND: usize = 420;

/// A row's evidence.
#[derive(Serialize, JsonSchema)]
pub struct Evidence {
    /// The row.
    pub id: String,
    /// `meeting`, `statement`, …
    pub kind: String,
    /// The row in one line.
    pub line: String,
    /// Where the row itself is shown, if it has a page.
    pub href: Option<String>,
    /// Each bound of its days, with its words or report.
    pub dated_by: Vec<String>,
    /// The words.
    pub passages: Vec<Passage>,
    /// Which of the words are given.
    pub extent: Extent,
    /// How many more there are behind those that are given.
    pub more: usize,
    /// What tools and people hold of the claims, one line each.
    pub judgements: Vec<String>,
    /// What would change the row, one line each.
    pub would_change: Vec<String>,
}

/// A claim's words in their paragraph.
#[derive(Serialize, JsonSchema)]
pub struct Passage {
    /// The claim's id.
    pub claim: String,
    /// The document's name.
    pub document: String,
    /// The document's page on this server.
    pub href: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its day, in words; nothing if it is not known.
    pub published: Option<String>,
    /// Its address on the web with a text fragment, so that a browser shows the words.
    pub live: Option<String>,
    /// BCP 47.
    pub language: String,
    /// What stands before the words in their paragraph.
    pub before: String,
    /// The words, exactly.
    pub quote: String,
    /// What stands after them.
    pub after: String,
    /// First byte of the words in the article’s text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Who says so, the outlet first, the innermost voice last.
    pub voices: Vec<String>,
    /// The voices as people say it.
    pub told_by: String,
    /// What read it.
    pub tool: String,
    /// SHA-256 of the article’s text, so that the copy can be checked.
    pub sha256: String,
    /// To be pasted into a note: the words, the outlet, the headline, the day, the address.
    pub citation: String,
}

/// What is shown beside a page of the row of an id.
pub fn first(snapshot: &Snapshot, id: &str) -> Result<Evidence, Refusal> {
    of(snapshot, id, |all| 0..all.min(SHOWN))
}

/// Everything behind the row of an id, with those of its words that are chosen by their number.
pub fn of(
    snapshot: &Snapshot,
    id: &str,
    chosen: impl Fn(usize) -> Range<usize>,
) -> Result<Evidence, Refusal> {
    let opened = &snapshot.opened;
    let target = view::target(opened, id)?;
    let claims = view::claims(opened, target);
    let grounds = explanation_of(snapshot, target);
    let range = chosen(claims.len());
    Ok(Evidence {
        id: exact(target),
        kind: target.kind().to_owned(),
        line: line(snapshot, target),
        href: href(target),
        dated_by: grounds.0,
        extent: parts::extent(&range, claims.len()),
        more: claims.len() - range.end,
        passages: claims[range].iter().map(|claim| passage(snapshot, claim)).collect(),
        judgements: grounds.1,
        would_change: grounds.2,
    })
}

fn explanation_of(
    snapshot: &Snapshot,
    target: Target<'_>,
) -> (Vec<String>, Vec<String>, Vec<String>) {
    let dated = view::dated_by(target).to_vec();
    let claims = view::claims(&snapshot.opened, target);
    let judgements = view::judgements_on(&snapshot.opened, &claims);
    let judgements = judgements.iter().map(JudgementOut::line).collect();
    (dated, judgements, view::would_change(target, &claims))
}

/// What tools hold of the claims behind a row, one line each.
pub fn by_tools(snapshot: &Snapshot, target: Target<'_>) -> Vec<String> {
    let claims = view::claims(&snapshot.opened, target);
    let judgements = view::judgements_on(&snapshot.opened, &claims);
    let by_tools = judgements.iter().filter(|judgement| judgement.person.is_none());
    by_tools.map(JudgementOut::line).collect()
}

/// A claim's words with those around them.
pub fn passage(snapshot: &Snapshot, claim: &Claim) -> Passage {
    let opened = &snapshot.opened;
    let article = opened.article(claim.article);
    let evidence = claim.shown();
    let (before, after) = article.map(|a| around(a, evidence.span())).unwrap_or_default();
    let document = opened.document(claim.article);
    let published = article.and_then(|a| a.published.as_ref());
    let published = published.map(|p| names::days(p.when.from, p.when.last()));
    let (outlet, title) =
        (article.and_then(|a| a.outlet.clone()), article.and_then(|a| a.title.clone()));
    let url = article.and_then(|a| a.url.as_deref()).filter(|url| is_web(url));
    let voices = claim.attribution.names();
    let told_by = told::chain(&voices);
    let citation = citation(evidence.words(), &[&outlet, &title, &published], url);
    Passage {
        claim: claim.id.0.to_string(),
        href: format!("/documents/{}#{}", segment(&document), anchor(claim.id)),
        document,
        outlet,
        title,
        published,
        live: url.map(|url| live(url, evidence.words())),
        language: article.map(|a| a.language.clone()).unwrap_or_default(),
        before,
        quote: evidence.words().to_owned(),
        after,
        start: evidence.span().start(),
        end: evidence.span().end(),
        voices,
        told_by,
        tool: view::tool(&claim.tool),
        sha256: article.map(|a| store::sha256(&a.text)).unwrap_or_default(),
        citation,
    }
}

/// Where a claim’s words are marked on its document’s page.
pub fn anchor(claim: ClaimId) -> String {
    format!("c-{}", claim.0.short())
}

/// What may be linked to: an address of the web, and no script.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// With the first and last words as a text fragment.
fn live(url: &str, words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let escaped = |words: &[&str]| crate::ask::escaped(&words.join(" ")).replace('-', "%2D");
    let fragment = match words.len() {
        0..=8 => escaped(&words),
        many => format!("{},{}", escaped(&words[..4]), escaped(&words[many - 4..])),
    };
    let base = url.split('#').next().unwrap_or(url);
    format!("{base}#:~:text={fragment}")
}

fn citation(words: &str, about: &[&Option<String>], url: Option<&str>) -> String {
    let about: Vec<&str> = about.iter().filter_map(|part| part.as_deref()).collect();
    let url = url.map(|url| format!(", {url}")).unwrap_or_default();
    format!("{} ({}{url})", told::quoted(words), about.join(", "))
}

/// What stands before and after the words in their paragraph, cut at words.
fn around(article: &Article, words: Span) -> (String, String) {
    let block = article.blocks.iter().map(|block| block.span).find(|span| span.contains(words));
    let whole = block.unwrap_or(words);
    let cut = |start, end| Span::new(start, end).and_then(|span| span.slice(&article.text));
    let before = cut(whole.start(), words.start()).unwrap_or_default();
    let after = cut(words.end(), whole.end()).unwrap_or_default();
    (shortened_front(before), shortened_back(after))
}

fn shortened_back(words: &str) -> String {
    if words.len() <= AROUND {
        return words.to_owned();
    }
    let end = words.floor_char_boundary(AROUND);
    let end = words[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &words[..end])
}

fn shortened_front(words: &str) -> String {
    if words.len() <= AROUND {
        return words.to_owned();
    }
    let start = words.ceil_char_boundary(words.len() - AROUND);
    let start = words[start..].find(' ').map_or(start, |at| start + at + 1);
    format!("… {}", &words[start..])
}

/// The whole id.
fn exact(target: Target<'_>) -> String {
    match target {
        Target::Meeting(row) => row.id.0.clone(),
        Target::Statement(row) => row.id.0.clone(),
        Target::Event(row) => row.id.0.clone(),
        Target::Commitment(row) => row.id.0.clone(),
        Target::Condition(row) => row.id.0.clone(),
        Target::Disagreement(row) => row.id.0.clone(),
        Target::Document(row) => row.name.clone(),
        Target::Origin(row) => row.id.clone(),
        Target::Claim(row) => row.id.0.to_string(),
    }
}

fn href(target: Target<'_>) -> Option<String> {
    match target {
        Target::Meeting(row) => Some(format!("/meetings/{}", segment(&row.id.0))),
        Target::Document(row) => Some(format!("/documents/{}", segment(&row.name))),
        _ => None,
    }
}

/// A row in one line.
pub fn line(snapshot: &Snapshot, target: Target<'_>) -> String {
    let opened = &snapshot.opened;
    match target {
        Target::Meeting(row) => told::meeting_line(row, opened),
        Target::Statement(row) => format!("{}: {}", row.speaker, row.act.as_str()),
        Target::Event(row) => format!("{} → {}: CAMEO {}", row.source, row.target, row.code),
        Target::Commitment(row) => row.action.clone(),
        Target::Condition(row) => told::condition_line(row),
        Target::Disagreement(row) => format!("Accounts differ: {}", told::subject(row, opened)),
        Target::Document(row) => row.title.clone().unwrap_or_else(|| row.name.clone()),
        Target::Origin(row) => format!("Origin {}", row.id),
        Target::Claim(row) => row.shown().words().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_the_live_page_names_the_words_and_never_a_script() {
        let link = live("https://a.example/b#c", "one two");
        assert_eq!(link, "https://a.example/b#:~:text=one%20two");
        let link = live("https://a.example/b", "1 2 3 4 5 6 7 8 9-10");
        assert_eq!(link, "https://a.example/b#:~:text=1%202%203%204,6%207%208%209%2D10");
        assert!(!is_web("javascript:alert(1)"));
    }

    #[test]
    fn words_around_are_cut_at_letters_and_spaces() {
        let long = "é ".repeat(AROUND);
        assert!(shortened_front(&long).starts_with("… é"));
        assert!(shortened_back(&long).ends_with("é …"));
        assert_eq!(shortened_back("short"), "short");
    }
}
