//! The whole of learning the network.

use std::thread;

use super::adam::Adam;
use super::batch::{self, Surprise};
use super::change::Change;
use super::lesson::Lesson;
use super::lookup::lookup;
use super::vectors::Vectors;
use crate::deprel::DEPRELS;
use crate::names::LABELS;
use crate::net::{Matrix, Net, Noise, Sizes, best_tree};
use crate::tagger::{Tag, Tagset};
use crate::training::conllu::Gold;
use crate::training::random::Random;
use crate::training::{Plan, tags};

/// Words of a batch.
const BATCH: usize = 1_500;
/// The largest step, and how many steps lead up to it.
const STEP: f32 = 2e-3;
const WARM: usize = 200;
/// Words of the longest sentence that is learned from.
const LONGEST: usize = 120;
/// Parts of a batch that are read side by side.
const SIDES: usize = 2;

/// A network with what it needs to read words.
#[derive(Debug)]
pub struct Reader {
    pub(crate) tagset: Tagset,
    pub(crate) net: Net<Matrix>,
}

/// Learns a network; `watch` is told after each pass.
pub(crate) fn learn(
    gold: &[&Gold],
    vectors: &Vectors,
    plan: Plan,
    mut watch: impl FnMut(&Reader, &str),
) -> Reader {
    let tagset = tags::tagset(gold);
    let lookup = lookup(gold.iter().flat_map(|g| &g.forms), vectors);
    let taken = || gold.iter().filter(|g| (1..=LONGEST).contains(&g.forms.len()));
    let lessons: Vec<Lesson> = taken().map(|g| Lesson::new(g, &tagset, &lookup)).collect();
    let weights: Vec<usize> = taken().map(|g| usize::from(g.weight)).collect();
    let sizes = Sizes {
        vector: vectors.width,
        width: plan.width,
        hidden: plan.hidden,
        tags: tagset.names().len(),
        labels: DEPRELS.len(),
        names: LABELS,
    };
    let mut noise = Noise::Random(41);
    let net = Net::new(sizes, lookup, &mut noise);
    let mut reader = Reader { tagset, net };
    let mut course = Course::new(&reader.net);
    let weighed = lessons.iter().zip(&weights);
    let words: usize = weighed.map(|(lesson, weight)| lesson.readings.len() * weight).sum();
    let steps = plan.passes * words / BATCH;
    let mut random = Random(23);
    let mut order: Vec<usize> = (0..lessons.len()).flat_map(|at| vec![at; weights[at]]).collect();
    for pass in 0..plan.passes {
        random.shuffle(&mut order);
        let batches = batches(&order, &lessons);
        let told = batches.iter().map(|batch| course.take(&mut reader.net, batch, steps));
        let sum: Surprise = told.sum();
        let words = words as f32;
        let told =
            [sum.tags, sum.heads, sum.labels, sum.names].map(|s| format!("{:.3}", s / words));
        watch(&reader, &format!("pass {pass}: {}", told.join(" ")));
    }
    reader
}

/// Sentences in turn, so many words together.
fn batches<'a>(order: &[usize], lessons: &'a [Lesson]) -> Vec<Vec<&'a Lesson>> {
    let (mut all, mut batch, mut words) = (Vec::new(), Vec::new(), 0);
    for &at in order {
        words += lessons[at].readings.len();
        batch.push(&lessons[at]);
        if words >= BATCH {
            all.push(std::mem::take(&mut batch));
            words = 0;
        }
    }
    all.push(batch);
    all
}

/// What goes on from batch to batch.
struct Course {
    adam: Adam,
    changes: Vec<Change>,
    steps: usize,
}

impl Course {
    fn new(net: &Net<Matrix>) -> Course {
        let changes = (0..SIDES).map(|_| Change::none(net)).collect();
        Course { adam: Adam::new(net), changes, steps: 0 }
    }

    fn take(&mut self, net: &mut Net<Matrix>, batch: &[&Lesson], steps: usize) -> Surprise {
        let words = batch.iter().map(|lesson| lesson.readings.len()).sum();
        let (step, reading) = (self.steps, &*net);
        let side = batch.len().div_ceil(SIDES).max(1);
        let told: Vec<Surprise> = thread::scope(|scope| {
            let sides = batch.chunks(side).zip(&mut self.changes).enumerate();
            let sides: Vec<_> = sides
                .map(|(side, (lessons, change))| {
                    let mut noise = Noise::Random((step * SIDES + side) as u64 ^ 0x5EED);
                    scope.spawn(move || batch::learn(reading, lessons, words, &mut noise, change))
                })
                .collect();
            let join = |side: thread::ScopedJoinHandle<Surprise>| {
                side.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            sides.into_iter().map(join).collect()
        });
        if let Some((first, rest)) = self.changes.split_first_mut() {
            rest.iter_mut().for_each(|other| first.join(other));
            let warm = ((step + 1) as f32 / WARM as f32).min(1.0);
            let left = 1.0 - (step as f32 / steps.max(1) as f32).min(1.0);
            self.adam.step(net, first, STEP * warm * left);
            first.clear();
        }
        self.steps += 1;
        told.into_iter().sum()
    }
}

impl Reader {
    /// Words, and how many have the right part of speech, head, and head with relation. Endings that
    /// were parted from names are not counted.
    pub fn score(&self, gold: &[Gold]) -> [usize; 4] {
        let mut sums = [0; 4];
        for gold in gold {
            let lesson = Lesson::new(gold, &self.tagset, &self.net.lookup);
            let n = lesson.readings.len();
            let one = 0..n;
            let trace = self.net.forward(&lesson.readings, &[one], &mut Noise::Silent);
            let heads = best_tree(trace.heads.scores[0].as_slice().unwrap_or_default(), n);
            let labelled = self.net.dense.heads.label(&trace.heads, &heads, &mut Noise::Silent);
            for at in 0..n {
                let best = |row: ndarray::ArrayView1<f32>| {
                    row.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map(|(at, _)| at)
                };
                if gold.is_ending(at) {
                    continue;
                }
                let head = Some(heads[at]) == lesson.heads[at];
                let upos = |tag: Option<usize>| tag.map(|tag| self.tagset.upos(Tag(tag as u8)));
                sums[0] += 1;
                sums[1] += usize::from(upos(best(trace.tags.row(at))) == upos(lesson.tags[at]));
                sums[2] += usize::from(head);
                sums[3] += usize::from(head && best(labelled.scores.row(at)) == lesson.labels[at]);
            }
        }
        sums
    }
}
