//! An export as files.

use std::fs;
use std::path::Path;

use anyhow::Context;
use exporter::{Named, Output};

/// Writes an export. Several files become a folder, unless the path is that of an archive.
pub fn write(path: &Path, output: Output) -> anyhow::Result<()> {
    let archive = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    match output {
        Output::Folder(files) if !archive => files.iter().try_for_each(|file| within(path, file)),
        output => file(path, &output.into_bytes()),
    }
}

fn within(folder: &Path, named: &Named) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| unwritten(folder))?;
    file(&folder.join(&named.name), &named.bytes)
}

fn file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| unwritten(path))
}

fn unwritten(path: &Path) -> String {
    format!("{} could not be written; check the folder", path.display())
}
