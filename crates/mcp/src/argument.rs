//! What a call asks, from the JSON of its arguments.

use rmcp::model::JsonObject;
use serde_json::Value;
use server::{Offer, Refusal};

/// Rows of an answer unless asked otherwise.
pub const ROWS: usize = 20;
/// And at most.
pub const MOST_ROWS: usize = 100;
/// The longest value that is read, in bytes.
const LONGEST: usize = 300;

/// A call's arguments, each as the words of a query.
pub struct Arguments {
    /// Which row, for a tool about one.
    pub id: Option<String>,
    /// How many rows an answer has.
    pub rows: usize,
    /// Which page of them, from 1.
    pub page: usize,
    others: Vec<(String, String)>,
}

impl Arguments {
    /// Read, and checked as far as they are the same for all tools.
    pub fn of(offer: &Offer, given: &JsonObject) -> Result<Arguments, Refusal> {
        let mut arguments = Arguments { id: None, rows: ROWS, page: 1, others: Vec::new() };
        for (name, value) in given {
            let Some(words) = words(name, value)? else { continue };
            match name.as_str() {
                "id" if offer.is_of_one() => arguments.id = Some(words),
                "rows" if offer.is_paged() => arguments.rows = number(name, &words)?.min(MOST_ROWS),
                "page" if offer.is_paged() => arguments.page = number(name, &words)?,
                _ => arguments.others.push((name.clone(), words)),
            }
        }
        match arguments.id {
            None if offer.is_of_one() => Err(Refusal::Bad(
                "name a row with “id”; other tools give the ids of rows".to_owned(),
            )),
            _ => Ok(arguments),
        }
    }

    /// As a query, with fewer rows if need be that begin where these begin.
    pub fn query(&self, offer: &Offer, rows: usize) -> Vec<(String, String)> {
        let mut query = self.others.clone();
        if offer.is_paged() {
            query.push(("rows".to_owned(), rows.to_string()));
            query.push(("page".to_owned(), self.page(rows).to_string()));
        }
        query
    }

    /// Which page of so many rows begins where these begin.
    pub fn page(&self, rows: usize) -> usize {
        let before = (self.page - 1).saturating_mul(self.rows);
        (before / rows.max(1)).saturating_add(1)
    }
}

/// A value in words; `None` if none is given.
fn words(name: &str, value: &Value) -> Result<Option<String>, Refusal> {
    let shown: String = name.chars().take(40).collect();
    let words = match value {
        Value::Null => return Ok(None),
        Value::String(words) => words.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err(Refusal::Bad(format!("“{shown}” takes words or a number"))),
    };
    match words.len().max(name.len()) > LONGEST {
        true => Err(Refusal::Bad(format!("“{shown}” is longer than {LONGEST} bytes"))),
        false => Ok(Some(words)),
    }
}

fn number(name: &str, words: &str) -> Result<usize, Refusal> {
    let number = words.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Refusal::Bad(format!("“{name}” takes a whole number from 1")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_rows_begin_at_the_same_row() {
        let asked = Arguments { id: None, rows: 20, page: 3, others: Vec::new() };
        assert_eq!([20, 10, 5, 1].map(|rows| asked.page(rows)), [3, 5, 9, 41]);
        let far = Arguments { page: usize::MAX, ..asked };
        assert_eq!(far.page(1), usize::MAX);
    }
}
