//! Figures that must not get worse.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use serde::Deserialize;
use serde_json::Value;

/// The pinned bounds, by JSON pointer into the figures.
#[derive(Debug, Deserialize)]
pub struct Floors {
    at_least: BTreeMap<String, f64>,
    at_most: BTreeMap<String, f64>,
}

impl Floors {
    /// Those of the coverage set.
    pub fn of_coverage() -> anyhow::Result<Floors> {
        toml::from_str(include_str!("../floors.toml")).context("floors.toml does not read")
    }

    /// An error that names each figure out of bounds.
    pub fn hold(&self, figures: &Value) -> anyhow::Result<()> {
        let low = self.at_least.iter().filter(|(name, floor)| figure(figures, name) < **floor);
        let low = low.map(|(name, floor)| told(figures, name, "at least", *floor));
        let high = self.at_most.iter().filter(|(name, top)| figure(figures, name) > **top);
        let high = high.map(|(name, top)| told(figures, name, "at most", *top));
        // What is missing is neither below nor above.
        let missing = self.at_least.keys().chain(self.at_most.keys());
        let missing = missing.filter(|name| figure(figures, name).is_nan());
        let missing = missing.map(|name| format!("{name} is not among the figures"));
        let broken: Vec<String> = low.chain(high).chain(missing).collect();
        match broken.is_empty() {
            true => Ok(()),
            false => bail!("out of bounds: {}; the bounds are in floors.toml", broken.join("; ")),
        }
    }
}

/// Not a number where there is none.
fn figure(figures: &Value, name: &str) -> f64 {
    figures.pointer(name).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

fn told(figures: &Value, name: &str, bound: &str, value: f64) -> String {
    format!("{name} is {}, {bound} {value} is asked", figure(figures, name))
}

/// Each number with its path, in order: "meetings.f1".
pub fn lines(figures: &Value) -> Vec<(String, String)> {
    let named = |name: &str, inner: &Value| -> Vec<(String, String)> {
        let of = |(path, value): (String, String)| match path.is_empty() {
            true => (name.to_owned(), value),
            false => (format!("{name}.{path}"), value),
        };
        lines(inner).into_iter().map(of).collect()
    };
    match figures {
        Value::Object(fields) => fields.iter().flat_map(|(k, v)| named(k, v)).collect(),
        other => vec![(String::new(), other.to_string())],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn floors() -> Floors {
        toml::from_str("at_least = { '/a/f1' = 0.5 }\nat_most = { '/wrong' = 0 }").unwrap()
    }

    #[test]
    fn a_figure_may_stand_on_its_floor_and_not_below() {
        assert!(floors().hold(&json!({"a": {"f1": 0.5}, "wrong": 0})).is_ok());
        let error = floors().hold(&json!({"a": {"f1": 0.4}, "wrong": 2})).unwrap_err().to_string();
        assert!(error.contains("/a/f1 is 0.4") && error.contains("/wrong is 2"), "{error}");
    }

    #[test]
    fn a_figure_that_is_missing_does_not_pass() {
        let error = floors().hold(&json!({"wrong": 0})).unwrap_err().to_string();
        assert!(error.contains("/a/f1 is not among the figures"), "{error}");
    }

    #[test]
    fn the_pinned_bounds_read() {
        assert!(!Floors::of_coverage().unwrap().at_least.is_empty());
    }

    #[test]
    fn figures_are_listed_by_path() {
        let listed = lines(&json!({"a": {"f1": 0.5}, "b": [1, 2]}));
        assert_eq!(listed, [("a.f1".into(), "0.5".into()), ("b".into(), "[1,2]".into())]);
    }
}
