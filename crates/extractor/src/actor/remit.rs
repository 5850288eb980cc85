//! What an envoy is sent by and what for: "the UN special envoy for Sudan", "special representative of the
//! Secretary-General", "Iran's ambassador to Afghanistan".
//!
//! Reads:  *for, to, in, on* behind an envoy or diplomat as the remit, never as the principal.
//! Silent: other offices, whose *of* and *for* name their state.

use lexicon::{OfficeHolder, OfficeLevel, OrganisationKind};
use record::Party;
use text::Upos;

use super::names::Setting;
use super::phrase::{Grammar, HONORIFICS, Nationals, Offices};
use super::unit::{UnitKind, party_of};

/// A remit is no longer than this: "for political and peacebuilding affairs in the Horn of Africa".
const LONGEST_REMIT: usize = 10;

/// Whoever is appointed by the Secretary-General, of whom only the United Nations has one without a name.
const UNITED_NATIONS: &str = "IGOUNO";

impl Grammar<'_> {
    /// Who sends somebody, behind the office: "of Iran", "of the Secretary-General".
    pub(super) fn mandate(&self, offices: &Offices, end: usize) -> Nationals {
        let at = offices.next;
        if !is_sent(offices) {
            return self.tail(at, end, is_seated(offices));
        }
        let of = self.is(at, &["of", "from"]);
        let chief = || self.secretary_general(at + 1, end);
        let nobody = Nationals { parties: Vec::new(), next: at };
        match of {
            true => chief().unwrap_or_else(|| self.tail(at, end, false)),
            false => nobody,
        }
    }

    /// "the UN Secretary-General" as who appoints.
    fn secretary_general(&self, at: usize, end: usize) -> Option<Nationals> {
        let at = if self.is(at, &["the"]) { at + 1 } else { at };
        let body = self.units.get(&at).and_then(|unit| match &unit.kind {
            UnitKind::Organisation(body) if body.kind == OrganisationKind::Intergovernmental => {
                Some((party_of(body), unit.end))
            }
            _ => None,
        });
        let (party, next) = body.unwrap_or((UNITED_NATIONS, at));
        let next = if self.possessive(next) { next + 1 } else { next };
        let unit = self.units.get(&next).filter(|unit| unit.end <= end)?;
        let UnitKind::Office { office, .. } = unit.kind else { return None };
        let chief = office.level == OfficeLevel::IgoHead;
        let next = self.name(unit.end, end, &Setting::default()).map_or(unit.end, |(_, next)| next);
        chief.then(|| Nationals { parties: vec![Party(party.to_owned())], next })
    }

    /// "Libya envoy Anna Smith": of whom she is known to be, which is not Libya.
    pub(super) fn sent_by(&self, offices: &Offices, at: usize, end: usize) -> Option<Vec<Party>> {
        if !is_sent(offices) {
            return None;
        }
        let setting = Setting { parties: Vec::new(), offices: offices.held.clone() };
        let (identity, next) = self.holder_name(at, end, &setting, offices.plural)?;
        let full = next > at + 1;
        (full && !identity.parties.is_empty()).then_some(identity.parties)
    }

    /// The same party, past "for Afghanistan" where a name, a comma or another office follows.
    pub(super) fn past_remit(
        &self,
        sent_by: Nationals,
        offices: &Offices,
        end: usize,
    ) -> Nationals {
        if !is_sent(offices) {
            return sent_by;
        }
        let mut next = sent_by.next;
        while let Some(behind) = self.remit(next, end) {
            next = behind;
        }
        Nationals { next, ..sent_by }
    }

    /// The end of one "for …" or "to …".
    fn remit(&self, at: usize, end: usize) -> Option<usize> {
        if !self.is(at, &["for", "to", "on", "in", "of"]) {
            return None;
        }
        let mut next = at + 1;
        while next < end.min(at + LONGEST_REMIT) {
            next = match self.units.get(&next) {
                Some(unit) => match unit.kind {
                    UnitKind::Known(_)
                    | UnitKind::Alike(_)
                    | UnitKind::Name
                    | UnitKind::Office { .. } => break,
                    _ => unit.end,
                },
                None if self.describes(next) => next + 1,
                None => break,
            };
        }
        let name = self.past_honorifics(next + usize::from(self.form(next) == ","), end);
        let named = self.name(name, end, &Setting::default()).is_some();
        let closed = matches!(self.form(next), "," | ")" | ".") && self.is(at, &["for", "to"]);
        (next > at + 1 && (named || closed)).then_some(next)
    }

    fn describes(&self, at: usize) -> bool {
        matches!(self.upos(at), Upos::ADJ | Upos::NOUN | Upos::PROPN | Upos::DET)
            || self.is(at, &["and", "&", "of", "the"])
    }

    /// Past "Dr.", "General" and the like before a name.
    pub(super) fn past_honorifics(&self, at: usize, end: usize) -> usize {
        let titles = (at..end).take_while(|t| self.is(*t, &HONORIFICS) || self.is(*t, &RANKS));
        at + titles.count()
    }
}

/// Further words between an office and a name.
const RANKS: [&str; 7] = ["mrs", "prof", "brig.", "brigadier", "engineer", "ambassador", "h.e."];

/// "the government in Khartoum", "officials in Lima" are of the state there; "delegates in Geneva" are not.
fn is_seated(offices: &Offices) -> bool {
    let first = &offices.held[0];
    first.holder != OfficeHolder::Person && first.level != OfficeLevel::Delegation
}

fn is_sent(offices: &Offices) -> bool {
    matches!(offices.held[0].level, OfficeLevel::SpecialEnvoy | OfficeLevel::Diplomat)
}
