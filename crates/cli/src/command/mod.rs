//! What each command does.

mod actor;
mod annotate;
mod article;
mod attributions;
mod code;
mod completions;
mod config;
#[cfg(feature = "consult")]
mod consult;
mod copy;
#[cfg(feature = "serve")]
mod demo;
mod diff;
mod explain;
mod export;
mod gathering;
mod judge;
mod layers;
mod man;
#[cfg(feature = "mcp")]
mod mcp;
#[cfg(feature = "postgres")]
mod queue;
mod read;
mod reference;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod show;
mod verify;

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::num::NonZero;
use std::path::Path;

use pipeline::{Given, LanguagePack, Seen, Tools};
use serde_json::Value;

#[cfg(feature = "fetch")]
pub use gathering::{Before, Found, Keep};

use crate::args::{Command, Pages};
use crate::config::Config;
use crate::output::Screen;
use crate::page::clean;
use crate::status::Status;

/// Does what is asked.
pub fn run(command: Command, config: &Config, screen: &Screen) -> anyhow::Result<Status> {
    match command {
        Command::Read(args) => read::run(&args, screen),
        Command::Show(args) => show::run(&args, screen),
        Command::Explain(args) => explain::run(&args, screen),
        Command::Search(args) => search::run(&args, screen),
        Command::Judge(args) => judge::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Diff(args) => diff::run(&args, screen),
        Command::Article(args) => article::run(&args, screen),
        Command::Annotate(args) if args.attributions => attributions::run(&args, screen),
        Command::Annotate(args) => annotate::run(&args.pages, screen),
        Command::Export(args) => export::run(&args, screen),
        Command::Code(args) => code::run(&args, screen),
        Command::Actor(args) => actor::run(&args, screen),
        Command::Copy(args) => copy::run(&args),
        #[cfg(feature = "postgres")]
        Command::Queue(args) => queue::run(&args, screen),
        Command::Config(args) => config::run(&args, config),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
        #[cfg(feature = "consult")]
        Command::Consult(args) => consult::run(&args, screen),
        #[cfg(feature = "mcp")]
        Command::Mcp(args) => mcp::run(&args),
        #[cfg(feature = "serve")]
        Command::Demo(args) => demo::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(&args),
    }
}

/// A file, or standard input, line by line.
fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::new(File::open(path)?)))
}

fn given(pages: &Pages) -> Given {
    Given { outlet: pages.outlet.clone(), published: pages.published }
}

/// What the stages know, with the language packs that are named.
fn tools(pages: &Pages) -> anyhow::Result<Tools> {
    let packs = pages.language_pack.iter().map(|folder| LanguagePack::open(folder));
    let packs = packs.collect::<Result<_, _>>()?;
    Ok(Tools { packs, limits: pages.limits.of_a_page(), ..Tools::shipped() }.told_the_day())
}

fn jobs(pages: &Pages) -> NonZero<usize> {
    jobs_or_all(pages.jobs)
}

fn jobs_or_all(jobs: Option<NonZero<usize>>) -> NonZero<usize> {
    let processors = || std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    jobs.unwrap_or_else(processors)
}

/// An id that somebody gave, as it may stand on a terminal.
fn shown_id(id: &Value) -> String {
    clean(&id.as_str().map_or_else(|| id.to_string(), str::to_owned))
}

/// Says so if there is nothing to read.
fn tell_if_none(found: &gathering::Found, screen: &Screen) {
    if found.is_empty() {
        screen.tell("no files there; name a file, or a folder with pages in it");
    }
}

/// How it ended, when these files were seen and it had come to this before.
fn ending(before: Status, seen: Seen) -> Status {
    if seen.unread > 0 { Status::Unread } else { before }
}
