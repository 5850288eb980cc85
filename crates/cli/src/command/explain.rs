//! `explain`: everything behind one row.

use record::{Certainty, Claim, Judge, Judgement, Modality, Polarity, Thing, Tier, Verdict};
use serde::Serialize;
use text::{Article, Span};

use crate::args::Explain;
use crate::opened::Opened;
use crate::page::{Row, Sheet, chain};
use crate::seek::{self, Target};
use crate::status::Status;
use crate::{names, output};

/// Prints the row, each claim behind it, the judgements, and what would change it.
pub fn run(args: &Explain) -> anyhow::Result<Status> {
    let opened = Opened::at(&args.kept.record, args.as_of)?;
    let target = seek::target(&opened, &args.id)?;
    let claims: Vec<&Claim> =
        target.claims(&opened).into_iter().filter_map(|id| opened.claim(id)).collect();
    let judgements = judgements(&opened, &claims);
    if args.kept.json {
        let claims = claims.iter().map(|claim| ClaimOut::of(claim, &opened)).collect();
        output::print_json(&ExplainOut { id: &args.id, claims, judgements })?;
        return Ok(Status::Done);
    }
    let mut sheet = Sheet::for_stdout();
    put_row(&mut sheet, &opened, target);
    put_claims(&mut sheet, &opened, &claims);
    put_judgements(&mut sheet, &judgements);
    put_changes(&mut sheet, target, &claims);
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}

fn put_row(sheet: &mut Sheet, opened: &Opened, target: Target<'_>) {
    let (kind, row): (&str, &dyn Row) = match target {
        Target::Meeting(row) => ("Meeting", row),
        Target::Statement(row) => ("Statement", row),
        Target::Commitment(row) => ("Commitment", row),
        Target::Condition(row) => ("Condition", row),
        Target::Disagreement(row) => ("Disagreement", row),
        Target::Document(row) => ("Document", row),
        Target::Claim(_) => return,
    };
    sheet.heading(kind);
    row.put(sheet, opened);
}

fn put_claims(sheet: &mut Sheet, opened: &Opened, claims: &[&Claim]) {
    sheet.heading(&format!("What it rests on: {}", names::count(claims.len(), "claim")));
    for claim in claims {
        let out = ClaimOut::of(claim, opened);
        sheet.entry(2, &out.source, &claim.id.0.short());
        sheet.line(4, &format!("{}«{}»{}", out.before, out.quote, out.after));
        sheet.line(4, &format!("{}; bytes {}..{}", chain(&out.voices), out.start, out.end));
        sheet.line(4, &format!("{}; read by {}", out.certainty, out.tool));
    }
}

fn put_judgements(sheet: &mut Sheet, judgements: &[JudgementOut]) {
    if judgements.is_empty() {
        return;
    }
    sheet.heading("Why these belong together or apart");
    for judgement in judgements {
        let things = judgement.things.join(" and ");
        let JudgementOut { verdict, judge, reason, .. } = judgement;
        sheet.line(2, &format!("{things}: {verdict}, by {judge}: {reason}"));
    }
}

/// What a reader can do, or wait for.
fn put_changes(sheet: &mut Sheet, target: Target<'_>, claims: &[&Claim]) {
    sheet.heading("What would change it");
    let first = claims.first().map(|claim| claim.id.0.short()).unwrap_or_default();
    match target {
        Target::Meeting(row) => {
            if claims.len() > 1 {
                let line = format!("rapporteur judge different {} {first} --why …", row.id);
                sheet.line(2, &format!("a report told of another meeting: {line}"));
            }
            sheet.line(
                2,
                &format!("one meeting told as two: rapporteur judge same {} m-… --why …", row.id),
            );
            let dated = row.when.until.and_then(|until| until.yesterday().ok()) == row.when.from;
            if !dated || row.when.from.is_none() {
                sheet.line(2, "a report that dates it");
            }
        }
        Target::Commitment(_) => sheet.line(2, "a report that it was kept, broken or overtaken"),
        Target::Condition(_) => sheet.line(2, "a report that it was met or dropped"),
        Target::Disagreement(_) => sheet.line(2, "another account of the same meeting"),
        Target::Document(_) => {
            sheet.line(2, "the page read again with its --outlet or --published")
        }
        Target::Statement(_) | Target::Claim(_) => {}
    }
    if !first.is_empty() {
        sheet.line(2, &format!("words misread: rapporteur judge reject {first} --why …"));
    }
}

#[derive(Serialize)]
struct ExplainOut<'a> {
    id: &'a str,
    claims: Vec<ClaimOut>,
    judgements: Vec<JudgementOut>,
}

/// A claim with the words around it.
#[derive(Serialize)]
struct ClaimOut {
    claim: String,
    document: String,
    source: String,
    before: String,
    quote: String,
    after: String,
    start: u32,
    end: u32,
    voices: Vec<String>,
    certainty: String,
    tool: String,
}

impl ClaimOut {
    fn of(claim: &Claim, opened: &Opened) -> ClaimOut {
        let span = claim.shown().span();
        let article = opened.article(claim.article);
        let (before, after) = article.map(|a| around(a, span, opened)).unwrap_or_default();
        ClaimOut {
            claim: claim.id.0.to_string(),
            document: opened.document(claim.article),
            source: source(claim, article, opened),
            before,
            quote: claim.shown().words().to_owned(),
            after,
            start: span.start(),
            end: span.end(),
            voices: claim.attribution.names(),
            certainty: certainty(claim.certainty),
            tool: tool(&claim.tool),
        }
    }
}

/// "11-strait-wire, Strait Wire, 10 May 2023"
fn source(claim: &Claim, article: Option<&Article>, opened: &Opened) -> String {
    let outlet =
        article.and_then(|a| a.outlet.clone()).unwrap_or_else(|| "unknown outlet".to_owned());
    let published = article.and_then(|a| a.published.as_ref());
    let day = published.map(|p| names::days(p.when.from, p.when.last()));
    let day = day.unwrap_or_else(|| "undated".to_owned());
    format!("{}: {outlet}, {day}", opened.document(claim.article))
}

/// What stands before and after the words in their sentence.
fn around(article: &Article, words: Span, opened: &Opened) -> (String, String) {
    let sentences = pipeline::annotate(article, &opened.tools).0.map(|doc| doc.sentences);
    let sentences = sentences.into_iter().flatten().map(|sentence| sentence.span);
    let touched = sentences.filter(|span| span.overlaps(words)).reduce(Span::cover);
    let block = article.blocks.iter().map(|block| block.span).find(|span| span.contains(words));
    let whole = touched.or(block).map_or(words, |span| span.cover(words));
    let cut = |start, end| Span::new(start, end).and_then(|span| span.slice(&article.text));
    let before = cut(whole.start(), words.start()).unwrap_or_default();
    let after = cut(words.end(), whole.end()).unwrap_or_default();
    (before.to_owned(), after.to_owned())
}

fn certainty(certainty: Certainty) -> String {
    let polarity = match certainty.polarity {
        Polarity::Affirmed => "said to be so",
        Polarity::Denied => "said not to be so",
    };
    let modality = match certainty.modality {
        Modality::Certain => "for certain",
        Modality::Probable => "probably",
        Modality::Possible => "possibly",
        Modality::Unknown => "asked, not asserted",
    };
    format!("{polarity}, {modality}")
}

fn tool(tool: &record::Tool) -> String {
    let tier = match tool.tier {
        Tier::Rule => "a rule",
        Tier::Model => "a trained model",
        Tier::LanguageModel => "a language model",
        Tier::Person => "a person",
    };
    format!("{} version {} ({tier})", tool.name, tool.version)
}

#[derive(Serialize)]
struct JudgementOut {
    things: Vec<String>,
    verdict: &'static str,
    judge: String,
    reason: String,
}

/// The verdicts on any of these claims.
fn judgements(opened: &Opened, claims: &[&Claim]) -> Vec<JudgementOut> {
    let is_of = |thing: &Thing| match thing {
        Thing::Claim(id) => claims.iter().any(|claim| claim.id == *id),
        Thing::Article(id) => claims.iter().any(|claim| claim.article == *id),
    };
    let of_these = |j: &&Judgement| is_of(&j.left) || j.right.as_ref().is_some_and(is_of);
    opened.record.judgements.iter().filter(of_these).map(|j| judgement(j, opened)).collect()
}

fn judgement(judgement: &Judgement, opened: &Opened) -> JudgementOut {
    let name = |thing: Thing| match thing {
        Thing::Claim(id) => id.0.short(),
        Thing::Article(id) => opened.document(id),
    };
    let verdict = match judgement.verdict {
        Verdict::Same => "one",
        Verdict::Different => "not one",
        Verdict::Reject => "misread",
    };
    let judge = match &judgement.judge {
        Judge::Tool(by) => tool(by),
        Judge::Person { name, at } => format!("{name} on {}", at.get(..10).unwrap_or(at)),
    };
    let things = [Some(judgement.left), judgement.right].into_iter().flatten().map(name).collect();
    JudgementOut { things, verdict, judge, reason: judgement.reason.clone() }
}
