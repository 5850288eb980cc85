//! The source of a page, piece by piece: tags as a browser would see them, and what stands between.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// A piece of a page's source. All pieces in a row are the page.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Piece<'a> {
    /// Text, or a declaration.
    Words(&'a str),
    /// What readers never see of the source.
    Comment(&'a str),
    /// What an element like `script` holds, in which tags are not tags.
    Held(&'a str),
    /// A tag.
    Tag(Tag<'a>),
    /// What is begun and has no end: a tag, a comment, a script. Always the last piece.
    Cut(&'a str),
}

/// A tag as it stands in the source.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub name: Cow<'a, str>,
    pub closing: bool,
    /// All of it, from `<` to `>`.
    pub source: &'a str,
    /// How many attributes it has, about.
    pub attributes: usize,
}

/// Elements in which tags are not tags.
const RAW: &[&str] =
    &["script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"];

/// The pieces of a page.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    /// The raw element that was just opened.
    raw: Option<Cow<'a, str>>,
    /// Elements of which no end tag follows.
    endless: Vec<String>,
}

impl<'a> Pieces<'a> {
    pub fn of(page: &'a str) -> Pieces<'a> {
        Pieces { rest: page, raw: None, endless: Vec::new() }
    }

    /// Skips to what follows the end tag of an element; stays where it is if there is none.
    pub fn skip_past(&mut self, name: &str) {
        if self.endless.iter().any(|endless| endless == name) {
            return;
        }
        let Some(at) = end_tag(self.rest, name) else { return self.endless.push(name.to_owned()) };
        let after = self.rest.get(at..).unwrap_or_default();
        let len = memchr(b'>', after.as_bytes()).map_or(after.len(), |end| end + 1);
        self.rest = after.get(len..).unwrap_or_default();
        self.raw = None;
    }

    fn take(&mut self, len: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }

    fn take_rest(&mut self) -> Piece<'a> {
        Piece::Cut(std::mem::take(&mut self.rest))
    }

    fn markup(&mut self) -> Piece<'a> {
        if let Some(comment) = self.rest.strip_prefix("<!--") {
            let short = ["->", ">"].iter().find(|end| comment.starts_with(**end));
            let end = short
                .map(|end| end.len())
                .or_else(|| memmem::find(comment.as_bytes(), b"-->").map(|at| at + 3));
            return match end {
                Some(end) => Piece::Comment(self.take(end + 4)),
                None => self.take_rest(),
            };
        }
        let Some(name) = name(self.rest) else {
            return match self.rest.find('>') {
                Some(end) => Piece::Words(self.take(end + 1)),
                None => self.take_rest(),
            };
        };
        let closing = self.rest.starts_with("</");
        let at = 1 + usize::from(closing) + name.len();
        let name = lower(name);
        match attributes(self.rest.as_bytes().get(at..).unwrap_or_default()) {
            Some((len, attributes)) => {
                let source = self.take(at + len);
                self.raw = (!closing && RAW.contains(&&*name)).then(|| name.clone());
                Piece::Tag(Tag { name, closing, source, attributes })
            }
            None => self.take_rest(),
        }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw.take() {
            match end_tag(self.rest, &name) {
                Some(0) => {}
                Some(at) => return Some(Piece::Held(self.take(at))),
                None => return Some(self.take_rest()),
            }
        }
        match markup_at(self.rest) {
            _ if self.rest.is_empty() => None,
            Some(0) => Some(self.markup()),
            Some(at) => Some(Piece::Words(self.take(at))),
            None => Some(Piece::Words(self.take(self.rest.len()))),
        }
    }
}

/// Where the next tag, comment or declaration begins.
fn markup_at(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let begins = |at: &usize| match bytes.get(at + 1) {
        Some(b'/' | b'!' | b'?') => true,
        Some(letter) => letter.is_ascii_alphabetic(),
        None => false,
    };
    memchr::memchr_iter(b'<', bytes).find(begins)
}

/// A name as the tables have it. Nearly all are written so.
fn lower(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|b| b.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

/// The name of the tag that begins here.
fn name(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'))?;
    let ends = |b: u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>');
    let len = inner.bytes().position(ends);
    let name = inner.get(..len.unwrap_or(inner.len()))?;
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

/// How long the rest of a tag is, with its `>`, and how many attributes it has. A `>` between quotes
/// ends nothing; quotes begin only after `=`.
fn attributes(rest: &[u8]) -> Option<(usize, usize)> {
    let (mut at, mut count) = (0, 0);
    let mut before = b' ';
    while let Some(byte) = rest.get(at) {
        match byte {
            b'>' => return Some((at + 1, count)),
            b'"' | b'\'' if before == b'=' => {
                let quoted = rest.get(at + 1..)?;
                at += 1 + memchr(*byte, quoted)?;
                before = b' ';
            }
            // Blanks between `=` and the value change nothing.
            _ if byte.is_ascii_whitespace() && before == b'=' => {}
            _ => {
                let begins = matches!(before, b' ' | b'/') && !matches!(byte, b' ' | b'/' | b'=');
                count += usize::from(begins && !byte.is_ascii_whitespace());
                before = match byte {
                    _ if byte.is_ascii_whitespace() => b' ',
                    // Within a value that has begun without quotes, `=` is a letter.
                    b'=' if before == b'v' => b'v',
                    _ if matches!(before, b'=' | b'v') => b'v',
                    other => *other,
                };
            }
        }
        at += 1;
    }
    None
}

/// Where the end tag of an element begins.
fn end_tag(rest: &str, name: &str) -> Option<usize> {
    memmem::find_iter(rest.as_bytes(), b"</").find(|at| {
        let inner = rest.as_bytes().get(at + 2..).unwrap_or_default();
        let same = inner.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
        let after = inner.get(name.len());
        same && after.is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        let tell = |piece| match piece {
            Piece::Words(words) | Piece::Comment(words) | Piece::Held(words) => words.to_owned(),
            Piece::Tag(tag) => format!("[{}{}]", if tag.closing { "/" } else { "" }, tag.name),
            Piece::Cut(rest) => format!("cut:{rest}"),
        };
        Pieces::of(page).map(tell).collect()
    }

    #[test]
    fn tags_are_told_from_text() {
        assert_eq!(told("a < b <P class='x > y'>c</p >"), ["a < b ", "[p]", "c", "[/p]"]);
        assert_eq!(told("<a href=x=\"y>z<br/>"), ["[a]", "z", "[br]"]);
        assert_eq!(told("<a href = '>'>b"), ["[a]", "b"]);
        assert_eq!(
            told("<!doctype html><!-- <p> --><!-->b</3>"),
            ["<!doctype html>", "<!-- <p> -->", "<!-->", "b", "</3>"]
        );
    }

    #[test]
    fn scripts_hold_no_tags() {
        let page = "<script>'<div>' </scripts></SCRIPT >a<title></title>";
        assert_eq!(
            told(page),
            ["[script]", "'<div>' </scripts>", "[/script]", "a", "[title]", "[/title]"]
        );
    }

    #[test]
    fn what_has_no_end_is_cut() {
        assert_eq!(told("a<p class=\"b"), ["a", "cut:<p class=\"b"]);
        assert_eq!(told("a<!-- b"), ["a", "cut:<!-- b"]);
        assert_eq!(told("<script>a"), ["[script]", "cut:a"]);
        assert_eq!(told("a<"), ["a<"]);
    }

    #[test]
    fn attributes_are_counted() {
        let count = |tag| match Pieces::of(tag).next() {
            Some(Piece::Tag(tag)) => tag.attributes,
            other => panic!("{other:?}"),
        };
        assert_eq!(count("<p>"), 0);
        assert_eq!(count("<p a b='c d' e = f/g  h />"), 4);
    }
}
