//! What was said, in a line.

use record::{Condition, Statement};

use super::voices::{quoted, source_line};
use crate::{Opened, names};

/// "“normal relations” waits for “the army leaves”"
pub fn condition_line(condition: &Condition) -> String {
    format!("{} waits for {}", quoted(&condition.what), quoted(&condition.depends_on))
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
