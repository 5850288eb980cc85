//! Learning where sentences end: an averaged perceptron over the gaps of running text.

use super::random::Random;
use crate::hash;
use crate::sentences::{BITS, FEATURES, gaps};

/// Passes over the paragraphs: more gained nothing on held-out text.
const PASSES: usize = 10;

/// A gap is learned from until it is right by this much.
const MARGIN: i32 = 3;

/// A paragraph and where its sentences end.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Running text.
    pub text: String,
    /// The byte after each sentence, in order.
    pub ends: Vec<usize>,
}

/// Reads the paragraphs of a treebank, leaving out documents whose id holds one of `without`.
pub fn read_paragraphs(conllu: &str, without: &[&str]) -> Vec<Paragraph> {
    let (mut out, mut open, mut skipped) = (Vec::new(), Paragraph::default(), false);
    for line in conllu.lines() {
        if line.starts_with("# newdoc") || line.starts_with("# newpar") {
            out.push(std::mem::take(&mut open));
        }
        if let Some(id) = line.strip_prefix("# newdoc id") {
            skipped = without.iter().any(|w| id.contains(w));
        }
        if let Some(text) = line.strip_prefix("# text = ").filter(|_| !skipped) {
            open.add(text);
        }
    }
    out.push(open);
    out.retain(|p: &Paragraph| !p.ends.is_empty());
    out
}

impl Paragraph {
    fn add(&mut self, sentence: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(sentence.trim());
        self.ends.push(self.text.len());
    }
}

/// A gap to learn from.
struct Example {
    rows: [usize; FEATURES],
    ends: bool,
}

/// Learns the weights of gaps, one byte each. The same paragraphs give the same bytes.
pub fn learn_boundaries(paragraphs: &[Paragraph]) -> Vec<u8> {
    let examples = examples(paragraphs);
    let mut learner = Learner::default();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(67);
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &at in &order {
            learner.learn(&examples[at]);
        }
    }
    learner.means().map(small).collect()
}

/// Weights while they are learned.
struct Learner {
    weights: Vec<i32>,
    /// Sum of each change times the step at which it was made.
    changes: Vec<i64>,
    step: i64,
}

impl Default for Learner {
    fn default() -> Learner {
        Learner { weights: vec![0; 1 << BITS], changes: vec![0; 1 << BITS], step: 0 }
    }
}

impl Learner {
    fn learn(&mut self, example: &Example) {
        self.step += 1;
        let sign = if example.ends { 1 } else { -1 };
        let score: i32 = example.rows.iter().map(|&row| self.weights[row]).sum();
        if score * sign > MARGIN {
            return;
        }
        for &row in &example.rows {
            self.weights[row] += sign;
            self.changes[row] += i64::from(sign) * self.step;
        }
    }

    /// Each weight, averaged over all steps.
    fn means(&self) -> impl Iterator<Item = f64> {
        let steps = self.step.max(1) as f64;
        self.weights.iter().zip(&self.changes).map(move |(&w, &c)| f64::from(w) - c as f64 / steps)
    }
}

fn examples(paragraphs: &[Paragraph]) -> Vec<Example> {
    let mut out = Vec::new();
    for paragraph in paragraphs {
        gaps(&paragraph.text, &paragraph.ends, |features, ends| {
            let mut rows = [0; FEATURES];
            for (row, &feature) in rows.iter_mut().zip(features) {
                *row = hash::row(feature, BITS);
            }
            out.push(Example { rows, ends });
        });
    }
    out
}

/// Stored units per unit of learned weight; only the very largest weights do not fit a byte.
const SCALE: f64 = 8.0;

fn small(weight: f64) -> u8 {
    (weight * SCALE).round().clamp(-127.0, 127.0) as i8 as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREEBANK: &str = "# newdoc id = a_news\n# text = It rained.\n1\tIt\n\n# text = We left.\n\n\
        # newpar\n# text = Why?\n\n# newdoc id = b_reddit\n# text = lol\n";

    #[test]
    fn paragraphs_hold_their_sentences() {
        let paragraphs = read_paragraphs(TREEBANK, &["_reddit"]);
        let texts: Vec<&str> = paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["It rained. We left.", "Why?"]);
        assert_eq!(paragraphs[0].ends, [10, 19]);
    }

    #[test]
    fn the_same_bytes_twice() {
        let paragraphs = read_paragraphs(TREEBANK, &[]);
        let weights = learn_boundaries(&paragraphs);
        assert_eq!(weights.len(), 1 << BITS);
        assert!(weights.iter().any(|&w| w != 0));
        assert_eq!(weights, learn_boundaries(&paragraphs));
    }
}
