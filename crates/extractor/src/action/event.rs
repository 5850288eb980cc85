//! What the coder gives: one row a source, target and code.

use record::EventStatus;
use text::{Span, TokenIndex};

/// A coded event.
#[derive(Clone, Debug, PartialEq)]
pub struct CodedEvent {
    /// Who acts: "TURGOV".
    pub source: String,
    /// On or with whom: "SYRGOV".
    pub target: String,
    /// 3 or 4 digits.
    pub cameo: String,
    /// PLOVER's type. `None` for a bare statement, which has none.
    pub plover: Option<&'static str>,
    /// PLOVER's mode, where the code settles it.
    pub mode: Option<&'static str>,
    /// PLOVER's contexts, by the words of the sentence.
    pub contexts: Vec<&'static str>,
    /// 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
    pub quad: u8,
    /// From -10 to +10.
    pub goldstein: f32,
    /// Whether it took place.
    pub status: EventStatus,
    /// The words, from the first actor or act to the last.
    pub span: Span,
    /// The pattern that fired, as it stands in its file.
    pub pattern: String,
    /// The words of the act.
    pub(crate) words: Vec<TokenIndex>,
    /// The source's head word and the target's.
    pub(crate) ends: (TokenIndex, TokenIndex),
}
