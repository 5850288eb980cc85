//! Reads sentences from left to right, the longest expression first.

use text::{Article, Sentence, Span, TimeExpression, Token};

use super::atom::{Atom, atoms};
use super::calendar::Period;
use super::scene::{Reference, Scene};
use super::sense::{Match, Sense};
use super::{
    absolute, ago, clock, dateline, duration, holiday, part, range, relative, set, stretch, vague,
    weekday, year,
};

type Rule = fn(&Scene, usize) -> Option<Match>;

/// Of readings equally long the later rule's is taken: the more particular stand last.
const RULES: [Rule; 14] = [
    duration::read,
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
    let mut last: Option<(usize, Period)> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let atoms = atoms(&article.text, sentence, tokens);
        let earlier = last.filter(|(at, _)| index - at <= MEMORY).map(|(_, period)| period);
        let scene = Scene { atoms: &atoms, tokens, reference, earlier };
        let (found, period) = read(scene);
        times.extend(found);
        last = period.map(|period| (index, period)).or(last);
    }
    times
}

/// The expressions of one sentence, and the last stretch of the calendar that it names.
fn read(mut scene: Scene) -> (Vec<TimeExpression>, Option<Period>) {
    let (mut found, mut last, mut at) = (Vec::new(), None, 0);
    while at < scene.atoms.len() {
        let Some(Match { end, sense }) = longest(&scene, at) else {
            at += 1;
            continue;
        };
        if sense.period.is_some() {
            scene.earlier = sense.period;
            last = sense.period;
        }
        found.extend(scene.atoms.get(at..end).and_then(|words| expression(words, sense)));
        at = end.max(at + 1);
    }
    (found, last)
}

fn longest(scene: &Scene, at: usize) -> Option<Match> {
    RULES.iter().filter_map(|rule| rule(scene, at)).filter(|m| m.end > at).max_by_key(|m| m.end)
}

fn expression(words: &[Atom], sense: Sense) -> Option<TimeExpression> {
    let span: Span = words.first()?.span.cover(words.last()?.span);
    let Sense { kind, value, when, weekday, .. } = sense;
    Some(TimeExpression { span, kind, value, when, weekday })
}
