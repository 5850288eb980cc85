//! Scores of heads to the best tree: Chu and Liu's way, with one root.

use super::Matrix;

/// The head of each of `n` words: 0 the root, 1 the first word. `scores` has a row for each word, a
/// column for the root and each word; a word is never its own head.
pub(crate) fn best_tree(scores: &[f32], n: usize) -> Vec<usize> {
    let mut heads = vec![0; n + 1];
    for (head, row) in heads.iter_mut().skip(1).zip(scores.chunks_exact(n + 1)) {
        *head = heaviest(0..=n, |head| row[head]);
    }
    let lone = heads.iter().skip(1).filter(|head| **head == 0).count() < 2;
    if lone && cycle(&heads).is_none() {
        heads.remove(0);
        return heads;
    }
    mended(scores, n)
}

/// The best tree where the best head of each word makes none.
fn mended(scores: &[f32], n: usize) -> Vec<usize> {
    let mut weights = Matrix::zeros((n + 1, n + 1));
    weights.iter_mut().skip(n + 1).zip(scores).for_each(|(weight, score)| *weight = *score);
    let heads = spanning(&weights);
    let roots: Vec<usize> = (1..=n).filter(|word| heads[*word] == 0).collect();
    if roots.len() < 2 {
        return heads[1..].to_vec();
    }
    let gain = |root: usize| {
        let other = weights.row(root).iter().skip(1).copied().fold(f32::MIN, f32::max);
        weights[[root, 0]] - other
    };
    let root = roots.into_iter().max_by(|a, b| gain(*a).total_cmp(&gain(*b))).unwrap_or(1);
    for word in 1..=n {
        if word == root {
            weights.row_mut(word).iter_mut().skip(1).for_each(|weight| *weight = NEVER);
        } else {
            weights[[word, 0]] = NEVER;
        }
    }
    spanning(&weights)[1..].to_vec()
}

/// What an arc weighs that may not be.
const NEVER: f32 = -1e8;

/// The heaviest tree from node 0: for each node its head; 0 for node 0. `weights` has a row for each
/// node, a column for each head.
fn spanning(weights: &Matrix) -> Vec<usize> {
    let nodes = weights.nrows();
    let mut heads = vec![0; nodes];
    for node in 1..nodes {
        let others = (0..nodes).filter(|head| *head != node);
        heads[node] = heaviest(others, |head| weights[[node, head]]);
    }
    match cycle(&heads) {
        Some(cycle) => without_cycle(weights, heads, &cycle),
        None => heads,
    }
}

/// The first of the nodes with the highest weight.
fn heaviest(nodes: impl Iterator<Item = usize>, weight: impl Fn(usize) -> f32) -> usize {
    let heavier = |top: (usize, f32), node: usize| match weight(node) {
        weight if weight > top.1 => (node, weight),
        _ => top,
    };
    nodes.fold((0, f32::NEG_INFINITY), heavier).0
}

/// The nodes of a circle of heads, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut seen = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut at = start;
        while at != 0 && seen[at] == 0 {
            seen[at] = start;
            at = heads[at];
        }
        if at != 0 && seen[at] == start {
            let mut cycle = vec![at];
            let mut next = heads[at];
            while next != at {
                cycle.push(next);
                next = heads[next];
            }
            return Some(cycle);
        }
    }
    None
}

/// The heaviest tree when a circle is taken for one node and broken where it costs least.
fn without_cycle(weights: &Matrix, mut heads: Vec<usize>, cycle: &[usize]) -> Vec<usize> {
    let rest: Vec<usize> = (0..weights.nrows()).filter(|node| !cycle.contains(node)).collect();
    let whole = rest.len();
    // What entering the circle at a node changes.
    let change = |node: usize, from: usize| weights[[node, from]] - weights[[node, heads[node]]];
    let in_cycle = || cycle.iter().copied();
    let entry: Vec<usize> =
        rest.iter().map(|from| heaviest(in_cycle(), |node| change(node, *from))).collect();
    let lead: Vec<usize> =
        rest.iter().map(|to| heaviest(in_cycle(), |node| weights[[*to, node]])).collect();
    let folded = Matrix::from_shape_fn((whole + 1, whole + 1), |(node, head)| {
        match (node == whole, head == whole) {
            (true, true) => NEVER,
            (true, false) => change(entry[head], rest[head]),
            (false, true) => weights[[rest[node], lead[node]]],
            (false, false) => weights[[rest[node], rest[head]]],
        }
    });
    let small = spanning(&folded);
    for node in 1..whole {
        let head = small[node];
        heads[rest[node]] = if head == whole { lead[node] } else { rest[head] };
    }
    let from = small[whole];
    heads[entry[from]] = rest[from];
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_broken_where_it_costs_least() {
        let never = -1e9;
        let scores = [5.0, never, 10.0, 0.0, 1.0, 10.0, never, 0.0, 0.0, 0.0, 9.0, never];
        assert_eq!(best_tree(&scores, 3), [0, 1, 2]);
    }

    #[test]
    fn there_is_one_root() {
        let never = -1e9;
        let scores = [9.0, never, 8.0, 9.5, 1.0, never];
        assert_eq!(best_tree(&scores, 2), [2, 0]);
    }

    #[test]
    fn no_words_no_tree() {
        assert!(best_tree(&[], 0).is_empty());
    }
}
