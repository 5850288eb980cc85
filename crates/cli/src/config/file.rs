//! A file of the configuration, in TOML.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::key::Key;
use super::value;

/// A key that a file sets.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub key: &'static Key,
    /// The words that the argument takes.
    pub words: Vec<String>,
    /// On which line, from 1.
    pub line: usize,
}

/// What is wrong with a file, and where.
#[derive(Debug)]
pub struct Fault {
    file: PathBuf,
    line: usize,
    why: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.why)
    }
}

/// What a file sets; nothing if it is not there.
pub fn entries(file: &Path) -> Result<Vec<Entry>, Fault> {
    let fault = |line, why| Fault { file: file.to_owned(), line, why };
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(fault(1, format!("cannot be read: {error}"))),
    };
    let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
    let broken = |error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        fault(line(at), error.message().to_owned())
    };
    let table = DeTable::parse(&text).map_err(broken)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut entries = Vec::new();
    for (name, at, value) in leaves(table.get_ref(), "") {
        let key = Key::named(&name).ok_or_else(|| fault(line(at), unknown(&name)))?;
        let words = value::of_file(key, value, folder).map_err(|why| fault(line(at), why))?;
        entries.push(Entry { key, words, line: line(at) });
    }
    Ok(entries)
}

/// Every value with its dotted name and where the name begins, tables taken apart.
fn leaves<'t>(table: &'t DeTable<'_>, within: &str) -> Vec<(String, usize, &'t DeValue<'t>)> {
    let mut leaves = Vec::new();
    for (name, value) in table {
        let dotted = format!("{within}{}", name.get_ref());
        match value.get_ref() {
            DeValue::Table(inner) => leaves.extend(self::leaves(inner, &format!("{dotted}."))),
            value => leaves.push((dotted, name.span().start, value)),
        }
    }
    leaves
}

fn unknown(name: &str) -> String {
    let advice = match Key::like(name) {
        Some(like) => format!("did you mean `{like}`?"),
        None => "`rapporteur config show` lists all keys".to_owned(),
    };
    format!("there is no key `{name}`; {advice}")
}
