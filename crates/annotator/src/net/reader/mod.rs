//! The network as it reads: nothing is kept for learning, weights are whole numbers.
//!
//! Sums of products are exact and curves are made of sums and products: the same words get the same
//! answers on every processor.

mod answers;
mod ask;
mod distinct;
mod look;
mod mix;
mod norm;
mod rows;

use std::ops::Range;

pub(crate) use answers::Answers;
use ask::{Ask, Said};
use distinct::Distinct;
use look::Look;
use mix::Mix;
use norm::Settle;

use super::embedding::Reading;
use super::lanes::Work;
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
        let vector =
            Linear { weight: dense.vector.clone(), bias: Linear::zeros(0, sizes.width).bias };
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
    #[inline(always)]
    fn say(&self, mut words: Sheet, sentences: &[Range<usize>]) -> (Said, Vec<Sheet>) {
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
    #[inline(always)]
    fn enter(&self, readings: &[Reading]) -> Sheet {
        let mut vectors = Wholes::none(self.sizes.vector, readings.len());
        for reading in readings {
            self.lookup.vector(reading, &mut vectors);
        }
        let vectors = self.vector.of_each(&vectors);
        let mut words = Sheet::zeros(readings.len(), self.sizes.width);
        for ((word, reading), vector) in words.rows_mut().zip(readings).zip(vectors.rows()) {
            word.copy_from_slice(&vector[..self.sizes.width]);
            for (table, row) in self.tables.iter().zip(reading.rows()) {
                table.add(row, word);
            }
            self.enter.row(word);
        }
        words
    }
}

/// Saying something of words.
struct Saying<'a> {
    reader: &'a SentenceReader,
    words: &'a Distinct,
    sentences: &'a [Range<usize>],
}

impl Work for Saying<'_> {
    type Done = (Said, Vec<Sheet>);

    #[inline(always)]
    fn done(self) -> Self::Done {
        let entered = self.reader.enter(&self.words.readings);
        self.reader.say(self.words.spread(&entered), self.sentences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deprel::DEPRELS;
    use crate::names::LABELS;
    use crate::net::lanes::on_wide_lanes;
    use crate::net::{Matrix, Noise};

    /// How far apart what is said may be.
    const APART: f32 = 5e-3;

    /// With tables that lose nothing when they are packed.
    fn net() -> Net<Matrix> {
        let sizes = Sizes {
            vector: 3,
            width: 20,
            hidden: 5,
            tags: 7,
            labels: DEPRELS.len(),
            names: LABELS,
        };
        let lookup =
            Lookup { width: 3, vectors: vec![40, -20, 7, 90, 3, -128], ..Lookup::default() };
        let mut net = Net::new(sizes, lookup, &mut Noise::Random(3));
        for table in &mut net.tables {
            for ((row, column), number) in table.indexed_iter_mut() {
                let whole = if column == 0 { 127 } else { (row * 11 + column * 37) % 255 } as f32;
                *number = (whole - 127.0 * (column > 0) as u8 as f32) / 127.0;
            }
        }
        net
    }

    fn reading(at: usize) -> Reading {
        let vector = (at % 3 > 0).then_some(at % 2);
        Reading { word: 0, vector, parts: std::array::from_fn(|part| at * 3 + part) }
    }

    fn same<'a>(said: impl Iterator<Item = &'a [f32]>, learned: &Matrix) {
        for (said, learned) in said.zip(learned.rows()) {
            for (a, b) in said.iter().zip(learned) {
                assert!((a - b).abs() < APART || *a < -1e8 && *b < -1e8, "{a} {b}");
            }
        }
    }

    #[test]
    fn what_was_learned_is_read() {
        let net = net();
        let readings: Vec<Reading> = (0..40).map(reading).collect();
        let sentences = [0..1, 1..38, 38..40];
        let trace = net.forward(&readings, &sentences, &mut Noise::Silent);
        let heads: Vec<usize> = (0..40).collect();
        let labels = net.dense.heads.label(&trace.heads, &heads, &mut Noise::Silent);
        let reader = SentenceReader::new(net.pack());
        let distinct = Distinct { readings: readings.clone(), places: (0..40).collect() };
        let work = || Saying { reader: &reader, words: &distinct, sentences: &sentences };
        let (said, scores) = on_wide_lanes(work());
        let (plain, plain_scores) = work().done();
        assert!(said.tags().eq(plain.tags()) && said.names().eq(plain.names()));
        assert!(scores.iter().zip(&plain_scores).all(|(a, b)| a.numbers == b.numbers));
        same(said.tags(), &trace.tags);
        same(said.names(), &trace.names);
        scores.iter().zip(&trace.heads.scores).for_each(|(a, b)| same(a.rows(), b));
        same(reader.ask.labels(&said, &heads).rows(), &labels.scores);
    }
}
