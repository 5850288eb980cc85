//! `release`: an archive for one kind of machine: the program, licences, manual, completions.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::tree;

/// What an archive holds beside what the program writes itself: where it stands, and as what.
const PAPERS: [(&str, &str); 7] = [
    ("README.md", "README.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-WORDNET", "LICENSE-WORDNET"),
    ("crates/annotator/models/MODEL_CARD.md", "MODEL_CARD.md"),
    ("crates/lexicon/data/README.md", "TABLES.md"),
];

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

/// Builds the program, and packs it with what belongs to it into a folder.
pub fn run(out: &Path) -> anyhow::Result<()> {
    let program = tree::program()?;
    let name = format!("rapporteur-{}-{}", env!("CARGO_PKG_VERSION"), machine()?);
    let place = tree::scratch("release")?;
    let folder = place.join(&name);
    fs::create_dir_all(folder.join("completions"))?;
    let file = program.file_name().context("the program has no name")?;
    fs::copy(&program, folder.join(file))?;
    for (from, to) in PAPERS {
        fs::copy(tree::root().join(from), folder.join(to)).with_context(|| from.to_owned())?;
    }
    for shell in SHELLS {
        let script = said(&program, &["completions", shell])?;
        fs::write(folder.join("completions").join(shell), script)?;
    }
    said(&program, &["man", "--dir", &folder.join("man").to_string_lossy()])?;
    fs::create_dir_all(out)?;
    let archive = fs::canonicalize(out)?.join(format!("{name}.{}", ending()));
    // Both GNU's and BSD's tar pack by the ending, and one of them is on every system.
    tree::run(Command::new("tar").arg("-caf").arg(&archive).arg("-C").arg(&place).arg(&name))?;
    fs::remove_dir_all(&place)?;
    println!("{}", archive.display());
    Ok(())
}

/// What a Windows machine opens, and what all others do.
fn ending() -> &'static str {
    if cfg!(windows) { "zip" } else { "tar.gz" }
}

/// The kind of machine that is built for, as Rust calls it.
fn machine() -> anyhow::Result<String> {
    let told = Command::new("rustc").arg("-vV").output().context("cannot run rustc")?;
    let told = String::from_utf8(told.stdout)?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc does not say what it builds for")
}

fn said(program: &Path, words: &[&str]) -> anyhow::Result<Vec<u8>> {
    let output = Command::new(program).args(words).output()?;
    if !output.status.success() {
        bail!("rapporteur {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}
