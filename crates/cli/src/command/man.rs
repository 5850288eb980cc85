//! `man`: the manual, made from what the command line itself knows.

use std::fs;
use std::path::Path;

use anyhow::Context;
use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::reference;
use crate::args::{Args, Man as Asked};
use crate::output;
use crate::status::Status;
use view::Usage;

/// Prints a page, or writes them all.
pub fn run(args: &Asked) -> anyhow::Result<Status> {
    let mut all = Args::command();
    all.build();
    match &args.dir {
        None => output::print(&page(&named(&all, &args.command)?)?)?,
        Some(dir) if args.markdown => write(dir, &reference::pages(&all))?,
        Some(dir) => write(dir, &pages(&all)?)?,
    }
    Ok(Status::Done)
}

/// The command of that name, word by word.
fn named(all: &Command, words: &[String]) -> Result<Command, Usage> {
    let found = words.iter().try_fold(all, |command, word| command.find_subcommand(word));
    let unknown = || Usage(format!("there is no command `{}`", words.join(" ")));
    found.cloned().ok_or_else(unknown)
}

fn page(command: &Command) -> anyhow::Result<String> {
    let title = name(command);
    let mut page = Vec::new();
    Man::new(command.clone().name(title)).render(&mut page)?;
    Ok(String::from_utf8(page)?)
}

/// A page for each command: a file's name and what is in it.
fn pages(command: &Command) -> anyhow::Result<Vec<(String, String)>> {
    let mut pages = vec![(format!("{}.1", name(command)), page(command)?)];
    for below in command.get_subcommands().filter(|below| is_told(below)) {
        pages.extend(self::pages(below)?);
    }
    Ok(pages)
}

/// False for what is hidden, and for `help`, which every page tells of.
pub fn is_told(command: &Command) -> bool {
    !command.is_hide_set() && command.get_name() != "help"
}

/// `rapporteur-judge-same`, as pages of manuals are called.
fn name(command: &Command) -> String {
    command.get_display_name().unwrap_or(command.get_name()).to_owned()
}

fn write(dir: &Path, pages: &[(String, String)]) -> anyhow::Result<()> {
    let cannot = || format!("cannot write to {}", dir.display());
    fs::create_dir_all(dir).with_context(cannot)?;
    let mut all = pages.iter();
    all.try_for_each(|(name, page)| fs::write(dir.join(name), page)).with_context(cannot)
}
