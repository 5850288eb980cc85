//! Fuzz targets: for each reader of outside bytes a plain function that panics where a law is broken.
//!
//! `docs/fuzzing.md` tells what there is and how it is run. The binaries in `bin/` hand the functions to libFuzzer; the
//! tests hand them the kept inputs, and inputs changed by chance.

pub mod addresses;
pub mod assistant;
pub mod charset;
pub mod claims;
pub mod config;
pub mod consulted;
pub mod days;
pub mod feed;
mod ground;
pub mod html;
pub mod http;
pub mod kept;
pub mod layers;
pub mod links;
pub mod mail;
pub mod memory;
pub mod model;
pub mod packed;
pub mod patterns;
pub mod pdf;
pub mod plain;
mod quiet;
mod reading;
pub mod robots;
pub mod rows;
mod sentences;
mod stage;
pub mod table;
pub mod tables;
mod target;
pub mod tokens;
pub mod treebank;
pub mod verdicts;
pub mod warc;

pub use target::{TARGETS, Target, named};
