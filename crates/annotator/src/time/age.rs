//! "-old" behind a length: how long an affair has lasted, or how old a person is.
//!
//! Of a truce or a war it tells a time, of a boy or an alliance it tells none.

use super::cursor::Cursor;

/// What lasts for a while and is over one day; what stands has an age like a person.
const AFFAIRS: [&str; 18] = [
    "truce",
    "ceasefire",
    "cease",
    "war",
    "conflict",
    "dispute",
    "crisis",
    "standoff",
    "blockade",
    "embargo",
    "siege",
    "ban",
    "strike",
    "offensive",
    "insurgency",
    "uprising",
    "rebellion",
    "negotiations",
];

/// True at the "-old" of "the 8-month-old truce".
pub(super) fn of_affair(c: &Cursor) -> bool {
    let adjective = c.word() == "-" && c.after(1) == "old";
    // An adjective may stand between: "the 12-year-old civil war".
    adjective && (AFFAIRS.contains(&c.after(2)) || AFFAIRS.contains(&c.after(3)))
}

/// True at the "old" of "12-year-old", "40 years old".
pub(super) fn of_person(c: &Cursor) -> bool {
    c.word() == "old" || (c.word() == "-" && matches!(c.after(1), "old" | "olds"))
}
