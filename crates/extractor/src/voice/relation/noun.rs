//! A noun of saying or thinking: "X's claim that …", "the criticism of …", "his plan to …".
//!
//! Reads:  a noun of the table that somebody owns, or that has a clause: its clause, its infinitive, or
//!         the nominal after a preposition that its row allows.
//! Silent: nouns with neither owner nor clause: "the talk of the town".

use lexicon::{AttributionKind, Attributive, ContentShape, CuePart, Lexicon};
use text::{Role, TokenIndex, TokenRange, Upos};

use super::{ContentForm, Found, source};
use crate::tree::Tree;

/// All of them.
pub(super) fn find(tree: &Tree, lexicon: &Lexicon) -> Vec<Found> {
    let all = (0..tree.doc.tokens.len() as u32).map(TokenIndex);
    all.filter(|t| tree.upos(*t) == Upos::NOUN)
        .filter_map(|noun| {
            let word = lexicon.attributive(CuePart::Noun, &tree.lemma(noun).to_lowercase())?;
            at(tree, noun, word)
        })
        .collect()
}

fn at(tree: &Tree, noun: TokenIndex, word: &Attributive) -> Option<Found> {
    let owner = owner(tree, noun);
    let giver = owner.or_else(|| giver(tree, noun));
    let content = clause(tree, noun, word)
        .or_else(|| that(tree, noun, word))
        .or_else(|| giver.and_then(|_| by_preposition(tree, noun, word)))?;
    if owner.is_none() && word.kind == AttributionKind::Will {
        return None;
    }
    let source: Vec<TokenRange> = giver.map(|o| source::nominal(tree, o)).into_iter().collect();
    let cue = vec![TokenRange { start: noun, end: TokenIndex(noun.0 + 1) }];
    Some(Found {
        source,
        word: noun,
        cue,
        content: vec![content],
        kind: word.kind,
        form: ContentForm::Nominal,
    })
}

/// "X's", "by X", "from X".
fn owner(tree: &Tree, noun: TokenIndex) -> Option<TokenIndex> {
    tree.child(noun, Role::Possessive)
        .or_else(|| tree.by_preposition(noun, &["by", "from", "among"]).first().copied())
}

/// "X voiced concern about": the subject of a verb that says no more than its noun.
fn giver(tree: &Tree, noun: TokenIndex) -> Option<TokenIndex> {
    let verb = tree.head(noun).filter(|_| tree.role(noun) == Role::Object)?;
    let light = matches!(
        tree.lemma(verb),
        "make"
            | "express"
            | "give"
            | "voice"
            | "issue"
            | "have"
            | "offer"
            | "deliver"
            | "release"
            | "share"
            | "show"
            | "repeat"
            | "raise"
    );
    tree.subject(verb).filter(|_| light && verb < noun)
}

fn clause(tree: &Tree, noun: TokenIndex, word: &Attributive) -> Option<TokenRange> {
    tree.children(noun).iter().copied().filter(|c| *c > noun).find_map(|c| {
        if !matches!(tree.role(c), Role::NounClause | Role::Complement) {
            return None;
        }
        let mark = tree.children_in(c, Role::Mark).next()?;
        let fits = match tree.form(mark) {
            "that" | "whether" => word.takes(ContentShape::Clause),
            "to" => word.takes(ContentShape::Infinitive),
            _ => false,
        };
        let range = tree.subtree(c);
        fits.then_some(TokenRange {
            start: range.start.max(TokenIndex(noun.0 + 1)),
            end: range.end,
        })
    })
}

/// "the claim that" where the parse hangs the clause elsewhere.
fn that(tree: &Tree, noun: TokenIndex, word: &Attributive) -> Option<TokenRange> {
    let next = TokenIndex(noun.0 + 1);
    let after = TokenIndex(noun.0 + 2);
    let end = tree.sentence(noun).tokens.end;
    let marked = after < end && tree.form(next) == "that" && tree.role(next) == Role::Mark;
    let verb = marked.then(|| tree.head(next))??;
    let own = tree.children(verb).iter().any(|c| tree.role(*c).is_subject());
    (own && word.takes(ContentShape::Clause))
        .then(|| TokenRange { start: next, end: tree.subtree(verb).end })
}

fn by_preposition(tree: &Tree, noun: TokenIndex, word: &Attributive) -> Option<TokenRange> {
    let nominal = |c: &TokenIndex| {
        matches!(tree.role(*c), Role::NounModifier | Role::NounClause | Role::Oblique)
            && word.takes_by(&tree.preposition(*c))
    };
    let of = tree.children(noun).iter().copied().filter(|c| *c > noun).find(nominal)?;
    Some(source::nominal(tree, of))
}
