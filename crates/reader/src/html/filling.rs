//! A line being filled.

use crate::plain::is_invisible;

/// The words of a line so far, each run of white space made one space.
#[derive(Default)]
pub(super) struct Filling {
    text: String,
    pub linked: usize,
    pub strong: usize,
    pub slanted: usize,
    /// Links that begin in it, and whether it begins with one.
    pub anchors: usize,
    pub opens_linked: bool,
}

impl Filling {
    /// Adds text; how many bytes it came to.
    pub fn add(&mut self, text: &str) -> usize {
        let before = self.text.len();
        for (at, word) in text.split(char::is_whitespace).enumerate() {
            if at > 0 {
                self.space();
            }
            if word.bytes().all(|b| b.is_ascii_graphic()) {
                self.text.push_str(word);
            } else {
                self.text.extend(word.chars().filter(|c| !is_invisible(*c) && !c.is_control()));
            }
        }
        self.text.len() - before
    }

    /// A space, unless one is there.
    pub fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn text(&self) -> &str {
        self.text.trim()
    }
}
