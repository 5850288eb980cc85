//! Where words stand.

use serde::{Deserialize, Serialize};

/// The ends of a span as they are written, before it is known that they do not cross.
#[derive(Deserialize)]
struct Ends {
    start: u32,
    end: u32,
}

impl TryFrom<Ends> for Span {
    type Error = &'static str;

    fn try_from(ends: Ends) -> Result<Span, Self::Error> {
        Span::new(ends.start, ends.end).ok_or("a span ends before it starts")
    }
}

/// A run of bytes in one article's text: `start..end`, end excluded.
///
/// `start <= end` always holds. Both ends stand on character boundaries of the
/// text the span was cut from; [`Span::slice`] gives `None` for any other text.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "Ends")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`; `None` if they cross.
    pub fn new(start: u32, end: u32) -> Option<Span> {
        (start <= end).then_some(Span { start, end })
    }

    /// The span of a byte range as `str` methods give it; `None` if the ends cross.
    pub fn from_range(range: std::ops::Range<usize>) -> Option<Span> {
        Span::new(u32::try_from(range.start).ok()?, u32::try_from(range.end).ok()?)
    }

    /// First byte.
    pub fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// True if no byte is inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True if every byte of `other` is also here.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True if at least one byte is in both.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The least span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words themselves; `None` if the span does not fit `text`.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_ends_are_refused() {
        assert_eq!(Span::new(3, 2), None);
    }

    #[test]
    fn a_span_of_another_text_slices_to_nothing() {
        let span = Span::new(0, 1).unwrap();
        assert_eq!(span.slice("é"), None);
        assert_eq!(span.slice("e"), Some("e"));
    }
}
