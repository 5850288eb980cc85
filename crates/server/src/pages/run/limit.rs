//! How often each kind of answer was right where that could be counted.

use schemars::JsonSchema;
use serde::Serialize;

/// One line a figure; the sets are described with the scores in the documentation.
const LIMITS: &str = include_str!("../../limits.tsv");

/// A figure, and what it was measured on.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Limit {
    /// "a meeting’s day"
    pub what: &'static str,
    /// "precision"
    pub measure: &'static str,
    /// ".889"; a share of 1 unless the measure counts.
    pub figure: &'static str,
    /// The set.
    pub set: &'static str,
    /// How many items of it were judged.
    pub size: &'static str,
}

/// All of them.
pub fn limits() -> Vec<Limit> {
    let lines = LIMITS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(limit).collect()
}

fn limit(line: &'static str) -> Option<Limit> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().filter(|field| !field.is_empty());
    Some(Limit { what: next()?, measure: next()?, figure: next()?, set: next()?, size: next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_figure_a_measure_and_a_set() {
        let lines = LIMITS.lines().filter(|line| !line.starts_with('#')).count();
        let limits = limits();
        assert_eq!(limits.len(), lines, "a line lacks a field");
        assert!(limits.len() > 20);
        for limit in limits {
            let figure: f64 = limit.figure.parse().unwrap();
            assert!((0.0..=1.0).contains(&figure), "{limit:?}");
            assert!(limit.size.parse::<usize>().is_ok_and(|size| size > 0), "{limit:?}");
        }
    }

    #[test]
    fn every_figure_stands_in_the_documentation() {
        let scores = include_str!("../../../../../docs/scores.md");
        for limit in limits() {
            let bare = limit.figure.trim_end_matches('0').trim_end_matches('.');
            assert!(scores.contains(bare), "{limit:?} is not in docs/scores.md");
        }
    }
}
