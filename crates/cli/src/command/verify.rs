//! `verify`: is everything still what it was?

use serde::Serialize;
use store::{Mismatch, Store};

use crate::args::Kept;
use crate::output;
use crate::status::Status;
use view::{names, record_file};

#[derive(Serialize)]
struct VerificationOut<'a> {
    articles: usize,
    claims: usize,
    quotes: usize,
    mismatches: Vec<MismatchOut<'a>>,
}

#[derive(Serialize)]
struct MismatchOut<'a> {
    table: &'a str,
    id: &'a str,
    fault: String,
}

/// Prints what does not hold, and how much was looked at.
pub fn run(args: &Kept) -> anyhow::Result<Status> {
    let found = Store::open(record_file(&args.record)?)?.verify()?;
    if args.json {
        let mismatches = found.mismatches.iter().map(out).collect();
        let (articles, claims, quotes) = (found.articles, found.claims, found.quotes);
        output::print_json(&VerificationOut { articles, claims, quotes, mismatches })?;
    } else {
        let mut text: String = found.mismatches.iter().map(|m| format!("{m}\n")).collect();
        text.push_str(&format!(
            "{}, {}, {} checked: {}\n",
            names::count(found.articles, "article"),
            names::count(found.claims, "claim"),
            names::count(found.quotes, "quote"),
            match found.mismatches.len() {
                0 => "all hold".to_owned(),
                1 => "1 mismatch".to_owned(),
                many => format!("{many} mismatches"),
            }
        ));
        output::print(&text)?;
    }
    Ok(if found.mismatches.is_empty() { Status::Done } else { Status::Mismatch })
}

fn out(mismatch: &Mismatch) -> MismatchOut<'_> {
    let row = &mismatch.row;
    MismatchOut { table: row.table, id: &row.id, fault: mismatch.fault.to_string() }
}
