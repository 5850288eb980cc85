//! `queue`: pages that wait for several readers of one record.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pipeline::{Given, Input, Reader, Tools, find, read_into};
use queue::{Until, work};
use serde::Serialize;
use store::{Address, Location, Store};
use view::Usage;

use crate::args::{Queue, QueueAdd, QueueWork};
use crate::output::{self, Screen};
use crate::status::Status;

#[derive(Serialize)]
struct WaitingOut {
    waiting: u64,
    taken: u64,
    aside: u64,
}

/// Does what is asked of the queue.
pub fn run(args: &Queue, screen: &Screen) -> anyhow::Result<Status> {
    match args {
        Queue::Add(args) => add(args, screen),
        Queue::Work(args) => read(args),
        Queue::Show(kept) => show(&kept.record, kept.json),
    }
}

fn add(args: &QueueAdd, screen: &Screen) -> anyhow::Result<Status> {
    let address = address(&args.record)?;
    let mut files = Vec::new();
    for input in find(&args.paths) {
        match input {
            Input::File(path) => files.push(absolute(&path)?),
            _ => return Err(Usage("a queue takes files and folders".to_owned()).into()),
        }
    }
    if files.is_empty() {
        screen.tell("no files there; name a file, or a folder with pages in it");
    }
    drop(Store::create(&args.record)?);
    let queue = queue::Queue::open(address.reveal())?;
    let mut added = 0;
    for some in files.chunks(1_000) {
        added += queue.add(some)?;
    }
    output::print(&format!("{added} waiting to be read\n"))?;
    Ok(Status::Done)
}

/// As any reader finds it, wherever it was started.
fn absolute(path: &Path) -> anyhow::Result<String> {
    let whole = std::path::absolute(path)?;
    match whole.into_os_string().into_string() {
        Ok(path) => Ok(path),
        Err(odd) => Err(Usage(format!(
            "{} has a name that is not UTF-8; a queue cannot carry it",
            odd.display()
        ))
        .into()),
    }
}

fn read(args: &QueueWork) -> anyhow::Result<Status> {
    let address = address(&args.record)?;
    drop(Store::create(&args.record)?);
    let tools = Tools { limits: args.limits.of_a_page(), ..Tools::shipped() };
    let tools = Arc::new(tools.told_the_day());
    let record = args.record.clone();
    let at_once = super::jobs_or_all(args.jobs).get();
    let until = if args.until_empty { Until::Empty } else { Until::Stopped };
    work(address.reveal(), at_once, until, move |source| {
        read_one(&record, source, &tools).map_err(|why| why.to_string())
    })?;
    Ok(Status::Done)
}

/// One file, on one thread. What is odd in it is in the record, so that only a failing store fails.
fn read_one(record: &Path, source: &str, tools: &Tools) -> store::Result<()> {
    let given = Given::default();
    let reader = Reader { tools, given: &given, jobs: NonZero::<usize>::MIN };
    let mut store = Store::reopen(record)?;
    read_into(&mut store, &find(&[PathBuf::from(source)]), &reader, |_| {}).map(|_| ())
}

fn show(record: &Path, json: bool) -> anyhow::Result<Status> {
    let state = queue::Queue::open(address(record)?.reveal())?.waiting()?;
    let queue::Waiting { waiting, taken, aside } = state;
    match json {
        true => output::print_json(&WaitingOut { waiting, taken, aside })?,
        false => output::print(&format!(
            "{waiting} waiting, {taken} being read, {aside} put aside after too many attempts\n"
        ))?,
    }
    Ok(Status::Done)
}

fn address(record: &Path) -> anyhow::Result<Address> {
    match Location::from(record) {
        Location::Server(address) => Ok(address),
        Location::File(path) => Err(Usage(format!(
            "{} is a file, and a queue is kept on a server; give --record postgres://…",
            path.display()
        ))
        .into()),
    }
}
