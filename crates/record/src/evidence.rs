//! The words that bear a claim out.

use serde::{Deserialize, Serialize};
use text::{Article, Span};

/// A span and the words in it.
///
/// The words are kept as well as the span, so that a reader can check the claim
/// without our software, and so that a changed text is found out.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Evidence {
    span: Span,
    words: String,
}

impl Evidence {
    /// Cuts the words out of `article`. `None` if the span is empty or does not fit its text.
    pub fn cut(article: &Article, span: Span) -> Option<Evidence> {
        let words = span.slice(&article.text)?;
        (!words.is_empty()).then(|| Evidence { span, words: words.to_owned() })
    }

    /// Where the words stand.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// True while `text` still says this there.
    pub fn holds_in(&self, text: &str) -> bool {
        self.span.slice(text) == Some(self.words.as_str())
    }
}
