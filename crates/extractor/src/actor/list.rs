//! Lists of actors: "Turkey, Syria, Russia and Iran", "Akar and Fidan", "X along with Y".
//!
//! Reads:  actors with only a comma or a joining word between them. A comma joins only in a list that
//!         ends in *and*, or among bare states.
//! Silent: "in Moscow, the ministry said": a comma that joins nothing.

use record::ActorKind;
use text::TokenIndex;

use super::kinds::Actor;
use crate::tree::Tree;

/// How two neighbours stand to each other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Joint {
    /// "and", "along with"
    Word,
    /// ","
    Comma,
    /// ", and"
    Both,
    /// Anything else.
    None,
}

/// The indices of the list that holds actor `n`.
pub(crate) fn around(tree: &Tree, actors: &[Actor], n: usize) -> std::ops::Range<usize> {
    let (mut first, mut end) = run(tree, actors, n);
    while first < end {
        let list = first_list(tree, actors, first, end);
        if list.contains(&n) {
            return list;
        }
        first = list.end;
    }
    end = n + 1;
    n..end
}

/// The longest run of neighbours with some joint between them.
fn run(tree: &Tree, actors: &[Actor], n: usize) -> (usize, usize) {
    let mut first = n;
    while first > 0 && joint(tree, &actors[first - 1], &actors[first]) != Joint::None {
        first -= 1;
    }
    let mut end = n + 1;
    while end < actors.len() && joint(tree, &actors[end - 1], &actors[end]) != Joint::None {
        end += 1;
    }
    (first, end)
}

/// The list that a run begins with: up to its "and", or one actor if there is none.
fn first_list(tree: &Tree, actors: &[Actor], first: usize, end: usize) -> std::ops::Range<usize> {
    let mut last = first;
    while last + 1 < end {
        match joint(tree, &actors[last], &actors[last + 1]) {
            Joint::Both => return first..last + 2,
            Joint::Word => {
                let more = last + 2 < end
                    && joint(tree, &actors[last + 1], &actors[last + 2]) == Joint::Word;
                if !more {
                    return first..last + 2;
                }
            }
            Joint::Comma | Joint::None => {}
        }
        last += 1;
    }
    let states = actors[first..end].iter().all(|a| a.kind == ActorKind::State);
    if states && end - first > 2 { first..end } else { first..first + 1 }
}

fn joint(tree: &Tree, left: &Actor, right: &Actor) -> Joint {
    const FURTHEST: usize = 4;
    if left.end() >= right.start() || right.start() - left.end() > FURTHEST {
        return Joint::None;
    }
    if tree.sentence_index(left.tokens.start) != tree.sentence_index(right.tokens.start) {
        return Joint::None;
    }
    let words = (left.end()..right.start()).map(|t| tree.form(TokenIndex(t as u32)));
    match words.collect::<Vec<_>>().join(" ").to_lowercase().as_str() {
        "," => Joint::Comma,
        "and" | "&" | "/" | "as well as" | "along with" | "together with" | "alongside" => {
            Joint::Word
        }
        ", and" | ", as well as" | ", along with" | ", together with" | ", alongside" => {
            Joint::Both
        }
        _ => Joint::None,
    }
}
