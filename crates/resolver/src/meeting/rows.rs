//! A group of tellings as a row of the record.

use record::{
    Format, Medium, Meeting, Part, Party, Report, RowId, RowKind, Settled, Status, Supported,
};
use text::When;

use super::telling::Telling;
use super::{Group, issues, level, life, participants, place};
use crate::lineage::Ancestry;
use crate::scope::Scope;
use crate::when::Calendar;

/// All meetings, at the places of their groups.
pub(crate) fn rows(
    scope: &Scope,
    ancestry: &Ancestry,
    calendar: &Calendar,
    tellings: &[Telling],
    groups: &[Group],
) -> Vec<Meeting> {
    let row = |(at, group): (usize, &Group)| {
        let own: Vec<&Telling> = group.members.iter().map(|m| &tellings[*m]).collect();
        let id = RowId::new(RowKind::Meeting, group.least);
        let life = life::steps(scope, calendar, &own);
        assemble(id, calendar.meeting(at), life, ancestry, &own)
    };
    groups.iter().enumerate().map(row).collect()
}

fn assemble(
    id: RowId,
    when: Settled,
    life: Vec<record::LifeStep>,
    ancestry: &Ancestry,
    tellings: &[&Telling],
) -> Meeting {
    let places = place::places(ancestry, tellings);
    let participants = participants::table(tellings);
    Meeting {
        id,
        status: life.last().map_or(Status::Held, |step| step.status),
        life,
        when,
        times: times(tellings),
        format: format(tellings),
        medium: medium(tellings),
        levels: level::levels(ancestry, tellings),
        host: place::host(&places, &participants),
        places,
        participants,
        mediator: mediator(tellings),
        issues: issues::issues(ancestry, tellings),
        reports: tellings.iter().map(|t| report(t)).collect(),
        origins: ancestry.count(tellings.iter().map(|t| t.document)),
    }
}

fn times(tellings: &[&Telling]) -> Vec<Supported<When>> {
    let mut times = Vec::new();
    for telling in tellings {
        if let Some(when) = telling.mention.time.as_ref().and_then(|time| time.when.clone()) {
            Supported::add(&mut times, when, telling.claim.id);
        }
    }
    times.sort_by(|a, b| a.value.cmp(&b.value));
    times
}

/// By the number of sides named, or counted where more are counted than named.
fn format(tellings: &[&Telling]) -> Option<Format> {
    let mediated = |t: &&Telling| t.mention.medium == Medium::Indirect;
    if tellings.iter().any(mediated) || mediator(tellings).is_some() {
        return Some(Format::Mediated);
    }
    let mut named: std::collections::BTreeSet<&Party> =
        tellings.iter().flat_map(|t| t.sides.iter().copied()).collect();
    if named.len() == 1 {
        // Whoever receives somebody sits at the table.
        named.extend(tellings.iter().flat_map(|t| t.aside.iter().copied()));
    }
    let counted = tellings.iter().filter_map(|t| t.mention.sides).max().map_or(0, usize::from);
    Format::of_sides(named.len().max(counted))
}

/// Face to face if any report has it so.
fn medium(tellings: &[&Telling]) -> Medium {
    let media = tellings.iter().map(|t| t.mention.medium);
    let indirect = tellings.iter().any(|t| t.mention.medium == Medium::Indirect);
    let remote = tellings.iter().all(|t| t.is_remote());
    match media.clone().next() {
        _ if indirect => Medium::Indirect,
        Some(_) if remote => Medium::Remote,
        _ => Medium::InPerson,
    }
}

fn mediator(tellings: &[&Telling]) -> Option<Party> {
    let parts = tellings.iter().flat_map(|t| &t.mention.participants);
    let mediators = parts.filter(|p| p.part == Part::Mediator);
    mediators.flat_map(|p| &p.actor.parties).min().cloned()
}

fn report(telling: &Telling) -> Report {
    Report {
        claim: telling.claim.id,
        article: telling.claim.article,
        standing: telling.mention.standing,
        status: telling.status,
        evidence: telling.claim.shown().clone(),
        voices: telling.claim.attribution.names(),
        issues: telling.mention.issues.clone(),
    }
}
