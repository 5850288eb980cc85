//! Where accounts differ, in words.

use record::{Account, Disagreement};

use super::voices;
use crate::{Opened, names};

/// Accounts that say the same together; those that are silent or deny last.
pub fn by_value(row: &Disagreement) -> Vec<(&str, Vec<&Account>)> {
    let mut values: Vec<(&str, Vec<&Account>)> = Vec::new();
    for account in &row.accounts {
        match values.iter_mut().find(|(value, _)| *value == account.value) {
            Some((_, accounts)) => accounts.push(account),
            None => values.push((&account.value, vec![account])),
        }
    }
    values.sort_by_key(|(value, _)| matches!(*value, "not mentioned" | "denied"));
    values
}

/// "discussed according to", "denied by"
pub fn told_by(value: &str) -> String {
    match value {
        "not mentioned" | "named" | "denied" => format!("{value} by"),
        _ => format!("{} according to", value.replace('_', " ")),
    }
}

/// What they differ on.
pub fn subject(row: &Disagreement, opened: &Opened) -> String {
    let about = row.about.as_deref();
    match (row.field.as_str(), about) {
        ("issues", Some(issue)) => names::issue(&opened.tools, issue),
        ("participants", Some(code)) => {
            format!("presence of {}", opened.tools.party_name(&record::Party(code.to_owned())))
        }
        ("when", _) => "date".to_owned(),
        ("status", _) => "whether it took place".to_owned(),
        (field, _) => field.to_owned(),
    }
}

/// Whose account it is, in words for people.
pub fn account_voice(account: &Account, opened: &Opened) -> String {
    let claim = account.claims.iter().find_map(|id| opened.claim(*id));
    let origin = claim.and_then(|claim| claim.attribution.origin());
    let parties = origin.and_then(|voice| voice.source.actor()).map(|actor| &actor.parties);
    voices::named(&account.voice, parties.map_or(&[], Vec::as_slice), opened)
}
