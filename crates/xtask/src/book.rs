//! `book`: writes what the book has from the program anew: pages of reference, and what commands print; the recorded exchange
//! with an assistant too.

use crate::tree;

/// Runs the tests of the book in the mood in which they write.
pub fn run() -> anyhow::Result<()> {
    let which = ["--package", "rapporteur", "--test", "book", "--test", "mcp"];
    let mut tests = tree::cargo(&[&["test", "--release", "--quiet"][..], &which].concat());
    tree::run(tests.env("RAPPORTEUR_BOOK", "write"))
}
