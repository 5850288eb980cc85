//! What is added to a record.

use record::Claim;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use text::{Article, Digest, Problem, hex};

/// One article and what came of reading it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// What it says.
    pub claims: Vec<Claim>,
    /// What was odd in it.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// Names what came of it: the same claims and problems have the same outcome.
    pub(crate) fn outcome(&self) -> String {
        let mut claims: Vec<_> = self.claims.iter().map(|claim| claim.id.0).collect();
        claims.sort();
        outcome(&json(&claims), &json(&self.problems))
    }

    /// The article as it is kept, as JSON: its text stands in a column of its own.
    pub fn untexted(&self) -> String {
        json(&Article { text: String::new(), ..self.article.clone() })
    }
}

/// The name of what came of a reading, from its claims' ids and its problems as JSON lists.
pub(crate) fn outcome(claims: &str, problems: &str) -> String {
    Digest::of(&[claims.as_bytes(), problems.as_bytes()]).to_string()
}

/// Something odd in a file, or in a part of one that gave no article.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceProblem {
    /// The file.
    pub path: String,
    /// Names the bytes that were odd; the path where there are none.
    pub content: Digest,
    /// What is the matter.
    pub problem: Problem,
}

impl SourceProblem {
    /// Its row: id, path, problem. The same bytes and the same problem have the same id.
    pub(crate) fn row(&self) -> [String; 3] {
        let problem = json(&self.problem);
        let id = Digest::of(&[self.content.bytes(), problem.as_bytes()]);
        [id.to_string(), self.path.clone(), problem]
    }
}

/// How much an addition brought that was not there.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Added {
    /// Articles.
    pub articles: usize,
    /// Claims.
    pub claims: usize,
    /// Readings whose outcome is not the one last kept of their article.
    pub readings: usize,
}

/// Tables whose rows have a hash of their own, in the column `row_sha256`, and of which cells.
pub(crate) const HASHED: [(&str, [&str; 3]); 5] = [
    ("articles", ["id", "text_sha256", "json"]),
    ("claims", ["id", "article", "json"]),
    ("readings", ["article", "outcome", "tools"]),
    ("source_problems", ["id", "path", "json"]),
    ("judgements", ["id", "''", "json"]),
];

/// The hash that is kept with a row: of its cells, a line for each.
pub(crate) fn row_hash(cells: [&str; 3]) -> String {
    sha256(&cells.join("\n"))
}

/// The SHA-256 of a text, as `sha256sum` prints it.
pub fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text))
}

pub(crate) fn json<T: Serialize>(row: &T) -> String {
    serde_json::to_string(row).expect("plain structs without maps always serialise")
}
