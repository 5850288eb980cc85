//! A quotation with its speaker beneath: "…" — Salim Harthi.
//!
//! Reads:  a dash after a closing mark and a name to the end of the line.
//! Silent: dashes between clauses.

use lexicon::AttributionKind;
use text::{TokenIndex, TokenRange, Upos};

use super::{ContentForm, Found, extent};
use crate::tree::{Tree, is_quote};

/// All of them.
pub(super) fn find(tree: &Tree) -> Vec<Found> {
    let all = (1..tree.doc.tokens.len() as u32).map(TokenIndex);
    all.filter(|t| matches!(tree.form(*t), "―" | "—" | "–" | "-" | "--"))
        .filter_map(|dash| at(tree, dash))
        .collect()
}

fn at(tree: &Tree, dash: TokenIndex) -> Option<Found> {
    const LONGEST: usize = 12;
    let close = TokenIndex(dash.0 - 1);
    let block = tree.sentence(dash).block;
    let end = (dash.0 + 1..tree.doc.tokens.len() as u32)
        .find(|t| tree.sentence(TokenIndex(*t)).block != block)
        .unwrap_or(tree.doc.tokens.len() as u32);
    let name = dash.0 + 1..end;
    let named = !name.is_empty()
        && name.len() <= LONGEST
        && tree.upos(TokenIndex(dash.0 + 1)) == Upos::PROPN
        && !name.clone().any(|t| tree.upos(TokenIndex(t)) == Upos::VERB);
    let quotation = extent::quotation_at(tree, close).filter(|_| is_quote(tree.form(close)))?;
    named.then(|| Found {
        source: vec![TokenRange { start: TokenIndex(name.start), end: TokenIndex(end) }],
        word: dash,
        cue: vec![TokenRange { start: dash, end: TokenIndex(dash.0 + 1) }],
        content: vec![extent::tokens_of(tree, quotation.outer)],
        kind: AttributionKind::Speech,
        form: ContentForm::Clause,
    })
}
