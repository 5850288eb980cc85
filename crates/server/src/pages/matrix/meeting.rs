//! The rows of one meeting: whether, when, where, at what rank, with whom, on what.

use record::{Claim, Content, Disagreement, Meeting, MeetingMention, Party};
use view::{names, told};

use super::column::Columns;
use super::mark::{Mark, Same, note};
use super::{MatrixRow, Matter, asserted, place};
use crate::pages::meeting::{address, difference};
use crate::pages::parts;
use crate::pages::weight::Weight;
use crate::snapshot::Snapshot;

/// What an account says of one thing; `None` if it is silent.
type Says = Option<(Same, String)>;

/// A meeting's claims, with what their words tell.
struct Told<'a> {
    snapshot: &'a Snapshot,
    meeting: &'a Meeting,
    columns: &'a Columns,
    claims: &'a [(&'a Claim, &'a MeetingMention)],
    differ: &'a [&'a Disagreement],
}

/// The table of a meeting.
pub fn matter(snapshot: &Snapshot, meeting: &Meeting) -> Matter {
    let opened = &snapshot.opened;
    let all = opened.record.disagreements.iter();
    let differ: Vec<&Disagreement> = all.filter(|row| row.meeting == meeting.id).collect();
    let claims = claims(snapshot, meeting, &differ);
    let columns =
        Columns::of(claims.iter().filter_map(|(claim, _)| place(snapshot, claim.article)));
    let told = Told { snapshot, meeting, columns: &columns, claims: &claims, differ: &differ };
    let weight = Weight::of(snapshot, claims.iter().map(|(claim, _)| claim.article));
    Matter {
        kind: "meeting",
        title: told::meeting_line(meeting, opened),
        href: address(&meeting.id.0),
        weight: Weight { origins: weight.origins.max(meeting.origins), ..weight },
        rows: told.rows(),
        differences: differ.iter().map(|row| difference(snapshot, row)).collect(),
        more: columns.more,
        origins: columns.origins,
    }
}

/// Its reports, and those who deny it.
fn claims<'a>(
    snapshot: &'a Snapshot,
    meeting: &Meeting,
    differ: &[&Disagreement],
) -> Vec<(&'a Claim, &'a MeetingMention)> {
    let denials = differ.iter().filter(|row| row.field == "status");
    let denials = denials.flat_map(|row| &row.accounts).flat_map(|account| &account.claims);
    let mut ids: Vec<_> = meeting.reports.iter().map(|report| report.claim).collect();
    ids.extend(denials.copied().filter(|id| meeting.reports.iter().all(|r| r.claim != *id)));
    let mention = |claim: &'a Claim| match &claim.content {
        Content::Meeting(mention) => Some((claim, mention)),
        _ => None,
    };
    ids.into_iter().filter_map(|id| mention(snapshot.opened.claim(id)?)).collect()
}

impl Told<'_> {
    fn rows(&self) -> Vec<MatrixRow> {
        let mut rows = vec![self.status()];
        rows.extend(self.when());
        rows.extend(self.place());
        rows.extend(self.level());
        rows.extend(self.parties());
        rows.extend(self.issues());
        rows
    }

    /// One mark for each claim that is not silent, in its outlet’s cell.
    fn row(
        &self,
        (label, value): (String, &str),
        (field, about): (&str, Option<&str>),
        says: impl Fn(&Claim, &MeetingMention) -> Says,
    ) -> MatrixRow {
        let mut cells = vec![Vec::new(); self.columns.count()];
        for (claim, mention) in self.claims {
            let column = place(self.snapshot, claim.article).and_then(|at| self.columns.at(at));
            let said = says(claim, mention).map(|(same, value)| Mark::of(claim, same, &value));
            if let Some((column, mark)) = column.zip(said) {
                note(&mut cells[column], mark);
            }
        }
        let differ = self.differ.iter();
        let mut differ = differ.filter(|d| d.field == field && d.about.as_deref() == about);
        MatrixRow {
            label,
            value: value.to_owned(),
            differs: differ.next().map(|row| parts::word(&row.difference)),
            asserted: asserted(&cells),
            cells,
        }
    }

    fn status(&self) -> MatrixRow {
        let status = self.meeting.status;
        self.row(("state".to_owned(), status.as_str()), ("status", None), |_, mention| {
            let same = Same::when(mention.status == status);
            Some((same, names::step(mention.status).to_owned()))
        })
    }

    fn when(&self) -> Option<MatrixRow> {
        let settled = &self.meeting.when;
        let value = names::settled(settled);
        let says = |_: &Claim, mention: &MeetingMention| {
            let time = mention.time.as_ref()?;
            let words = time.evidence.words().to_owned();
            let when = time.when.as_ref();
            let fits = when.is_none_or(|when| {
                settled.from.is_none_or(|from| when.last() >= from)
                    && settled.until.is_none_or(|until| when.from < until)
            });
            Some((Same::when(fits), words))
        };
        let is_told = self.claims.iter().any(|(_, mention)| mention.time.is_some());
        is_told.then(|| self.row(("date".to_owned(), &value), ("when", None), says))
    }

    fn place(&self) -> Option<MatrixRow> {
        let place_of = &self.meeting.places.first()?.value;
        let value = told::place_name(self.meeting, &self.snapshot.opened)?;
        let tools = &self.snapshot.opened.tools;
        Some(self.row(("place".to_owned(), &value), ("place", None), |_, mention| {
            let told = mention.place.as_ref()?;
            let country = told.country.clone().map(Party);
            let name = told.city.clone();
            let name = name.or_else(|| Some(tools.party_name(&country?).to_owned()))?;
            let same = match (&told.city, &place_of.city) {
                (Some(told), Some(known)) => told == known,
                _ => told.country == place_of.country,
            };
            Some((Same::when(same), name))
        }))
    }

    fn level(&self) -> Option<MatrixRow> {
        let level = self.meeting.levels.first()?.value;
        let word = |level: record::Level| level.as_str().replace('_', " ");
        let value = names::level(level).map_or_else(|| word(level), str::to_owned);
        Some(self.row(("level".to_owned(), &value), ("level", None), |_, mention| {
            let told = mention.level?;
            let name = names::level(told).map_or_else(|| word(told), str::to_owned);
            Some((Same::when(told == level), name))
        }))
    }

    fn parties(&self) -> Vec<MatrixRow> {
        let mut parties: Vec<&Party> =
            self.meeting.participants.iter().map(|side| &side.party).collect();
        parties.dedup();
        let row = |party: &Party| {
            let name = self.snapshot.opened.tools.party_name(party).to_owned();
            self.row(
                ("at the table".to_owned(), &name),
                ("participants", Some(&party.0)),
                |_, mention| {
                    let named = mention.participants.iter();
                    let mut named = named.filter(|one| one.actor.parties.contains(party));
                    named.next().map(|_| (Same::Yes, "named".to_owned()))
                },
            )
        };
        parties.into_iter().map(row).collect()
    }

    fn issues(&self) -> Vec<MatrixRow> {
        let row = |issue: &record::Supported<String>| {
            let key = issue.value.as_str();
            let name = names::issue(&self.snapshot.opened.tools, key);
            self.row(("on the agenda".to_owned(), &name), ("issues", Some(key)), |_, mention| {
                let mut told = mention.issues.iter().filter(|one| one.issue == key);
                told.next().map(|_| (Same::Yes, "named".to_owned()))
            })
        };
        self.meeting.issues.iter().map(row).collect()
    }
}
