//! Whether an event took place, by what stands over its words: "denied that", "if", "hopes that".
//!
//! An act's own negation and modal are read with the act; here the clauses above it are climbed.

use std::collections::HashMap;

use record::EventStatus;
use text::{Role, TokenIndex, Upos};

use crate::tree::Tree;

/// Words over a clause or noun, and what they make of it.
pub(crate) struct Moods(HashMap<&'static str, Mood>);

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mood {
    /// It is denied, or kept from happening.
    Denied,
    /// It is wished, feared, asked for, thought of.
    Unreal,
    /// It is to happen.
    Future,
    /// It has happened, as the preposition before it says: "**after** the attack".
    Real,
}

/// Clauses climbed at most.
const HIGHEST: usize = 12;

impl Moods {
    /// The table that comes with the program.
    pub fn shipped() -> Moods {
        let mut moods = HashMap::new();
        for line in include_str!("../../data/actions/moods.tsv").lines().skip(1) {
            let Some((mood, words)) = line.split_once('\t') else { continue };
            let mood = match mood {
                "denied" => Mood::Denied,
                "unreal" => Mood::Unreal,
                "future" => Mood::Future,
                _ => Mood::Real,
            };
            moods.extend(words.split('|').map(|word| (word, mood)));
        }
        Moods(moods)
    }

    fn of(&self, word: &str) -> Option<Mood> {
        self.0.get(word).copied()
    }
}

/// The status of an act at a word, given what its own words say.
pub(super) fn settled(
    tree: &Tree,
    moods: &Moods,
    head: TokenIndex,
    own: EventStatus,
) -> EventStatus {
    if own != EventStatus::Past {
        return own;
    }
    let noun = matches!(tree.upos(head), Upos::NOUN | Upos::PROPN);
    let bare = noun && !is_told(tree, moods, head);
    above(tree, moods, head).unwrap_or(if bare { EventStatus::Hypothetical } else { own })
}

/// What the words over an act make of it, the nearest first.
fn above(tree: &Tree, moods: &Moods, head: TokenIndex) -> Option<EventStatus> {
    let mut at = head;
    for _ in 0..HIGHEST {
        if is_conditional(tree, at) {
            return Some(EventStatus::Hypothetical);
        }
        let governor = tree.head(at)?;
        if depends(tree.role(at)) {
            match moods.of(&tree.lemma(governor).to_lowercase()) {
                Some(Mood::Denied) if !tree.is_negated(governor) => {
                    return Some(EventStatus::Negated);
                }
                Some(Mood::Unreal) => return Some(EventStatus::Hypothetical),
                Some(Mood::Future) => return Some(EventStatus::Future),
                _ => {}
            }
            if tree.modal(governor).is_some() && tree.role(at) == Role::OpenComplement {
                return Some(EventStatus::Hypothetical);
            }
        }
        at = governor;
    }
    None
}

/// What a word over it may make unreal: not a cause, a time or a clause beside it.
fn depends(role: Role) -> bool {
    matches!(
        role,
        Role::Complement
            | Role::OpenComplement
            | Role::NounClause
            | Role::Object
            | Role::NounModifier
            | Role::Oblique
            | Role::PassiveSubject
    )
}

/// "**if** the army leaves", "**whether** it attacked", "**unless**".
fn is_conditional(tree: &Tree, clause: TokenIndex) -> bool {
    const WORDS: [&str; 8] =
        ["if", "unless", "whether", "until", "lest", "provided", "before", "once"];
    let word = |c: &TokenIndex| WORDS.iter().any(|w| tree.form(*c).eq_ignore_ascii_case(w));
    let verbal = matches!(tree.upos(clause), Upos::VERB | Upos::AUX | Upos::ADJ);
    verbal && tree.children_in(clause, Role::Mark).any(|c| word(&c)) && !is_over(tree, clause)
}

/// "once the war had ended", "before they met": told as past all the same.
fn is_over(tree: &Tree, clause: TokenIndex) -> bool {
    const TEMPORAL: [&str; 3] = ["before", "once", "until"];
    let temporal = |c: &TokenIndex| TEMPORAL.iter().any(|w| tree.form(*c).eq_ignore_ascii_case(w));
    tree.children_in(clause, Role::Mark).any(|c| temporal(&c)) && tree.doc.tokens[clause.at()].past
}

/// True for a noun that is told as something that happened: what begins or follows, what has an owner
/// that acts on it, what stands behind "after" or "during".
fn is_told(tree: &Tree, moods: &Moods, noun: TokenIndex) -> bool {
    if moods.of(&tree.preposition(noun)) == Some(Mood::Real) {
        return true;
    }
    let governor = tree.head(noun);
    let past = |verb: TokenIndex| {
        tree.upos(verb) == Upos::VERB
            && tree.doc.tokens[verb.at()].past
            && tree.modal(verb).is_none()
            && !tree.is_negated(verb)
    };
    let role = tree.role(noun);
    let argues = role.is_subject()
        || matches!(role, Role::Object | Role::PassiveSubject | Role::Oblique | Role::Conjunct);
    argues && governor.is_some_and(past)
}
