//! What would change a row: what a person can do, or wait for.

use record::{Claim, Meeting};

use crate::Target;
use crate::told::is_one_day;

/// One line each.
pub fn of(target: Target<'_>, claims: &[&Claim]) -> Vec<String> {
    let first = claims.first().map(|claim| claim.id.0.short());
    let mut lines = match target {
        Target::Meeting(row) => of_meeting(row, claims.len()),
        Target::Commitment(_) => vec!["a report that it was kept, broken or overtaken".to_owned()],
        Target::Condition(_) => vec!["a report that it was met or dropped".to_owned()],
        Target::Disagreement(_) => vec!["another account of the same meeting".to_owned()],
        Target::Document(_) => {
            vec!["the page read again with its --outlet or --published".to_owned()]
        }
        Target::Origin(_) => {
            return vec!["an older report from which one of these was taken".to_owned()];
        }
        Target::Statement(_) | Target::Event(_) | Target::Claim(_) => Vec::new(),
    };
    if let Some(first) = first {
        lines.push(format!("words misread: rapporteur judge reject {first} --why …"));
    }
    lines
}

fn of_meeting(row: &Meeting, claims: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if claims > 1 {
        let line = format!("rapporteur judge different {} DOCUMENT --why …", row.id);
        lines.push(format!("a report that tells of another meeting: {line}"));
    }
    let line = format!("rapporteur judge same {} m-… --why …", row.id);
    lines.push(format!("one meeting told as two: {line}"));
    if !is_one_day(row) {
        lines.push("a report that gives its day".to_owned());
    }
    lines
}
