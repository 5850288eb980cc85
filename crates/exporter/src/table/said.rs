//! What was said, promised, and made to wait.

use record::{Party, RowId};

use crate::material::Material;
use crate::sheet::{Draft, Kind, Sheet, list};
use crate::words::{commitment_state, edtf};

pub(super) const ACTS: &[&str] = &[
    "demand",
    "precondition",
    "commitment",
    "denial",
    "offer",
    "characterization",
    "announcement",
];
const STATES: &[&str] = &["open", "kept", "broken", "overtaken"];

/// One row a thing said.
pub fn statements(material: &Material<'_>) -> Sheet {
    Draft::new("statements", "something said, with its words", &material.record.statements)
        .column("id", Kind::Text, "names the statement", |s| s.id.0.as_str())
        .column("document", Kind::Text, "id in documents", |s| material.index.document(s.article))
        .column("outlet", Kind::Text, "who published it", |s| {
            material.document(s.article).and_then(|d| d.outlet.as_deref())
        })
        .column("speaker", Kind::Text, "a name, else the words for who speaks", |s| {
            s.speaker.as_str()
        })
        .column("parties", Kind::List, "codes of whom the speaker stands for", |s| {
            codes(&s.parties)
        })
        .column("voices", Kind::List, "who vouches, from the outlet inward", |s| list(&s.voices))
        .choice("act", ACTS, "what is done by saying it", |s| s.act.as_str())
        .column("issues", Kind::List, "keys of what it is about", |s| list(&s.issues))
        .column("quote", Kind::Text, "the words", |s| s.evidence.words())
        .column("start", Kind::Count, "where they begin; bytes of the article's text", |s| {
            s.evidence.span().start()
        })
        .column("end", Kind::Count, "one past where they end; bytes", |s| s.evidence.span().end())
        .column("verbatim", Kind::Truth, "whether all stand between quotation marks", |s| {
            s.verbatim
        })
        .column("what", Kind::Text, "of a precondition: what waits", |s| {
            s.requires.as_ref().map(|r| r.what.as_str())
        })
        .column("depends_on", Kind::Text, "of a precondition: what it waits for", |s| {
            s.requires.as_ref().map(|r| r.depends_on.as_str())
        })
        .column("unless", Kind::Truth, "of a precondition: it comes if the other does not", |s| {
            s.requires.as_ref().map(|r| r.unless)
        })
        .column("claim", Kind::Text, "names the claim; SHA-256", |s| s.claim.0.to_string())
        .column("read_by", Kind::Text, "the language model that read it, if one did", |s| {
            material.index.read_by(&[s.claim])
        })
        .done()
}

/// One row a promise.
pub fn commitments(material: &Material<'_>) -> Sheet {
    Draft::new("commitments", "a promise and what became of it", &material.record.commitments)
        .column("id", Kind::Text, "names the commitment", |c| c.id.0.as_str())
        .column("by", Kind::List, "codes of who is bound", |c| codes(&c.by))
        .column("action", Kind::Text, "to do what, in the first report's words", |c| {
            c.action.as_str()
        })
        .column("due", Kind::Text, "by when; EDTF", |c| c.due.as_ref().map(edtf))
        .choice("status", STATES, "what has become of it", |c| commitment_state(c.state))
        .column("why", Kind::Text, "why that state, with the words", |c| c.why.as_deref())
        .column("statements", Kind::List, "ids in statements", |c| ids(&c.statements))
        .column("origins", Kind::Count, "independent origins", |c| c.origins)
        .column("read_by", Kind::Text, "the language model that read part of it, if one did", |c| {
            material.index.read_by(&c.claims)
        })
        .done()
}

/// One row a thing that waits for another.
pub fn conditions(material: &Material<'_>) -> Sheet {
    Draft::new("conditions", "something that waits for something", &material.record.conditions)
        .column("id", Kind::Text, "names the condition", |k| k.id.0.as_str())
        .column("set_by", Kind::List, "codes of who sets it", |k| codes(&k.set_by))
        .column("what", Kind::Text, "what must wait, in the first report's words", |k| {
            k.what.as_str()
        })
        .column("depends_on", Kind::Text, "for what", |k| k.depends_on.as_str())
        .column("unless", Kind::Truth, "whether it comes if the other does not", |k| k.unless)
        .column("awaits", Kind::List, "codes of those whose move it is", |k| codes(&k.awaits))
        .column("blocks", Kind::List, "keys of the issues it blocks", |k| list(&k.blocks))
        .column("statements", Kind::List, "ids in statements", |k| ids(&k.statements))
        .column("origins", Kind::Count, "independent origins", |k| k.origins)
        .column("read_by", Kind::Text, "the language model that read part of it, if one did", |k| {
            material.index.read_by(&k.claims)
        })
        .done()
}

pub(super) fn codes(parties: &[Party]) -> Option<String> {
    list(parties.iter().map(|party| &party.0))
}

pub(super) fn ids(rows: &[RowId]) -> Option<String> {
    list(rows.iter().map(|row| &row.0))
}
