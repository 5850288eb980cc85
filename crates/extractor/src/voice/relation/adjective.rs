//! Somebody is of a mind: "X is confident that …", "was critical of …", "are eager to …".
//!
//! Reads:  an adjective of the table as a predicate with its subject; its clause, its infinitive or the
//!         nominal after a preposition that its row allows.
//! Silent: the same before a noun: "a critical vote".

use lexicon::{Attributive, ContentShape, CuePart, Lexicon};
use text::{Role, TokenIndex, TokenRange, Upos};

use super::extent::Reaching;
use super::{ContentForm, Found, extent, source};
use crate::tree::Tree;

/// All of them.
pub(super) fn find(tree: &Tree, lexicon: &Lexicon) -> Vec<Found> {
    let all = (0..tree.doc.tokens.len() as u32).map(TokenIndex);
    all.filter(|t| matches!(tree.upos(*t), Upos::ADJ | Upos::VERB))
        .filter_map(|adjective| {
            let lemma = tree.form(adjective).to_lowercase();
            let word = lexicon.attributive(CuePart::Adjective, &lemma)?;
            at(tree, adjective, word)
        })
        .collect()
}

fn at(tree: &Tree, adjective: TokenIndex, word: &Attributive) -> Option<Found> {
    let predicate = tree.child(adjective, Role::Copula).or(tree.child(adjective, Role::Auxiliary));
    let cue_start = predicate?;
    let subject = tree.subject(adjective)?;
    let head = tree
        .children(adjective)
        .iter()
        .copied()
        .filter(|c| *c > adjective)
        .find(|c| fits(tree, *c, word))?;
    let mut start = tree.subtree(head).start.max(TokenIndex(adjective.0 + 1));
    if tree.role(start) == Role::Case {
        start = TokenIndex(start.0 + 1);
    }
    let content = extent::onward(tree, adjective, start, Reaching::Stop);
    let cue = TokenRange { start: cue_start.min(adjective), end: TokenIndex(adjective.0 + 1) };
    let source = vec![source::nominal(tree, subject)];
    Some(Found {
        source,
        word: adjective,
        cue: vec![cue],
        content: vec![content],
        kind: word.kind,
        form: ContentForm::Nominal,
    })
}

fn fits(tree: &Tree, child: TokenIndex, word: &Attributive) -> bool {
    match tree.role(child) {
        Role::Complement => word.takes(ContentShape::Clause),
        Role::OpenComplement => word.takes(ContentShape::Infinitive),
        Role::Oblique | Role::AdverbialClause => {
            let by = |m: &TokenIndex| {
                matches!(tree.role(*m), Role::Case | Role::Mark)
                    && word.takes_by(&tree.form(*m).to_lowercase())
            };
            tree.children(child).iter().any(by)
        }
        _ => false,
    }
}
