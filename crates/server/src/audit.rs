//! Who judged what, when and from where, and which changes were refused: a file that is only added to.
//!
//! Each line holds the hash of the line before it, so that a line that was changed or taken out shows. Tokens are never in it.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::token::digest;

/// Once the file is that long, refused changes are no longer noted, so that strangers cannot fill the disk; kept ones always are.
const LONG: u64 = 16 * 1024 * 1024;
/// The most that is kept of any value, in characters.
const SHOWN: usize = 300;
/// No line is longer, in bytes: its values are cut, and a character takes at most twelve bytes of JSON.
const LONGEST_LINE: u64 = 64 * 1024;

/// The file.
pub struct Audit {
    file: PathBuf,
}

/// What was asked for.
#[derive(Clone, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Asked {
    /// `accept`, `reject`, …
    pub verdict: String,
    /// The row or claim.
    pub id: String,
    /// The other row, where two are judged.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub other: String,
    /// Which field was corrected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// And to what.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// The reason given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// In whose name the verdict was given; who holds the token is told apart.
    pub by: String,
}

/// One change that was kept or refused.
#[derive(Clone, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Entry {
    /// When, in RFC 3339.
    pub at: String,
    /// The name of the token; "this machine" where none is asked for, "nobody" where none was known.
    pub who: String,
    /// The address it came from.
    pub from: String,
    /// Why it was refused; nothing if it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
    /// What was asked for, as far as it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// SHA-256 of the line before; nothing in the first one.
    pub before: String,
}

/// What stands in the file.
pub struct Log {
    /// In order, with their lines' numbers.
    pub entries: Vec<(usize, Entry)>,
    /// Lines that do not follow the one before, or are none of ours.
    pub broken: Vec<usize>,
}

/// A file opened and locked, to be written before what it tells happens. What then fails has a second entry, as refused.
pub struct Pen {
    file: File,
    before: String,
    is_cut: bool,
}

impl Audit {
    /// In this file, made when there is something to write.
    pub fn at(file: PathBuf) -> Audit {
        Audit { file }
    }

    /// Opens and locks the file, so that nothing is changed that could not be noted.
    pub fn pen(&self) -> io::Result<Pen> {
        let mut open = OpenOptions::new();
        open.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
        let mut file = open.open(&self.file)?;
        file.lock()?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(LONGEST_LINE)))?;
        let mut end = Vec::new();
        (&file).take(LONGEST_LINE).read_to_end(&mut end)?;
        let is_cut = !end.is_empty() && !end.ends_with(b"\n");
        let end = String::from_utf8_lossy(&end);
        let before = end.lines().next_back().map(digest).unwrap_or_default();
        Ok(Pen { file, before, is_cut })
    }

    /// True if refused changes are no longer noted.
    pub fn is_long(&self) -> bool {
        self.file.metadata().is_ok_and(|file| file.len() > LONG)
    }

    /// All of it; nothing if there is no file yet.
    pub fn read(&self) -> io::Result<Log> {
        let bytes = match std::fs::read(&self.file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => read?,
        };
        let (mut log, mut before) = (Log { entries: Vec::new(), broken: Vec::new() }, None);
        for (at, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
            let entry: Option<Entry> = serde_json::from_str(line).ok();
            let follows = |entry: &Entry| before.as_deref().unwrap_or_default() == entry.before;
            if !entry.as_ref().is_some_and(follows) {
                log.broken.push(at + 1);
            }
            log.entries.extend(entry.map(|entry| (at + 1, entry)));
            before = Some(digest(line));
        }
        Ok(log)
    }
}

impl Pen {
    /// Writes an entry to the disk. Where an earlier one was cut off, it begins a line of its own.
    pub fn write(mut self, entry: Entry) -> io::Result<()> {
        let line = serde_json::to_string(&Entry { before: self.before, ..entry })?;
        let start = if self.is_cut { "\n" } else { "" };
        self.file.write_all(format!("{start}{line}\n").as_bytes())?;
        self.file.sync_data()
    }
}

impl Entry {
    /// Of now, without these secrets and no longer than need be.
    pub fn new(
        (who, from): (&str, &str),
        asked: Option<Asked>,
        refused: Option<&str>,
        secrets: &[&str],
    ) -> Entry {
        let told = |words: &str| shown(words, secrets);
        let asked = asked.map(|asked| Asked {
            verdict: told(&asked.verdict),
            id: told(&asked.id),
            other: told(&asked.other),
            field: told(&asked.field),
            value: told(&asked.value),
            why: told(&asked.why),
            by: told(&asked.by),
        });
        Entry {
            at: Timestamp::now().to_string(),
            who: who.to_owned(),
            from: from.to_owned(),
            refused: refused.map(told),
            asked,
            before: String::new(),
        }
    }
}

/// Where the log stands unless it is told: beside the record’s file, or here for a record on a server.
pub fn beside(record: &Path) -> PathBuf {
    if record.to_string_lossy().contains("://") {
        return PathBuf::from("rapporteur.audit.jsonl");
    }
    let mut name = record.as_os_str().to_owned();
    name.push(".audit.jsonl");
    PathBuf::from(name)
}

fn shown(words: &str, secrets: &[&str]) -> String {
    let secrets = secrets.iter().filter(|secret| !secret.is_empty());
    let told = secrets.fold(words.to_owned(), |told, secret| told.replace(secret, "[token]"));
    told.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str) -> Entry {
        let asked = Asked { verdict: "reject".to_owned(), id: id.to_owned(), ..Asked::default() };
        Entry::new(("ana", "192.0.2.1"), Some(asked), None, &[])
    }

    fn log(name: &str, ids: &[&str]) -> Audit {
        let folder = std::env::temp_dir().join(format!("rapporteur-audit-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let audit = Audit::at(folder.join(name));
        let _ = std::fs::remove_file(&audit.file);
        ids.iter().for_each(|id| audit.pen().unwrap().write(entry(id)).unwrap());
        audit
    }

    #[test]
    fn a_line_that_was_changed_or_taken_out_shows() {
        let audit = log("chain", &["m-1", "m-2", "m-3", "m-4"]);
        let read = audit.read().unwrap();
        assert_eq!((read.entries.len(), read.broken), (4, Vec::new()));
        let text = std::fs::read_to_string(&audit.file).unwrap();
        std::fs::write(&audit.file, text.replace("m-2", "m-9")).unwrap();
        assert_eq!(audit.read().unwrap().broken, [3]);
        let without: Vec<&str> = text.split_inclusive('\n').skip(1).collect();
        std::fs::write(&audit.file, without.concat()).unwrap();
        assert_eq!(audit.read().unwrap().broken, [1]);
    }

    #[test]
    fn a_line_that_was_cut_off_is_told_and_the_next_one_stands_alone() {
        let audit = log("cut", &["m-1", "m-2"]);
        let text = std::fs::read_to_string(&audit.file).unwrap();
        std::fs::write(&audit.file, &text[..text.len() - 9]).unwrap();
        audit.pen().unwrap().write(entry("m-3")).unwrap();
        let read = audit.read().unwrap();
        assert_eq!(read.broken, [2]);
        assert_eq!(read.entries.len(), 2);
        assert_eq!(read.entries[1].1.asked.as_ref().unwrap().id, "m-3");
    }

    #[test]
    fn what_is_written_holds_no_secret_and_no_novel() {
        let long = "x".repeat(5_000);
        let asked = Asked {
            why: format!("rap_1 {long}"),
            by: "rap_1".to_owned(),
            ..entry("m").asked.unwrap()
        };
        let entry = Entry::new(("ana", "::1"), Some(asked), Some("not rap_1"), &["rap_1", ""]);
        let line = serde_json::to_string(&entry).unwrap();
        assert!(!line.contains("rap_1") && line.len() < 1_000, "{line}");
    }
}
