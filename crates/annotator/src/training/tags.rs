//! The tags worth telling apart.

use super::conllu::Gold;
use crate::tagger::Tagset;

/// Tags rarer than this in the treebanks are folded into the first tag of their UPOS.
const RAREST_TAG: usize = 30;

/// The tags worth telling apart, most frequent first within the whole.
pub(crate) fn tagset(gold: &[&Gold]) -> Tagset {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for tag in gold.iter().flat_map(|g| &g.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut names: Vec<_> = counts.into_iter().filter(|&(_, n)| n >= RAREST_TAG).collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    Tagset::new(names.into_iter().map(|(name, _)| name.to_owned()).collect())
        .unwrap_or_else(Tagset::unknown)
}
