//! What was said, in a line.

use record::{Condition, Requires, Statement};

use super::voices::{quoted, source_line};
use crate::{Opened, names};

/// "“normal relations” waits for “the army leaves”"
pub fn condition_line(condition: &Condition) -> String {
    tied(&condition.what, condition.unless, &condition.depends_on)
}

/// The same of one statement.
pub fn requires_line(requires: &Requires) -> String {
    tied(&requires.what, requires.unless, &requires.depends_on)
}

fn tied(what: &str, unless: bool, depends_on: &str) -> String {
    let tie = if unless { "unless" } else { "waits for" };
    format!("{} {tie} {}", quoted(what), quoted(depends_on))
}

/// "“The army must leave.” A. Minister, in Strait Wire (01-strait-wire)"
pub fn said_line(said: &Statement, opened: &Opened) -> String {
    format!("{} {}", quoted(said.evidence.words()), source_line(said, opened))
}

/// "7 statements, 4 independent origins"
pub fn weight(statements: usize, origins: usize) -> String {
    let statements = names::count(statements, "statement");
    format!("{statements}, {}", names::count(origins, "independent origin"))
}
