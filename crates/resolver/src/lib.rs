//! Claims to the record: who copied whom, which reports tell one meeting, and when it was.
//!
//! [`settle`] is a pure function of articles, claims and persons' judgements. It gives the same
//! record whatever the order of its inputs. Nothing is averaged: each field of the record holds
//! every value with the claims that give it.

mod admitted;
mod alike;
mod commitment;
mod condition;
mod days;
mod desk;
mod disagreement;
mod event;
mod hash;
mod judged;
mod lineage;
mod meeting;
mod naming;
mod position;
mod process;
mod scope;
mod settle;
mod statement;
mod summary;
mod timeline;
mod when;
mod words;

pub use admitted::document_names;
pub use desk::{Desk, Noted};
pub use lineage::{Compared, spread};
pub use meeting::Seated;
pub use settle::{Input, settle};
pub use summary::one_line;
