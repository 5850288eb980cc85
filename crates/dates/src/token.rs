//! Words, numbers and marks of a text, as dates are made of them.

use std::ops::Range;

use crate::names;

/// A word, a number or a mark.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub text: &'a str,
    pub start: usize,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Its value, if it is a number of so many digits, with the ending of an ordinal or none.
    pub fn number(&self, digits: Range<usize>) -> Option<i16> {
        let mut value: i16 = 0;
        let mut count = 0;
        let mut rest = self.text;
        while let Some(digit) = rest.chars().next().and_then(digit) {
            value = value.checked_mul(10)?.checked_add(digit)?;
            count += 1;
            rest = rest.get(rest.chars().next()?.len_utf8()..)?;
        }
        let ordinal = matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "ο" | "η");
        (ordinal && digits.contains(&count)).then_some(value)
    }

    pub fn day(&self) -> Option<i8> {
        i8::try_from(self.number(1..3)?).ok()
    }

    pub fn year(&self) -> Option<i16> {
        self.number(4..5).filter(|year| (1900..2100).contains(year))
    }

    pub fn month(&self) -> Option<i8> {
        names::month(self.text)
    }

    pub fn is(&self, mark: &str) -> bool {
        self.text == mark
    }
}

/// The value of a digit in the scripts that dates are written in.
pub(crate) fn digit(c: char) -> Option<i16> {
    /// The zeros of ASCII, Arabic, Persian, Devanagari, Bengali, Thai and full-width digits.
    const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '0'];
    let code = u32::from(c);
    ZEROS.iter().find_map(|zero| {
        let value = code.checked_sub(u32::from(*zero)).filter(|value| *value < 10)?;
        i16::try_from(value).ok()
    })
}

/// True for the scripts that are written without spaces and count days with 年月日 or 년월일.
fn is_counter(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일' | '號' | '号')
}

/// All tokens of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut previous = ' ';
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let joins = c.is_alphanumeric() || is_mark(c);
        let joined = joins && previous.is_alphanumeric() && !is_counter(c) && !is_counter(previous);
        match found.last_mut() {
            Some(last) if joined && last.end() == start => {
                last.text = text.get(last.start..end).unwrap_or_default();
            }
            _ if c.is_whitespace() || is_invisible(c) => {}
            _ => found.push(Token { text: text.get(start..end).unwrap_or_default(), start }),
        }
        // An accent or a vowel sign belongs to its letter.
        previous = if is_mark(c) { 'a' } else { c };
    }
    found
}

/// Accents, vowel signs and joiners that stand inside words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}')
}

/// Marks of direction, which some pages put around numbers.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
