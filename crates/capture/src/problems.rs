//! Every problem that can be met where a source is taken apart. the book’s `reference/problems.md` lists them for
//! people, with those of reading: to them both are one stage.

use text::{ProblemKind, Severity};

macro_rules! kinds {
    ($($(#[$said:meta])* $name:ident $code:literal $severity:ident $hint:literal)*) => {
        $($(#[$said])* pub const $name: ProblemKind =
            ProblemKind { code: $code, severity: Severity::$severity, hint: $hint };)*
        /// All kinds, in the order of their codes.
        pub const ALL: &[&ProblemKind] = &[$(&$name),*];
    };
}

kinds! {
    /// There is no article where one should be.
    NOT_AN_ARTICLE "R005" Error "fetch the page again; it may be a consent or error page"
    /// There is nothing at all.
    EMPTY "R006" Error "fetch the page again"
    /// A format that is not read.
    UNSUPPORTED "R007" Error "convert it to HTML, JSON Lines or plain text first"
    /// Larger than is taken, packed or not.
    TOO_LARGE "R013" Error "split the file"
    /// A part of an archive cannot be read.
    BROKEN_ARCHIVE "R014" Error "the other records were read; fetch the archive again for these"
    /// Items of a feed without a text.
    TEASERS "R018" Note "fetch the pages that the feed links to"
    /// Records that point to an earlier capture.
    REVISIT "R022" Note "the page is in the archive that captured it first"
    /// The stream fails before its end.
    BREAKS_OFF "R023" Error "what came before was read; give it again"
    /// A list that names pages and holds no text.
    NO_TEXT "R025" Error "fetch the pages that the list names"
}
