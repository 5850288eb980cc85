//! Tokens, as English Universal Dependencies cuts them.
//!
//! * `'s`, `n't`, `'ll` and their like stand alone; so do marks, currencies and `%`.
//! * A hyphen between words stands alone ("four - party"), save behind a prefix ("pre-war") and
//!   after an Arabic article before a name: "al-Khoury" is one word, and so is treated in training.
//! * Addresses, numbers with their separators and abbreviations with their stops are whole.
//!
//! ```text
//! sentence → chunks → marks off both ends → cut at marks inside → clitics and fused words
//! ```

mod address;
mod core;
mod emoticon;
mod ending;
mod hyphen;
mod marks;
mod word;

pub use ending::ending;
pub(crate) use hyphen::joins_article;

/// Byte ranges, in order.
type Cuts = Vec<(usize, usize)>;

/// How what stands between spaces is cut into words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Style {
    /// Clitics and fused words, as English has them.
    English,
    /// Endings behind an apostrophe: "Bern'de".
    Endings,
}

/// Byte ranges of the tokens of a sentence.
pub(crate) fn split(sentence: &str, style: Style) -> Cuts {
    let mut out = Vec::new();
    let base = sentence.as_ptr() as usize;
    let content = sentence.trim_end_matches(is_trailing).len();
    let mut chunks = sentence.split_whitespace().peekable();
    while let Some(chunk) = chunks.next() {
        let at = chunk.as_ptr() as usize - base;
        let next = chunks.peek().copied();
        let last = at + chunk.len() >= content || next.is_some_and(|n| n.starts_with(['[', '(']));
        let place = if last { Place::Last } else { Place::Within };
        cut_chunk(chunk, at, Around { place, next, style }, &mut out);
    }
    out
}

fn is_trailing(c: char) -> bool {
    c.is_whitespace() || marks::closes(c) || matches!(c, '\'' | '’' | '.')
}

/// Where in its sentence a run without spaces stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Place {
    Within,
    /// Only marks follow.
    Last,
}

/// What stands around a run without spaces.
#[derive(Clone, Copy, Debug)]
struct Around<'a> {
    place: Place,
    next: Option<&'a str>,
    style: Style,
}

/// Peels marks from both ends of a run without spaces, then cuts what is left.
fn cut_chunk(chunk: &str, at: usize, around: Around, out: &mut Cuts) {
    if emoticon::is_emoticon(chunk) {
        out.push((at, at + chunk.len()));
        return;
    }
    let mut start = 0;
    while let Some(len) = marks::leading(&chunk[start..]) {
        out.push((at + start, at + start + len));
        start += len;
    }
    let mut tail = Vec::new();
    let mut end = chunk.len();
    let mut place = around.place;
    let kind = address::kind(&chunk[start..]);
    while let Some(len) = marks::trailing(&chunk[start..end], place, kind) {
        tail.push((at + end - len, at + end));
        end -= len;
        if chunk[end..].starts_with(['"', '”', '\'', '’', ')']) {
            place = Place::Last;
        }
    }
    let next = around.next.filter(|_| end == chunk.len());
    core::cut(&chunk[start..end], at + start, (around.style, next), out);
    out.extend(tail.into_iter().rev());
}
