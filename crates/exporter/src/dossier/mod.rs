//! The record as a text for people, with a footnote for every claim: what the dossiers of all
//! formats are written from.

mod section;

use std::collections::BTreeMap;

use record::{ClaimId, Evidence};
use text::ArticleId;

use crate::material::Material;
use crate::plain::{clip, line};
use crate::words::edtf;

/// Longer quotes are cut: a footnote is no reprint.
const LONGEST_QUOTE: usize = 600;
/// Longer names, headlines and actions are cut.
const LONGEST_LINE: usize = 300;

/// A text with footnotes.
pub struct Dossier {
    /// Under the title: what it is made of, and what it cannot tell.
    pub preface: Vec<String>,
    /// Its parts; none is empty.
    pub sections: Vec<Section>,
    /// Footnotes by number; the first is 1.
    pub notes: Vec<Note>,
    /// Whole texts, where they are asked for.
    pub texts: Vec<Text>,
}

/// A part of it.
pub struct Section {
    /// "Meetings"
    pub title: &'static str,
    /// What is in it.
    pub items: Vec<Item>,
}

/// A row in words.
pub struct Item {
    /// The row's id, so that it can be found again.
    pub id: String,
    /// One line.
    pub head: String,
    /// More, a line each.
    pub details: Vec<String>,
    /// The numbers of its footnotes.
    pub notes: Vec<usize>,
}

/// A footnote: one claim's words and where they stand. Absent is not said.
pub struct Note {
    /// Who published it.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The article's own date.
    pub date: Option<String>,
    /// The words.
    pub quote: String,
    /// The address, whatever its kind.
    pub address: Option<String>,
    /// The article's hash.
    pub hash: String,
}

/// An article's text.
pub struct Text {
    /// Headline, else name.
    pub title: String,
    /// All of it.
    pub words: String,
}

/// The title of every dossier.
pub const TITLE: &str = "Record of a negotiation";

/// The dossier of a record.
pub fn dossier(material: &Material<'_>) -> Dossier {
    let mut notes = Notes { material, numbers: BTreeMap::new(), notes: Vec::new() };
    let sections = section::sections(&mut notes);
    let notes = notes.notes;
    Dossier { preface: preface(material), sections, notes, texts: texts(material) }
}

fn preface(material: &Material<'_>) -> Vec<String> {
    let record = material.record;
    let as_of = record.as_of.map(|day| format!("As it could be known on {day}."));
    let (articles, origins) = (record.documents.len(), record.origins.len());
    let read = format!("Read from {articles} articles of {origins} independent origins.");
    let limits = "What no article says is not in it. Where accounts differ, all are given.";
    as_of.into_iter().chain([read, limits.to_owned()]).collect()
}

fn texts(material: &Material<'_>) -> Vec<Text> {
    let rows = material.record.documents.iter();
    let text = |row: &record::DocumentRow| {
        let title = short(row.title.as_deref().unwrap_or(&row.name));
        Some(Text { title, words: material.written_text(row.article)?.to_owned() })
    };
    rows.filter_map(text).collect()
}

/// Words of others on one line of bearable length.
fn short(words: &str) -> String {
    clip(&line(words), LONGEST_LINE)
}

/// Footnotes as they are called for.
struct Notes<'a> {
    material: &'a Material<'a>,
    numbers: BTreeMap<ClaimId, usize>,
    notes: Vec<Note>,
}

impl Notes<'_> {
    /// The footnote of a claim; `None` if no row has its words.
    fn of_claim(&mut self, claim: ClaimId) -> Option<usize> {
        let words = self.material.words(claim)?;
        Some(self.of(claim, words.article, words.evidence))
    }

    fn of_claims(&mut self, claims: &[ClaimId]) -> Vec<usize> {
        claims.iter().filter_map(|claim| self.of_claim(*claim)).collect()
    }

    /// A claim called for twice has one footnote.
    fn of(&mut self, claim: ClaimId, article: ArticleId, evidence: &Evidence) -> usize {
        if let Some(number) = self.numbers.get(&claim) {
            return *number;
        }
        self.notes.push(note(self.material, article, evidence));
        self.numbers.insert(claim, self.notes.len());
        self.notes.len()
    }
}

fn note(material: &Material<'_>, article: ArticleId, evidence: &Evidence) -> Note {
    let row = material.document(article);
    Note {
        outlet: row.and_then(|row| row.outlet.as_deref()).map(short),
        title: row.and_then(|row| row.title.as_deref()).map(short),
        date: row.and_then(|row| row.published.as_ref()).map(|published| edtf(&published.when)),
        quote: clip(&line(evidence.words()), LONGEST_QUOTE),
        address: row.and_then(|row| row.url.as_deref()).map(line),
        hash: article.0.to_string(),
    }
}
