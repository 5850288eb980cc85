//! The columns of a matrix: outlets, those of one origin together.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

/// Columns of one table; more cannot be read beside each other.
const MOST: usize = 24;

/// An origin and the outlets that published it.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
pub struct OriginColumns {
    /// Its id.
    pub origin: String,
    /// Outlets, by name.
    pub outlets: Vec<String>,
}

/// Which column is whose.
pub struct Columns {
    /// By origin, the largest first.
    pub origins: Vec<OriginColumns>,
    /// Outlets left out.
    pub more: usize,
    at: BTreeMap<(String, String), usize>,
}

impl Columns {
    /// Of these origins and outlets, each named as often as wanted.
    pub fn of<'a>(places: impl Iterator<Item = (&'a str, &'a str)>) -> Columns {
        let mut by_origin: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        places.for_each(|(origin, outlet)| {
            by_origin.entry(origin).or_default().insert(outlet);
        });
        let mut origins: Vec<_> = by_origin.into_iter().collect();
        origins.sort_by_key(|(_, outlets)| std::cmp::Reverse(outlets.len()));
        let all: usize = origins.iter().map(|(_, outlets)| outlets.len()).sum();
        let mut columns =
            Columns { origins: Vec::new(), more: all.saturating_sub(MOST), at: BTreeMap::new() };
        for (origin, outlets) in origins {
            columns.push(origin, outlets);
        }
        columns
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.at.len()
    }

    /// The column of an outlet in an origin.
    pub fn at(&self, (origin, outlet): (&str, &str)) -> Option<usize> {
        self.at.get(&(origin.to_owned(), outlet.to_owned())).copied()
    }

    fn push(&mut self, origin: &str, outlets: BTreeSet<&str>) {
        let room = MOST.saturating_sub(self.count());
        let outlets: Vec<String> = outlets.into_iter().take(room).map(str::to_owned).collect();
        for outlet in &outlets {
            self.at.insert((origin.to_owned(), outlet.clone()), self.at.len());
        }
        if !outlets.is_empty() {
            self.origins.push(OriginColumns { origin: origin.to_owned(), outlets });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_stand_beside_each_other_and_the_largest_origin_first() {
        let places = [("o1", "Gazette"), ("o2", "Wire"), ("o2", "Courier"), ("o1", "Gazette")];
        let columns = Columns::of(places.into_iter());
        let named: Vec<&str> = columns.origins.iter().map(|o| o.origin.as_str()).collect();
        assert_eq!(named, ["o2", "o1"]);
        assert_eq!(columns.at(("o2", "Courier")), Some(0));
        assert_eq!(columns.at(("o2", "Wire")), Some(1));
        assert_eq!(columns.at(("o1", "Gazette")), Some(2));
        assert_eq!(columns.at(("o1", "Wire")), None, "an outlet stands where its text came from");
    }

    #[test]
    fn what_has_no_room_is_counted() {
        let names: Vec<String> = (0..MOST + 3).map(|n| format!("{n:03}")).collect();
        let columns = Columns::of(names.iter().map(|name| ("o1", name.as_str())));
        assert_eq!((columns.count(), columns.more), (MOST, 3));
    }
}
