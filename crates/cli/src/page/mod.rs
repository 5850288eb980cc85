//! Pages for a terminal: wrapped to its width, plain where nobody looks.

mod dossier;
mod rows;
mod sheet;

pub use dossier::dossier;
pub use rows::{Row, chain, meeting_line, problem_line, quoted};
pub use sheet::Sheet;
