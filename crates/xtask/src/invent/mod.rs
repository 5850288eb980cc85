//! An invented world: processes, their rounds, and reports of them, with what is true of each.
//!
//! States and capitals are real, so that the lexicon knows them; everything else is made up. The
//! same size and seed give the same world.

mod chance;
mod prose;
mod report;
mod telling;
mod world;

pub use report::{News, Page, invent};
pub use world::Size;
