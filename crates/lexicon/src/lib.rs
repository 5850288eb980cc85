//! What is known beforehand: states, seats, cities, people and their offices, agencies,
//! organisations, office words, verbs of saying, issues.
//!
//! The tables are plain files under `data/`, part of the program, read once by
//! [`Lexicon::shipped`]. Nothing here guesses: a lookup gives every reading the tables know and
//! leaves the choice to whoever has the sentence.

mod agency;
mod attributive;
mod beginnings;
mod city;
mod coordinates;
mod cue;
mod entry;
mod fold;
mod index;
mod issue;
mod lexicon;
mod metonym;
mod naming;
mod office;
mod organisation;
mod people;
mod person;
mod shape;
mod sound;
mod state;
mod table;
mod tongue;

pub use agency::{Agency, Control};
pub use attributive::{AttributionKind, Attributive, ContentShape, CuePart};
pub use city::City;
pub use coordinates::{Coordinates, Extent};
pub use cue::{Cue, CueClass, SpeechAct, Takes};
pub use entry::{DemonymForm, Entry, Match};
pub use fold::fold;
pub use issue::{Issue, IssueHit, Issues};
pub use lexicon::Lexicon;
pub use metonym::{Metonym, Organ};
pub use naming::{BadLine, Tables};
pub use office::{Office, OfficeHolder, OfficeLevel};
pub use organisation::{Organisation, OrganisationKind};
pub use person::{Person, PersonId, Term};
pub use state::State;
pub use tongue::Tongue;
