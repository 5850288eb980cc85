//! The settled days of every meeting and document.

use record::Settled;

use super::bounds::orders;
use super::edtf::edtf;
use super::propagate::{Occasion, propagate};
use super::votes::votes;
use crate::days::Days;
use crate::lineage::Ancestry;
use crate::meeting::{Group, Telling};
use crate::naming::weekday_name;
use crate::scope::Scope;

/// Meetings at their place among the groups, then documents.
pub(crate) struct Calendar {
    occasions: Vec<Occasion>,
    meetings: usize,
}

impl Calendar {
    /// By the words first, then by the order in which reports tell things.
    pub fn settle(
        scope: &Scope,
        ancestry: &Ancestry,
        tellings: &[Telling],
        groups: &[Group],
    ) -> Calendar {
        let by_words = |group| stated(scope, ancestry, tellings, group);
        let mut occasions: Vec<Occasion> = groups.iter().map(by_words).collect();
        occasions.extend(scope.documents.iter().map(|document| {
            let why = format!("{} was published {}", document.name, edtf(document.published));
            let mut occasion = Occasion::default();
            occasion.narrow(document.published, &why);
            occasion
        }));
        propagate(&mut occasions, &orders(scope, tellings, groups));
        Calendar { occasions, meetings: groups.len() }
    }

    /// The days of a meeting.
    pub fn meeting(&self, group: usize) -> Settled {
        self.occasions.get(group).map(settled).unwrap_or_else(|| settled(&Occasion::default()))
    }

    /// The bounds of a document's publication: its own date, else what follows from others.
    pub fn published(&self, document: usize) -> Days {
        self.document(document).map(|o| o.days).unwrap_or_default()
    }

    /// What follows for a document that gives no date, if anything does.
    pub fn inferred(&self, document: usize) -> Option<Settled> {
        self.document(document).map(settled).filter(|s| s.from.is_some() || s.until.is_some())
    }

    fn document(&self, document: usize) -> Option<&Occasion> {
        self.occasions.get(self.meetings + document)
    }
}

fn settled(occasion: &Occasion) -> Settled {
    Settled {
        edtf: edtf(occasion.days),
        from: occasion.days.first,
        until: occasion.days.last.and_then(|last| last.tomorrow().ok()),
        why: occasion.why(),
    }
}

/// What the words say. Those who tell it as held outweigh plans; of contradicting times the better
/// supported stands.
fn stated(scope: &Scope, ancestry: &Ancestry, tellings: &[Telling], group: &Group) -> Occasion {
    let past = group.members.iter().any(|at| tellings[*at].is_past());
    let told = group.members.iter().copied().filter(|at| tellings[*at].is_past() == past);
    let mut occasion = Occasion::default();
    for vote in votes(ancestry, tellings, told) {
        let sources = vote.tellings.iter().map(|at| quoted(scope, &tellings[*at]));
        let mut sources: Vec<String> = sources.collect();
        sources.dedup();
        occasion.narrow(vote.days, &reason(vote.days, &sources.join("; ")));
    }
    occasion
}

fn reason(days: Days, sources: &str) -> String {
    match days.weekday {
        Some(weekday) if days.exact().is_none() => {
            format!("a {}: {sources}", weekday_name(weekday))
        }
        _ if days.width().is_some() => format!("{sources} ({})", edtf(days)),
        _ => sources.to_owned(),
    }
}

fn quoted(scope: &Scope, telling: &Telling) -> String {
    let name = scope.documents.get(telling.document).map_or("", |d| d.name.as_str());
    format!("{name}: \"{}\"", telling.time_words().unwrap_or_default())
}
