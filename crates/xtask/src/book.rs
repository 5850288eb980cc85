//! `book`: writes what the book has from the program anew: pages of reference, and what commands print.

use crate::tree;

/// Runs the tests of the book in the mood in which they write.
pub fn run() -> anyhow::Result<()> {
    let mut tests =
        tree::cargo(&["test", "--release", "--quiet", "--package", "rapporteur", "--test", "book"]);
    tree::run(tests.env("RAPPORTEUR_BOOK", "write"))
}
