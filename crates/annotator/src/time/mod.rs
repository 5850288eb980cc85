//! Time expressions: which words name a time, and which days they mean.
//!
//! One family of expressions, one file; each file's header says what it fires on. At every word all
//! families are tried, the longest reading wins, and reading goes on after it. Relative expressions
//! count from the day the article was published; without one they keep their value as far as the
//! words give it and have no days.

mod absolute;
mod accounts;
mod age;
mod ago;
mod atom;
mod calendar;
mod clock;
mod cursor;
mod dateline;
mod duration;
mod holiday;
mod number;
mod part;
mod quarter;
mod range;
mod relative;
mod scan;
mod scene;
mod season;
mod sense;
mod set;
mod stretch;
mod tense;
#[cfg(test)]
mod tests;
mod uncounted;
mod vague;
mod vocabulary;
mod weekday;
mod words;
mod year;

pub use scan::find_times;
pub(crate) use words::is_calendar_name;
