//! The network as it reads: nothing is kept for learning, weights are whole numbers.
//!
//! Sums of products are exact and curves are made of sums and products: the same words get the same
//! answers on every processor.

mod answers;
mod ask;
mod look;
mod mix;
mod norm;
mod rows;

use std::ops::Range;

pub(crate) use answers::Answers;
use ask::{Ask, Said};
use look::Look;
use mix::Mix;
pub(crate) use norm::LEAST;
use norm::Settle;

use super::embedding::Reading;
use super::linear::Linear;
use super::panels::Panels;
use super::sheet::{Sheet, Wholes};
use super::{Lookup, Net, Packed, REACHES, Sizes};

/// A network ready to read. One serves any number of threads.
#[derive(Clone, Debug)]
pub(crate) struct SentenceReader {
    sizes: Sizes,
    tables: Vec<Packed>,
    lookup: Lookup,
    vector: Panels,
    enter: Settle,
    mixes: Vec<Mix>,
    look: Look,
    ask: Ask,
}

impl SentenceReader {
    /// Made ready of what was learned.
    pub(crate) fn new(net: Net<Packed>) -> SentenceReader {
        let Net { sizes, tables, lookup, dense } = net;
        let vector = Linear { weight: dense.vector.clone(), bias: Linear::zeros(0, sizes.width).bias };
        let mixes = dense.convolutions.iter().zip(REACHES);
        SentenceReader {
            sizes,
            tables,
            lookup,
            vector: Panels::pack(&vector, 1),
            enter: Settle::new(&dense.enter),
            mixes: mixes.map(|(layer, reach)| Mix::new(layer, reach)).collect(),
            look: Look::new(&dense.attention),
            ask: Ask::new(&dense, sizes),
        }
    }

    /// What is said of words, and how well each would be the head of each.
    fn say(&self, readings: &[Reading], sentences: &[Range<usize>]) -> (Said, Vec<Sheet>) {
        let mut words = self.enter(readings);
        let mut most = self.enter.most;
        for mix in &self.mixes {
            mix.read(&mut words, most, sentences);
            most = mix.norm.most;
        }
        self.look.read(&mut words, most, sentences);
        let said = self.ask.say(&words, self.look.norm.most);
        let heads = self.ask.heads(&said, sentences);
        (said, heads)
    }

    /// Words to numbers: the rows of a word, its parts and its shape, and its vector, added up.
    fn enter(&self, readings: &[Reading]) -> Sheet {
        let mut vectors = Wholes::none(self.sizes.vector, readings.len());
        for reading in readings {
            self.lookup.vector(reading, &mut vectors);
        }
        let vectors = self.vector.of_each(&vectors);
        let mut words = Sheet::zeros(readings.len(), self.sizes.width);
        for ((word, reading), vector) in words.rows_mut().zip(readings).zip(vectors.rows()) {
            word.copy_from_slice(&vector[..self.sizes.width]);
            self.tables.iter().zip(reading.rows()).for_each(|(table, row)| table.add(row, word));
            self.enter.row(word);
        }
        words
    }
}
