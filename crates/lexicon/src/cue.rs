//! Words of communication: what is done by saying something, and how it is built.

use crate::table::{Row, list, read};

/// A verb or noun of communication, by its lemma.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Cue {
    /// In lower case; a verb with its particle or preposition is written out: "call for".
    pub lemma: &'static str,
    /// What kind of saying it is.
    pub class: CueClass,
    /// What is done by it unless the words say otherwise.
    pub act: Option<SpeechAct>,
    /// What may follow.
    pub takes: Vec<Takes>,
}

/// Kinds of saying.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CueClass {
    Say,
    Ask,
    Demand,
    Promise,
    Deny,
    Reject,
    Threaten,
    Accuse,
    Praise,
    Express,
    Agree,
    Propose,
    Announce,
    Believe,
    Quote,
    Warn,
    Urge,
    CallFor,
    Describe,
    Stress,
    Confirm,
    Admit,
    Report,
    Discuss,
    Permit,
}

impl CueClass {
    fn parse(word: &str) -> Option<CueClass> {
        use CueClass::*;
        Some(match word {
            "say" => Say,
            "ask" => Ask,
            "demand" => Demand,
            "promise" => Promise,
            "deny" => Deny,
            "reject" => Reject,
            "threaten" => Threaten,
            "accuse" => Accuse,
            "praise" => Praise,
            "express" => Express,
            "agree" => Agree,
            "propose" => Propose,
            "announce" => Announce,
            "believe" => Believe,
            "quote" => Quote,
            "warn" => Warn,
            "urge" => Urge,
            "call_for" => CallFor,
            "describe" => Describe,
            "stress" => Stress,
            "confirm" => Confirm,
            "admit" => Admit,
            "report" => Report,
            "discuss" => Discuss,
            "permit" => Permit,
            _ => return None,
        })
    }
}

/// What is done by saying something.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum SpeechAct {
    /// The other side should do something.
    Demand,
    /// The other side must do something before this side does.
    Precondition,
    /// This side will do something.
    Commitment,
    /// Something is not so, or will not be done.
    Denial,
    /// This side would do something, if it is accepted.
    Offer,
    /// How something is.
    Characterization,
    /// What happened or will happen.
    Announcement,
}

impl SpeechAct {
    fn parse(word: &str) -> Option<Option<SpeechAct>> {
        Some(Some(match word {
            "demand" => SpeechAct::Demand,
            "precondition" => SpeechAct::Precondition,
            "commitment" => SpeechAct::Commitment,
            "denial" => SpeechAct::Denial,
            "offer" => SpeechAct::Offer,
            "characterization" => SpeechAct::Characterization,
            "announcement" => SpeechAct::Announcement,
            "none" => return Some(None),
            _ => return None,
        }))
    }
}

/// What may follow a cue.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Takes {
    /// "said **that** it would"
    That,
    /// Words between quotation marks.
    Quote,
    /// "promised **to** withdraw"
    To,
    /// "demanded **a withdrawal**"
    Nominal,
}

impl Takes {
    fn parse(word: &str) -> Option<Takes> {
        Some(match word {
            "that" => Takes::That,
            "quote" => Takes::Quote,
            "to" => Takes::To,
            "np" => Takes::Nominal,
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("../data/cues.tsv");

/// Every cue of the table.
pub(crate) fn shipped() -> Vec<Cue> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<Cue> {
    let [lemma, class, act, takes] = row.columns()?;
    let takes = list(takes).into_iter().map(Takes::parse).collect::<Option<_>>()?;
    Some(Cue { lemma, class: CueClass::parse(class)?, act: SpeechAct::parse(act)?, takes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_a_cue_with_its_own_lemma() {
        let cues = shipped();
        assert_eq!(cues.len(), rows(TABLE).count());
        let lemmas: HashSet<_> = cues.iter().map(|c| c.lemma).collect();
        assert_eq!(lemmas.len(), cues.len());
        assert!(cues.iter().all(|c| !c.takes.is_empty()));
    }
}
