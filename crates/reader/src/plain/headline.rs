//! Which of the lines above the body is the headline.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::clean::Title;
use super::label::normal;
use super::line::Form;
use super::sort::{Seen, Sort};
use super::vocabulary::Vocabulary;

/// Words of the longest headline that is not a lede.
const LONGEST: usize = 32;

/// The index of the headline among the lines above the body.
pub(super) fn find(head: &[Seen], title: Option<Title>, body: &Vocabulary) -> Option<usize> {
    if let Some(at) = title.and_then(|title| titled(head, title.text())) {
        return Some(at);
    }
    if let Some(Title::Heading(_)) = title {
        return None;
    }
    let able: Vec<usize> =
        head.iter().enumerate().filter(|(_, seen)| may_be(seen)).map(|(at, _)| at).collect();
    let copies = copies(head);
    let scored = able.iter().map(|at| {
        let again = copies.get(&normal(&head[*at].line.text)).is_some_and(|count| *count > 1);
        let first = able.first() == Some(at);
        (score(&head[*at], body) + 4 * usize::from(again) + 4 * usize::from(first), Reverse(*at))
    });
    let (score, Reverse(at)) = scored.max()?;
    let alone = able.len() == 1 && head[at].shape.words >= 4;
    (score >= ENOUGH || alone).then_some(at)
}

fn copies(head: &[Seen]) -> HashMap<String, usize> {
    let mut copies = HashMap::new();
    head.iter().for_each(|seen| *copies.entry(normal(&seen.line.text)).or_default() += 1);
    copies
}

/// Points that a headline has at least: no sentence and two words of the body, or a sentence and four.
const ENOUGH: usize = 11;

/// Points for what a line is and what it shares with the body.
fn score(seen: &Seen, body: &Vocabulary) -> usize {
    let shared = 3 * body.shared(&seen.line.text).min(4);
    shared
        + 8 * usize::from(seen.line.form == Form::Heading)
        + 5 * usize::from(seen.sort == Sort::Short)
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
            seen.shape.words >= 3
                && (title.starts_with(&line) || line.starts_with(&title) && !title.is_empty())
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
    let opens = pronoun.iter().any(|word| first.line.text.starts_with(word))
        || first.line.text.starts_with(['"', '“', '\'']);
    short
        && !opens
        && rest.len() >= 3
        && Vocabulary::of(next).share(&first.line.text) >= 0.6
        && super::dateline::parse(&first.line.text).is_none()
}
