//! A page's data, fitted to what an assistant can hold.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

/// No list gets shorter than this.
const SHORTEST: usize = 3;

/// A list that was shortened.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
pub struct LeftOut {
    /// Where it stands in the answer: `/meetings/0/issues`.
    list: String,
    /// How many it had.
    all: usize,
    /// How many are given.
    given: usize,
}

/// True for fields that hold addresses of pages of the server, which a client cannot reach.
pub fn is_address(field: &str) -> bool {
    field == "anchor" || field == "href" || field.ends_with("_href")
}

/// Leaves addresses of the server's own pages out, at any depth.
pub fn without_addresses(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !is_address(name));
            fields.values_mut().for_each(without_addresses);
        }
        Value::Array(items) => items.iter_mut().for_each(without_addresses),
        _ => {}
    }
}

/// Shortens all lists to so many items, and says which.
pub fn shortened(value: &mut Value, most: usize) -> Vec<LeftOut> {
    let mut left_out = Vec::new();
    shorten(value, most.max(SHORTEST), "", &mut left_out);
    left_out
}

fn shorten(value: &mut Value, most: usize, path: &str, left_out: &mut Vec<LeftOut>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                shorten(inner, most, &format!("{path}/{name}"), left_out);
            }
        }
        Value::Array(items) => {
            if items.len() > most {
                left_out.push(LeftOut { list: path.to_owned(), all: items.len(), given: most });
                items.truncate(most);
            }
            for (at, inner) in items.iter_mut().enumerate() {
                shorten(inner, most, &format!("{path}/{at}"), left_out);
            }
        }
        _ => {}
    }
}

/// The values at a path in which `*` stands for every item of a list.
pub fn at<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let steps = path.split('/').skip(1);
    steps.fold(vec![value], |values, step| {
        let inner = |value: &'a Value| -> Vec<&'a Value> {
            match (step, value) {
                ("*", Value::Array(items)) => items.iter().collect(),
                (name, Value::Object(fields)) => Map::get(fields, name).into_iter().collect(),
                _ => Vec::new(),
            }
        };
        values.into_iter().flat_map(inner).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_left_out_is_told() {
        let mut value = json!({ "a": [[1, 2, 3, 4, 5], [1]], "b": { "c": [1, 2, 3, 4] } });
        let left_out = shortened(&mut value, 2);
        assert_eq!(value, json!({ "a": [[1, 2, 3], [1]], "b": { "c": [1, 2, 3] } }));
        let told: Vec<_> = left_out.iter().map(|l| (l.list.as_str(), l.all, l.given)).collect();
        assert_eq!(told, [("/a/0", 5, 3), ("/b/c", 4, 3)]);
    }

    #[test]
    fn addresses_go_and_what_only_sounds_like_one_stays() {
        let mut value = json!([{ "href": 1, "meetings_href": 2, "live": 3, "hrefs": 4 }]);
        without_addresses(&mut value);
        assert_eq!(value, json!([{ "live": 3, "hrefs": 4 }]));
    }

    #[test]
    fn paths_reach_every_item() {
        let value =
            json!({ "rows": [{ "cells": [null, { "id": 1 }] }, { "cells": [{ "id": 2 }] }] });
        assert_eq!(at(&value, "/rows/*/cells/*/id"), [&json!(1), &json!(2)]);
        assert!(at(&value, "/none/*/id").is_empty());
    }
}
