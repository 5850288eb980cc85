//! Chunks: what stands between white spaces, summed up in a few numbers.

use crate::abbreviations::{Stop, opens_sentence, stop_after};
use crate::hash::{join, template};
use crate::word_list::WordList;

/// Verbs that tell who said a quotation, in small letters.
const REPORTING: WordList = WordList(include_str!("../../data/reporting.txt"));

/// Letters and marks beyond these do not tell words apart any better.
const LONGEST: usize = 24;

/// A run without white space and what a reader sees of it at a glance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    /// First byte in the text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Hash of the word in lower case, its figures alike.
    pub word: u64,
    /// Length of the word in bytes.
    pub letters: usize,
    /// How the word is written.
    pub shape: Shape,
    /// Hash of the marks before the word; of all marks if there is no word.
    pub lead: u64,
    /// Hash of the marks behind the word.
    pub tail: u64,
    /// What closes the chunk.
    pub close: Close,
    /// What a full stop behind the word means.
    pub stop: Stop,
    /// Whether the word, with a capital, most often opens a sentence.
    pub opens: bool,
    /// Whether the word is a verb of saying.
    pub reports: bool,
    /// Brackets and curly quotation marks that it opens, less those that it closes.
    pub depth: i32,
    /// Straight double quotation marks.
    pub quotes: usize,
}

impl Chunk {
    /// True if no mark stands before the word.
    pub(super) fn is_bare(&self) -> bool {
        self.lead == hash_marks("")
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shape {
    /// No letter or figure.
    Marks,
    /// "envoys"
    Lower,
    /// "Envoys"
    Capital,
    /// "I", "B"
    Single,
    /// "NATO"
    Upper,
    /// "iPhone", "McDonald"
    Mixed,
    /// "12"
    Number,
    /// "2nd", "B52"
    NumberAndLetters,
    /// "www.example.org", "a@example.org", "2001/04"
    Address,
}

/// The kind of mark that closes a chunk.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Close {
    /// A full stop alone.
    Stop,
    /// "?" or "!" and a quotation mark, behind which the speaker may be named.
    Quoted,
    /// Any other that may end a sentence.
    Terminator,
    /// A dash that stands alone.
    Dash,
    /// Any other mark.
    Mark,
    /// A letter or figure.
    Word,
}

/// The chunks of a text, in order.
pub(super) fn chunks(text: &str) -> impl Iterator<Item = Chunk> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |chunk| {
        let start = chunk.as_ptr() as usize - base;
        read(chunk, start)
    })
}

fn read(chunk: &str, start: usize) -> Chunk {
    let headless = chunk.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = headless.trim_end_matches(|c: char| !c.is_alphanumeric());
    let lead = &chunk[..chunk.len() - headless.len()];
    let tail = &headless[word.len()..];
    Chunk {
        start,
        end: start + chunk.len(),
        word: hash_word(word),
        letters: word.len(),
        shape: shape(word),
        lead: hash_marks(lead),
        tail: hash_marks(tail),
        close: close(chunk, tail),
        stop: if tail.starts_with('.') { stop_after(word) } else { Stop::Ends },
        opens: headless.starts_with(char::is_uppercase) && opens_sentence(stem(word)),
        reports: word.len() <= LONGEST && REPORTING.has(word),
        depth: chunk.chars().map(depth).sum(),
        quotes: chunk.matches('"').count(),
    }
}

/// The word without a clitic: "That" of "That's".
fn stem(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or_default()
}

fn close(chunk: &str, tail: &str) -> Close {
    let marks =
        if tail.is_empty() && !chunk.ends_with(char::is_alphanumeric) { chunk } else { tail };
    if marks.is_empty() {
        Close::Word
    } else if tail.is_empty() && marks.chars().all(|c| matches!(c, '-' | '–' | '—')) {
        Close::Dash
    } else if marks == "." {
        Close::Stop
    } else if marks.contains(['?', '!']) && marks.ends_with(['"', '”', '\'', '’', '»']) {
        Close::Quoted
    } else if marks.contains(['.', '?', '!', '…']) {
        Close::Terminator
    } else {
        Close::Mark
    }
}

fn depth(c: char) -> i32 {
    match c {
        '(' | '[' | '{' | '“' | '«' | '„' => 1,
        ')' | ']' | '}' | '”' | '»' => -1,
        _ => 0,
    }
}

fn hash_word(word: &str) -> u64 {
    let plain = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let letters = word.chars().take(LONGEST).flat_map(char::to_lowercase).map(plain);
    letters.fold(template(1), |hash, c| join(hash, u64::from(c)))
}

/// Runs of one mark count as two of it; the kinds of quotation mark are one.
fn hash_marks(marks: &str) -> u64 {
    let (mut hash, mut last, mut run) = (template(2), ' ', 0);
    for c in marks.chars().take(LONGEST) {
        let plain = match c {
            '“' | '”' => '"',
            '’' | '‘' => '\'',
            '–' | '—' => '-',
            c => c,
        };
        run = if plain == last { run + 1 } else { 1 };
        last = plain;
        if run < 3 {
            hash = join(hash, u64::from(plain));
        }
    }
    hash
}

fn shape(word: &str) -> Shape {
    let (mut upper, mut lower, mut digits, mut marks, mut count) = (0, 0, 0, 0, 0);
    for c in word.chars().take(LONGEST) {
        count += 1;
        match c {
            c if c.is_uppercase() => upper += 1,
            c if c.is_alphabetic() => lower += 1,
            c if c.is_numeric() => digits += 1,
            '-' | '\'' | '’' | '.' | ',' => {}
            _ => marks += 1,
        }
    }
    let capital = word.starts_with(char::is_uppercase);
    match (upper, lower, digits) {
        (0, 0, 0) => Shape::Marks,
        _ if marks > 0 => Shape::Address,
        (0, 0, _) => Shape::Number,
        (_, _, 1..) => Shape::NumberAndLetters,
        (0, _, _) => Shape::Lower,
        (1, 0, _) if count == 1 => Shape::Single,
        (_, 0, _) => Shape::Upper,
        (1, _, _) if capital => Shape::Capital,
        _ => Shape::Mixed,
    }
}
