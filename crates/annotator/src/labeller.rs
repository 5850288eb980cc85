//! Relations: given the tree, a label for each arc, left to right.

use crate::hash::{join, template};
use crate::parser::NONE;
use crate::table::Table;
use crate::tagger::{Tagged, best};

/// A tree with the labels given so far.
#[derive(Debug, Default)]
pub(crate) struct Labelled {
    /// Head of each word; the number of words for the root.
    pub(crate) heads: Vec<u32>,
    /// Label of each word up to the one in hand.
    pub(crate) labels: Vec<u8>,
    /// First and last child of each word.
    ends: Vec<[u32; 2]>,
    /// The sibling before each word, on its side of the head.
    before: Vec<u32>,
    /// Number of children of each word.
    children: Vec<u32>,
}

impl Labelled {
    /// Takes over a tree.
    pub(crate) fn reset(&mut self, heads: &[u32]) {
        self.heads.clear();
        self.heads.extend_from_slice(heads);
        self.labels.clear();
        let n = heads.len();
        self.ends.clear();
        self.ends.resize(n + 1, [NONE; 2]);
        self.before.clear();
        self.before.resize(n, NONE);
        self.children.clear();
        self.children.resize(n + 1, 0);
        for (word, &head) in (0u32..).zip(heads) {
            let Some(ends) = self.ends.get_mut(head as usize) else { continue };
            let same_side = ends[1] != NONE && (ends[1] < head) == (word < head);
            self.before[word as usize] = if same_side { ends[1] } else { NONE };
            *ends = [ends[0].min(word), word];
            self.children[head as usize] += 1;
        }
    }
}

/// Labels the arcs of a tree.
pub(crate) fn label(table: &Table, sentence: Tagged, tree: &mut Labelled) {
    let mut features = Vec::with_capacity(60);
    let mut scores = vec![0; table.width()];
    for at in 0..tree.heads.len() {
        fill(sentence, tree, at, &mut features);
        table.score(&features, &mut scores);
        tree.labels.push(allowed_best(&scores, tree.heads[at] as usize == tree.heads.len()));
    }
}

/// `root`, number 0, for the root and no other.
pub(crate) fn allowed_best(scores: &[i32], is_root: bool) -> u8 {
    match scores.split_first() {
        Some((_, rest)) if !is_root && !rest.is_empty() => best(rest) as u8 + 1,
        _ => 0,
    }
}

/// Features of the arc from word `at` to its head.
pub(crate) fn fill(sentence: Tagged, tree: &Labelled, at: usize, out: &mut Vec<u64>) {
    out.clear();
    let n = tree.heads.len();
    let head = tree.heads.get(at).map_or(n, |&h| h as usize);
    let tag =
        |i: usize| sentence.tags.get(i).map_or(if i == n { 254 } else { 255 }, |t| u64::from(t.0));
    let form = |i: usize| sentence.words.get(i).map_or(1, |w| w.form);
    let suffix = |i: usize| sentence.words.get(i).map_or(1, |w| w.suffixes[2]);
    let ends = |i: usize| tree.ends.get(i).copied().unwrap_or([NONE; 2]).map(|c| c as usize);
    let label = |i: usize| tree.labels.get(i).map_or(255, |&l| u64::from(l));
    let side = u64::from(at > head);
    let gap = at.abs_diff(head);
    let far = if gap < 4 { gap } else { 4 + usize::from(gap > 7) } as u64 * 2 + side;
    let [first, last] = ends(at);
    let [head_first, head_last] = ends(head);
    let before = tree.before.get(at).map_or(usize::MAX, |&b| b as usize);
    let grand = tree.heads.get(head).map_or(usize::MAX, |&g| g as usize);
    let (p, hp, w, hw) = (tag(at), tag(head), form(at), form(head));
    let mut number = 1000;
    let mut add = |values: &[u64]| {
        number += 1;
        out.push(values.iter().fold(template(number), |h, &v| join(h, v)));
    };
    add(&[]);
    add(&[w]);
    add(&[p]);
    add(&[hw, side]);
    add(&[hp, side]);
    add(&[p, hp, far]);
    add(&[w, hp, side]);
    add(&[p, hw, side]);
    add(&[w, hw, side]);
    add(&[w, p, hp]);
    add(&[suffix(at), hp, side]);
    add(&[suffix(at), suffix(head), side]);
    add(&[p, suffix(head), side]);
    for near in [at.wrapping_sub(1), at + 1] {
        add(&[tag(near), p, hp, side]);
        add(&[form(near), p, side]);
    }
    add(&[tag(head.wrapping_sub(1)), p, hp, side]);
    add(&[tag(head + 1), p, hp, side]);
    add(&[form(first), p, hp, side]);
    add(&[form(first), p, hw]);
    add(&[form(first), w]);
    add(&[tag(first), p, hp, side]);
    add(&[form(last), p, hp, side]);
    add(&[tag(last), p, hp, side]);
    add(&[label(first), p, hp, side]);
    add(&[form(head_first), p, hp, side]);
    add(&[tag(head_first), p, hp, side]);
    add(&[form(head_last), p, hp, side]);
    add(&[tag(before), p, hp, side]);
    add(&[label(before), p, hp, side]);
    add(&[label(before), p, hw, side]);
    add(&[form(before), p, hp]);
    add(&[label(head), p, hp, side]);
    add(&[label(head), w, side]);
    add(&[tag(grand), p, hp, side]);
    add(&[u64::from(tree.children.get(at).map_or(0, |&c| c.min(3))), p, hp, side]);
    add(&[
        u64::from(
            sentence.kinds[at.min(head)..at.max(head).min(n)].iter().take(20).fold(0, |a, b| a | b),
        ),
        p,
        hp,
        side,
    ]);
    add(&[u64::from(first == usize::MAX || first > at), p, hp, far]);
}
