//! Scores of heads to the best tree: Chu and Liu's way, with one root.

use super::Matrix;

/// The head of each word: 0 the root, 1 the first word. `scores` has a row for each word, a column
/// for the root and each word.
pub(crate) fn best_tree(scores: &Matrix) -> Vec<usize> {
    let n = scores.nrows();
    let weight = |word: usize, head: usize| scores[[word - 1, head]];
    let heads = spanning(n + 1, &weight);
    let roots: Vec<usize> = (1..=n).filter(|word| heads[*word] == 0).collect();
    if roots.len() < 2 {
        return heads[1..].to_vec();
    }
    let gain = |root: usize| {
        let other = (1..=n).map(|head| weight(root, head)).fold(f32::MIN, f32::max);
        weight(root, 0) - other
    };
    let root = roots.iter().copied().max_by(|a, b| gain(*a).total_cmp(&gain(*b))).unwrap_or(1);
    let alone = |word: usize, head: usize| match (word == root, head == 0) {
        (true, false) | (false, true) => NEVER,
        _ => weight(word, head),
    };
    spanning(n + 1, &alone)[1..].to_vec()
}

/// What an arc weighs that may not be.
const NEVER: f32 = -1e8;

/// The heaviest tree from node 0: for each node its head; 0 for node 0.
fn spanning(nodes: usize, weight: &dyn Fn(usize, usize) -> f32) -> Vec<usize> {
    let mut heads = vec![0; nodes];
    for node in 1..nodes {
        let others = (0..nodes).filter(|head| *head != node);
        heads[node] = others
            .max_by(|a, b| weight(node, *a).total_cmp(&weight(node, *b)).then(b.cmp(a)))
            .unwrap_or(0);
    }
    match cycle(&heads) {
        Some(cycle) => without_cycle(nodes, weight, &heads, &cycle),
        None => heads,
    }
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
fn without_cycle(
    nodes: usize,
    weight: &dyn Fn(usize, usize) -> f32,
    heads: &[usize],
    cycle: &[usize],
) -> Vec<usize> {
    let mut in_cycle = vec![false; nodes];
    cycle.iter().for_each(|node| in_cycle[*node] = true);
    let rest: Vec<usize> = (0..nodes).filter(|node| !in_cycle[*node]).collect();
    let whole = rest.len();
    // What entering the circle at a node changes, and from which node of it others are best led.
    let enters = |from: usize| {
        let change = |node: usize| weight(node, from) - weight(node, heads[node]);
        cycle.iter().copied().max_by(|a, b| change(*a).total_cmp(&change(*b)).then(b.cmp(a)))
    };
    let leads = |to: usize| {
        cycle
            .iter()
            .copied()
            .max_by(|a, b| weight(to, *a).total_cmp(&weight(to, *b)).then(b.cmp(a)))
    };
    let entry: Vec<usize> = rest.iter().map(|from| enters(*from).unwrap_or(0)).collect();
    // Node 0 has no head.
    let led = rest.iter().map(|to| if *to == 0 { 0 } else { leads(*to).unwrap_or(0) });
    let lead: Vec<usize> = led.collect();
    let folded = |node: usize, head: usize| match (node == whole, head == whole) {
        (true, _) => weight(entry[head], rest[head]) - weight(entry[head], heads[entry[head]]),
        (_, true) => weight(rest[node], lead[node]),
        _ => weight(rest[node], rest[head]),
    };
    let small = spanning(whole + 1, &folded);
    let mut out = heads.to_vec();
    for node in 1..whole {
        let head = small[node];
        out[rest[node]] = if head == whole { lead[node] } else { rest[head] };
    }
    let from = small[whole];
    out[entry[from]] = rest[from];
    out
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn a_circle_is_broken_where_it_costs_least() {
        let never = -1e9;
        let scores =
            array![[5.0, never, 10.0, 0.0], [1.0, 10.0, never, 0.0], [0.0, 0.0, 9.0, never]];
        assert_eq!(best_tree(&scores), [0, 1, 2]);
    }

    #[test]
    fn there_is_one_root() {
        let never = -1e9;
        let scores = array![[9.0, never, 8.0], [9.5, 1.0, never]];
        assert_eq!(best_tree(&scores), [2, 0]);
    }

    #[test]
    fn no_words_no_tree() {
        assert!(best_tree(&Matrix::zeros((0, 1))).is_empty());
    }
}
