//! `read`: pages in, a record out.

use pipeline::{Outcome, Reader, read_into};
use store::Store;

use super::gathering::{self, Keep, gathering};
use crate::args::Read;
use crate::output;
use crate::page::{Sheet, dossier, problem_line};
use crate::status::Status;
use view::{Opened, names, record_file};

/// Reads, keeps, and prints a dossier.
pub fn run(args: &Read) -> anyhow::Result<Status> {
    let tools = super::tools(&args.pages)?;
    gathering::check(&args.pages)?;
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
    found.odd.iter().for_each(|(url, problem)| outcome.tell(url, problem));
    outcome.seen.unread += found.unread;
    super::tell_if_none(&found);
    tell(&outcome);
    show(&Opened::of(&store, args.as_of, tools)?, args.pages.json)?;
    Ok(super::ending(Status::Done, outcome.seen))
}

fn show(opened: &Opened, json: bool) -> anyhow::Result<()> {
    if json {
        return output::print_json(&exporter::whole(&opened.record, &opened.index));
    }
    let mut sheet = Sheet::for_stdout();
    dossier(&mut sheet, opened);
    output::print(&sheet.into_text())
}

/// What was read and what was odd, to standard error.
fn tell(outcome: &Outcome) {
    for (code, told) in &outcome.problems {
        let first = told.first.iter();
        first.for_each(|(document, p)| output::complain(&problem_line(document, p)));
        if let Some(more @ 1..) = told.count.checked_sub(told.first.len()) {
            output::complain(&format!("{code}: {more} more, see `rapporteur show problems`"));
        }
    }
    let problems = outcome.problems.values().map(|told| told.count).sum();
    output::complain(&format!(
        "{}, {}, {}; new: {}, {}; {}",
        names::count(outcome.seen.files, "file"),
        names::count(outcome.articles, "article"),
        names::count(outcome.claims, "claim"),
        names::count(outcome.added.articles, "article"),
        names::count(outcome.added.claims, "claim"),
        names::count(problems, "problem"),
    ));
}
