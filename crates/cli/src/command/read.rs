//! `read`: pages in, a record out.

use std::collections::BTreeMap;

use pipeline::{Outcome, Reader, Tools, read_into};
use store::Store;
use text::Problem;

use super::gathering::{Keep, gathering};
use crate::args::Read;
use crate::opened::{Opened, record_file};
use crate::page::{Sheet, dossier, problem_line};
use crate::status::Status;
use crate::{export, names, output};

/// Problems of one kind told one by one; further ones are counted.
const TOLD_PER_CODE: usize = 5;

/// Reads, keeps, and prints a dossier.
pub fn run(args: &Read) -> anyhow::Result<Status> {
    let tools = Tools::shipped();
    let keep = Keep::beside(&args.record);
    let mut store = Store::create(record_file(&args.record)?)?;
    let given = super::given(&args.pages);
    let reader = Reader { tools: &tools, given: &given, jobs: super::jobs(&args.pages) };
    let found = gathering(&args.pages, keep)?;
    store.add_problems(&found.source_problems())?;
    let mut outcome = read_into(&mut store, &found.inputs, &reader, |so_far| {
        output::progress(&format!("{} articles read", so_far.articles));
    })?;
    output::progress("");
    if found.is_empty() {
        output::complain("no files there; name a file, or a folder with pages in it");
    }
    outcome.unread += found.unread;
    outcome.problems.extend(found.odd);
    tell(&outcome);
    show(&Opened::of(&store, args.as_of, tools)?, args.pages.json)?;
    Ok(if outcome.unread > 0 { Status::Unread } else { Status::Done })
}

fn show(opened: &Opened, json: bool) -> anyhow::Result<()> {
    if json {
        return output::print_json(&export::whole(opened));
    }
    let mut sheet = Sheet::for_stdout();
    dossier(&mut sheet, opened);
    output::print(&sheet.into_text())
}

/// What was read and what was odd, to standard error.
fn tell(outcome: &Outcome) {
    let mut by_code: BTreeMap<&str, Vec<&(String, Problem)>> = BTreeMap::new();
    for odd in &outcome.problems {
        by_code.entry(&odd.1.code.0).or_default().push(odd);
    }
    for (code, odd) in &by_code {
        let told = odd.iter().take(TOLD_PER_CODE);
        told.for_each(|(document, p)| output::complain(&problem_line(document, p)));
        if let Some(more @ 1..) = odd.len().checked_sub(TOLD_PER_CODE) {
            output::complain(&format!("{code}: {more} more, see `rapporteur show problems`"));
        }
    }
    output::complain(&format!(
        "{}, {}, {}; new: {}, {}; {}",
        names::count(outcome.files, "file"),
        names::count(outcome.articles, "article"),
        names::count(outcome.claims, "claim"),
        names::count(outcome.added.articles, "article"),
        names::count(outcome.added.claims, "claim"),
        names::count(outcome.problems.len(), "problem"),
    ));
}
