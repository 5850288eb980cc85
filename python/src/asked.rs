//! What is asked for: paths, days, threads, languages, as Python gives them.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;
use pipeline::{Given, Input, LanguagePack, Reader, Tools};
use pyo3::prelude::*;

use crate::fault::Fault;

/// Unpacked once in a process; no call changes it.
static SHIPPED: LazyLock<Arc<Tools>> = LazyLock::new(|| Arc::new(Tools::shipped().told_the_day()));

/// What the stages know.
pub fn shipped() -> Arc<Tools> {
    SHIPPED.clone()
}

/// Pages to be read, and how.
pub struct Pages {
    /// Files, in order.
    pub inputs: Vec<Input>,
    /// What the stages know.
    pub tools: Arc<Tools>,
    given: Given,
    jobs: NonZero<usize>,
}

impl Pages {
    /// As Python gives them.
    pub fn of(
        given: &Bound<'_, PyAny>,
        (outlet, published): (Option<String>, Option<&Bound<'_, PyAny>>),
        jobs: Option<usize>,
        language_packs: Option<Vec<PathBuf>>,
    ) -> PyResult<Pages> {
        Ok(Pages {
            inputs: pipeline::find(&paths(given)?),
            tools: tools(&language_packs.unwrap_or_default())?,
            given: Given { outlet, published: day(published)? },
            jobs: self::jobs(jobs)?,
        })
    }

    /// How they are read.
    pub fn reader(&self) -> Reader<'_> {
        Reader { tools: &self.tools, given: &self.given, jobs: self.jobs }
    }
}

/// One path, or several.
fn paths(given: &Bound<'_, PyAny>) -> PyResult<Vec<PathBuf>> {
    match given.extract::<PathBuf>() {
        Ok(path) => Ok(vec![path]),
        Err(_) => given.try_iter()?.map(|path| path?.extract()).collect(),
    }
}

fn tools(packs: &[PathBuf]) -> Result<Arc<Tools>, Fault> {
    if packs.is_empty() {
        return Ok(shipped());
    }
    let packs = packs.iter().map(|folder| LanguagePack::open(folder));
    let packs = packs.collect::<Result<_, _>>().map_err(|e| Fault::Usage(e.to_string()))?;
    Ok(Arc::new(Tools { packs, ..Tools::shipped() }.told_the_day()))
}

/// A `datetime.date`, or its ISO form.
pub fn day(given: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Date>> {
    let Some(given) = given.filter(|given| !given.is_none()) else { return Ok(None) };
    let written = given.str()?.to_string_lossy().into_owned();
    let day = written.get(..10).and_then(|day| day.parse().ok());
    let hint = || format!("“{written}” is no day; give a datetime.date or YYYY-MM-DD");
    Ok(Some(day.ok_or_else(|| Fault::Usage(hint()))?))
}

/// So many threads; by default as many as the machine has processors.
pub fn jobs(given: Option<usize>) -> Result<NonZero<usize>, Fault> {
    match given {
        None => Ok(std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)),
        Some(jobs) => {
            NonZero::new(jobs).ok_or_else(|| Fault::Usage("jobs must be 1 or more".to_owned()))
        }
    }
}
