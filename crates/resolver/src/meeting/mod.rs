//! Meetings: which reports tell one and the same, and what they say of it together.

mod cluster;
mod desk;
mod forming;
mod gist;
mod issues;
mod level;
mod life;
mod linkage;
mod nearby;
mod participants;
mod person;
mod place;
mod rows;
mod same;
mod telling;
mod timing;
mod undated;

pub(crate) use cluster::{Group, group};
pub(crate) use desk::Meetings;
pub use desk::Seated;
pub(crate) use rows::rows;
pub(crate) use telling::{Telling, tellings};
