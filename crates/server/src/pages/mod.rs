//! The pages, one a file.

pub mod actors;
pub mod attribution;
pub mod changes;
pub mod commitments;
pub mod document;
pub mod documents;
pub mod evidence;
pub mod matrix;
pub mod meeting;
pub mod meetings;
mod parts;
pub mod review;
pub mod run;
pub mod search;
pub mod sources;
pub mod statements;
mod weight;
