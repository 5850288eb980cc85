//! `explain`: everything behind one row.

mod change;
mod claim;
mod verdict;

use record::{Claim, Settled};
use serde::Serialize;

use crate::args::Explain;
use crate::opened::Opened;
use crate::page::{Row, Sheet, chain};
use crate::seek::{self, Target};
use crate::status::Status;
use crate::{names, output};
use claim::{ClaimOut, Sentences};
use verdict::JudgementOut;

#[derive(Serialize)]
struct ExplainOut<'a> {
    id: &'a str,
    kind: &'static str,
    /// For a meeting or an undated document: each bound of its days, with its words or report.
    dated_by: &'a [String],
    claims: Vec<ClaimOut>,
    judgements: Vec<JudgementOut>,
    would_change: Vec<String>,
}

/// Prints the row, each claim behind it, the judgements, and what would change it.
pub fn run(args: &Explain) -> anyhow::Result<Status> {
    let opened = Opened::at(&args.kept.record, args.as_of)?;
    let target = seek::target(&opened, &args.id)?;
    let out = explanation(&opened, target, &args.id);
    if args.kept.json {
        output::print_json(&out)?;
        return Ok(Status::Done);
    }
    let mut sheet = Sheet::for_stdout();
    put_row(&mut sheet, &opened, target);
    put_lines(&mut sheet, "Why these days", out.dated_by);
    put_claims(&mut sheet, &out.claims);
    put_judgements(&mut sheet, &out.judgements);
    put_lines(&mut sheet, "What would change it", &out.would_change);
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}

fn explanation<'a>(opened: &'a Opened, target: Target<'a>, id: &'a str) -> ExplainOut<'a> {
    let claims = claims(opened, target);
    let mut sentences = Sentences::default();
    ExplainOut {
        id,
        kind: kind(target),
        dated_by: settled(target).map_or(&[], |days| &days.why),
        claims: claims.iter().map(|c| ClaimOut::of(c, opened, &mut sentences)).collect(),
        judgements: verdict::on(opened, &claims),
        would_change: change::of(target, &claims),
    }
}

/// None for an origin: its documents are its grounds.
fn claims<'a>(opened: &'a Opened, target: Target<'_>) -> Vec<&'a Claim> {
    match target {
        Target::Origin(_) => Vec::new(),
        _ => target.claims(opened).into_iter().filter_map(|id| opened.claim(id)).collect(),
    }
}

fn settled(target: Target<'_>) -> Option<&Settled> {
    match target {
        Target::Meeting(row) => Some(&row.when),
        Target::Document(row) => row.inferred.as_ref(),
        _ => None,
    }
}

fn kind(target: Target<'_>) -> &'static str {
    match target {
        Target::Meeting(_) => "meeting",
        Target::Statement(_) => "statement",
        Target::Event(_) => "event",
        Target::Commitment(_) => "commitment",
        Target::Condition(_) => "condition",
        Target::Disagreement(_) => "disagreement",
        Target::Document(_) => "document",
        Target::Origin(_) => "origin",
        Target::Claim(_) => "claim",
    }
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
    let mut letters = kind(target).chars();
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
