//! Every problem that this stage can find. `docs/problems.md` lists them for people.

use text::{Problem, Severity};

/// A kind of problem: its code for good, how bad it is, what to do about it.
pub(crate) struct Kind {
    pub code: &'static str,
    pub severity: Severity,
    pub hint: &'static str,
}

impl Kind {
    /// A problem of this kind, in the words of the case at hand.
    pub fn found(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.code, self.severity, message).hint(self.hint)
    }
}

macro_rules! kinds {
    ($($name:ident $code:literal $severity:ident $hint:literal)*) => {
        $(pub(crate) const $name: Kind =
            Kind { code: $code, severity: Severity::$severity, hint: $hint };)*
        /// All kinds, in the order of their codes.
        #[cfg(test)]
        pub(crate) const ALL: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    NO_DATE "R001" Warning "give the publication date if you know it"
    RENDER_DATE "R002" Note "give the publication date if this was one after all"
    DATES_DIFFER "R003" Warning "check the publication date"
    FURNITURE "R004" Note "look at the article's text if something seems to be missing"
    NOT_AN_ARTICLE "R005" Error "fetch the page again; it may be a consent or error page"
    EMPTY "R006" Error "fetch the page again"
    UNSUPPORTED "R007" Error "convert it to HTML, JSON Lines or plain text first"
    BAD_BYTES "R008" Warning "look at the text for replacement characters"
    CHARSET "R009" Note "nothing was lost; the declared encoding is wrong"
    BAD_ROW "R010" Error "each line needs to be a JSON object with a text field"
    BAD_DATE "R011" Warning "write dates as YYYY-MM-DD"
    LANGUAGE "R012" Note "rules are for English; expect little from this article"
    TOO_LARGE "R013" Error "split the file"
    BROKEN_ARCHIVE "R014" Error "the other records were read; fetch the archive again for these"
    TOO_DEEP "R015" Warning "they were left out and their text read; check its paragraphs"
    SHORT "R016" Note "check that the whole article was given"
    NO_HEADLINE "R017" Note "give a title if the article has one"
    TEASERS "R018" Note "fetch the pages that the feed links to"
    CHANGE_ONLY "R019" Note "the article may have been published earlier; give the date if you know it"
    CUT_OFF "R024" Warning "what came before was read; fetch the page again"
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../docs/problems.md");

    fn listed() -> Vec<(&'static str, &'static str)> {
        let rows = LIST.lines().filter(|line| line.starts_with("| R"));
        rows.filter_map(|row| {
            let mut cells = row.split('|').map(str::trim).skip(1);
            Some((cells.next()?, cells.next()?))
        })
        .collect()
    }

    #[test]
    fn the_list_and_the_code_agree() {
        let word = |s| match s {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let known: Vec<_> = ALL.iter().map(|kind| (kind.code, word(kind.severity))).collect();
        assert_eq!(known, listed());
    }
}
