//! "According to X, …", "…, according to X".
//!
//! Reads:  the phrase at either end of a clause or inside it; the rest of the sentence is the content.
//! Silent: "according to plan", "according to law": measures, not voices.

use lexicon::AttributionKind;
use text::{TokenIndex, TokenRange, Upos};

use super::{ContentForm, Found, extent, source};
use crate::tree::Tree;

/// All of them.
pub(super) fn find(tree: &Tree) -> Vec<Found> {
    let all = (0..tree.doc.tokens.len() as u32).map(TokenIndex);
    all.filter(|t| tree.form(*t).eq_ignore_ascii_case("according"))
        .filter_map(|t| at(tree, t))
        .collect()
}

/// What is followed rather than believed.
const MEASURES: [&str; 8] = ["plan", "law", "rule", "schedule", "need", "size", "type", "age"];

fn at(tree: &Tree, according: TokenIndex) -> Option<Found> {
    let sentence = tree.sentence(according).tokens;
    let to = TokenIndex(according.0 + 1);
    let first = TokenIndex(according.0 + 2);
    if first >= sentence.end || tree.form(to) != "to" {
        return None;
    }
    let source = named(tree, according, sentence)?;
    let before = TokenRange { start: sentence.start, end: according };
    let after = TokenRange { start: source.end, end: sentence.end };
    let words = |r: TokenRange| {
        (r.start.0..r.end.0).filter(|t| tree.upos(TokenIndex(*t)) != Upos::PUNCT).count()
    };
    let mut content = Vec::new();
    if words(before) > 1 {
        content.push(before);
    }
    let open = tree.form(source.end.min(TokenIndex(sentence.end.0 - 1))) == ",";
    if words(after) > 1 && (content.is_empty() || open && words(before) < 4) {
        content.push(extent::quoted(tree, to, after));
    }
    let cue = vec![TokenRange { start: according, end: first }];
    (!content.is_empty()).then_some(Found {
        source: vec![source],
        word: according,
        cue,
        content,
        kind: AttributionKind::Speech,
        form: ContentForm::Clause,
    })
}

/// The nominal after "to".
fn named(tree: &Tree, according: TokenIndex, sentence: TokenRange) -> Option<TokenRange> {
    let first = TokenIndex(according.0 + 2);
    let head = [according, TokenIndex(according.0 + 1)]
        .into_iter()
        .filter_map(|t| tree.head(t))
        .find(|h| *h >= first);
    let head = head.unwrap_or_else(|| topmost(tree, first, sentence));
    if MEASURES.contains(&tree.lemma(head)) {
        return None;
    }
    let whole = source::nominal(tree, head);
    let comma = (first.0..sentence.end.0).find(|t| tree.form(TokenIndex(*t)) == ",");
    let leads = according == sentence.start;
    let end = match comma {
        Some(comma) if leads => {
            let first = whole.end.min(TokenIndex(comma)).max(TokenIndex(head.0 + 1));
            by_name(tree, TokenIndex(comma), sentence).unwrap_or(first)
        }
        _ => whole.end,
    };
    Some(TokenRange { start: first, end: end.max(TokenIndex(first.0 + 1)).min(sentence.end) })
}

/// "the state's news agency, ONA,": where the name between commas ends.
fn by_name(tree: &Tree, comma: TokenIndex, sentence: TokenRange) -> Option<TokenIndex> {
    const LONGEST: usize = 4;
    let next = comma.0 + 1;
    let name = |t: &u32| tree.upos(TokenIndex(*t)) == Upos::PROPN;
    let words = (next..sentence.end.0).take(LONGEST).take_while(name).count() as u32;
    let end = TokenIndex(next + words);
    (words > 0 && end < sentence.end && tree.form(end) == ",").then_some(end)
}

/// The nominal that a word belongs to, going up while it stays behind the word.
fn topmost(tree: &Tree, word: TokenIndex, sentence: TokenRange) -> TokenIndex {
    const STEPS: usize = 8;
    let nominal = |t: &TokenIndex| {
        *t > word && sentence.contains(*t) && matches!(tree.upos(*t), Upos::NOUN | Upos::PROPN)
    };
    let up = std::iter::successors(Some(word), |t| tree.head(*t).filter(nominal));
    up.take(STEPS).last().unwrap_or(word)
}
