//! Which part of a source is being read, noted in a file, for the case that the process ends there.
//!
//! A document that ends the process (memory, a stack) ends it again whenever an engine tries again. So the part that
//! is begun is written down, and one at which the process has ended [`ENDS`] times is left out.
//! Once is not enough: a machine may go down at any document.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use text::Digest;

use crate::fault::Fault;

/// Ends of the process at one part before it is left out.
const ENDS: u32 = 2;

/// The note for one source.
pub struct Flight {
    file: PathBuf,
    note: Mutex<Note>,
}

#[derive(Default, Deserialize, Serialize)]
struct Note {
    /// The part last begun, unless all was read.
    begun: Option<usize>,
    /// How often the process ended at each part.
    ends: BTreeMap<usize, u32>,
}

impl Flight {
    /// The note on these sources in a folder, with what became of earlier tries.
    pub fn over(folder: &Path, sources: &[String]) -> Result<Flight, Fault> {
        let names: Vec<&[u8]> = sources.iter().map(String::as_bytes).collect();
        let file = folder.join(format!("{}.json", Digest::of(&names)));
        fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
        // A note that does not read back was being written when the process ended: nothing had been begun.
        let note = fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let mut note: Note = note.unwrap_or_default();
        if let Some(part) = note.begun.take() {
            *note.ends.entry(part).or_default() += 1;
        }
        Ok(Flight { file, note: Mutex::new(note) })
    }

    /// Notes that a part is begun; false if it is to be left out.
    pub fn begin(&self, part: usize) -> bool {
        let mut note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        if note.ends.get(&part).is_some_and(|ends| *ends >= ENDS) {
            return false;
        }
        note.begun = Some(part);
        // Where it cannot be noted, it is read all the same.
        let _ = self.write(&note);
        true
    }

    /// Notes that all was read. What was left out stays so if all is read again.
    pub fn end(&self) -> Result<(), Fault> {
        let mut note = self.note.lock().unwrap_or_else(PoisonError::into_inner);
        note.begun = None;
        note.ends.retain(|_, ends| *ends >= ENDS);
        let written = match note.ends.is_empty() {
            true => fs::remove_file(&self.file).or(Ok(())),
            false => self.write(&note),
        };
        written.map_err(|error| unwritten(&self.file, &error))
    }

    fn write(&self, note: &Note) -> std::io::Result<()> {
        let fresh = self.file.with_extension("fresh");
        fs::write(&fresh, serde_json::to_vec(note)?)?;
        fs::rename(fresh, &self.file)
    }
}

fn unwritten(path: &Path, error: &std::io::Error) -> Fault {
    Fault::Record(format!("{} could not be written: {error}; check the folder", path.display()))
}
