//! The key of an endpoint, which nothing prints.

use std::fmt;

/// A secret for the header of requests. Nothing shows it: neither debugging, nor messages, nor answers that repeat it.
#[derive(Clone)]
pub struct Key(String);

impl Key {
    /// From the environment, without spaces around; `None` if there is nothing.
    pub fn new(written: &str) -> Option<Key> {
        let written = written.trim();
        (!written.is_empty()).then(|| Key(written.to_owned()))
    }

    /// As the header has it.
    pub(crate) fn header(&self) -> String {
        format!("Bearer {}", self.0)
    }

    /// True if words hold it.
    pub(crate) fn is_in(&self, words: &str) -> bool {
        words.contains(&self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debugging_does_not_show_it() {
        let key = Key::new(" sk-canary\n");
        assert_eq!(format!("{key:?}"), "Some(Key(…))");
        assert!(Key::new("  ").is_none());
    }
}
