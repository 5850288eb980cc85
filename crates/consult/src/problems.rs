//! Every problem that consulting can meet. The book's `reference/problems.md` lists them for people.

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
    NO_ANSWER "L001" Warning "run `consult` again when the endpoint answers; what was answered is not asked again"
    NO_SHAPE "L002" Warning "try a model that keeps to a JSON schema"
    NO_QUOTE "L003" Warning "nothing; words that are not in the passage are never kept"
    NO_NAME "L004" Warning "nothing; names that are not in the passage are never kept"
    NO_PARTY "L005" Note "read the passage yourself if it matters"
    NO_PART "L006" Warning "nothing; a condition is kept only with both its parts in the quote"
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../docs/book/src/reference/problems.md");

    fn listed() -> Vec<(&'static str, &'static str)> {
        let rows = LIST.lines().filter(|line| line.starts_with("| L"));
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
