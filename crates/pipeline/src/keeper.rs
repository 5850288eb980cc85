//! Keeping what is gathered: many readings in one transaction, whoever gathered them.

use store::{Reading, SourceProblem, Store};

use crate::{Gathered, Outcome, Tools};

/// Articles kept at once: one transaction. 500 to 1,000 keep pace with the stages.
const BATCH_ARTICLES: usize = 500;

/// Bytes of text kept at once, where articles are long.
const BATCH_BYTES: usize = 8 << 20;

/// Keeps in a store what is gathered, a batch at a time.
pub struct Keeper<'a> {
    store: &'a mut Store,
    batch: Batch,
    outcome: Outcome,
}

/// What has been read and not been kept yet.
#[derive(Default)]
struct Batch {
    readings: Vec<Reading>,
    odd: Vec<SourceProblem>,
    bytes: usize,
}

impl Batch {
    fn is_full(&self) -> bool {
        self.readings.len().max(self.odd.len()) >= BATCH_ARTICLES || self.bytes >= BATCH_BYTES
    }
}

impl<'a> Keeper<'a> {
    /// For this store.
    pub fn new(store: &'a mut Store) -> Keeper<'a> {
        Keeper { store, batch: Batch::default(), outcome: Outcome::default() }
    }

    /// What has come of it so far.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Takes one part more. It is kept with those after it, at the latest by [`Keeper::end`].
    pub fn take(&mut self, part: Gathered) -> store::Result<()> {
        self.outcome.count(&part);
        self.batch.bytes +=
            part.readings.iter().map(|reading| reading.article.text.len()).sum::<usize>();
        self.batch.readings.extend(part.readings);
        self.batch.odd.extend(part.problems);
        if self.batch.is_full() { self.flush() } else { Ok(()) }
    }

    /// Keeps the rest.
    pub fn end(mut self) -> store::Result<Outcome> {
        self.flush()?;
        Ok(self.outcome)
    }

    fn flush(&mut self) -> store::Result<()> {
        let Batch { readings, odd, .. } = std::mem::take(&mut self.batch);
        self.store.add_problems(&odd)?;
        let added = self.store.add(&readings, Tools::version())?;
        self.outcome.added.articles += added.articles;
        self.outcome.added.claims += added.claims;
        self.outcome.added.readings += added.readings;
        Ok(())
    }
}
