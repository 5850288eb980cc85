//! The codes of rows whose own words no pattern codes: what their status or act says at least.

use crate::{Level, Medium, Meeting, Party, SpeechAct, Status};

/// CAMEO's code for a meeting.
pub fn meeting_code(meeting: &Meeting) -> &'static str {
    match meeting.status {
        Status::Contact => "041",
        Status::Cancelled => "164",
        Status::Scheduled | Status::Postponed => "036",
        Status::Held if meeting.mediator.is_some() => "045",
        Status::Held if meeting.medium == Medium::Remote => "041",
        Status::Held => "040",
    }
}

/// CAMEO's code for a statement.
pub fn statement_code(act: SpeechAct) -> &'static str {
    match act {
        SpeechAct::Demand | SpeechAct::Precondition => "100",
        SpeechAct::Commitment | SpeechAct::Offer => "030",
        SpeechAct::Denial => "120",
        SpeechAct::Characterization | SpeechAct::Announcement => "010",
    }
}

/// A party as an actor code: of a state, with the sector of those who act for it at this rank.
pub fn actor_code(party: &Party, level: Option<Level>) -> String {
    let sector = match level {
        Some(Level::DefenceMinister) => "MIL",
        Some(Level::Intelligence) => "SPY",
        Some(Level::Other) | None => "",
        Some(_) => "GOV",
    };
    if party.0.len() == 3 { format!("{}{sector}", party.0) } else { party.0.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ontology;

    #[test]
    fn every_act_has_a_code_of_the_table() {
        let ontology = Ontology::shipped();
        for act in [
            SpeechAct::Demand,
            SpeechAct::Commitment,
            SpeechAct::Denial,
            SpeechAct::Characterization,
        ] {
            assert!(ontology.code(statement_code(act)).is_some(), "{act:?}");
        }
    }

    #[test]
    fn a_states_actor_has_the_sector_of_its_rank() {
        let of = |party: &str, level| actor_code(&Party(party.to_owned()), level);
        assert_eq!(of("TUR", Some(Level::Intelligence)), "TURSPY");
        assert_eq!(of("TUR", None), "TUR");
        assert_eq!(of("IGOUNO", Some(Level::ForeignMinister)), "IGOUNO");
    }
}
