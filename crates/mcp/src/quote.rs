//! The words behind a row, in their sentence, with where they stand.

use std::collections::BTreeSet;

use record::{Claim, Content, Standing};
use schemars::JsonSchema;
use serde::Serialize;
use view::{ClaimOut, Opened, Sentences, told};

/// Quotes of one row; `explain` gives the others.
const OF_ONE_ROW: usize = 2;

/// Words of a page, and where they stand.
#[derive(Serialize, JsonSchema)]
pub struct Quote {
    /// The row of the answer that they are behind.
    row: String,
    /// The claim that was made of them; `explain` takes it.
    claim: String,
    /// The words, exactly.
    quote: String,
    /// The sentence that they stand in.
    sentence: String,
    /// The document with its outlet and day.
    source: String,
    /// The document's name.
    document: String,
    /// First byte of the words in the document's text.
    start: u32,
    /// One past the last.
    end: u32,
    /// Through whom it is known, the innermost voice first, the outlet last.
    told_by: String,
    /// How firmly the source says it.
    certainty: String,
    /// What read it.
    tool: String,
    /// How many more claims stand behind the row.
    more: usize,
}

/// The words behind these rows, each row once. Rows that the record does not hold, as those withdrawn, have none.
pub fn behind(opened: &Opened, ids: &[String]) -> Vec<Quote> {
    let mut sentences = Sentences::default();
    let mut seen = BTreeSet::new();
    let fresh = ids.iter().filter(|id| seen.insert(id.as_str()));
    fresh.flat_map(|id| of_row(opened, id, &mut sentences)).collect()
}

fn of_row(opened: &Opened, id: &str, sentences: &mut Sentences) -> Vec<Quote> {
    let Ok(target) = view::target(opened, id) else { return Vec::new() };
    let mut claims = view::claims(opened, target);
    claims.sort_by_key(|claim| is_aside(claim));
    let more = claims.len().saturating_sub(OF_ONE_ROW);
    let quote = |claim: &&Claim| {
        let told = ClaimOut::of(claim, opened, sentences);
        Quote {
            row: id.to_owned(),
            claim: claim.id.0.to_string(),
            sentence: format!("{}{}{}", told.before, told.quote, told.after),
            quote: told.quote,
            source: told.source,
            document: opened.document(claim.article),
            start: told.start,
            end: told.end,
            told_by: told::chain(&told.voices),
            certainty: told.certainty,
            tool: told.tool,
            more,
        }
    };
    claims.iter().take(OF_ONE_ROW).map(quote).collect()
}

/// True for a meeting that is not its report's news: "had previously met".
fn is_aside(claim: &Claim) -> bool {
    matches!(&claim.content, Content::Meeting(mention) if mention.standing != Standing::Main)
}
