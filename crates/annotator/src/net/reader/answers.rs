//! What the network says of sentences, made into tags, trees and names.

use std::ops::Range;

use super::{Distinct, Said, Saying, SentenceReader};
use crate::names::NameLabel;
use crate::net::lanes::on_wide_lanes;
use crate::net::sheet::Sheet;
use crate::net::tree::best_tree;
use crate::tagger::Tag;
use crate::word::Word;

/// Words of the longest sentence that is read as one; a longer one is read in pieces, each hung on
/// the one before it.
const LONGEST: usize = 160;

/// Words of sentences that are read together: enough that few products are left over, few enough
/// that all that is said of them stays near the processor.
const ABREAST: usize = 640;

/// Tags, heads, relations and names of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) tags: Vec<Tag>,
    /// The head of each word, counted from the first word of all; none for the root of a sentence.
    pub(crate) heads: Vec<Option<usize>>,
    /// Numbers of relations.
    pub(crate) labels: Vec<u8>,
    pub(crate) names: Vec<NameLabel>,
}

impl Answers {
    /// Adds what is said of the words from `start` on, which count from there.
    fn append(&mut self, more: Answers, start: usize) {
        self.tags.extend(more.tags);
        self.heads.extend(more.heads.into_iter().map(|head| head.map(|head| head + start)));
        self.labels.extend(more.labels);
        self.names.extend(more.names);
    }
}

/// The relation of a piece's root to that of the piece before it.
const GOES_ON: &str = "parataxis";

impl SentenceReader {
    /// Reads sentences, which together are all of the words.
    pub(crate) fn read(&self, words: &[Word], sentences: &[Range<usize>]) -> Answers {
        let mut answers = Answers::default();
        let mut rest = sentences;
        while let Some(first) = rest.first() {
            let start = first.start;
            let more = rest.iter().take_while(|sentence| sentence.end <= start + ABREAST).count();
            let (batch, after) = rest.split_at(more.max(1));
            let end = batch.last().map_or(start, |last| last.end);
            let batch: Vec<Range<usize>> =
                batch.iter().map(|s| s.start - start..s.end - start).collect();
            answers.append(self.read_batch(&words[start..end], &batch), start);
            rest = after;
        }
        answers
    }

    fn read_batch(&self, words: &[Word], sentences: &[Range<usize>]) -> Answers {
        let mut answers = Answers::default();
        if words.is_empty() {
            return answers;
        }
        let pieces: Vec<Range<usize>> = sentences.iter().flat_map(pieces).collect();
        let distinct = Distinct::of(words, &self.lookup);
        let work = Saying { reader: self, words: &distinct, sentences: &pieces };
        let (said, heads) = on_wide_lanes(work);
        answers.tags.extend(said.tags().map(|row| Tag(best(row) as u8)));
        self.hang(&said, (&pieces, &heads), &mut answers);
        let mut names = said.names();
        for piece in &pieces {
            let mut last = None;
            for row in names.by_ref().take(piece.len()) {
                last = Some(allowed_name(row, last));
                answers.names.extend(last);
            }
        }
        join(sentences, &mut answers);
        answers
    }

    /// Finds heads and relations.
    fn hang(
        &self,
        said: &Said,
        (pieces, scores): (&[Range<usize>], &[Sheet]),
        answers: &mut Answers,
    ) {
        let trees = pieces.iter().zip(scores).flat_map(|(piece, scores)| {
            let place = |head: usize| if head == 0 { 0 } else { piece.start + head };
            best_tree(&scores.numbers, piece.len()).into_iter().map(place)
        });
        let heads: Vec<usize> = trees.collect();
        let labels = self.ask.labels(said, &heads);
        let labels = labels.rows().map(|row| &row[..self.sizes.labels]).zip(&heads);
        answers.labels.extend(labels.map(|(row, head)| allowed_label(row, *head)));
        answers.heads.extend(heads.into_iter().map(|head| head.checked_sub(1)));
    }
}

fn pieces(sentence: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<> {
    let end = sentence.end;
    sentence.clone().step_by(LONGEST).map(move |start| start..(start + LONGEST).min(end))
}

/// Leaves one root in each sentence.
fn join(sentences: &[Range<usize>], answers: &mut Answers) {
    let label = crate::deprel::number(GOES_ON);
    for sentence in sentences.iter().filter(|sentence| sentence.len() > LONGEST) {
        let mut last = None;
        for at in sentence.clone().filter(|at| answers.heads[*at].is_none()).collect::<Vec<_>>() {
            if last.is_some() {
                answers.heads[at] = last;
                answers.labels[at] = label;
            }
            last = Some(at);
        }
    }
}

/// The place of the first of the highest numbers.
fn best(row: &[f32]) -> usize {
    let mut top = 0;
    for (at, number) in row.iter().enumerate() {
        if *number > row[top] {
            top = at;
        }
    }
    top
}

/// `root`, number 0, for the root and no other.
fn allowed_label(row: &[f32], head: usize) -> u8 {
    match (head, row) {
        (0, _) | (_, []) => 0,
        (_, [_, others @ ..]) => best(others) as u8 + 1,
    }
}

/// The best label that may follow `last`: a name goes on only as the kind it began.
fn allowed_name(row: &[f32], last: Option<NameLabel>) -> NameLabel {
    let kind = last.and_then(NameLabel::kind);
    let allowed = |l: &NameLabel| !l.goes_on() || (kind.is_some() && l.kind() == kind);
    let labels = (0..row.len()).map(|at| NameLabel(at as u8)).filter(allowed);
    labels
        .max_by(|a, b| row[usize::from(a.0)].total_cmp(&row[usize::from(b.0)]))
        .unwrap_or(NameLabel::OUTSIDE)
}
