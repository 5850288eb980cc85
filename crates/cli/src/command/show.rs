//! `show`: one part of the record, or the dossier.

use record::{Party, Record};

use crate::args::{Part, Show};
use crate::output::{self, Screen};
use crate::page::{Row, Sheet, dossier, put_deadlocks, put_timeline};
use crate::status::Status;
use view::{Opened, Usage};

/// Prints what was asked for.
pub fn run(args: &Show, screen: &Screen) -> anyhow::Result<Status> {
    let mut opened = Opened::at(&args.kept.record, args.as_of)?;
    if let Some(party) = &args.party {
        let party = party_named(&opened, party)?;
        keep_party(&mut opened.record, &party);
    }
    if let Some(id) = &args.id {
        keep_id(&mut opened.record, args.what, id)?;
    }
    if args.kept.json {
        print_json(args.what, &opened)
    } else {
        print(args.what, &opened, screen)
    }?;
    Ok(Status::Done)
}

/// By code or by name, however written; only parties of this record are known.
fn party_named(opened: &Opened, name: &str) -> Result<Party, Usage> {
    let actors = exporter::actors(&opened.record, &opened.index);
    let is_meant = |actor: &&exporter::ActorRow| {
        actor.party.eq_ignore_ascii_case(name) || actor.name.eq_ignore_ascii_case(name)
    };
    let meant = actors.iter().find(is_meant).map(|actor| Party(actor.party.clone()));
    meant.ok_or_else(|| {
        Usage(format!("no party “{name}” in the record; list them with `rapporteur show actors`"))
    })
}

fn keep_party(record: &mut Record, party: &Party) {
    record.meetings.retain(|row| row.participants.iter().any(|p| &p.party == party));
    record.statements.retain(|row| row.parties.contains(party));
    let of = |code: &str| code.starts_with(party.0.as_str());
    record.events.retain(|row| of(&row.source) || of(&row.target));
    record.conditions.retain(|row| row.set_by.contains(party) || row.awaits.contains(party));
    record.deadlocks.retain(|row| row.parties.contains(party));
    record.commitments.retain(|row| row.by.contains(party));
    record.positions.retain(|row| &row.party == party);
    let meetings: Vec<_> = record.meetings.iter().map(|row| row.id.clone()).collect();
    record.disagreements.retain(|row| meetings.contains(&row.meeting));
    let mut rows: Vec<_> = record.statements.iter().map(|row| row.id.clone()).collect();
    rows.extend(meetings);
    rows.extend(record.commitments.iter().map(|row| row.id.clone()));
    record.timeline.retain(|row| rows.contains(&row.id));
}

/// Leaves the rows of a part whose id begins so; a usage error if there is none.
fn keep_id(record: &mut Record, what: Option<Part>, id: &str) -> Result<(), Usage> {
    macro_rules! keep {
        ($rows:ident, $row:ident => $id:expr) => {{
            record.$rows.retain(|$row| $id.starts_with(id));
            record.$rows.len()
        }};
    }
    let left = match what {
        None => 0,
        Some(Part::Meetings) => keep!(meetings, row => row.id.0),
        Some(Part::Statements) => keep!(statements, row => row.id.0),
        Some(Part::Events) => keep!(events, row => row.id.0),
        Some(Part::Conditions) => {
            record.deadlocks.clear();
            keep!(conditions, row => row.id.0)
        }
        Some(Part::Commitments) => keep!(commitments, row => row.id.0),
        Some(Part::Positions) => keep!(positions, row => row.issue),
        Some(Part::Timeline) => keep!(timeline, row => row.id.0),
        Some(Part::Origins) => keep!(origins, row => row.id),
        Some(Part::Disagreements) => keep!(disagreements, row => row.id.0),
        Some(Part::Actors) => return Err(Usage("actors have no ids; use --party".to_owned())),
        Some(Part::Documents) => keep!(documents, row => row.name),
        Some(Part::Problems) => keep!(problems, row => row.document),
    };
    let none = || Usage(format!("no such row begins with “{id}”; list all by leaving the id out"));
    if left == 0 { Err(none()) } else { Ok(()) }
}

fn print_json(what: Option<Part>, opened: &Opened) -> anyhow::Result<()> {
    let whole = exporter::whole(&opened.record, &opened.index);
    match what {
        None => output::print_json(&whole),
        Some(Part::Meetings) => output::print_json(&whole.meetings),
        Some(Part::Statements) => output::print_json(&whole.statements),
        Some(Part::Events) => output::print_json(&whole.events),
        Some(Part::Conditions) => output::print_json(&whole.conditions),
        Some(Part::Commitments) => output::print_json(&whole.commitments),
        Some(Part::Positions) => output::print_json(&whole.positions),
        Some(Part::Timeline) => output::print_json(&whole.timeline),
        Some(Part::Origins) => output::print_json(&whole.origins),
        Some(Part::Disagreements) => output::print_json(&whole.disagreements),
        Some(Part::Actors) => output::print_json(&whole.actors),
        Some(Part::Documents) => output::print_json(&whole.documents),
        Some(Part::Problems) => output::print_json(&whole.problems),
    }
}

fn print(what: Option<Part>, opened: &Opened, screen: &Screen) -> anyhow::Result<()> {
    let mut sheet = screen.sheet();
    let record = &opened.record;
    match what {
        None => dossier(&mut sheet, opened),
        Some(Part::Meetings) => put(&mut sheet, opened, &record.meetings),
        Some(Part::Statements) => put(&mut sheet, opened, &record.statements),
        Some(Part::Events) => put(&mut sheet, opened, &record.events),
        Some(Part::Conditions) => {
            put(&mut sheet, opened, &record.conditions);
            put_deadlocks(&mut sheet, opened);
        }
        Some(Part::Commitments) => put(&mut sheet, opened, &record.commitments),
        Some(Part::Positions) => put(&mut sheet, opened, &record.positions),
        Some(Part::Timeline) if !record.timeline.is_empty() => put_timeline(&mut sheet, opened),
        Some(Part::Timeline) => put(&mut sheet, opened, &record.timeline),
        Some(Part::Origins) => put(&mut sheet, opened, &record.origins),
        Some(Part::Disagreements) => put(&mut sheet, opened, &record.disagreements),
        Some(Part::Actors) => {
            put(&mut sheet, opened, &exporter::actors(&opened.record, &opened.index))
        }
        Some(Part::Documents) => put(&mut sheet, opened, &record.documents),
        Some(Part::Problems) => put(&mut sheet, opened, &record.problems),
    }
    output::print(&sheet.into_text())
}

fn put<R: Row>(sheet: &mut Sheet, opened: &Opened, rows: &[R]) {
    rows.iter().for_each(|row| row.put(sheet, opened));
    if rows.is_empty() {
        sheet.line(0, "none reported");
    }
}
