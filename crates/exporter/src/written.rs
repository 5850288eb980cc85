//! JSON, written so that whoever shows it is not misled.

use serde::Serialize;

use crate::plain;

/// On several lines, with one at the end.
pub fn pretty(value: &impl Serialize) -> String {
    // Names of fields are words and numbers are finite: nothing here can fail.
    let written = serde_json::to_string_pretty(value).unwrap_or_default();
    plain::json(&written) + "\n"
}

/// On one line.
pub fn compact(value: &impl Serialize) -> String {
    plain::json(&serde_json::to_string(value).unwrap_or_default()) + "\n"
}
