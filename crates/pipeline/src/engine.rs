//! The engine for one machine: files as streams, their parts on all threads, one store.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::time::Instant;

use reader::Given;
use store::{Added, Store};
use text::Problem;

use crate::gather::{Gathered, study};
use crate::parts::{Part, parts};
use crate::{Input, Keeper, Tools, parallel};

/// How to read.
pub struct Reader<'a> {
    /// What the stages know.
    pub tools: &'a Tools,
    /// What a person knows of all the pages.
    pub given: &'a Given,
    /// How many threads.
    pub jobs: NonZero<usize>,
}

/// What came of reading.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Files seen, and those that could not be read at all.
    pub seen: Seen,
    /// Articles in them.
    pub articles: usize,
    /// Claims in those.
    pub claims: usize,
    /// What was not in the record before.
    pub added: Added,
    /// What was odd, by code.
    pub problems: BTreeMap<String, Told>,
}

/// Problems of one kind: all counted, the first told.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// How many there are.
    pub count: usize,
    /// The first of them, by document or path.
    pub first: Vec<(String, Problem)>,
}

/// Problems of one kind that are told one by one.
const TOLD: usize = 5;

/// Files seen while reading.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Seen {
    /// How many.
    pub files: usize,
    /// Those that could not be read at all.
    pub unread: usize,
}

/// Reads all inputs and keeps what they say. `tick` is told of each part done.
pub fn read_into(
    store: &mut Store,
    inputs: &[Input],
    reader: &Reader,
    mut tick: impl FnMut(&Outcome),
) -> store::Result<Outcome> {
    let mut keeper = Keeper::new(store);
    let seen = gather_each(inputs, reader, |part| {
        keeper.take(part)?;
        tick(keeper.outcome());
        Ok::<(), store::Error>(())
    })?;
    Ok(Outcome { seen, ..keeper.end()? })
}

/// Reads all inputs and takes down what they say, keeping nothing: a part of a file at a time, in the
/// order of the files, each as soon as it is read.
pub fn gather_each<E>(
    inputs: &[Input],
    reader: &Reader,
    take: impl FnMut(Gathered) -> Result<(), E>,
) -> Result<Seen, E> {
    gather_watched(inputs, reader, |_| true, take)
}

/// The same, but `begin` is told the number of each part before it is read, and says whether it is to be.
pub fn gather_watched<E>(
    inputs: &[Input],
    reader: &Reader,
    begin: impl Fn(usize) -> bool + Sync,
    take: impl FnMut(Gathered) -> Result<(), E>,
) -> Result<Seen, E> {
    let work = |part: Part| {
        if !begin(part.number) {
            return part.left_out();
        }
        let begun = Instant::now();
        let (file, part) = part.read(reader.given);
        let readings = part.readings.into_iter();
        let readings = readings.map(|reading| study(reading, reader.tools, begun)).collect();
        (file, Gathered { readings, ..part })
    };
    run(inputs, reader, work, take)
}

/// Reads all inputs into articles, without taking down what they say: a part of a file at a time,
/// in the order of the files, each as soon as it is read.
pub fn each<E>(
    inputs: &[Input],
    reader: &Reader,
    take: impl FnMut(Gathered) -> Result<(), E>,
) -> Result<Seen, E> {
    run(inputs, reader, |part| part.read(reader.given), take)
}

fn run<E>(
    inputs: &[Input],
    reader: &Reader,
    work: impl Fn(Part) -> (usize, Gathered) + Sync,
    mut take: impl FnMut(Gathered) -> Result<(), E>,
) -> Result<Seen, E> {
    let mut watch = Watch::default();
    parallel::each(
        reader.jobs,
        || parts(inputs, reader.tools.limits.source),
        work,
        |(file, part)| {
            watch.see(file, &part);
            take(part)
        },
    )?;
    Ok(watch.end())
}

/// Tells files that could not be read at all, part by part.
#[derive(Default)]
struct Watch {
    seen: Seen,
    file: Option<usize>,
    has_article: bool,
    is_odd: bool,
}

impl Watch {
    fn see(&mut self, file: usize, part: &Gathered) {
        if self.file != Some(file) {
            self.close();
            (self.file, self.has_article, self.is_odd) = (Some(file), false, false);
        }
        self.has_article |= !part.readings.is_empty();
        self.is_odd |= part.is_odd();
    }

    fn close(&mut self) {
        if self.file.is_some() {
            self.seen.files += 1;
            self.seen.unread += usize::from(self.is_odd && !self.has_article);
        }
    }

    fn end(mut self) -> Seen {
        self.close();
        self.seen
    }
}

impl Outcome {
    pub(crate) fn count(&mut self, part: &Gathered) {
        for odd in &part.problems {
            self.tell(&odd.path, &odd.problem);
        }
        for reading in &part.readings {
            self.articles += 1;
            self.claims += reading.claims.len();
            reading.problems.iter().for_each(|problem| self.tell(&reading.article.name, problem));
        }
    }

    /// Counts a problem of a document or path.
    pub fn tell(&mut self, of: &str, problem: &Problem) {
        let told = self.problems.entry(problem.code.0.clone()).or_default();
        told.count += 1;
        if told.first.len() < TOLD {
            told.first.push((of.to_owned(), problem.clone()));
        }
    }
}
