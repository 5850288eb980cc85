//! Case files: passages and the claims that must be read from them. See `cases/README.md`.

mod article;
mod notation;
mod page;

use std::fmt::Write;
use std::path::Path;

use notation::Line;
use page::Case;

#[test]
fn meetings() {
    check("meeting");
}

#[test]
fn statements() {
    check("statement");
}

#[test]
fn voices() {
    check("voice");
}

#[test]
fn actors() {
    check("actor");
}

#[test]
fn attributions() {
    check_each("attribution", |file, case| {
        let read = article::attributions(&case.article());
        compare(file, case, read, |expected, line| expected == line)
    });
}

/// Every case of every file in a folder of `cases/`, read as claims.
fn check(folder: &str) {
    check_each(folder, |file, case| {
        let (_, claims) = article::read(&case.article());
        let read = claims.iter().filter_map(Line::of).collect();
        compare(file, case, read, |expected, line| Line::parse(expected).fits(line))
    });
}

/// All that differ in a folder are shown together.
fn check_each(folder: &str, difference: impl Fn(&str, &Case) -> Option<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(folder);
    let mut files: Vec<_> = folder
        .read_dir()
        .expect("the folder of cases")
        .map(|f| f.expect("a file").path())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", folder.display());
    let mut report = String::new();
    for file in files {
        let cases = page::cases(&std::fs::read_to_string(&file).expect("a page of text"));
        assert!(!cases.is_empty(), "no cases in {}", file.display());
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        report.extend(cases.iter().filter_map(|case| difference(&name, case)));
    }
    assert!(report.is_empty(), "claims differ\n{report}");
}

/// What was expected (`-`) against what was read (`+`); `None` if they agree.
fn compare<T: std::fmt::Display>(
    file: &str,
    case: &Case,
    mut read: Vec<T>,
    fits: impl Fn(&str, &T) -> bool,
) -> Option<String> {
    let mut shown = String::new();
    for expected in &case.expected {
        match read.iter().position(|line| fits(expected, line)) {
            Some(at) => drop(read.remove(at)),
            None => writeln!(shown, "- {expected}").ok()?,
        }
    }
    if shown.is_empty() && (read.is_empty() || case.at_least) {
        return None;
    }
    for line in read {
        writeln!(shown, "+ {line}").ok()?;
    }
    let known = case.wrong.as_ref();
    let known = known
        .map(|why| format!("(known to be wrong: {why}; if it is right now, correct the case)\n"));
    Some(format!("\n{file}: {}\n{}{shown}", case.title, known.unwrap_or_default()))
}
