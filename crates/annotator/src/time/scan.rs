//! Reads sentences from left to right, the longest expression first.

use text::{Article, End, Sentence, Span, TimeExpression, Token};

use super::atom::{Atom, atoms};
use super::calendar::Period;
use super::scene::{Reference, Scene};
use super::sense::{Ends, Match, Sense};
use super::{
    absolute, accounts, ago, clock, dateline, duration, holiday, part, range, relative, set,
    stretch, uncounted, vague, vocabulary, weekday, year,
};

type Rule = fn(&Scene, usize) -> Option<Match>;

/// Of readings equally long the later rule's is taken: the more particular stand last.
const RULES: [Rule; 16] = [
    duration::read,
    uncounted::read,
    vague::read,
    year::read,
    set::read,
    stretch::read,
    relative::read,
    ago::read,
    absolute::read,
    weekday::read,
    holiday::read,
    part::read,
    part::year_end,
    clock::read,
    range::read,
    accounts::read,
];

/// "Two days later" counts from a date in its own sentence or the one before it.
const MEMORY: usize = 1;

/// Finds the time expressions of an article, in order and never overlapping.
pub fn find_times(
    article: &Article,
    sentences: &[Sentence],
    tokens: &[Token],
) -> Vec<TimeExpression> {
    let reference =
        Reference::of(article).or_else(|| dateline::reference(article, sentences, tokens));
    let mut times = Vec::new();
    let mut memory = Memory::default();
    for (index, sentence) in sentences.iter().enumerate() {
        let atoms = atoms(&article.text, sentence, tokens);
        let (earlier, reported) = (memory.earlier(index), memory.reported);
        let scene = Scene { atoms: &atoms, tokens, reference, earlier, reported };
        times.extend(read(scene, index, &mut memory));
    }
    times
}

/// What was named so far.
#[derive(Default)]
struct Memory {
    /// The last stretch of the calendar, and the sentence that names it.
    last: Option<(usize, Period)>,
    /// The last quarter that is over.
    reported: Option<Period>,
}

impl Memory {
    fn earlier(&self, sentence: usize) -> Option<Period> {
        self.last.filter(|(at, _)| sentence - at <= MEMORY).map(|(_, period)| period)
    }

    fn keep(&mut self, period: Period, sentence: usize, reference: Option<Reference>) {
        self.last = Some((sentence, period));
        let over = period.bounds().zip(reference).is_some_and(|((_, end), r)| end <= r.day);
        if over && matches!(period, Period::Quarter(..)) {
            self.reported = Some(period);
        }
    }
}

/// The expressions of one sentence.
fn read(mut scene: Scene, index: usize, memory: &mut Memory) -> Vec<TimeExpression> {
    let (mut found, mut at) = (Vec::new(), 0);
    let begins = vocabulary::beginnings(scene.atoms);
    while let Some(next) = begins.iter().skip(at).position(|begins| *begins) {
        at += next;
        let Some(read) = longest(&scene, at) else {
            at += 1;
            continue;
        };
        if let Some(period) = read.sense.period {
            memory.keep(period, index, scene.reference);
            scene.earlier = Some(period);
            scene.reported = memory.reported;
        }
        let end = read.end.max(at + 1);
        found.extend(expression(scene.atoms, at, read));
        at = end;
    }
    found
}

fn longest(scene: &Scene, at: usize) -> Option<Match> {
    RULES.iter().filter_map(|rule| rule(scene, at)).filter(|m| m.end > at).max_by_key(|m| m.end)
}

/// True if any rule reads something there.
#[cfg(test)]
pub(super) fn rules_at(atoms: &[Atom], tokens: &[Token], at: usize) -> bool {
    let day = "2023-05-12".parse().ok();
    let reference = day.map(|day| Reference { day, anchor: text::Anchor::Published });
    let earlier = reference.map(|reference| Period::Day(reference.day));
    let reported = Some(Period::Quarter(2023, 1));
    longest(&Scene { atoms, tokens, reference, earlier, reported }, at).is_some()
}

fn expression(atoms: &[Atom], start: usize, found: Match) -> Option<TimeExpression> {
    let Match { end, sense } = found;
    let words = atoms.get(start..end)?;
    let ends = sense.ends.clone().and_then(|ends| bounds(atoms, start, end, ends));
    let span = cover(words)?;
    let Sense { kind, value, when, weekday, .. } = sense;
    Some(TimeExpression { span, kind, value, when, weekday, ends })
}

fn cover(words: &[Atom]) -> Option<Span> {
    Some(words.first()?.span.cover(words.last()?.span))
}

/// The ends of a stretch whose words are those from `start` to `end`.
fn bounds(atoms: &[Atom], start: usize, end: usize, ends: Ends) -> Option<Box<[End; 2]>> {
    let low = cover(atoms.get(start..ends.low_end)?)?;
    let high = cover(atoms.get(ends.high_start..end)?)?;
    Some(Box::new([End { span: low, value: ends.low }, End { span: high, value: ends.high }]))
}
