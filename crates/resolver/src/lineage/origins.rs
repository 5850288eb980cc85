//! Families of articles that are one report.

/// Places of a list, joined two by two.
pub(super) struct Families {
    parent: Vec<usize>,
}

impl Families {
    /// Each by itself.
    pub fn new(count: usize) -> Families {
        Families { parent: (0..count).collect() }
    }

    /// Joins the families of two.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.head(a), self.head(b));
        if let Some(parent) = self.parent.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }

    /// The least of its family.
    pub fn head(&self, mut at: usize) -> usize {
        while let Some(parent) = self.parent.get(at).copied().filter(|parent| *parent != at) {
            at = parent;
        }
        at
    }

    /// Members by head, heads in order.
    pub fn families(&self) -> Vec<Vec<usize>> {
        let mut families: std::collections::BTreeMap<usize, Vec<usize>> = Default::default();
        (0..self.parent.len()).for_each(|at| families.entry(self.head(at)).or_default().push(at));
        families.into_values().collect()
    }
}
