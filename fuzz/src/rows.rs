//! Rows of JSON, one a line or in an array.

use capture::{Captures, Content};

use crate::ground::chosen;
use crate::reading;

/// Words enough for an article.
const STORY: &str = "The envoys of both sides met in Tarn on Tuesday. They spoke for an hour and agreed on nothing at all, \
                     and said that they would meet again in the spring if nobody shot at anybody before.";

/// The first byte chooses the shape. In the third a row that is whole stands behind, and must be found again.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    match choice & 3 {
        0 => reading::check(&[b"{\"text\": \"", rest].concat(), "a.jsonl"),
        1 => reading::check(&[b"[{\"title\": ", rest].concat(), "a.json"),
        2 => reading::check(&[b"{", rest].concat(), "a.json"),
        _ => behind(rest),
    }
}

/// Whatever a line holds, the row of the next line is read.
fn behind(line: &[u8]) {
    let line: Vec<u8> = line.iter().copied().filter(|byte| *byte != b'\n').collect();
    let first = format!("{{\"title\": \"First\", \"text\": \"{STORY}\"}}\n");
    let last = format!("\n{{\"title\": \"Last\", \"text\": \"{STORY}\"}}\n");
    let rows = [first.as_bytes(), &line, last.as_bytes()].concat();
    let found = Captures::new(&rows[..], "a.jsonl");
    let told = found.filter(|c| matches!(c.content(), Content::Row(_))).count();
    assert!(told >= 2, "a row is lost behind a bad one");
    reading::check(&rows, "a.jsonl");
}
