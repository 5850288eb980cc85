//! What a line looks like, as the models of pages and of texts are told it.

use crate::plain::{Label, Sort};

/// What a line's characters are.
#[derive(Default)]
pub(crate) struct Letters {
    pub commas: usize,
    pub digits: usize,
    pub capitals: usize,
    /// Words that begin with a capital.
    pub capitalised: usize,
    /// Bars, bullets and what else stands between the items of a list.
    pub rules: usize,
    pub ats: usize,
    pub rights: usize,
}

impl Letters {
    pub fn of(text: &str) -> Letters {
        let mut letters = Letters::default();
        let mut before = ' ';
        for c in text.chars() {
            letters.count(c, before.is_whitespace());
            before = c;
        }
        letters
    }

    fn count(&mut self, c: char, begins: bool) {
        match c {
            'a'..='z' | ' ' => {}
            '0'..='9' => self.digits += 1,
            ',' | '，' | '、' | '،' => self.commas += 1,
            '|' | '›' | '»' | '•' | '·' | '/' => self.rules += 1,
            '@' => self.ats += 1,
            '©' => self.rights += 1,
            _ if c.is_uppercase() => {
                self.capitals += 1;
                self.capitalised += usize::from(begins);
            }
            _ => {}
        }
    }
}

/// A number for yes or no.
pub(crate) fn truth(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// A number for what a line is taken for.
pub(crate) fn sort(sort: Sort) -> f32 {
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

/// A number for the letter that a line begins with.
pub(crate) fn first(text: &str) -> f32 {
    match text.chars().next() {
        Some(c) if c.is_uppercase() => 4.0,
        Some(c) if c.is_lowercase() => 3.0,
        Some(c) if c.is_alphabetic() => 5.0,
        Some(c) if c.is_numeric() => 2.0,
        Some('"' | '“' | '„' | '«' | '‘' | '\'' | '「' | '(') => 1.0,
        _ => 0.0,
    }
}

/// A number for the letter or mark that a line ends with.
pub(crate) fn last(text: &str) -> f32 {
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
