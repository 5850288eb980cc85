//! `check`: what has to pass before a commit.

use crate::tree::cargo;
use crate::{tree, walls};

const STEPS: [&[&str]; 4] = [
    &["fmt", "--all", "--check"],
    &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"],
    &["test", "--workspace", "--quiet"],
    &["doc", "--workspace", "--no-deps", "--quiet"],
];

/// Format, lints, tests, docs, walls; stops at the first that fails.
pub fn run() -> anyhow::Result<()> {
    for step in STEPS {
        eprintln!("cargo {}", step.join(" "));
        tree::run(cargo(step).env("RUSTDOCFLAGS", "-D warnings"))?;
    }
    walls::run()
}
