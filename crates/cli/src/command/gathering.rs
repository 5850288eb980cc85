//! What a command line means: files as they are, and what is fetched of addresses.

use std::path::{Path, PathBuf};

use pipeline::{Input, find};
use store::{Location, SourceProblem};
use text::{Digest, Problem};

use crate::args::Pages;
use crate::output::Screen;
use crate::page::problem_line;
use crate::status::Status;
use view::Usage;

/// What to keep of what is fetched.
#[cfg_attr(not(feature = "fetch"), allow(dead_code, reason = "nothing is fetched"))]
pub enum Keep {
    /// Nothing, unless a file is named.
    Nothing,
    /// An archive, and what was fetched before.
    Archive {
        /// The archive's file, unless another is named.
        file: PathBuf,
        /// What is in the record already, which need not be fetched again.
        before: Before,
    },
}

/// What a record holds before reading.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Before {
    /// Nothing: it is not there yet.
    New,
    /// What was read into it.
    Known,
}

impl Keep {
    /// An archive beside a record: `talks.warc.gz` beside `talks.db`, `fetched.warc.gz` here for one on a server.
    pub fn beside(record: &Path) -> Keep {
        let location = Location::from(record);
        let file = location.file().map(|file| file.with_extension("warc.gz"));
        let known = location.file().is_none_or(Path::exists);
        let before = if known { Before::Known } else { Before::New };
        Keep::Archive { file: file.unwrap_or_else(|| "fetched.warc.gz".into()), before }
    }
}

/// What there is to read.
#[derive(Default)]
pub struct Found {
    /// Files, and an archive of what was fetched.
    pub inputs: Vec<Input>,
    /// What was odd with addresses.
    pub odd: Vec<(String, Problem)>,
    /// Addresses that could not be fetched.
    pub unread: usize,
    /// Keeps in mind what was fetched.
    pub memory: Option<Box<dyn FnOnce() -> anyhow::Result<()>>>,
}

impl Found {
    /// Keeps in mind what was fetched, once it has been read: what is lost before is fetched again.
    pub fn remember(&mut self) -> anyhow::Result<()> {
        self.memory.take().map_or(Ok(()), |remember| remember())
    }

    /// True if nothing was found and nothing said about it.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty() && self.odd.is_empty()
    }

    /// What was odd, as the record keeps it.
    pub fn source_problems(&self) -> Vec<SourceProblem> {
        let kept = |(url, problem): &(String, Problem)| SourceProblem {
            path: url.clone(),
            content: Digest::of(&[url.as_bytes()]),
            problem: problem.clone(),
        };
        self.odd.iter().map(kept).collect()
    }

    /// Tells what was odd, and how this bears on the ending.
    pub fn tell(&self, screen: &Screen) -> Status {
        self.odd.iter().for_each(|(url, problem)| screen.tell(&problem_line(url, problem)));
        if self.unread > 0 { Status::Unread } else { Status::Done }
    }
}

/// All that is to be read.
pub fn gathering(pages: &Pages, keep: Keep, screen: &Screen) -> anyhow::Result<Found> {
    let (addresses, paths): (Vec<_>, Vec<_>) =
        pages.paths.iter().cloned().partition(|path| is_address(path));
    let mut found = Found { inputs: find(&paths), ..Found::default() };
    if !addresses.is_empty() {
        let addresses = addresses.iter().map(|url| url.to_string_lossy().into_owned()).collect();
        fetched(addresses, pages, (keep, screen), &mut found)?;
    }
    Ok(found)
}

#[cfg(feature = "fetch")]
fn fetched(
    urls: Vec<String>,
    pages: &Pages,
    how: (Keep, &Screen),
    to: &mut Found,
) -> anyhow::Result<()> {
    crate::web::fetched(&urls, &pages.fetching, how, to)
}

#[cfg(not(feature = "fetch"))]
fn fetched(_: Vec<String>, pages: &Pages, _: (Keep, &Screen), _: &mut Found) -> anyhow::Result<()> {
    check(pages)
}

/// Refuses addresses where nothing can be fetched, before anything is made.
pub fn check(pages: &Pages) -> anyhow::Result<()> {
    let address = pages.paths.iter().find(|path| is_address(path));
    match address.filter(|_| cfg!(not(feature = "fetch"))) {
        None => Ok(()),
        Some(url) => Err(Usage(format!(
            "this build does not fetch {}; save the page and give the file, or build with `--features fetch`",
            url.display()
        ))
        .into()),
    }
}

/// True if this is written as an address: a scheme, then `://`.
fn is_address(path: &Path) -> bool {
    let written = path.to_string_lossy();
    let scheme = written.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_files() {
        let is = |path: &str| is_address(Path::new(path));
        assert!(is("https://example.org/a") && is("HTTP://EXAMPLE.ORG") && is("ftp://a"));
        assert!(!is("pages/a.html") && !is("-") && !is("a:b") && !is("/https://a") && !is("C:\\a"));
    }
}
