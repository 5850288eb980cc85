//! Features of the name itself and of the words beside it.

use super::features::Features;
use super::view::{NameKind, Seen, View, word};

/// Words on each side that count as neighbours.
const NEAR: isize = 4;

/// Stands for a word where the sentence has ended.
const NONE: u64 = 1;

/// What is written, and what the lexicon knows of it.
pub(super) fn name(view: &View, features: &mut Features) {
    let kind = view.kind as u64;
    features.add("kind", &[kind]);
    features.add("name", &[word(&view.form.to_lowercase())]);
    features.add("length", &[view.name.len().min(4) as u64]);
    if view.form.len() > 4 && view.form == view.form.to_uppercase() {
        features.add("capitals", &[]);
    }
    if view.kind == NameKind::Unlisted {
        features.add("last", &[word(&view.last)]);
        features.add("last-class", &[view.last_kind.unwrap_or_default()]);
        let cut = view.last.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        features.add("ending", &[word(&view.last[cut..])]);
    }
}

/// The words before and after, alone, in pairs, and by class.
pub(super) fn neighbours(view: &View, features: &mut Features) {
    for steps in 1..=NEAR {
        neighbour("before", view.beside(-steps), steps, features);
        neighbour("after", view.beside(steps), steps, features);
    }
    let form = |steps: isize| view.beside(steps).map_or(NONE, |w| w.form);
    let tag = |steps: isize| view.beside(steps).map_or(99, |w| w.upos as u64);
    let kind = view.kind as u64;
    features.add("two-before", &[form(-2), form(-1)]);
    features.add("two-after", &[form(1), form(2)]);
    features.add("around", &[form(-1), form(1)]);
    features.add("tags-around", &[tag(-1), tag(1)]);
    features.add("before-kind", &[form(-1), kind]);
    features.add("after-kind", &[form(1), kind]);
    features.add("after-tag-kind", &[tag(1), kind]);
    for (told, steps) in [("before-class-kind", -1), ("after-class-kind", 1)] {
        let classes = view.beside(steps).map_or(&[][..], |w| &w.classes);
        features.add_classes(told, &[kind], classes);
    }
    if let Some(last) = view.capitals_after().last() {
        features.add("capitals-end", &[last.lemma]);
        features.add_classes("capitals-end-class", &[kind], &last.classes);
    }
    for word in view.words.iter().filter(|w| is_content(w)) {
        features.add("sentence", &[word.company]);
    }
}

fn neighbour(side: &str, word: Option<&Seen>, steps: isize, features: &mut Features) {
    let form = word.map_or(NONE, |w| w.form);
    let steps = steps as u64;
    features.add(side, &[form, steps]);
    features.add(side, &[form]);
    let Some(word) = word else { return };
    features.add_classes(side, &[], &word.classes);
    if steps <= 2 {
        features.add_classes(side, &[steps], &word.classes);
        features.add(side, &[word.upos as u64, steps, 2]);
    }
}

fn is_content(word: &Seen) -> bool {
    matches!(word.upos, text::Upos::NOUN | text::Upos::VERB)
}
