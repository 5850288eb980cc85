//! Whether it took place: some tell it, somebody denies it.

use record::{Difference, Disagreement};

use super::Case;
use super::account::account_of;
use crate::meeting::Telling;

pub(super) fn status(case: &Case) -> Option<Disagreement> {
    let denying: Vec<&Telling> = case.group.denials.iter().map(|at| &case.tellings[*at]).collect();
    if denying.is_empty() {
        return None;
    }
    let telling: Vec<&Telling> = case.told().filter(|t| t.status == case.meeting.status).collect();
    let told = account_of(case.meeting.status.as_str(), &telling);
    Some(case.disagreement(
        ("status", Difference::Conflict),
        None,
        vec![told, account_of("denied", &denying)],
    ))
}
