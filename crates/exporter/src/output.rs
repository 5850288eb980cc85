//! What an export comes to.

use crate::zip::zip;

/// One file, or several that belong together.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Output {
    /// One.
    File(Vec<u8>),
    /// Several, in a fixed order.
    Folder(Vec<Named>),
}

/// A file of several.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Named {
    /// Letters, an ending, nothing else.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// An export, and what the format could not take.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Exported {
    /// The files.
    pub output: Output,
    /// Each a line for people: what is left out, and why; what was taken apart.
    pub notes: Vec<String>,
}

impl Output {
    /// As one file: several are packed.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Output::File(bytes) => bytes,
            Output::Folder(files) => zip(&files),
        }
    }
}

impl From<Output> for Exported {
    fn from(output: Output) -> Exported {
        Exported { output, notes: Vec::new() }
    }
}

impl From<String> for Exported {
    fn from(text: String) -> Exported {
        Output::File(text.into_bytes()).into()
    }
}

impl Exported {
    /// The same, with a line on what is left out unless it is nothing.
    pub fn without(mut self, count: usize, why: &str) -> Exported {
        if count > 0 {
            self.notes.push(format!("{count} {why}"));
        }
        self
    }

    /// The same, with a line if there is one.
    pub fn noting(mut self, line: Option<String>) -> Exported {
        self.notes.extend(line);
        self
    }
}
