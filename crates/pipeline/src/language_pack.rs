//! Other languages than English, as folders that are named when the program is started.
//!
//! ```text
//! languages/tr/   the folder's name is the language's tag
//!   model         what `cargo xtask train-language` writes
//!   names.tsv     what the language calls states, cities, offices
//!   words.tsv     which words are the English words that rules know
//!   calendar.tsv  how days are named
//! ```

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use annotator::{Annotator, Model};
use lexicon::{BadLine, Lexicon, Tables};

/// What the stages know of one language.
pub struct LanguagePack {
    language: String,
    /// States, people and offices by the language's own names.
    pub lexicon: Lexicon,
    /// Reads its sentences.
    pub annotator: Annotator,
}

/// A folder that is no language pack.
#[derive(Debug)]
pub enum PackError {
    /// A file of it cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The folder is not named after a language.
    Unnamed(PathBuf),
    /// The model is not one that this version reads.
    Model(PathBuf),
    /// A line of a table is not as it should be; counted from 1.
    Line(PathBuf, usize),
}

impl LanguagePack {
    /// Opens the pack in a folder.
    pub fn open(folder: &Path) -> Result<LanguagePack, PackError> {
        let language = tag(folder).ok_or_else(|| PackError::Unnamed(folder.to_owned()))?;
        let text = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).map_err(|error| PackError::Unreadable(path, error))
        };
        let path = folder.join("model");
        let model = fs::read(&path).map_err(|e| PackError::Unreadable(path.clone(), e))?;
        let model = Model::read(&model).ok_or(PackError::Model(path))?;
        let [names, words, calendar] =
            [text("names.tsv")?, text("words.tsv")?, text("calendar.tsv")?];
        let tables = Tables { names: &names, words: &words, calendar: &calendar };
        let lexicon = Lexicon::in_language(&language, tables).map_err(|bad| {
            let (name, line) = match bad {
                BadLine::Names(line) => ("names.tsv", line),
                BadLine::Words(line) => ("words.tsv", line),
                BadLine::Calendar(line) => ("calendar.tsv", line),
            };
            PackError::Line(folder.join(name), line)
        })?;
        Ok(LanguagePack { language, lexicon, annotator: Annotator::new(model) })
    }

    /// The short tag of the language: `tr`.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// The name of a folder, if it is a tag of two or three letters.
fn tag(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    let is_tag =
        (2..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase());
    is_tag.then(|| name.to_owned())
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackError::Unreadable(path, error) => {
                write!(f, "cannot read {}: {error}", path.display())
            }
            PackError::Unnamed(path) => write!(
                f,
                "{} is not named after a language; a pack's folder is called like `tr`",
                path.display()
            ),
            PackError::Model(path) => write!(
                f,
                "{} is not a model of this version; train it again with `cargo xtask train-language`",
                path.display()
            ),
            PackError::Line(path, line) => {
                write!(
                    f,
                    "{}, line {line}, is not a row; see the book, reference/languages.md",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for PackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PackError::Unreadable(_, error) => Some(error),
            _ => None,
        }
    }
}
