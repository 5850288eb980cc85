//! Every problem that this stage can find. the book’s `reference/problems.md` lists them for people, with those that
//! are met where a source is taken apart.

pub(crate) use capture::problems::{NO_TEXT, NOT_AN_ARTICLE, UNSUPPORTED};
use text::{ProblemKind, Severity};

macro_rules! kinds {
    ($($name:ident $code:literal $severity:ident $hint:literal)*) => {
        $(pub(crate) const $name: ProblemKind =
            ProblemKind { code: $code, severity: Severity::$severity, hint: $hint };)*
        /// All kinds, in the order of their codes.
        #[cfg(test)]
        pub(crate) const ALL: &[&ProblemKind] = &[$(&$name),*];
    };
}

kinds! {
    NO_DATE "R001" Warning "give the publication date if you know it"
    RENDER_DATE "R002" Note "give the publication date if this was one after all"
    DATES_DIFFER "R003" Warning "check the publication date"
    FURNITURE "R004" Note "look at the article's text if something seems to be missing"
    BAD_BYTES "R008" Warning "look at the text for replacement characters"
    CHARSET "R009" Note "nothing was lost; the declared encoding is wrong"
    BAD_ROW "R010" Error "each row needs to be an object with a text"
    BAD_DATE "R011" Warning "write dates as YYYY-MM-DD"
    LANGUAGE "R012" Note "rules are for English; expect little from this article"
    TOO_DEEP "R015" Warning "they were left out and their text read; check its paragraphs"
    SHORT "R016" Note "check that the whole article was given"
    NO_HEADLINE "R017" Note "give a title if the article has one"
    CHANGE_ONLY "R019" Note "the article may have been published earlier; give the date if you know it"
    SUMMARY "R020" Note "fetch the page for the whole article"
    CUT "R021" Warning "fetch the page for the whole article"
    CUT_OFF "R024" Warning "what came before was read; fetch the page again"
    LONG_TAGS "R026" Note "nothing to read was lost"
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../docs/book/src/reference/problems.md");

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
        let all = ALL.iter().chain(capture::problems::ALL);
        let mut known: Vec<_> = all.map(|kind| (kind.code, word(kind.severity))).collect();
        known.sort();
        assert_eq!(known, listed());
    }
}
