//! Where things are, and how to run them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// The root of the workspace.
pub fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}

/// Evaluation data beside the workspace; `None`, said aloud, where it is absent.
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = root().join("../shared").join(path);
    if !found.exists() {
        eprintln!("skipped: ../shared/{path} is not here");
        return None;
    }
    Some(found)
}

/// All files under a folder, in order of path.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let deeper = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    paths.into_iter().flat_map(deeper).collect()
}

/// Runs a program at the root, showing what it prints; fails if it does.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let told = format!("{command:?}").replace('"', "");
    let status =
        command.current_dir(root()).status().with_context(|| format!("cannot run {told}"))?;
    if !status.success() {
        bail!("{told}: {status}");
    }
    Ok(())
}

/// Cargo with these words.
pub fn cargo(words: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    cargo.args(words);
    cargo
}

/// A release build of the program.
pub fn program() -> anyhow::Result<PathBuf> {
    program_with("")
}

/// A release build of the program with these features.
pub fn program_with(features: &str) -> anyhow::Result<PathBuf> {
    let package = ["--package", "rapporteur", "--features", features];
    run(cargo(&["build", "--release", "--quiet"]).args(package))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    Ok(target.unwrap_or_else(|| root().join("target")).join("release/rapporteur"))
}

/// A folder of its own for one chore, empty.
pub fn scratch(name: &str) -> anyhow::Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!("rapporteur-{name}-{}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
