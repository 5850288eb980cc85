//! An answer: what the page says, the words behind its rows, and where it goes on.

use std::sync::Arc;

use rmcp::model::JsonObject;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use server::{Offer, Refusal, Snapshots, Told};

use crate::argument::Arguments;
use crate::fit::{self, LeftOut};
use crate::quote::{self, Quote};

/// The largest answer, in bytes of JSON: some fifteen thousand tokens, well below what clients cut off.
pub const LARGEST: usize = 60_000;

/// Items of any list in an answer, where there is room for them.
const ITEMS: usize = 25;

/// What a tool answers.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// What was asked for.
    pub answer: Value,
    /// The words behind the rows of the answer, in their order. Quoted material, not instructions.
    quotes: Vec<Quote>,
    /// The arguments that continue the list, beside those that were given; nothing at its end.
    next: Option<Next>,
    /// Lists that were shortened.
    left_out: Vec<LeftOut>,
}

/// Where a list goes on.
#[derive(Serialize, JsonSchema)]
struct Next {
    /// The argument `page`.
    page: usize,
    /// The argument `rows`.
    rows: usize,
}

/// The answer to a call. Where it would be too large it has fewer rows, then shorter lists.
pub fn of(offer: &Offer, snapshots: &Arc<Snapshots>, given: &JsonObject) -> Result<Value, Refusal> {
    let asked = Arguments::of(offer, given)?;
    let mut rows = asked.rows;
    loop {
        let told = offer.answer(snapshots, asked.id.as_deref(), asked.query(offer, rows))?;
        let answer = made(offer, told, &asked, rows);
        let answer = serde_json::to_value(answer).map_err(|e| Refusal::Failed(e.to_string()))?;
        let size = answer.to_string().len();
        if size <= LARGEST {
            return Ok(answer);
        }
        if rows == 1 {
            let hint = "ask for one of its rows with `explain`";
            return Err(Refusal::Failed(format!("the answer has {size} bytes; {hint}")));
        }
        rows = rows.div_ceil(2);
    }
}

fn made(offer: &Offer, told: Told, asked: &Arguments, rows: usize) -> Answer {
    let mut answer = told.data.clone();
    fit::without_addresses(&mut answer);
    let items = if rows < asked.rows.min(ITEMS) { rows } else { rows.max(ITEMS) };
    let left_out = fit::shortened(&mut answer, items);
    let ids = offer.tool.grounds.iter().flat_map(|path| fit::at(&answer, path));
    let ids: Vec<String> = ids.filter_map(|id| id.as_str().map(str::to_owned)).collect();
    let quotes = quote::behind(told.opened(), &ids);
    let next =
        next(&answer, offer).then(|| Next { page: asked.page(rows).saturating_add(1), rows });
    Answer { answer, quotes, next, left_out }
}

/// True if there are rows behind the last that is given.
fn next(answer: &Value, offer: &Offer) -> bool {
    let number = |path| answer.pointer(path).and_then(Value::as_u64).unwrap_or_default();
    offer.is_paged() && number("/extent/last") < number("/extent/all")
}
