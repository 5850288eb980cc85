//! Labels of words that are part of names.

use text::EntityKind;

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

/// Runs of words that are names, with their kinds.
pub(crate) fn runs(labels: &[NameLabel]) -> Vec<(usize, usize, EntityKind)> {
    let mut runs: Vec<(usize, usize, EntityKind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match (label.kind(), label.goes_on()) {
            (Some(_), true) => runs.last_mut().into_iter().for_each(|name| name.1 = at + 1),
            (Some(kind), false) => runs.push((at, at + 1, kind)),
            (None, _) => {}
        }
    }
    runs
}
