//! `search`: words in claims and articles.

use pipeline::Kept;
use store::Store;
use view::{Names, record_file};

use crate::args::Search;
use crate::output::{self, Screen};
use crate::status::Status;

/// Prints what holds the words, claims first.
pub fn run(args: &Search, screen: &Screen) -> anyhow::Result<Status> {
    let store = Store::open(record_file(&args.kept.record)?)?;
    let hits = store.search(&args.words.join(" "), args.limit)?;
    let names = Names::of(&Kept::load(&store)?);
    let found: Vec<_> = hits.iter().map(|hit| names.tell(hit)).collect();
    if args.kept.json {
        output::print_json(&found)?;
        return Ok(Status::Done);
    }
    let mut sheet = screen.sheet();
    for hit in &found {
        sheet.entry(
            0,
            &format!("{}: {}", hit.document, hit.excerpt),
            hit.id.get(..8).unwrap_or(hit.id),
        );
    }
    if found.is_empty() {
        sheet.line(0, "nothing found");
    }
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}
