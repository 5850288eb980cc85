//! What the look of a line tells.

/// A line's outward features.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Words; for scripts without spaces, about as many as a translation would have.
    pub words: usize,
    /// It ends as a sentence does.
    pub ends: bool,
    /// A sentence ends before the end of the line.
    pub inner_end: bool,
}

/// Words of a line that ends as a sentence and is surely running text. The shortest such ledes have about ten.
const SENTENCE: usize = 10;
/// Words of a line that is running text whatever its end.
const LONG: usize = 32;
/// Bytes of such a line, for text without spaces.
const LONG_BYTES: usize = 400;

impl Shape {
    pub fn of(text: &str) -> Shape {
        let ascii = text.is_ascii();
        let dense = if ascii { 0 } else { text.chars().filter(|c| is_dense(*c)).count() };
        let words = if ascii {
            let words = text.split_ascii_whitespace();
            words.filter(|word| word.bytes().any(|b| b.is_ascii_alphanumeric())).count()
        } else {
            text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()
        };
        let words = if text.len() > LONG_BYTES { words.max(LONG) } else { words };
        Shape {
            words: words + dense / 2,
            ends: ends_sentence(text),
            inner_end: has_inner_end(text),
        }
    }

    /// Surely running text.
    pub fn is_prose(self) -> bool {
        self.words >= SENTENCE && self.ends || self.words >= LONG
    }

    /// Running text, if its neighbours are: a short sentence, a quotation.
    pub fn is_sentence(self) -> bool {
        self.is_prose() || self.ends && self.words >= 2
    }
}

/// Letters of scripts that put no spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '«' | ')' | ']' | '」' | '』' | '“')
}

fn ends_sentence(text: &str) -> bool {
    let trimmed = text.trim_end();
    let bare = trimmed.trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
    bare.ends_with(is_stop) || bare.len() > 60 && trimmed.ends_with([':', ';', '»', '”'])
}

/// A stop, maybe a closing mark, a space and a capital, not after an initial or a short title.
fn has_inner_end(text: &str) -> bool {
    text.char_indices().filter(|(_, c)| is_stop(*c)).any(|(at, stop)| {
        let rest = text[at + stop.len_utf8()..].trim_start_matches(is_closer);
        let word = || text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let capital = |c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\'' | '«');
        // The word last: before a space it is looked for once, in a row of stops at each of them.
        rest.starts_with(char::is_whitespace)
            && rest.trim_start().starts_with(capital)
            && is_whole(word())
    })
}

/// Not an initial, nor a title cut short: "Gen", "Mr", "St".
fn is_whole(word: &str) -> bool {
    let letters = word.chars().count();
    letters > 3 || letters > 1 && word.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_ends_or_is_long() {
        assert!(
            Shape::of("Envoys of the two states met on Thursday in a hotel on the lake.")
                .is_prose()
        );
        assert!(
            !Shape::of("Envoys of the two states meet in a hotel on the lake today").is_prose()
        );
        assert!(Shape::of("“We failed.”").is_sentence());
        assert!(Shape::of("両国の外相は木曜日に湖畔のホテルで会談した。").is_prose());
    }

    #[test]
    fn initials_do_not_end_sentences() {
        assert!(!Shape::of("John F. Kennedy and Gen. Smith").inner_end);
        assert!(Shape::of("Envoys met. They talked.").inner_end);
    }
}
