//! Attribution as data of its own: source, cue and content, whoever the source is.
//!
//! A [`Speech`](super::Speech) needs an actor that talks are about; an [`AttributionRelation`] does not.
//! It is PARC's and PolNeAR's triple: anybody's words, thoughts, wants and stances, with or without
//! a name. One construction, one file:
//!
//! ```text
//! verb       X said that …; X wants to …; X criticised …; … was denied by X
//! tag        "…," said X. "…"; …, X said
//! colon      X: …; X said: "…"
//! according  according to X, …
//! noun       X's claim that …; criticism of …
//! adjective  X is confident that …
//! credit     "…" — X
//! carried    quoted sentences without a cue of their own
//! ```

mod according;
mod adjective;
mod carried;
mod colon;
mod credit;
mod extent;
mod noun;
mod source;
mod tag;
mod verb;
mod within;

use lexicon::{AttributionKind, Lexicon};
use record::Manner;
use text::{AnnotatedArticle, Span, TokenIndex, TokenRange};

use super::ContentForm;
use crate::tree::{Tree, is_quote};

/// Who says, thinks or wants what, in the words that say so. Pieces are in text order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AttributionRelation {
    /// Who. Empty where nobody is named: "is expected to".
    pub source: Vec<Span>,
    /// By which word.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
    /// What is attributed: words, thoughts, stances.
    pub kind: AttributionKind,
    /// In whose words.
    pub manner: Manner,
}

/// The same in tokens, as the constructions find it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Who.
    pub source: Vec<TokenRange>,
    /// The word of saying itself, or the mark that stands for one.
    pub word: TokenIndex,
    /// That word with what belongs to it.
    pub cue: Vec<TokenRange>,
    /// What.
    pub content: Vec<TokenRange>,
    /// What is attributed.
    pub kind: AttributionKind,
    /// How the content hangs on the word.
    pub form: ContentForm,
}

/// All of an article, in order of their cues. The rules are English; elsewhere they are silent.
pub fn relations(doc: &AnnotatedArticle, lexicon: &Lexicon) -> Vec<AttributionRelation> {
    let language = &doc.article.language;
    if !language.starts_with("en") && language != "und" {
        return Vec::new();
    }
    let tree = Tree::new(doc);
    let mut found = within::outer_voices(&tree, found(&tree, lexicon));
    carried::carry_on(&tree, &mut found);
    let mut relations: Vec<_> = found.iter().filter_map(|found| told(&tree, found)).collect();
    relations.sort_by_key(|r| (r.cue[0].start(), r.content[0].start()));
    relations.dedup_by(|a, b| a.cue == b.cue && a.content == b.content);
    relations
}

/// All voices, also those that speak within the words of others.
pub(super) fn voices(tree: &Tree, lexicon: &Lexicon) -> Vec<Found> {
    let mut found = found(tree, lexicon);
    carried::carry_on(tree, &mut found);
    found
}

fn found(tree: &Tree, lexicon: &Lexicon) -> Vec<Found> {
    let mut found = verb::find(tree, lexicon);
    found.extend(according::find(tree));
    found.extend(noun::find(tree, lexicon));
    found.extend(adjective::find(tree, lexicon));
    found.extend(colon::find(tree, lexicon));
    found.extend(credit::find(tree));
    found
}

fn told(tree: &Tree, found: &Found) -> Option<AttributionRelation> {
    let content = spans(tree, &found.content);
    let cue = spans(tree, &found.cue);
    let whole = !content.is_empty() && !cue.is_empty();
    whole.then(|| AttributionRelation {
        source: spans(tree, &found.source),
        manner: manner(tree, &content),
        kind: found.kind,
        cue,
        content,
    })
}

/// The bytes of these tokens, without marks at their ends but those of quotation.
fn spans(tree: &Tree, ranges: &[TokenRange]) -> Vec<Span> {
    let mut spans: Vec<Span> = ranges.iter().filter_map(|r| bare(tree, *r)).collect();
    spans.sort_by_key(|s| (s.start(), s.end()));
    spans.dedup();
    spans
}

fn bare(tree: &Tree, tokens: TokenRange) -> Option<Span> {
    let idle = |t: &u32| {
        let form = tree.form(TokenIndex(*t));
        !is_quote(form) && !form.chars().any(char::is_alphanumeric)
    };
    let all = tokens.start.0..tokens.end.0;
    let word = |t: &u32| tree.form(TokenIndex(*t)).chars().any(char::is_alphanumeric);
    if !all.clone().any(|t| word(&t)) {
        let colon = all.clone().next().filter(|_| all.len() == 1)?;
        return Some(tree.bytes(TokenRange { start: TokenIndex(colon), end: tokens.end }));
    }
    let first = all.clone().find(|t| !idle(t))?;
    let last = all.rev().find(|t| !idle(t))?;
    let start = TokenIndex(first);
    Some(tree.bytes(TokenRange { start, end: TokenIndex(last + 1) }))
}

/// In quotation marks as a whole, in part, or not at all.
fn manner(tree: &Tree, content: &[Span]) -> Manner {
    let within = |s: &Span| tree.doc.quotations.iter().any(|q| q.outer.contains(*s));
    let touches = |s: &Span| tree.doc.quotations.iter().any(|q| q.inner.overlaps(*s));
    if content.iter().all(within) {
        Manner::Verbatim
    } else if content.iter().any(touches) {
        Manner::Mixed
    } else {
        Manner::Paraphrase
    }
}
