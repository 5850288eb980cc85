//! What is told of an actor, and the codes for it.

/// An actor as PLOVER's fields have it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CodedActor {
    /// Alpha-3 code of a state; `IGO`, `UNO`, `EUR`, `NGO` for what is of none. Empty: not told.
    pub country: String,
    /// PLOVER's sector. Empty for a state or body as such.
    pub sector: String,
    /// The actor code, as in events.
    pub code: String,
    /// The person or organisation, if the tables have it.
    pub name: Option<String>,
    /// The person's office that day.
    pub office: Option<String>,
    /// What it rests on.
    pub basis: ActorBasis,
}

/// What tells the country of an actor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ActorBasis {
    /// The words of the phrase.
    Words,
    /// What stands around it.
    Context,
}

impl ActorBasis {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ActorBasis::Words => "words",
            ActorBasis::Context => "context",
        }
    }
}

/// What a phrase says of somebody.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::action) struct Told {
    /// A state or body: "TUR", "IGOUNO".
    pub party: Option<String>,
    /// As events have it: "GOV". Empty: none is said.
    pub sector: &'static str,
    /// Somebody's or some body's own name.
    pub name: Option<String>,
    /// An office.
    pub office: Option<String>,
}

impl Told {
    /// A role alone.
    pub fn role(sector: &'static str) -> Told {
        Told { sector, ..Told::default() }
    }

    /// The same as codes.
    pub fn coded(self, basis: ActorBasis) -> CodedActor {
        let party = self.party.as_deref().unwrap_or("");
        let country = country(party);
        let body = party.len() > 3 && country != party;
        let sector = if body && self.sector == "GOV" { "" } else { self.sector };
        let known = if party.is_empty() { "UNK" } else { party };
        let code = if sector == "UNK" { known.to_owned() } else { format!("{known}{sector}") };
        CodedActor {
            country: country.to_owned(),
            sector: plover(sector).to_owned(),
            code,
            name: self.name,
            office: self.office,
            basis,
        }
    }
}

/// The state, or PLOVER's word for a body of states.
fn country(party: &str) -> &str {
    match party.get(..6) {
        Some("IGOUNO") => "UNO",
        Some("IGOEUR") => "EUR",
        _ => party.get(..3).unwrap_or(party),
    }
}

/// PLOVER's letters where CAMEO has others.
fn plover(sector: &'static str) -> &'static str {
    match sector {
        "SEP" => "PRE",
        "MED" => "JRN",
        "HLH" => "MED",
        "SET" => "CVL",
        "HRI" | "DEV" | "HCD" => "SOC",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(party: &str, sector: &'static str) -> [String; 3] {
        let told = Told { party: Some(party.to_owned()), sector, ..Told::default() };
        let coded = told.coded(ActorBasis::Words);
        [coded.country, coded.sector, coded.code]
    }

    #[test]
    fn a_body_of_states_has_no_government() {
        assert_eq!(codes("IGOUNO", "GOV"), ["UNO", "", "IGOUNO"]);
        assert_eq!(codes("LBY", "GOV"), ["LBY", "GOV", "LBYGOV"]);
        assert_eq!(codes("GEO", "SEP"), ["GEO", "PRE", "GEOSEP"]);
        assert_eq!(codes("IGOEUREEC", "LEG")[0], "EUR");
    }
}
