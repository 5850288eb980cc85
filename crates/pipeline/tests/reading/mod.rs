//! Pages to a record by the two pure functions alone, and rows in a line.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use pipeline::{Given, Kept, Source, Tools, find, gather};
use record::{Derivation, Meeting, Party, Record, Statement, Status};

pub static TOOLS: LazyLock<Tools> = LazyLock::new(Tools::shipped);

/// A folder beside or in the workspace.
pub fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// All that a folder's pages say.
pub fn kept(folder: &Path) -> Kept {
    let mut kept = Kept::default();
    for input in find(&[folder.to_owned()]) {
        let (path, bytes) = (input.name(), input.bytes().unwrap());
        let gathered = gather(&Source { path: &path, bytes: &bytes }, &Given::default(), &TOOLS);
        for reading in gathered.readings {
            kept.articles.push(reading.article);
            kept.claims.extend(reading.claims);
        }
    }
    kept.articles.sort_by_key(|article| article.id);
    kept.claims.sort_by_key(|claim| claim.id);
    kept.claims.dedup();
    kept
}

/// "2022-12-28 Moscow trilateral defence_minister RUS SYR TUR"
pub fn line(meeting: &Meeting) -> String {
    let city = meeting.places.first().and_then(|place| place.value.city.clone());
    let shape = meeting.format.map(|format| format.as_str());
    let level = meeting.levels.first().map(|level| level.value.as_str());
    let sides: BTreeSet<&str> = meeting.participants.iter().map(|p| p.party.0.as_str()).collect();
    let mut words = vec![meeting.when.edtf.as_str()];
    words.extend([city.as_deref(), shape, level].map(|word| word.unwrap_or("?")));
    words.extend(sides);
    words.join(" ")
}

/// The meetings in this state, a line each.
pub fn lines(record: &Record, status: Status) -> Vec<String> {
    record.meetings.iter().filter(|meeting| meeting.status == status).map(line).collect()
}

/// The one held meeting whose line begins so.
pub fn held<'r>(record: &'r Record, start: &str) -> &'r Meeting {
    let all = || lines(record, Status::Held);
    let mut found = record.meetings.iter().filter(|m| m.status == Status::Held);
    found.find(|m| line(m).starts_with(start)).unwrap_or_else(|| panic!("no {start}: {:#?}", all()))
}

/// Those named at the table, each in the wanted spelling if it is one of the wanted.
pub fn people<'a>(meeting: &'a Meeting, wanted: &[&'a str]) -> BTreeSet<&'a str> {
    let named = meeting.participants.iter().filter_map(|p| p.person.as_deref());
    named
        .map(|name| wanted.iter().copied().find(|other| is_same(name, other)).unwrap_or(name))
        .collect()
}

/// "Sergey Lavrov" is "Sergei Lavrov": the lexicon knows both.
fn is_same(one: &str, other: &str) -> bool {
    let known = TOOLS.lexicon.people_named(one);
    one == other || !known.is_empty() && known == TOOLS.lexicon.people_named(other)
}

/// The codes of some parties.
pub fn codes(parties: &[Party]) -> Vec<&str> {
    parties.iter().map(|party| party.0.as_str()).collect()
}

/// What people call the document of each id.
pub fn name(record: &Record, article: text::ArticleId) -> &str {
    let row = record.documents.iter().find(|row| row.article == article);
    row.map(|row| row.name.as_str()).unwrap_or("a document that is not in the record")
}

/// "07 reprint 06" for each document taken from another, in order.
pub fn copies(record: &Record) -> Vec<(String, &'static str, String)> {
    let taken = record.lineage.iter().filter(|row| row.kind != Derivation::Citation);
    let told = taken.map(|row| {
        let of = row.of.map(|of| name(record, of)).unwrap_or_default();
        (name(record, row.from).to_owned(), row.kind.as_str(), of.to_owned())
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

/// True if each voice's name holds the wanted one, in this order from the outlet inward.
pub fn speaks_through(statement: &Statement, wanted: &[&str]) -> bool {
    let mut voices = statement.voices.iter();
    wanted.iter().all(|name| voices.any(|voice| voice.contains(name)))
}
