//! Addresses of pages, mail boxes, files and people: one token each.

/// Whether a run without spaces is read as an address or as words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    Address,
    Words,
}

/// Endings of file names.
const FILES: &[&str] = &[
    ".doc", ".docx", ".gif", ".htm", ".html", ".jpg", ".pdf", ".png", ".ppt", ".txt", ".xls",
    ".xlsx", ".zip",
];

/// The longest run that may be the name of a file, in bytes.
const LONGEST_FILE: usize = 80;

/// What a run is, marks at its end left aside.
pub(super) fn kind(run: &str) -> Kind {
    let named = run.starts_with(['@', '#']) && run.chars().nth(1).is_some_and(char::is_alphabetic);
    let mail = run.contains('@') && run.contains('.') && !run.contains(['<', '"']);
    let page = run.contains("://") || run.starts_with("www.");
    if page || mail || named || is_file(run) { Kind::Address } else { Kind::Words }
}

fn is_file(run: &str) -> bool {
    let name = run.trim_end_matches(|c: char| !c.is_alphanumeric());
    name.len() <= LONGEST_FILE
        && !name.contains(['(', '<', ':'])
        && FILES.iter().any(|f| name.len() > f.len() && ends_with(name, f))
}

fn ends_with(name: &str, ending: &str) -> bool {
    let tail = name.len().checked_sub(ending.len()).and_then(|at| name.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
}
