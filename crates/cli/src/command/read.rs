//! `read`: pages in, a record out.

use pipeline::{Outcome, Reader, read_into};
use store::Store;

use super::gathering::{self, Keep, gathering};
use crate::args::Read;
use crate::output::{self, Screen};
use crate::page::{dossier, problem_line};
use crate::status::Status;
use view::{Opened, names, record_file};

/// Reads, keeps, and prints a dossier.
pub fn run(args: &Read, screen: &Screen) -> anyhow::Result<Status> {
    let tools = super::tools(&args.pages)?;
    gathering::check(&args.pages)?;
    let keep = Keep::beside(&args.record);
    let mut store = Store::create(record_file(&args.record)?)?;
    let given = super::given(&args.pages);
    let reader = Reader { tools: &tools, given: &given, jobs: super::jobs(&args.pages) };
    let mut found = gathering(&args.pages, keep, screen)?;
    store.add_problems(&found.source_problems())?;
    let all = found.inputs.len();
    let mut outcome = read_into(&mut store, &found.inputs, &reader, |so_far| {
        let (files, articles) = (so_far.seen.files, so_far.articles);
        screen.progress(&format!("{files} of {all} files, {articles} articles"));
    })?;
    screen.progress("");
    found.remember()?;
    found.odd.iter().for_each(|(url, problem)| outcome.tell(url, problem));
    outcome.seen.unread += found.unread;
    super::tell_if_none(&found, screen);
    tell(&outcome, screen);
    show(&Opened::of(&store, args.as_of, tools)?, args.pages.json, screen)?;
    Ok(super::ending(Status::Done, outcome.seen))
}

fn show(opened: &Opened, json: bool, screen: &Screen) -> anyhow::Result<()> {
    if json {
        return output::print_json(&exporter::whole(&opened.record, &opened.index));
    }
    let mut sheet = screen.sheet();
    dossier(&mut sheet, opened);
    output::print(&sheet.into_text())
}

/// What was read and what was odd, to standard error.
fn tell(outcome: &Outcome, screen: &Screen) {
    for (code, told) in &outcome.problems {
        let first = told.first.iter();
        first.for_each(|(document, p)| screen.tell(&problem_line(document, p)));
        if let Some(more @ 1..) = told.count.checked_sub(told.first.len()) {
            screen.tell(&format!("{code}: {more} more, see `rapporteur show problems`"));
        }
    }
    let problems = outcome.problems.values().map(|told| told.count).sum();
    screen.tell(&format!(
        "{}, {}, {}; new: {}, {}; {}",
        names::count(outcome.seen.files, "file"),
        names::count(outcome.articles, "article"),
        names::count(outcome.claims, "claim"),
        names::count(outcome.added.articles, "article"),
        names::count(outcome.added.claims, "claim"),
        names::count(problems, "problem"),
    ));
}
