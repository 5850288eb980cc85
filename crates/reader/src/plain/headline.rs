//! Which of the lines above the body is the headline.

use super::label::normal;
use super::line::Form;
use super::sort::{Seen, Sort};
use super::vocabulary::Vocabulary;

/// Words of the longest headline that is not a lede.
const LONGEST: usize = 32;

/// The index of the headline among the lines above the body.
pub(super) fn find(head: &[Seen], title: Option<&str>, body: &Vocabulary) -> Option<usize> {
    if let Some(at) = title.and_then(|title| titled(head, title)) {
        return Some(at);
    }
    let scored = head.iter().enumerate().filter(|(_, seen)| may_be(seen));
    let scored = scored.map(|(at, seen)| (score(head, at, body), std::cmp::Reverse(at), seen));
    let (score, at, seen) = scored.max_by_key(|(score, at, _)| (*score, *at))?;
    let alone = head.iter().filter(|seen| may_be(seen)).count() == 1;
    (score >= ENOUGH || alone && seen.shape.words >= 4).then_some(at.0)
}

/// Points that a headline has at least: two words of the body, or one and a repetition.
const ENOUGH: usize = 6;

/// Points for each thing that speaks for a line.
fn score(head: &[Seen], at: usize, body: &Vocabulary) -> usize {
    let text = &head[at].line.text;
    let shared = 3 * body.shared(text).min(6);
    let repeated = head.iter().filter(|other| normal(&other.line.text) == normal(text)).count() > 1;
    let first = head.iter().take(at).all(|before| !may_be(before));
    let marked = head[at].line.form == Form::Heading;
    shared + 4 * usize::from(repeated) + 4 * usize::from(first) + 8 * usize::from(marked)
        + usize::from(head[at].sort == Sort::Short)
}

fn may_be(seen: &Seen) -> bool {
    let sort = matches!(seen.sort, Sort::Short | Sort::Sentence | Sort::Prose);
    sort && !seen.is_listed() && (2..=LONGEST).contains(&seen.shape.words)
}

/// The line that is the title, or that the title begins with (pages add the name of the site).
fn titled(head: &[Seen], title: &str) -> Option<usize> {
    let title = normal(title);
    let exact = head.iter().position(|seen| normal(&seen.line.text) == title);
    exact.or_else(|| {
        head.iter().position(|seen| {
            let line = normal(&seen.line.text);
            seen.shape.words >= 3 && (title.starts_with(&line) || line.starts_with(&title) && !title.is_empty())
                && line.len() < 2 * title.len()
        })
    })
}

/// True if a first line that ends as a sentence is a headline all the same: short, and told again by
/// the lines after it.
pub(super) fn is_told_again(first: &Seen, rest: &[Seen]) -> bool {
    let next = rest.iter().take(4).map(|seen| seen.line.text.as_str());
    let pronoun = ["He ", "She ", "It ", "They ", "This ", "That ", "But ", "And "];
    let short = first.shape.words <= 20 && !first.shape.inner_end;
    let opens = pronoun.iter().any(|word| first.line.text.starts_with(word)) || first.line.text.starts_with(['"', '“', '\'']);
    short && !opens && rest.len() >= 3 && Vocabulary::of(next).share(&first.line.text) >= 0.6
        && super::dateline::parse(&first.line.text).is_none()
}
