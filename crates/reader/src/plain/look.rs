//! What a line looks like, as numbers.

use super::line::Form;
use super::sort::Seen;
use crate::look::{first, last, sort, truth};

/// What the words of a line look like; `terms` are its different content words.
pub(super) fn numbers(seen: &Seen, terms: usize, row: &mut Vec<f32>) {
    let text = seen.line.text.as_str();
    let words = seen.shape.words as f32;
    let chars = text.chars().count().max(1) as f32;
    let count = |test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count() as f32;
    let named = text.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
    row.extend([
        words.ln_1p(),
        chars.ln(),
        truth(seen.shape.ends),
        truth(seen.shape.inner_end),
        form(seen.line.form),
        sort(seen.sort),
        count(|c| matches!(c, ',' | '，' | '、' | '،')) / (words + 1.0),
        count(|c| c.is_ascii_digit()) / chars,
        count(char::is_uppercase) / chars,
        named as f32 / (words + 1.0),
        first(text),
        last(text),
    ]);
    row.extend([
        count(|c| matches!(c, '|' | '›' | '»' | '•' | '·' | '/' | '>')),
        count(|c| c == '@') + 2.0 * truth(text.contains("http")),
        truth(text.contains('©')),
        small_words(text),
        truth(has_year(text)),
        count(|c| matches!(c, '"' | '“' | '”' | '„' | '«' | '»')),
        count(|c| matches!(c, '!' | '?' | '！' | '？')),
        count(|c| matches!(c, '(' | '[' | ':' | '–' | '—')),
        chars / (words + 1.0),
        terms as f32,
    ]);
}

/// The share of words too short to mean much.
fn small_words(text: &str) -> f32 {
    let words = text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    let small =
        words.clone().filter(|w| w.chars().count() <= 3 && w.starts_with(char::is_lowercase));
    small.count() as f32 / words.count().max(1) as f32
}

fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// A number for how a line is set.
pub(super) fn form(form: Form) -> f32 {
    match form {
        Form::Plain => 0.0,
        Form::Indented => 1.0,
        Form::Item => 2.0,
        Form::Heading | Form::Caption | Form::Linked => 3.0,
    }
}
