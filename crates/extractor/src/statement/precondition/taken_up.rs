//! What a condition takes up: "without progress in this matter", "if they did not".
//!
//! Reads:  *this* or *that* with a noun that names nothing: the gist of the sentence before;
//!         a pronoun with a bare *do*: the deed that stands before in the sentence.
//! Silent: conditions that say what they are.

use text::{Role, TokenIndex, TokenRange, Upos};

use super::{first, range};
use crate::reading::Reading;

/// Fewer words than this are no gist.
const SHORTEST: u32 = 4;

/// Nouns that only point back.
const POINTERS: [&str; 8] =
    ["matter", "issue", "question", "point", "regard", "respect", "problem", "demand"];

/// The tokens that say what is waited for: these, or those that they take up.
pub(super) fn resolved(reading: &Reading, depends_on: TokenRange) -> TokenRange {
    let antecedent = deed_before(reading, depends_on).or_else(|| gist_before(reading, depends_on));
    antecedent.unwrap_or(depends_on)
}

/// "hoped to discuss arms … if they did not": to discuss arms.
fn deed_before(reading: &Reading, depends_on: TokenRange) -> Option<TokenRange> {
    const LONGEST: u32 = 4;
    let tree = &reading.tree;
    let all = || (depends_on.start.0..depends_on.end.0).map(TokenIndex);
    let word = |t: &TokenIndex| tree.upos(*t) != Upos::PUNCT;
    let empty = |t: TokenIndex| {
        tree.upos(t) == Upos::PRON || matches!(tree.lemma(t), "do" | "not" | "n't" | "n’t" | "so")
    };
    let bare = depends_on.end.0 - depends_on.start.0 <= LONGEST
        && all().filter(word).all(empty)
        && all().any(|t| tree.lemma(t) == "do");
    let start = tree.sentence(depends_on.start).tokens.start;
    let wished = |t: &TokenIndex| tree.upos(*t) == Upos::VERB && tree.is_infinitive(*t);
    let before = (start.0..depends_on.start.0).rev().map(TokenIndex);
    let deed = before.filter(|_| bare).find(wished)?;
    range(deed, tree.subtree(deed).end.min(depends_on.start))
}

/// "progress in this matter": what was said in one of the two sentences before, from its verb on.
fn gist_before(reading: &Reading, depends_on: TokenRange) -> Option<TokenRange> {
    const REACH: usize = 2;
    let tree = &reading.tree;
    let pointer = first(reading, depends_on, &["this", "that"])?;
    let noun = tree.head(pointer).filter(|n| POINTERS.contains(&tree.lemma(*n)))?;
    let here = tree.sentence_index(noun);
    let told = |t: &TokenIndex| {
        let goal = tree.upos(*t) == Upos::NOUN && tree.child(*t, Role::Copula).is_some();
        tree.role(*t) == Role::Complement && (goal || tree.upos(*t) == Upos::VERB)
    };
    let says = |t: &TokenIndex| reading.lexicon.cue(tree.lemma(*t)).is_some();
    let whole = |t: &TokenIndex| tree.subtree(*t).end.0 >= t.0 + SHORTEST;
    let said = |t: &TokenIndex| told(t) && !says(t) && whole(t);
    let sentences = (here.saturating_sub(REACH)..here).rev();
    let verb = sentences
        .filter_map(|n| reading.doc().sentences.get(n))
        .find_map(|sentence| tree.tokens(*sentence).find(said))?;
    range(verb, tree.subtree(verb).end)
}
