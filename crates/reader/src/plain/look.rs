//! What a line looks like, as numbers.

use super::label::Label;
use super::line::Form;
use super::sort::{Seen, Sort};

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

/// A number for yes or no.
pub(super) fn truth(is: bool) -> f32 {
    f32::from(u8::from(is))
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

/// A number for what a line is taken for.
pub(super) fn sort(sort: Sort) -> f32 {
    match sort {
        Sort::Furniture(Label::Line) => 0.0,
        Sort::Furniture(Label::Box) => 1.0,
        Sort::Furniture(Label::Tail) => 2.0,
        Sort::Stamp(_) => 3.0,
        Sort::Byline(_) => 4.0,
        Sort::PhotoCredit => 5.0,
        Sort::Caption => 6.0,
        Sort::Credit => 7.0,
        Sort::Correction => 8.0,
        Sort::Short => 9.0,
        Sort::Sentence => 10.0,
        Sort::Prose => 11.0,
    }
}

fn first(text: &str) -> f32 {
    match text.chars().next() {
        Some(c) if c.is_uppercase() => 4.0,
        Some(c) if c.is_lowercase() => 3.0,
        Some(c) if c.is_alphabetic() => 5.0,
        Some(c) if c.is_numeric() => 2.0,
        Some('"' | '“' | '„' | '«' | '‘' | '\'' | '「' | '(') => 1.0,
        _ => 0.0,
    }
}

fn last(text: &str) -> f32 {
    match text.chars().next_back() {
        _ if text.ends_with("...") || text.ends_with("…]") => 2.0,
        Some('.' | '。' | '؟' | '۔' | '।' | '!' | '?' | '！' | '？') => 5.0,
        Some('"' | '”' | '“' | '»' | '«' | '’' | '\'' | ')' | '」') => 4.0,
        Some(':' | '：' | ';') => 3.0,
        Some('…') => 2.0,
        Some(c) if c.is_alphanumeric() => 1.0,
        _ => 0.0,
    }
}
