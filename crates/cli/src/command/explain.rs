//! `explain`: everything behind one row.

use view::told::chain;
use view::{ClaimOut, JudgementOut, Opened, Target, names};

use crate::args::Explain;
use crate::output::{self, Screen};
use crate::page::{Row, Sheet};
use crate::status::Status;

/// Prints the row, each claim behind it, the judgements, and what would change it.
pub fn run(args: &Explain, screen: &Screen) -> anyhow::Result<Status> {
    let opened = Opened::at(&args.kept.record, args.as_of)?;
    let target = view::target(&opened, &args.id)?;
    let out = view::explanation(&opened, target, &args.id);
    if args.kept.json {
        output::print_json(&out)?;
        return Ok(Status::Done);
    }
    let mut sheet = screen.sheet();
    put_row(&mut sheet, &opened, target);
    put_lines(&mut sheet, "Why these days", out.dated_by);
    put_claims(&mut sheet, &out.claims);
    put_judgements(&mut sheet, &out.judgements);
    put_lines(&mut sheet, "What would change it", &out.would_change);
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}

fn put_row(sheet: &mut Sheet, opened: &Opened, target: Target<'_>) {
    let row: &dyn Row = match target {
        Target::Meeting(row) => row,
        Target::Statement(row) => row,
        Target::Event(row) => row,
        Target::Commitment(row) => row,
        Target::Condition(row) => row,
        Target::Disagreement(row) => row,
        Target::Document(row) => row,
        Target::Origin(row) => row,
        Target::Claim(_) => return,
    };
    let mut letters = target.kind().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    sheet.heading(&first.chain(letters).collect::<String>());
    row.put(sheet, opened);
}

fn put_claims(sheet: &mut Sheet, claims: &[ClaimOut]) {
    if claims.is_empty() {
        return;
    }
    sheet.heading(&format!("What it rests on: {}", names::count(claims.len(), "claim")));
    for claim in claims {
        sheet.entry(2, &claim.source, claim.short());
        sheet.line(4, &format!("{}«{}»{}", claim.before, claim.quote, claim.after));
        sheet.line(4, &format!("{}; bytes {}..{}", chain(&claim.voices), claim.start, claim.end));
        sheet.line(4, &format!("{}; read by {}", claim.certainty, claim.tool));
        if let Some(pattern) = &claim.pattern {
            sheet.line(4, &format!("pattern: {pattern}"));
        }
    }
}

fn put_judgements(sheet: &mut Sheet, judgements: &[JudgementOut]) {
    let line = |judgement: &JudgementOut| judgement.line();
    let lines: Vec<_> = judgements.iter().map(line).collect();
    put_lines(sheet, "Why these belong together or apart", &lines);
}

/// Under a heading; nothing where there are none.
fn put_lines(sheet: &mut Sheet, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        sheet.heading(heading);
        lines.iter().for_each(|line| sheet.line(2, line));
    }
}
