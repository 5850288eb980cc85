//! Whose the head of a phrase is: a name in front of it, a person with a role noun behind, a name behind *of*.

use std::ops::Range;

use lexicon::{Entry, PersonId};

use super::person;
use super::phrase::{Phrase, TITLES, person_of};

/// Behind these stands whose it is.
const OWNERS: [&str; 9] = ["of", "in", "from", "across", "inside", "at", "within", "near", "for"];

/// Those whose remit is no owner.
const SENT: [&str; 8] = [
    "envoy",
    "envoys",
    "ambassador",
    "ambassadors",
    "representative",
    "negotiator",
    "mediator",
    "consul",
];

impl Phrase<'_> {
    /// Whose the head is, by a name in front of it. The last, but of an envoy the first: "US Syria envoy".
    pub(super) fn owner(&self, head: &Range<usize>) -> Option<String> {
        let mut owners = self
            .names
            .iter()
            .filter(|(range, _)| head.start <= range.start && range.end <= head.end);
        let party = |(_, entries): &(Range<usize>, Vec<Entry>)| self.party(entries);
        if head.clone().any(|at| self.is(at, &SENT)) {
            return owners.find_map(party);
        }
        let owned = owners.rev().find_map(party);
        owned.or_else(|| self.owning_person(head))
    }

    /// "Trump's lawyers", "the Trump administration".
    fn owning_person(&self, head: &Range<usize>) -> Option<String> {
        let lexicon = self.reading.lexicon;
        head.clone().take(head.len().saturating_sub(1)).find_map(|at| {
            let word = self.form(at);
            let named = word.starts_with(char::is_uppercase) && !self.is(at, &TITLES);
            let people = if named { lexicon.people_surnamed(word) } else { Vec::new() };
            let told = person::one_of(lexicon, &people, self.on(), &[])?;
            let owns = self.owns(at + 1)
                || told.sector == "GOV" && self.role_of(&(at + 1..head.end)).is_some();
            owns.then_some(told.party)?
        })
    }

    /// Whose it is by what stands behind the head.
    pub(super) fn owner_behind(&self, head: &Range<usize>) -> Option<String> {
        let sent = head.clone().any(|at| self.is(at, &SENT));
        let mut owned = false;
        (head.end..self.tokens.range().end).find_map(|at| {
            if self.breaks(at) {
                let preposition = if sent { &OWNERS[..1] } else { &OWNERS };
                owned = self.is(at, preposition) || !sent && self.is(at, &[",", "tied", "to"]);
            }
            let (_, entries) = self.names.iter().find(|(range, _)| range.start == at)?;
            if owned { self.party(entries) } else { None }
        })
    }

    /// The state or body that a name stands for.
    fn party(&self, entries: &[Entry]) -> Option<String> {
        let people: Vec<PersonId> = entries.iter().filter_map(person_of).collect();
        if !people.is_empty() && entries.len() == people.len() {
            return person::one_of(self.reading.lexicon, &people, self.on(), &[])?.party;
        }
        entries.iter().find_map(|e| match e {
            Entry::State(state) | Entry::Demonym { state, .. } => Some(state.code.to_owned()),
            Entry::City(city) => city.state.map(str::to_owned),
            Entry::Seat(seat) => Some(seat.state.to_owned()),
            Entry::Organisation(body) => Some(person::of_body(body, self.on()).0),
            _ => None,
        })
    }

    /// The state in front of what several states have: "Chile's Defense Department".
    pub(super) fn owner_before(&self, head: &Range<usize>, body: &Range<usize>) -> Option<String> {
        self.owner(&(head.start..body.start))
    }
}
