//! People in an actor phrase: by full name, by surname, by title, by whose people they are.

use lexicon::OfficeHolder;
use record::{ActorKind, Party};
use text::{Role, Upos};

use super::kinds::Actor;
use super::names::{Identity, Setting, borne_out, identify, serving};
use super::phrase::{Grammar, Nationals, bytes, range};
use super::unit::UnitKind;

impl Grammar<'_> {
    /// "Trump's", "the Assad" before an office: whose people they are.
    pub(super) fn bearer(&self, at: usize, end: usize) -> Option<(Vec<Party>, usize)> {
        let (identity, next) = self.name(at, end, &Setting::default())?;
        let before = self.possessive(next) || self.body_at(next);
        (before && !identity.parties.is_empty()).then_some((identity.parties, next))
    }

    /// "a spokesman for Mr. Moon": whose people they are.
    pub(super) fn principal(&self, at: usize, end: usize) -> Option<(Vec<Party>, usize)> {
        let titled = self.is(at, &["mr.", "mr", "ms.", "mrs.", "president", "minister"]);
        let (identity, next) = self.name(at + usize::from(titled), end, &Setting::default())?;
        (!identity.parties.is_empty()).then_some((identity.parties, next))
    }

    /// The name after an office: "Minister Faisal Mekdad", "the minister, Faisal Mekdad,".
    pub(super) fn holder_name(
        &self,
        at: usize,
        end: usize,
        setting: &Setting,
        plural: bool,
    ) -> Option<(Identity, usize)> {
        if plural || setting.offices[0].holder == OfficeHolder::Body {
            return None;
        }
        let direct = self
            .name(at, end, setting)
            .or_else(|| self.name(self.past_honorifics(at, end), end, setting));
        if direct.is_some() {
            return direct;
        }
        let behind = self.past_honorifics(at + 1, end);
        let (identity, next) =
            (self.form(at) == ",").then(|| self.name(behind, end, setting))??;
        let closed = next >= end || matches!(self.form(next), "," | "." | "(");
        (closed && next > at + 2).then_some((identity, next))
    }

    /// A name at a token and who bears it.
    pub(super) fn name(
        &self,
        at: usize,
        end: usize,
        setting: &Setting,
    ) -> Option<(Identity, usize)> {
        if at >= end || self.goes_on(at) {
            return None;
        }
        let unit = self.units.get(&at);
        let next = match unit.map(|u| &u.kind) {
            Some(UnitKind::Known(_) | UnitKind::Alike(_) | UnitKind::Name) => unit?.end,
            None if self.upos(at) == Upos::PROPN && self.names.knows(self.form(at)) => at + 1,
            _ => return None,
        };
        let words = self.doc.words(bytes(self.doc, at, next)).to_owned();
        let known = match unit.map(|u| &u.kind) {
            Some(UnitKind::Known(people)) => identify(self.lexicon, people, setting, self.on),
            Some(UnitKind::Alike(people)) => {
                let borne_out = borne_out(self.lexicon, people, setting);
                identify(self.lexicon, &borne_out, setting, self.on)
            }
            _ => None,
        };
        Some((self.identity(words, next - at, known, setting), next))
    }

    /// The further word of somebody's name: the "Smith" of "Anna Smith" is no other Smith.
    fn goes_on(&self, at: usize) -> bool {
        let flat = self.doc.tokens.get(at).is_some_and(|t| t.role == Role::Flat);
        let first = at.checked_sub(1).is_some_and(|before| {
            self.upos(before) == Upos::PROPN && !self.form(before).ends_with('.')
        });
        flat && first && !self.units.contains_key(&at.saturating_sub(1))
    }

    pub(super) fn identity(
        &self,
        words: String,
        length: usize,
        known: Option<Identity>,
        setting: &Setting,
    ) -> Identity {
        let recalled = self.names.recall(&words).filter(|k| agrees(k, setting));
        if let Some(recalled) = recalled {
            let offices =
                if setting.offices.is_empty() { &recalled.offices } else { &setting.offices };
            return Identity { offices: offices.clone(), ..recalled.clone() };
        }
        if let Some(known) = known {
            let full = length > 1;
            return if full { Identity { name: spelled(&words), ..known } } else { known };
        }
        let told = !setting.offices.is_empty();
        let people = if length == 1 { self.lexicon.people_surnamed(&words) } else { Vec::new() };
        let surname = if told {
            identify(self.lexicon, &people, setting, self.on)
        } else {
            serving(self.lexicon, &people, self.on)
        };
        let bare = Setting { parties: setting.parties.clone(), offices: setting.offices.clone() };
        surname.unwrap_or(Identity { name: words, parties: bare.parties, offices: bare.offices })
    }

    /// A name that stands first, with what is said of its bearer behind it.
    pub(super) fn person(&self, at: usize, end: usize) -> Option<Actor> {
        let (identity, next) = self.name(at, end, &Setting::default())?;
        if self.body_at(next) {
            return None;
        }
        let (setting, next) = self.apposition(next, end).unwrap_or((Setting::default(), next));
        let (identity, next) = if setting.offices.is_empty() {
            (identity, next)
        } else {
            (self.name(at, end, &setting)?.0, next)
        };
        let tail = self.tail(next, end, false);
        let (parties, next) = match tail.parties.as_slice() {
            [one] if identity.parties.is_empty() || identity.parties == [one.clone()] => {
                (vec![one.clone()], tail.next)
            }
            _ => (identity.parties, next),
        };
        Some(Actor {
            parties,
            person: Some(identity.name),
            offices: identity.offices,
            ..Actor::named(range(at, next), ActorKind::Person)
        })
    }

    /// ", Syria's foreign minister," behind a name.
    pub(super) fn apposition(&self, at: usize, end: usize) -> Option<(Setting, usize)> {
        if self.form(at) != "," {
            return None;
        }
        let lead = self.lead(at + 1, end);
        let nationals = self.nationals(lead.next, end);
        let offices = self.offices(self.filler(nationals.next, end)?, end)?;
        let tail = if nationals.parties.is_empty() {
            self.mandate(&offices, end)
        } else {
            Nationals { parties: nationals.parties, next: offices.next }
        };
        let tail = self.past_remit(tail, &offices, end);
        let named = self.name(tail.next, end, &Setting::default()).is_some();
        let closed = tail.next >= end || self.form(tail.next) == "," || self.form(tail.next) == ".";
        let fits = !offices.plural && !named && closed && tail.parties.len() < 2;
        fits.then_some((Setting { parties: tail.parties, offices: offices.held }, tail.next))
    }
}

/// A name as the article spells it, on one line.
fn spelled(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn agrees(identity: &Identity, setting: &Setting) -> bool {
    setting.parties.is_empty()
        || identity.parties.is_empty()
        || identity.parties.iter().any(|p| setting.parties.contains(p))
}
