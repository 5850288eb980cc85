//! Names by a greedy perceptron over BIO labels.

use text::EntityKind;

use crate::hash::{join, template};
use crate::table::Table;
use crate::tagger::{Casing, Tagged};

/// Outside; then begin and inside for each kind.
pub(crate) const LABELS: usize = 1 + 2 * KINDS.len();

const KINDS: [(EntityKind, &str); 5] = [
    (EntityKind::Person, "PER"),
    (EntityKind::Organization, "ORG"),
    (EntityKind::GeopoliticalEntity, "GPE"),
    (EntityKind::Location, "LOC"),
    (EntityKind::Facility, "FAC"),
];

/// A BIO label by its number: 0 outside, odd begins, even goes on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct NameLabel(pub(crate) u8);

impl NameLabel {
    /// No name.
    pub(crate) const OUTSIDE: NameLabel = NameLabel(0);

    /// From `B-PER` and its like; outside for anything else.
    pub(crate) fn parse(label: &str) -> NameLabel {
        let (begins, kind) = label.split_once('-').unwrap_or_default();
        let at = KINDS.iter().position(|(_, name)| *name == kind);
        let inside = u8::from(begins == "I");
        at.map_or(NameLabel::OUTSIDE, |i| NameLabel(1 + 2 * i as u8 + inside))
    }

    /// The kind of name it is part of.
    pub(crate) fn kind(self) -> Option<EntityKind> {
        let at = usize::from(self.0.checked_sub(1)?) / 2;
        KINDS.get(at).map(|(kind, _)| *kind)
    }

    /// True if a name goes on.
    pub(crate) fn goes_on(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }
}

/// Runs of tokens that are names, with their kinds.
pub(crate) fn find(table: &Table, sentence: Tagged, out: &mut Vec<(usize, usize, EntityKind)>) {
    let casing = Casing::of(sentence.words);
    let mut labels: Vec<NameLabel> = Vec::with_capacity(sentence.words.len());
    let mut features = Vec::with_capacity(50);
    let mut scores = vec![0; table.width()];
    for at in 0..sentence.words.len() {
        fill(sentence, &labels, at, casing, &mut features);
        table.score(&features, &mut scores);
        let label = allowed_best(&scores, labels.last().copied());
        labels.push(label);
        match (label.kind(), label.goes_on()) {
            (Some(_), true) => out.last_mut().into_iter().for_each(|name| name.1 = at + 1),
            (Some(kind), false) => out.push((at, at + 1, kind)),
            (None, _) => {}
        }
    }
}

/// The best label that may follow `last`: a name goes on only as the kind it began.
pub(crate) fn allowed_best(scores: &[i32], last: Option<NameLabel>) -> NameLabel {
    let kind = last.and_then(NameLabel::kind);
    let allowed = |l: &NameLabel| !l.goes_on() || (kind.is_some() && l.kind() == kind);
    let labels = (0..scores.len().min(LABELS)).rev().map(|i| NameLabel(i as u8));
    labels
        .filter(allowed)
        .max_by_key(|l| scores.get(usize::from(l.0)))
        .unwrap_or(NameLabel::OUTSIDE)
}

/// Features of word `at`; labels before it are known.
pub(crate) fn fill(
    sentence: Tagged,
    labels: &[NameLabel],
    at: usize,
    casing: Casing,
    out: &mut Vec<u64>,
) {
    out.clear();
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|i| sentence.words.get(i));
    let form = |offset: isize| word(offset).map_or(1, |w| w.form);
    let shape = |offset: isize| word(offset).map_or(1, |w| w.shape);
    let tag = |offset: isize| {
        at.checked_add_signed(offset)
            .and_then(|i| sentence.tags.get(i))
            .map_or(255, |t| u64::from(t.0))
    };
    let label = |back: usize| {
        at.checked_sub(back).and_then(|i| labels.get(i)).map_or(99, |l| u64::from(l.0))
    };
    let Some(w) = word(0) else { return };
    let (l1, l2, case) = (label(1), label(2), casing as u64);
    let mut number = 3000;
    let mut add = |values: &[u64]| {
        number += 1;
        out.push(values.iter().fold(template(number), |h, &v| join(h, v)));
    };
    add(&[]);
    add(&[w.form]);
    add(&[w.form, shape(0)]);
    add(&[w.form, l1]);
    w.suffixes.iter().for_each(|&s| add(&[s, shape(0)]));
    w.prefixes.iter().for_each(|&p| add(&[p]));
    add(&[shape(0), case, u64::from(at == 0)]);
    add(&[tag(0), l1]);
    add(&[tag(0), shape(0), l1]);
    add(&[l1, l2]);
    add(&[l1, shape(-1), shape(0), shape(1)]);
    for offset in [-2, -1, 1, 2] {
        add(&[form(offset)]);
        add(&[shape(offset), shape(0)]);
        add(&[tag(offset), tag(0)]);
        add(&[word(offset).map_or(1, |w| w.suffixes[2]), shape(0)]);
    }
    add(&[form(-1), l1]);
    add(&[form(-1), w.form]);
    add(&[form(1), w.form]);
    add(&[form(-1), form(1)]);
    add(&[form(-2), form(-1), shape(0)]);
    add(&[form(1), form(2), shape(0)]);
    add(&[tag(-1), tag(0), tag(1), l1]);
}
