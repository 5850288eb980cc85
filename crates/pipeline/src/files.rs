//! Which files a command line means.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Something to read.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Input {
    /// Standard input, written `-`.
    Stdin,
    /// A file, or a path at which there is none.
    File(PathBuf),
    /// What is at hand already, under the name of the file that it is kept in.
    Held {
        /// The name.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
}

impl Input {
    /// As a person would write it.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "-".to_owned(),
            Input::File(path) => path.to_string_lossy().into_owned(),
            Input::Held { name, .. } => name.clone(),
        }
    }

    /// All of it.
    pub fn bytes(&self) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Input::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes.into())
            }
            Input::File(path) => fs::read(path).map(Cow::from),
            Input::Held { bytes, .. } => Ok(bytes.into()),
        }
    }

    /// As a stream.
    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        match self {
            Input::Stdin => Ok(Box::new(io::stdin())),
            Input::File(path) => Ok(Box::new(fs::File::open(path)?)),
            Input::Held { bytes, .. } => Ok(Box::new(bytes.as_slice())),
        }
    }
}

/// The files under these paths: folders with all that is in them, in order of name.
pub fn find(paths: &[PathBuf]) -> Vec<Input> {
    let mut found = Vec::new();
    for path in paths {
        match path.as_os_str() == "-" {
            true => found.push(Input::Stdin),
            false => walk(path, &mut found),
        }
    }
    found
}

/// Hidden files stay out of a folder; a link to a folder is not followed, so that no walk is endless, and a pipe or a device is not
/// waited for. Who names one of these is taken at their word.
fn walk(path: &Path, found: &mut Vec<Input>) {
    let Ok(entries) = fs::read_dir(path) else {
        found.push(Input::File(path.to_owned()));
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| !is_hidden(path) && !is_link_to_folder(path) && !is_device(path));
    paths.sort();
    paths.iter().for_each(|path| walk(path, found));
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// True for what is there and is neither file nor folder.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir())
}

fn is_link_to_folder(path: &Path) -> bool {
    path.is_symlink() && path.is_dir()
}
