//! `article`: the reader alone.

use pipeline::{Reader, Reading, each};
use view::ArticleOut;

use super::gathering::{Keep, gathering};
use crate::args::Pages;
use crate::output::{self, Screen};
use crate::page::{problem_line, put_article};
use crate::status::Status;

/// Prints each article as soon as it is read: for reading, or with --json one object a line.
pub fn run(args: &Pages, screen: &Screen) -> anyhow::Result<Status> {
    let (tools, given) = (super::tools(args)?, super::given(args));
    let reader = Reader { tools: &tools, given: &given, jobs: super::jobs(args) };
    let found = gathering(args, Keep::Nothing, screen)?;
    let before = found.tell(screen);
    super::tell_if_none(&found, screen);
    let show = if args.json { print_json } else { print };
    let seen = each(&found.inputs, &reader, |part| {
        for odd in &part.problems {
            screen.tell(&problem_line(&odd.path, &odd.problem));
        }
        part.readings.iter().try_for_each(|reading| show(reading, screen))
    })?;
    Ok(super::ending(before, seen))
}

/// The problems are in the object, where a program looks for them.
fn print_json(reading: &Reading, _: &Screen) -> anyhow::Result<()> {
    let mut line = serde_json::to_string(&ArticleOut::of(&reading.article, &reading.problems))?;
    line.push('\n');
    output::print(&line)
}

fn print(reading: &Reading, screen: &Screen) -> anyhow::Result<()> {
    let name = &reading.article.name;
    reading.problems.iter().for_each(|p| screen.tell(&problem_line(name, p)));
    let mut sheet = screen.sheet();
    put_article(&mut sheet, &reading.article);
    output::print(&format!("{}\n", sheet.into_text()))
}
