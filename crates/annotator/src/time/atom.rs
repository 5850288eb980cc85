//! What the rules read: runs of letters, runs of digits, single marks.
//!
//! Tokenisers disagree on "12-year", "Dec.", "April 21-22" and "1980s". Cut this finely, all of
//! them look the same, and each rule is written once.

use std::borrow::Cow;

use text::{Sentence, Span, Token};

/// A run of letters, a run of digits, or one mark.
#[derive(Clone, Debug)]
pub(super) struct Atom<'a> {
    /// As written.
    pub form: &'a str,
    /// In lower case.
    pub word: Cow<'a, str>,
    /// Its bytes in the article.
    pub span: Span,
    /// The token it was cut from, counted from the start of the article.
    pub token: usize,
    /// True if nothing stands between it and the atom before.
    pub glued: bool,
}

impl Atom<'_> {
    /// True for "May", not for "may".
    pub fn capital(&self) -> bool {
        self.form.starts_with(char::is_uppercase)
    }

    /// True if it begins with a letter.
    pub fn alphabetic(&self) -> bool {
        self.form.starts_with(char::is_alphabetic)
    }

    /// The number, if it is written in digits.
    pub fn digits(&self) -> Option<i32> {
        self.form.starts_with(|c: char| c.is_ascii_digit()).then(|| self.form.parse().ok())?
    }
}

/// The atoms of one sentence.
pub(super) fn atoms<'a>(text: &'a str, sentence: &Sentence, tokens: &[Token]) -> Vec<Atom<'a>> {
    let mut atoms: Vec<Atom> = Vec::new();
    let inside = tokens.get(sentence.tokens.range()).unwrap_or_default();
    for (offset, token) in inside.iter().enumerate() {
        let form = token.span.slice(text).unwrap_or_default();
        for (start, piece) in pieces(form) {
            let from = token.span.start() as usize + start;
            let Some(span) = Span::from_range(from..from + piece.len()) else { continue };
            let glued = atoms.last().is_some_and(|last| last.span.end() == span.start());
            let token = sentence.tokens.start.at() + offset;
            atoms.push(Atom { form: piece, word: lower(piece), span, token, glued });
        }
    }
    atoms
}

fn lower(piece: &str) -> Cow<'_, str> {
    let small = piece.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if small { Cow::Borrowed(piece) } else { Cow::Owned(piece.to_lowercase()) }
}

/// The pieces of a token's form, each with its offset.
fn pieces(form: &str) -> Vec<(usize, &str)> {
    let mut pieces: Vec<(usize, &str)> = Vec::new();
    let mut rest = form;
    while let Some(first) = rest.chars().next() {
        let class = Class::of(first);
        let end = match class {
            Class::Mark | Class::Blank => first.len_utf8(),
            run => rest.find(|c| Class::of(c) != run).unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at(end);
        if class != Class::Blank {
            pieces.push((form.len() - rest.len(), piece));
        }
        rest = after;
    }
    pieces
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Class {
    Letter,
    Digit,
    Blank,
    Mark,
}

impl Class {
    fn of(c: char) -> Class {
        match c {
            _ if c.is_ascii_digit() => Class::Digit,
            _ if c.is_alphabetic() => Class::Letter,
            _ if c.is_whitespace() => Class::Blank,
            _ => Class::Mark,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn letters_digits_and_marks_come_apart() {
        let words: Vec<&str> = pieces("mid-1980s").into_iter().map(|(_, piece)| piece).collect();
        assert_eq!(words, ["mid", "-", "1980", "s"]);
    }
}
