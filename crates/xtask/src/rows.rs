//! The lines of pages as the reader's models are given them, for training.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use reader::training::{Row, page_rows, text_rows};
use serde::Serialize;

/// One page: where it was, its lines, and how many numbers stand for each.
#[derive(Serialize)]
struct Page<'a> {
    path: &'a str,
    lines: Vec<&'a str>,
    columns: usize,
}

/// The rows of a folder of HTML pages.
pub fn of_pages(pages: &Path, out: &Path) -> anyhow::Result<()> {
    write(&files(pages, "html")?, page_rows, out)
}

/// The rows of a folder of texts that have lost their HTML.
pub fn of_texts(texts: &Path, out: &Path) -> anyhow::Result<()> {
    write(&files(texts, "txt")?, |bytes| text_rows(&String::from_utf8_lossy(bytes)), out)
}

/// Writes `OUT.jsonl`, a page a line, and `OUT.f32`, the numbers of all lines one after another.
fn write(paths: &[PathBuf], rows: impl Fn(&[u8]) -> Vec<Row>, out: &Path) -> anyhow::Result<()> {
    let mut texts = BufWriter::new(File::create(out.with_extension("jsonl"))?);
    let mut numbers = BufWriter::new(File::create(out.with_extension("f32"))?);
    for path in paths {
        let rows = rows(&fs::read(path)?);
        let page = Page {
            path: &path.to_string_lossy(),
            lines: rows.iter().map(|(line, _)| line.as_str()).collect(),
            columns: rows.first().map_or(0, |(_, row)| row.len()),
        };
        writeln!(texts, "{}", serde_json::to_string(&page)?)?;
        for number in rows.iter().flat_map(|(_, row)| row) {
            numbers.write_all(&number.to_le_bytes())?;
        }
    }
    Ok(())
}

/// The files of a folder with an ending, in the order of their names.
fn files(folder: &Path, ending: &str) -> anyhow::Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == ending));
    paths.sort();
    Ok(paths)
}
