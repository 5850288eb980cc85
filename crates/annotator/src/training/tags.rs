//! Learning tags.

use super::conllu::Gold;
use super::learner::{Learner, Random};
use crate::table::Table;
use crate::tagger::{Casing, Tag, Tagset, best, fill};
use crate::word::{Spelling, Word};

/// Tags rarer than this in the treebanks are folded into the first tag of their UPOS.
const RAREST_TAG: usize = 30;

/// Passes over the treebanks.
const PASSES: usize = 6;

/// The tags worth telling apart, most frequent first within the whole.
pub(crate) fn tagset(gold: &[Gold]) -> Tagset {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for tag in gold.iter().flat_map(|g| &g.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    let mut names: Vec<_> = counts.into_iter().filter(|&(_, n)| n >= RAREST_TAG).collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    Tagset::new(names.into_iter().map(|(name, _)| name.to_owned()).collect())
        .unwrap_or_else(Tagset::unknown)
}

/// The words of a sentence as the models see them.
pub(crate) fn words(gold: &Gold) -> Vec<Word> {
    let mut spelling = Spelling::default();
    gold.forms.iter().map(|form| spelling.read(form)).collect()
}

/// Learns from the sentences for which `wanted` holds.
pub(crate) fn learn(
    gold: &[Gold],
    tagset: &Tagset,
    bits: u32,
    wanted: impl Fn(usize) -> bool,
) -> Table {
    let mut learner = Learner::new(bits, tagset.names().len());
    let mut order: Vec<usize> = (0..gold.len()).filter(|&i| wanted(i)).collect();
    let mut random = Random(17);
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &at in &order {
            for _ in 0..gold[at].weight {
                learn_sentence(&gold[at], tagset, &mut learner);
            }
        }
    }
    learner.table(2)
}

fn learn_sentence(gold: &Gold, tagset: &Tagset, learner: &mut Learner) {
    let words = words(gold);
    let casing = Casing::of(&words);
    let (mut tags, mut features) = (Vec::new(), Vec::new());
    let mut scores = vec![0; tagset.names().len()];
    for (at, name) in gold.tags.iter().enumerate() {
        fill(&words, &tags, at, casing, &mut features);
        learner.score(&features, &mut scores);
        let guess = best(&scores);
        learner.learn(&features, usize::from(tagset.find(name).0), guess);
        tags.push(Tag(guess as u8));
    }
}
