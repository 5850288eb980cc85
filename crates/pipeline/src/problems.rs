//! Problems of the way itself: files that do not open, stages that fail. Listed in the book’s `reference/problems.md`.

use std::any::Any;
use std::time::Duration;

use jiff::civil::Date;
use text::{Problem, Severity};

/// The file could not be opened or read.
pub(crate) fn unreadable(cause: &std::io::Error) -> Problem {
    Problem::new("P001", Severity::Error, format!("the file could not be read: {cause}"))
        .hint("check the path and its permissions")
}

/// A stage failed on this page. The page is kept, what it says is not.
pub(crate) fn failed(stage: &str, panic: &(dyn Any + Send)) -> Problem {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let cause = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given");
    Problem::new("P002", Severity::Error, format!("the {stage} failed on this page: {cause}"))
        .hint("this is a fault of the program; please report it with the page")
}

/// The reader's note that an article is not in English.
pub(crate) const NOT_ENGLISH: &str = "R012";

/// The article is in a language that nothing here reads.
pub(crate) fn no_model(language: &str) -> Problem {
    let message = format!("not read: no model for the language of the text, {language}");
    Problem::new("P003", Severity::Error, message)
        .hint("the article itself is kept; name a pack for the language with --language-pack")
}

/// Whoever watches the reading has left the part out.
pub(crate) fn left_out() -> Problem {
    let message = "left out: the process ended each time that this part was read";
    Problem::new("P004", Severity::Error, message)
        .hint("this is a fault of the program; please report it with the source")
}

/// The article is longer than anything that people write.
pub(crate) fn too_long(pieces: usize, most: usize) -> Problem {
    let message = format!("not read: it has {pieces} words and signs, and at most {most} are read");
    Problem::new("P005", Severity::Error, message)
        .hint("the article itself is kept; split it, or allow more with --max-words")
}

/// The article makes more claims than anything that people write.
pub(crate) fn too_many(claims: usize, most: usize) -> Problem {
    let message = format!("left out: what it says is {claims} claims, and at most {most} are kept");
    Problem::new("P009", Severity::Error, message)
        .hint("the article itself is kept; split it, or allow more with --max-claims")
}

/// The page took longer than it may.
pub(crate) fn too_slow(most: Duration) -> Problem {
    let message = format!("not read: the page took more than {} seconds", most.as_secs());
    Problem::new("P007", Severity::Error, message)
        .hint("the article itself is kept; split it, or allow more with --max-seconds")
}

/// The article is dated before what it tells of as past.
pub(crate) fn before_its_facts(dated: Date, held: Date) -> Problem {
    let message = format!("it is dated {dated} and tells of {held} as past");
    Problem::new("P006", Severity::Warning, message)
        .hint("check the publication date; days such as “on Tuesday” are counted from it")
}

/// The article is dated after the day on which it was read.
pub(crate) fn yet_to_come(dated: Date, today: Date) -> Problem {
    let message = format!("it is dated {dated}, and was read on {today}");
    Problem::new("P008", Severity::Warning, message)
        .hint("check the publication date, and who would write it so")
}

/// Codes that, where no article came of a file, mean that it could not be read at all.
const UNREAD: [&str; 8] = ["P001", "P002", "P004", "R007", "R010", "R013", "R014", "R023"];

/// True if a file with this problem and no article could not be read at all.
pub(crate) fn is_unread(problem: &Problem) -> bool {
    UNREAD.contains(&problem.code.0.as_str())
}
