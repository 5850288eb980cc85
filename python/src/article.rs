//! `articles`: the reader alone.

use pipeline::{Reading, each};
use pyo3::prelude::*;
use view::ArticleOut;

use crate::apart::Flow;
use crate::asked::Pages;
use crate::fault::Fault;
use crate::reading::warn;

/// Articles that wait to be taken.
const ROOM: usize = 64;

/// A news article: its story, and what the page says of itself.
#[pyclass(frozen, get_all, module = "rapporteur")]
pub struct Article {
    /// What people call it.
    id: String,
    /// Where it was read.
    path: String,
    /// Its address.
    url: Option<String>,
    /// Who published it.
    outlet: Option<String>,
    /// Its headline.
    title: Option<String>,
    /// Who wrote it.
    byline: Option<String>,
    /// Its own date; EDTF.
    published: Option<String>,
    /// Where that date was read.
    published_basis: Option<&'static str>,
    /// BCP 47.
    language: String,
    /// Agencies that it credits.
    credits: Vec<String>,
    /// The story alone; paragraphs with an empty line between.
    text: String,
    /// What is odd, each with its code.
    problems: Vec<String>,
    #[pyo3(name = "_json")]
    json: String,
}

impl Article {
    fn of(reading: &Reading) -> Result<Article, Fault> {
        let out = ArticleOut::of(&reading.article, &reading.problems);
        let json = serde_json::to_string(&out).map_err(|e| Fault::Program(e.to_string()))?;
        Ok(Article {
            id: out.id.to_owned(),
            path: out.path.to_owned(),
            url: out.url.map(str::to_owned),
            outlet: out.outlet.map(str::to_owned),
            title: out.title.map(str::to_owned),
            byline: out.byline.map(str::to_owned),
            published: out.published,
            published_basis: out.published_basis,
            language: out.language.to_owned(),
            credits: out.credits.to_vec(),
            text: out.text.to_owned(),
            problems: out.problems,
            json,
        })
    }
}

#[pymethods]
impl Article {
    /// All of it as `rapporteur article --json` prints it; `blocks` are bytes of the text in UTF-8.
    fn as_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (&self.json,))
    }

    fn __repr__(&self) -> String {
        let day = self.published.as_deref().unwrap_or("undated");
        let outlet = self.outlet.as_deref().unwrap_or("unknown outlet");
        format!("<rapporteur.Article {}: {outlet}, {day}>", self.id)
    }
}

enum Found {
    Article(Box<Article>),
    Odd(String),
}

/// Articles, each as soon as it is read.
#[pyclass(frozen, module = "rapporteur")]
pub struct Articles(Flow<Found>);

#[pymethods]
impl Articles {
    fn __iter__(slf: Bound<'_, Articles>) -> Bound<'_, Articles> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Article>> {
        loop {
            match self.0.next(py)? {
                Some(Found::Odd(words)) => warn(py, &words)?,
                Some(Found::Article(article)) => return Ok(Some(*article)),
                None => return Ok(None),
            }
        }
    }
}

/// Reads pages into articles, without taking down what they say: an iterator, in the order of the files.
///
/// Takes `paths`, `outlet`, `published` and `jobs` as `read` does. No more is held in memory than the articles at hand.
#[pyfunction]
#[pyo3(signature = (paths, *, outlet=None, published=None, jobs=None))]
pub fn articles(
    paths: &Bound<'_, PyAny>,
    outlet: Option<String>,
    published: Option<&Bound<'_, PyAny>>,
    jobs: Option<usize>,
) -> PyResult<Articles> {
    let pages = Pages::of(paths, (outlet, published), jobs, None)?;
    let flow = Flow::of(ROOM, move |outlet| {
        let take = |part: pipeline::Gathered| {
            for odd in &part.problems {
                let (code, message) = (&odd.problem.code.0, &odd.problem.message);
                outlet.put(Found::Odd(format!("{}: {code} {message}", odd.path)))?;
            }
            let articles = part.readings.iter().map(Article::of);
            articles.map(|a| outlet.put(Found::Article(Box::new(a?)))).collect()
        };
        each(&pages.inputs, &pages.reader(), take).map(|_| ())
    })?;
    Ok(Articles(flow))
}
