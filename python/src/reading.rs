//! `read`: pages in, a record out.

use std::collections::BTreeMap;
use std::ffi::CString;
use std::path::PathBuf;

use pipeline::{Keeper, Outcome, gather_each};
use pyo3::prelude::*;
use store::Store;
use view::record_file;

use crate::apart::{Stop, apart};
use crate::asked::Pages;
use crate::fault::Fault;
use crate::record::{Place, Record};

/// What came of reading: how much was seen, how much of it is new, what was odd.
#[pyclass(frozen, get_all, module = "rapporteur")]
pub struct Reading {
    /// Files seen.
    files: usize,
    /// Of these, files that could not be read at all.
    unread: usize,
    /// Articles in them.
    articles: usize,
    /// Claims in those.
    claims: usize,
    /// Articles that were not in the record before.
    new_articles: usize,
    /// Claims that were not in the record before.
    new_claims: usize,
    /// How often each kind of problem was met, by code.
    problems: BTreeMap<String, usize>,
}

impl Reading {
    /// As Python is told.
    pub fn of(outcome: &Outcome) -> Reading {
        let problems = outcome.problems.iter();
        Reading {
            files: outcome.seen.files,
            unread: outcome.seen.unread,
            articles: outcome.articles,
            claims: outcome.claims,
            new_articles: outcome.added.articles,
            new_claims: outcome.added.claims,
            problems: problems.map(|(code, told)| (code.clone(), told.count)).collect(),
        }
    }
}

#[pymethods]
impl Reading {
    fn __repr__(&self) -> String {
        let Reading { files, articles, claims, new_articles, new_claims, .. } = self;
        let problems: usize = self.problems.values().sum();
        format!(
            "<rapporteur.Reading: {files} files, {articles} articles, {claims} claims; \
             new: {new_articles} articles, {new_claims} claims; {problems} problems>"
        )
    }
}

/// Reads pages and keeps what they say; the record that follows.
///
/// `paths` is a path or several: files of any readable format, folders with all that is in them. `record` is the
/// SQLite file to keep it in, made if it is not there and otherwise added to; without it nothing is kept.
/// `outlet` and `published` (a day) are what is known of all these pages; `jobs` is the number of threads, all
/// processors by default; `language_packs` are folders of other languages. What cannot be read is a
/// `RapporteurWarning` and a row of `record["problems"]`, never an exception.
#[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
#[pyfunction]
#[pyo3(signature = (paths, record=None, *, outlet=None, published=None, jobs=None, language_packs=None))]
pub fn read(
    py: Python<'_>,
    paths: &Bound<'_, PyAny>,
    record: Option<PathBuf>,
    outlet: Option<String>,
    published: Option<&Bound<'_, PyAny>>,
    jobs: Option<usize>,
    language_packs: Option<Vec<PathBuf>>,
) -> PyResult<Record> {
    let pages = Pages::of(paths, (outlet, published), jobs, language_packs)?;
    let (place, outcome) = apart(py, |stop| {
        let mut store = match &record {
            Some(path) => Store::create(record_file(path)?)?,
            None => Store::in_memory()?,
        };
        let outcome = keep(&mut store, &pages, stop)?;
        Ok((Place::of(record.as_deref(), store), outcome))
    })?;
    warn_of_unread(py, &outcome)?;
    let tools = pages.tools.clone();
    Record::open(py, place, tools, None)?.after(py, Reading::of(&outcome))
}

fn keep(store: &mut Store, pages: &Pages, stop: &Stop) -> Result<Outcome, Fault> {
    let mut keeper = Keeper::new(store);
    let seen = gather_each(&pages.inputs, &pages.reader(), |part| {
        stop.check()?;
        Ok::<(), Fault>(keeper.take(part)?)
    })?;
    Ok(Outcome { seen, ..keeper.end()? })
}

fn warn_of_unread(py: Python<'_>, outcome: &Outcome) -> PyResult<()> {
    let (files, unread) = (outcome.seen.files, outcome.seen.unread);
    match (files, unread) {
        (0, _) => warn(py, "no files there; name a file, or a folder with pages in it"),
        (_, 0) => Ok(()),
        _ => warn(
            py,
            &format!("{unread} of {files} files could not be read; see record[\"problems\"]"),
        ),
    }
}

/// A warning at the line that called.
pub fn warn(py: Python<'_>, words: &str) -> PyResult<()> {
    let class = py.import("rapporteur.errors")?.getattr("RapporteurWarning")?;
    PyErr::warn(py, &class, &CString::new(words.replace('\0', "\u{fffd}"))?, 1)
}
