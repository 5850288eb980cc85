//! Features of the parse, by roles: what the name does for which word, and what hangs on it.

use text::{Role, Upos};

use super::features::Features;
use super::view::{NameKind, Seen, View};

/// Coordinations and appositions that are climbed at most.
const CLIMB: usize = 5;

/// What the name does, for which word, and what that word does.
pub(super) fn above(view: &View, features: &mut Features) {
    let head = view.head();
    let Some(own) = view.words.get(head) else { return };
    let kind = view.kind as u64;
    features.add("role", &[own.role as u64]);
    features.add("role-kind", &[own.role as u64, kind]);
    let top = climb(view, head, features);
    let Some(word) = view.words.get(top) else { return };
    let role = word.role as u64;
    features.add("top-role", &[role]);
    features.add("top-role-kind", &[role, kind]);
    let case = preposition(view, top);
    features.add("preposition", &[case]);
    features.add("preposition-kind", &[case, kind]);
    if let Some(at) = word.head {
        governor(view, (top, at), case, features);
    }
}

/// From a member of a coordination, a name explained or a part of one, to what it is a member or part of.
fn climb(view: &View, from: usize, features: &mut Features) -> usize {
    let mut at = from;
    for _ in 0..CLIMB {
        let Some(word) = view.words.get(at) else { break };
        let climbs = matches!(word.role, Role::Conjunct | Role::Apposition | Role::Flat);
        let Some(head) = word.head.filter(|&h| climbs && h < view.words.len()) else { break };
        if word.role == Role::Conjunct {
            features.add("conjunct", &[]);
        }
        features.add("under", &[word.role as u64, sort(&view.words[head])]);
        at = head;
    }
    at
}

/// What a name is listed as, or how any other word is tagged.
fn sort(word: &Seen) -> u64 {
    match word.kind {
        NameKind::Unlisted => 100 + word.upos as u64,
        listed => listed as u64,
    }
}

/// The lemma of the preposition; 0 if there is none.
fn preposition(view: &View, of: usize) -> u64 {
    let case = |(_, word): &(usize, &Seen)| word.role == Role::Case && word.upos != Upos::PART;
    view.children(of).find(case).map_or(0, |(_, word)| word.lemma)
}

fn governor(view: &View, (top, at): (usize, usize), case: u64, features: &mut Features) {
    let (Some(word), Some(over)) = (view.words.get(top), view.words.get(at)) else { return };
    let (role, kind) = (word.role as u64, view.kind as u64);
    features.add("governor", &[over.lemma]);
    features.add("role-governor", &[role, over.lemma]);
    features.add("preposition-governor", &[case, over.lemma]);
    features.add("role-preposition-tag", &[role, case, over.upos as u64]);
    features.add("governor-role", &[role, over.role as u64]);
    features.add_classes("role-class", &[role], &over.classes);
    features.add_classes("preposition-class", &[case], &over.classes);
    features.add_classes("role-kind-class", &[role, kind], &over.classes);
    for (_, sister) in view.children(at).filter(|(other, _)| *other != top) {
        beside_governor(word.role, case, sister, features);
    }
    let Some(next) = over.head.and_then(|h| view.words.get(h)) else { return };
    features.add("over-governor", &[next.lemma]);
    features.add_classes("over-class", &[role, over.role as u64], &next.classes);
    let outer = preposition(view, at);
    features.add("prepositions", &[case, outer]);
}

/// The object of the verb whose subject the name is; the subject and object of one it is not the subject of.
fn beside_governor(role: Role, case: u64, sister: &Seen, features: &mut Features) {
    match (role, sister.role) {
        (Role::Subject | Role::PassiveSubject, Role::Object) => {
            features.add("its-object", &[sister.lemma]);
            features.add_classes("its-object-class", &[], &sister.classes);
        }
        (Role::Subject, Role::Copula | Role::Complement | Role::OpenComplement) => {
            features.add("its-complement", &[sister.role as u64]);
        }
        (Role::Object | Role::Oblique, Role::Subject | Role::PassiveSubject) => {
            features.add_classes("subject-class", &[case], &sister.classes);
        }
        (Role::Oblique, Role::Object) => {
            features.add("object", &[case, sister.lemma]);
            features.add_classes("object-class", &[case], &sister.classes);
        }
        _ => {}
    }
}

/// What hangs on the name: articles, adjectives, owners, further names.
pub(super) fn below(view: &View, features: &mut Features) {
    let head = view.head();
    for (_, word) in view.children(head) {
        let role = word.role as u64;
        match word.role {
            Role::Case => features.add("own-case", &[word.lemma]),
            Role::Conjunct => {
                features.add("with", &[sort(word)]);
                features.add_classes("with-class", &[], &word.classes);
            }
            Role::Punctuation => continue,
            _ => {
                features.add("below", &[role]);
                features.add("below-word", &[role, word.lemma]);
            }
        }
        features.add_classes("below-class", &[role], &word.classes);
    }
}
