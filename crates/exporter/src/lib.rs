//! The record as files that other programs read.
//!
//! Offsets are bytes of an article's text. A day that the reports do not give stays a range, with
//! `until` the first day that no longer fits.

mod actor;
mod coded;
mod csv;
mod document;
mod docx;
mod dossier;
mod dyads;
mod event;
mod format;
mod ftm;
mod gdelt;
mod geojson;
mod gexf;
mod graph;
mod graphml;
mod html;
mod icews;
mod ics;
mod index;
mod json;
mod jsonld;
mod markdown;
mod material;
mod meeting;
mod mermaid;
mod output;
mod parquet;
mod phoenix;
mod plain;
mod point;
mod polecat;
mod prov;
mod sheet;
mod state_codes;
mod statement;
mod table;
mod timelinejs;
mod told;
mod webannotation;
mod whole;
mod words;
mod written;
mod xlsx;
mod zip;

pub use actor::{ActorRow, PersonRow, actors};
pub use document::{DocumentOut, LineageOut, OriginOut, ProblemOut};
pub use event::{CodeOut, CodesOut, EventOut};
pub use format::Format;
pub use index::{Coding, Index};
pub use material::{Extent, Material, Words};
pub use meeting::{DisagreementOut, MeetingOut, TimelineOut};
pub use output::{Exported, Named, Output};
pub use plain::{plain, xml};
pub use point::{Point, Precision};
pub use sheet::{Cell, Column, Draft, Kind, Sheet, list};
pub use statement::{CommitmentOut, ConditionOut, PositionOut, StatementOut};
pub use table::described_tables;
pub use whole::{Whole, whole};
pub use words::{commitment_state, edtf};
