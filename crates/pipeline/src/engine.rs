//! The engine for one machine: files in batches, articles on all threads, one store.

use std::num::NonZero;

use reader::{Given, Source};
use store::{Added, Reading, SourceProblem, Store};
use text::{Digest, Problem};

use crate::gather::{self, Gathered, study};
use crate::{Input, Tools, parallel, problems};

/// Bytes of files held at once, unless one file alone has more.
const BATCH_BYTES: u64 = 32 << 20;

/// Files held at once.
const BATCH_FILES: usize = 256;

/// Articles studied and kept at once: one transaction. 500 to 1,000 keep pace with the stages.
const BATCH_ARTICLES: usize = 500;

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
    /// Files seen.
    pub files: usize,
    /// Articles in them.
    pub articles: usize,
    /// Claims in those.
    pub claims: usize,
    /// What was not in the record before.
    pub added: Added,
    /// Files that could not be read at all.
    pub unread: usize,
    /// What was odd, by document or path.
    pub problems: Vec<(String, Problem)>,
}

/// Reads all inputs and keeps what they say. `tick` is told of each batch done.
pub fn read_into(
    store: &mut Store,
    inputs: &[Input],
    reader: &Reader,
    mut tick: impl FnMut(&Outcome),
) -> store::Result<Outcome> {
    let mut outcome = Outcome::default();
    each_batch(inputs, reader, |files| {
        let (readings, odd) = outcome.take_files(files);
        store.add_problems(&odd)?;
        for articles in chunks(readings) {
            outcome.keep(store, articles, reader)?;
            tick(&outcome);
        }
        Ok(())
    })?;
    Ok(outcome)
}

/// Reads all inputs into articles, without taking down what they say, a batch of files at a time.
pub fn each_batch<E>(
    inputs: &[Input],
    reader: &Reader,
    mut take: impl FnMut(Vec<Gathered>) -> Result<(), E>,
) -> Result<(), E> {
    let mut rest = inputs;
    while !rest.is_empty() {
        let (batch, others) = rest.split_at(batch_length(rest));
        rest = others;
        take(parallel::map(batch, reader.jobs, |input| open(input, reader.given)))?;
    }
    Ok(())
}

/// How many of these files to hold at once; at least one.
fn batch_length(inputs: &[Input]) -> usize {
    let mut bytes = 0;
    let fits = |input: &&Input| {
        bytes += input.size();
        bytes <= BATCH_BYTES
    };
    inputs.iter().take(BATCH_FILES).take_while(fits).count().max(1)
}

/// One file to articles; what does not open is a problem.
fn open(input: &Input, given: &Given) -> Gathered {
    let path = input.name();
    match input.bytes() {
        Ok(bytes) => gather::read(&Source { path: &path, bytes: &bytes }, given),
        Err(cause) => {
            let problem = problems::unreadable(&cause);
            let content = Digest::of(&[path.as_bytes()]);
            let problems = vec![SourceProblem { path, content, problem }];
            Gathered { readings: Vec::new(), problems }
        }
    }
}

fn chunks(readings: Vec<Reading>) -> impl Iterator<Item = Vec<Reading>> {
    let mut readings = readings.into_iter();
    std::iter::from_fn(move || {
        let chunk: Vec<_> = readings.by_ref().take(BATCH_ARTICLES).collect();
        (!chunk.is_empty()).then_some(chunk)
    })
}

impl Outcome {
    fn take_files(&mut self, files: Vec<Gathered>) -> (Vec<Reading>, Vec<SourceProblem>) {
        let (mut readings, mut odd) = (Vec::new(), Vec::new());
        for file in files {
            self.files += 1;
            self.unread += usize::from(file.is_unread());
            self.problems.extend(file.problems.iter().map(|o| (o.path.clone(), o.problem.clone())));
            readings.extend(file.readings);
            odd.extend(file.problems);
        }
        (readings, odd)
    }

    fn keep(
        &mut self,
        store: &mut Store,
        unstudied: Vec<Reading>,
        reader: &Reader,
    ) -> store::Result<()> {
        let readings = parallel::map(&unstudied, reader.jobs, |one| study(one, reader.tools));
        let added = store.add(&readings, Tools::version())?;
        self.articles += readings.len();
        self.added.articles += added.articles;
        self.added.claims += added.claims;
        self.added.readings += added.readings;
        for reading in readings {
            self.claims += reading.claims.len();
            let name = reading.article.name;
            self.problems.extend(reading.problems.into_iter().map(|p| (name.clone(), p)));
        }
        Ok(())
    }
}
