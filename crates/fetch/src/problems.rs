//! Every problem that fetching can meet. the book’s `reference/problems.md` lists them for people.

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
    BAD_ADDRESS "F001" Error "write it as https://host/path"
    ROBOTS "F002" Error "ask the site, or save the page with a browser and give the file"
    PRIVATE "F003" Error "give --allow-private if the address is yours to read"
    NO_ANSWER "F004" Error "try again later; the others were read"
    BAD_STATUS "F005" Error "check the address, or save the page with a browser and give the file"
    TOO_LARGE "F006" Error "save it yourself and give the file if it is a page after all"
    REDIRECTS "F007" Error "give the address at which the page is now"
    UNCHANGED "F008" Note "read the archive of that day to read it again"
    LEFT_OUT "F009" Warning "raise --max-pages, or run again"
    NOT_TEXT "F010" Warning "give the address of the page itself"
    COME_LATER "F011" Warning "run again later; what was fetched is kept"
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../docs/book/src/reference/problems.md");

    fn listed() -> Vec<(&'static str, &'static str)> {
        let rows = LIST.lines().filter(|line| line.starts_with("| F"));
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
