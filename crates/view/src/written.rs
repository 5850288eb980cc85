//! An export as files.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use exporter::{Named, Output};
use tempfile::Builder;

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

/// A file is there as a whole or not at all, whatever happens meanwhile. What is no file, such as a pipe, is written to.
fn file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let is_special = fs::symlink_metadata(path).is_ok_and(|there| !there.is_file());
    let written = if is_special { fs::write(path, bytes) } else { replaced(path, bytes) };
    written.with_context(|| unwritten(path))
}

fn replaced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut beside = Builder::new().prefix(".").make_in(folder.unwrap_or(Path::new(".")), open)?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}

/// A new file with the permissions that any other gets.
fn open(path: &Path) -> io::Result<File> {
    File::options().write(true).create_new(true).open(path)
}

fn unwritten(path: &Path) -> String {
    format!("{} could not be written; check the folder", path.display())
}
