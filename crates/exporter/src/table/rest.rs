//! Events in codes, where accounts differ, and all of it by day.

use record::{Account, Difference, Disagreement, Event};

use crate::material::Material;
use crate::sheet::{Draft, Kind, Sheet, list};

const STATUSES: &[&str] = &["past", "future", "negated", "hypothetical"];
const FIELDS: &[&str] = &["issues", "when", "place", "level", "participants", "status", "mood"];

const DIFFERENCES: &[&str] = &["conflict", "update", "scope", "precision", "silence"];

/// One row an event.
pub fn events(material: &Material<'_>) -> Sheet {
    let code = |event: &Event| material.index.ontology.code(&event.code);
    Draft::new("events", "who did what to whom, in codes", &material.record.events)
        .column("id", Kind::Text, "names the event", |e| e.id.0.as_str())
        .column("source", Kind::Text, "who acts; CAMEO actor code", |e| e.source.as_str())
        .column("target", Kind::Text, "on or with whom; CAMEO actor code", |e| e.target.as_str())
        .column("cameo", Kind::Text, "CAMEO event code; digits are text", |e| e.code.as_str())
        .column("plover", Kind::Text, "PLOVER event type", |e| code(e).and_then(|c| c.plover()))
        .column("mode", Kind::Text, "PLOVER mode, where the code settles it", |e| {
            code(e).and_then(|c| c.mode)
        })
        .column("quad", Kind::Count, "1 verbal, 2 material cooperation; 3, 4 conflict", |e| {
            code(e).map(|c| u32::from(c.quad))
        })
        .column("goldstein", Kind::Number, "from -10, conflict, to 10, cooperation", |e| {
            code(e).map(|c| f64::from(c.goldstein))
        })
        .column("contexts", Kind::List, "PLOVER contexts", |e| list(&e.contexts))
        .choice("status", STATUSES, "whether it took place", |e| e.status.as_str())
        .column("day", Kind::Day, "the day, if the words tell it", |e| e.day)
        .column("reported", Kind::Day, "the first report's day", |e| e.reported)
        .column("of", Kind::Text, "id of the meeting or statement in the same words", |e| {
            e.of.as_ref().map(|of| of.0.as_str())
        })
        .column("document", Kind::Text, "id of the first report in documents", |e| {
            e.reports.first().map(|r| material.index.document(r.article))
        })
        .column("quote", Kind::Text, "the words of the first report", |e| {
            e.reports.first().map(|r| r.evidence.words())
        })
        .column("reports", Kind::Count, "accounts of it", |e| e.reports.len())
        .column("origins", Kind::Count, "independent origins of these", |e| e.origins)
        .done()
}

/// One row a side of a disagreement.
pub fn disagreements(material: &Material<'_>) -> Sheet {
    let all = material.record.disagreements.iter();
    let rows: Vec<(&Disagreement, &Account)> =
        all.flat_map(|d| d.accounts.iter().map(move |account| (d, account))).collect();
    Draft::new("disagreements", "one side of a field on which accounts differ", &rows)
        .column("id", Kind::Text, "names the disagreement; equal for its sides", |(d, _)| {
            d.id.0.as_str()
        })
        .column("meeting", Kind::Text, "id in meetings", |(d, _)| d.meeting.0.as_str())
        .choice("field", FIELDS, "on what accounts differ", |(d, _)| d.field.as_str())
        .choice("difference", DIFFERENCES, "in what way they differ", |(d, _)| {
            difference(d.difference)
        })
        .column("about", Kind::Text, "what of the field, if one value", |(d, _)| d.about.as_deref())
        .column("value", Kind::Text, "what this side says", |(_, a)| a.value.as_str())
        .column("voice", Kind::Text, "whose account", |(_, a)| a.voice.as_str())
        .column("documents", Kind::List, "ids in documents", |(_, a)| {
            list(a.articles.iter().map(|article| material.index.document(*article)))
        })
        .column("quote", Kind::Text, "the words", |(_, a)| a.evidence.as_ref().map(|e| e.words()))
        .done()
}

/// One row a dated row of another table.
pub fn timeline(material: &Material<'_>) -> Sheet {
    Draft::new("timeline", "a dated row of another table", &material.record.timeline)
        .column("when", Kind::Text, "EDTF", |t| t.when.as_str())
        .column("kind", Kind::Text, "meeting, statement or commitment", |t| t.kind.as_str())
        .column("id", Kind::Text, "id in that kind's table", |t| t.id.0.as_str())
        .column("text", Kind::Text, "one line", |t| t.text.as_str())
        .done()
}

fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Conflict => "conflict",
        Difference::Update => "update",
        Difference::Scope => "scope",
        Difference::Precision => "precision",
        Difference::Silence => "silence",
    }
}
