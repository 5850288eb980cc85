//! Days and states as other programs read them.

use record::CommitmentState;
use text::When;

/// Extended Date/Time Format: a day, or an interval with its last day in it.
pub fn edtf(when: &When) -> String {
    match when.is_day() {
        true => when.from.to_string(),
        false => format!("{}/{}", when.from, when.last()),
    }
}

/// The word used in JSON.
pub fn commitment_state(state: CommitmentState) -> &'static str {
    match state {
        CommitmentState::Open => "open",
        CommitmentState::Kept => "kept",
        CommitmentState::Broken => "broken",
        CommitmentState::Overtaken => "overtaken",
    }
}
