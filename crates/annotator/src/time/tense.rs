//! Whether the words around an expression look back or ahead.
//!
//! The parse is asked first: the nearest verb above the expression, with its modal. Where there is
//! no parse, the nearest cue to the left, then to the right, in the same stretch between semicolons.

use text::{Role, Token, Upos};

use super::atom::Atom;
use super::scene::Scene;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

const AHEAD: [&str; 7] = ["will", "'ll", "would", "shall", "may", "could", "should"];

/// What is arranged for a day lies ahead, whatever the tense of the arranging.
const ARRANGED: [&str; 10] = [
    "schedule", "scheduled", "plan", "planned", "expect", "expected", "slate", "slated", "due",
    "upcoming",
];

const WAS: [&str; 36] = [
    "was", "were", "had", "did", "said", "told", "met", "held", "took", "gave", "made", "came",
    "went", "saw", "began", "became", "left", "led", "spoke", "wrote", "rose", "fell", "won",
    "lost", "sent", "brought", "got", "found", "thought", "flew", "paid", "sold", "ran", "hit",
    "broke", "shot",
];

/// No clause has more verbs above a date than this, as far as it matters.
const CLIMB: usize = 5;

/// Where the clause of the words at `at` looks.
pub(super) fn tense(scene: &Scene, at: usize) -> Tense {
    let before = scene.atoms.get(at.saturating_sub(4)..at).unwrap_or_default();
    if before.iter().any(|atom| ARRANGED.contains(&&*atom.word)) {
        return Tense::Future;
    }
    let parsed = scene.atoms.get(at).map_or(Tense::Unknown, |atom| by_parse(scene.tokens, atom));
    if parsed == Tense::Unknown { by_cues(scene, at) } else { parsed }
}

fn by_parse(tokens: &[Token], atom: &Atom) -> Tense {
    let mut index = atom.token;
    for _ in 0..CLIMB {
        let Some(head) = tokens.get(index).and_then(|token| token.head) else { break };
        index = head.at();
        let Some(token) = tokens.get(index) else { break };
        if matches!(token.upos, Upos::VERB | Upos::AUX) {
            return of_verb(tokens, index, token);
        }
    }
    Tense::Unknown
}

fn of_verb(tokens: &[Token], index: usize, verb: &Token) -> Tense {
    if ARRANGED.contains(&&*verb.lemma) {
        return Tense::Future;
    }
    let near = tokens.get(index.saturating_sub(12)..index).unwrap_or_default();
    let helpers = || near.iter().filter(|t| t.head.is_some_and(|head| head.at() == index));
    if helpers().any(|t| t.role == Role::Modal || (t.role == Role::Mark && t.lemma == "to")) {
        return Tense::Future;
    }
    let looks_back = verb.past || helpers().any(|t| t.role == Role::Auxiliary && t.past);
    if looks_back { Tense::Past } else { Tense::Unknown }
}

fn by_cues(scene: &Scene, at: usize) -> Tense {
    let (left, right) = scene.atoms.split_at(at.min(scene.atoms.len()));
    let open = |atom: &&Atom| atom.word != ";";
    let leftward = left.iter().rev().take_while(open).find_map(|atom| cue(scene.tokens, atom));
    let rightward = || right.iter().take_while(open).find_map(|atom| cue(scene.tokens, atom));
    leftward.or_else(rightward).unwrap_or(Tense::Unknown)
}

fn cue(tokens: &[Token], atom: &Atom) -> Option<Tense> {
    let word = atom.word.as_str();
    if AHEAD.contains(&word) && !atom.capital() {
        return Some(Tense::Future);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !atom.capital();
    let past = tokens.get(atom.token).is_some_and(|token| token.past);
    (past || regular || WAS.contains(&word)).then_some(Tense::Past)
}
