//! `diff`: what is new, changed or withdrawn, each with the words that did it.

use pipeline::Kept;
use store::Store;
use view::told::quoted;
use view::{Change, FieldChange, Kind, Opened, Usage, record_file};

use crate::args::Diff;
use crate::output::{self, Screen};
use crate::page::Sheet;
use crate::status::Status;

/// Compares the record with itself as of a day, or two records.
pub fn run(args: &Diff, screen: &Screen) -> anyhow::Result<Status> {
    let (old, new) = match (args.since, args.records.as_slice()) {
        (Some(day), _) => {
            let store = Store::open(record_file(&args.kept.record)?)?;
            view::since(Kept::load(&store)?, day)
        }
        (None, [old, new]) => (Opened::at(old, None)?, Opened::at(new, None)?),
        (None, _) => return Err(Usage("name two records, or a day with --since".to_owned()).into()),
    };
    let changes = view::changes(&old, &new);
    if args.kept.json {
        output::print_json(&changes)?;
        return Ok(Status::Done);
    }
    let mut sheet = screen.sheet();
    changes.iter().for_each(|change| put(&mut sheet, change));
    if changes.is_empty() {
        sheet.line(0, "no difference");
    }
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}

fn put(sheet: &mut Sheet, change: &Change) {
    let word = match change.change {
        Kind::New => "new",
        Kind::Changed => "changed",
        Kind::Withdrawn => "withdrawn",
    };
    sheet.entry(0, &format!("{word} {}: {}", change.kind, change.row), &change.id);
    for FieldChange { field, before, after } in &change.fields {
        let line = match (before.as_str(), after.as_str()) {
            ("", after) => format!("{field}: {after}, not reported before"),
            (before, "") => format!("{field}: {before} no longer"),
            (before, after) => format!("{field}: {before} → {after}"),
        };
        sheet.line(2, &line);
    }
    for because in &change.because {
        sheet.line(2, &format!("{}: {}", because.document, quoted(&because.quote)));
    }
}
