//! The formats, and the one door to all of them.

use std::fmt;
use std::str::FromStr;

use crate::material::Material;
use crate::output::Exported;
use crate::{
    csv, docx, ftm, gdelt, geojson, gexf, graphml, html, icews, ics, json, jsonld, markdown,
    mermaid, parquet, phoenix, polecat, prov, timelinejs, webannotation, xlsx,
};

/// A format to write the record in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// One object.
    Json,
    /// One object a line.
    Jsonl,
    /// Tables with a codebook.
    Csv,
    /// GDELT 2.0 events.
    Gdelt,
    /// ICEWS events.
    Icews,
    /// POLECAT events.
    Polecat,
    /// Phoenix events.
    Phoenix,
    /// A dossier.
    Markdown,
    /// A dossier as a page.
    Html,
    /// A dossier for Word.
    Docx,
    /// A workbook.
    Xlsx,
    /// Tables for frames.
    Parquet,
    /// Who meets whom.
    Graphml,
    /// Who meets whom.
    Gexf,
    /// Who waits for whom.
    Mermaid,
    /// A calendar.
    Ics,
    /// Places.
    Geojson,
    /// Slides.
    Timelinejs,
    /// Linked data.
    Jsonld,
    /// Annotations.
    Webannotation,
    /// Provenance.
    Prov,
    /// Entities.
    Ftm,
}

impl Format {
    /// All of them.
    pub const ALL: &[Format] = &[
        Format::Json,
        Format::Jsonl,
        Format::Csv,
        Format::Gdelt,
        Format::Icews,
        Format::Polecat,
        Format::Phoenix,
        Format::Markdown,
        Format::Html,
        Format::Docx,
        Format::Xlsx,
        Format::Parquet,
        Format::Graphml,
        Format::Gexf,
        Format::Mermaid,
        Format::Ics,
        Format::Geojson,
        Format::Timelinejs,
        Format::Jsonld,
        Format::Webannotation,
        Format::Prov,
        Format::Ftm,
    ];

    /// The word for it on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Gdelt => "gdelt",
            Format::Icews => "icews",
            Format::Polecat => "polecat",
            Format::Phoenix => "phoenix",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Parquet => "parquet",
            Format::Graphml => "graphml",
            Format::Gexf => "gexf",
            Format::Mermaid => "mermaid",
            Format::Ics => "ics",
            Format::Geojson => "geojson",
            Format::Timelinejs => "timelinejs",
            Format::Jsonld => "jsonld",
            Format::Webannotation => "webannotation",
            Format::Prov => "prov",
            Format::Ftm => "ftm",
        }
    }

    /// What it is, in a line.
    pub fn about(self) -> &'static str {
        match self {
            Format::Json => "One object with all rows",
            Format::Jsonl => "One row a line, each with the name of its table",
            Format::Csv => "A folder or a zip of tables, with a codebook",
            Format::Gdelt => "Events in GDELT 2.0's 61 columns, without a header",
            Format::Icews => "Events in ICEWS's 20 columns",
            Format::Polecat => "Events in POLECAT's 40 columns",
            Format::Phoenix => "Events in Phoenix's 26 columns, without a header",
            Format::Markdown => "A dossier with a footnote for every claim",
            Format::Html => "A dossier as one page that needs nothing else",
            Format::Docx => "A dossier for Word, with its own footnotes",
            Format::Xlsx => "The tables and their codebook as a workbook",
            Format::Parquet => "The same tables, for pyarrow, DuckDB and R",
            Format::Graphml => "Who meets whom, for igraph, networkx and yEd",
            Format::Gexf => "Who meets whom, for Gephi",
            Format::Mermaid => "Who waits for whom, as a chart for Markdown pages",
            Format::Ics => "Meetings as a calendar",
            Format::Geojson => "Places of meetings, as points where the tables know them",
            Format::Timelinejs => "Meetings as slides for TimelineJS",
            Format::Jsonld => "schema.org events, quotations and articles",
            Format::Webannotation => "Each claim's words as a W3C Web Annotation",
            Format::Prov => "Where every row comes from, in PROV-JSON",
            Format::Ftm => "FollowTheMoney entities, one a line",
        }
    }

    /// True if what it writes is not for a terminal.
    pub fn is_packed(self) -> bool {
        matches!(self, Format::Csv | Format::Docx | Format::Parquet | Format::Xlsx)
    }

    /// True for a layout of event data, whose lines have two sides.
    pub fn is_layout(self) -> bool {
        matches!(self, Format::Gdelt | Format::Icews | Format::Polecat | Format::Phoenix)
    }

    /// The record in this format.
    pub fn write(self, material: &Material<'_>) -> Exported {
        match self {
            Format::Json => json::json(material),
            Format::Jsonl => json::jsonl(material),
            Format::Csv => csv::csv(material),
            Format::Gdelt => gdelt::gdelt(material),
            Format::Icews => icews::icews(material),
            Format::Polecat => polecat::polecat(material),
            Format::Phoenix => phoenix::phoenix(material),
            Format::Markdown => markdown::markdown(material),
            Format::Html => html::html(material),
            Format::Docx => docx::docx(material),
            Format::Xlsx => xlsx::xlsx(material),
            Format::Parquet => parquet::parquet(material),
            Format::Graphml => graphml::graphml(material),
            Format::Gexf => gexf::gexf(material),
            Format::Mermaid => mermaid::mermaid(material),
            Format::Ics => ics::ics(material),
            Format::Geojson => geojson::geojson(material),
            Format::Timelinejs => timelinejs::timelinejs(material),
            Format::Jsonld => jsonld::jsonld(material),
            Format::Webannotation => webannotation::webannotation(material),
            Format::Prov => prov::prov(material),
            Format::Ftm => ftm::ftm(material),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Format, String> {
        let found = Format::ALL.iter().find(|format| format.as_str() == word);
        found.copied().ok_or_else(|| format!("no format is called {word:?}"))
    }
}
