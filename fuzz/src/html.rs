//! Pages of the web, whole and as pieces.

use crate::ground::chosen;
use crate::reading;

const HEADS: [&str; 4] = [
    "<!doctype html><body>",
    "<html><head><meta property=\"article:published_time\" content=\"2023-05-10\"><title>Talks",
    "<!doctype html><html lang=\"en\"><script type=\"application/ld+json\">{",
    "<html><article><h1>Envoys meet in Tarn</h1><p>The envoys met in Tarn on Tuesday and spoke for an hour.</p>",
];

/// The first byte chooses how the page begins.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let head = HEADS[usize::from(choice) % HEADS.len()];
    reading::check(&[head.as_bytes(), rest].concat(), "a.html");
}
