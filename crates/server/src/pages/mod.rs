//! The pages, one a file.

pub mod actors;
pub mod attribution;
pub mod audit;
pub mod changes;
pub mod commitments;
pub mod conditions;
pub mod differences;
pub mod document;
pub mod documents;
pub mod evidence;
pub mod map;
pub mod matrix;
pub mod meeting;
pub mod meetings;
pub mod network;
pub mod parts;
pub mod positions;
pub mod processes;
pub mod review;
pub mod run;
pub mod search;
pub mod sources;
pub mod statements;
pub mod timeline;
mod weight;
