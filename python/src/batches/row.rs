//! A row: one article with what it says, or one odd thing of a source that gave none.

use pipeline::{Gathered, Reading, Tools};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::SourceProblem;
use text::Article;

use crate::fault::Fault;

/// A stage failed: the code of the book's `reference/problems.md`.
const FAILED: &str = "P002";

/// What came of a part of a source.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// An article, and what it says.
    Read,
    /// An article, but a stage failed on it, so that it says nothing.
    Failed,
    /// No article: what was odd is in the problems.
    Odd,
}

impl Status {
    /// As the column has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Read => "read",
            Status::Failed => "failed",
            Status::Odd => "odd",
        }
    }
}

/// A row, before it is Arrow and after.
#[derive(Debug, PartialEq)]
pub struct Row {
    /// The article's id; none where there is no article.
    pub article: Option<String>,
    /// The article as the store keeps it, without its text.
    pub article_json: Option<String>,
    /// Its text.
    pub text: Option<String>,
    /// Each claim as the store keeps it.
    pub claims_json: Vec<String>,
    /// Each problem as the store keeps it.
    pub problems_json: Vec<String>,
    /// Where it was read.
    pub path: String,
    /// Of a source that gave no article: names the bytes that were odd.
    pub content: Option<String>,
    /// What came of it.
    pub status: String,
    /// The version that read it.
    pub tools: String,
}

impl Row {
    /// Of an article and what it says.
    pub fn of_reading(reading: &Reading) -> Result<Row, Fault> {
        let failed = reading.problems.iter().any(|problem| problem.code.0 == FAILED);
        let article = &reading.article;
        Ok(Row {
            article: Some(article.id.0.to_string()),
            article_json: Some(reading.untexted()),
            text: Some(article.text.clone()),
            claims_json: reading.claims.iter().map(json).collect::<Result<_, _>>()?,
            problems_json: reading.problems.iter().map(json).collect::<Result<_, _>>()?,
            path: article.path.clone(),
            content: None,
            status: if failed { Status::Failed } else { Status::Read }.as_str().to_owned(),
            tools: Tools::version().to_owned(),
        })
    }

    /// Of something odd.
    pub fn of_problem(odd: &SourceProblem) -> Result<Row, Fault> {
        Ok(Row {
            article: None,
            article_json: None,
            text: None,
            claims_json: Vec::new(),
            problems_json: vec![json(&odd.problem)?],
            path: odd.path.clone(),
            content: Some(odd.content.to_string()),
            status: Status::Odd.as_str().to_owned(),
            tools: Tools::version().to_owned(),
        })
    }

    /// Bytes of its words, about.
    pub fn weight(&self) -> usize {
        let lists = self.claims_json.iter().chain(&self.problems_json).map(String::len);
        let json = self.article_json.as_ref().map_or(0, String::len);
        lists.sum::<usize>() + json + self.text.as_ref().map_or(0, String::len) + self.path.len()
    }

    /// What was gathered; refused if another version read it.
    pub fn gathered(self) -> Result<Gathered, Fault> {
        if self.tools != Tools::version() {
            let (theirs, ours) = (&self.tools, Tools::version());
            let hint = "read them again, with the same version everywhere";
            return Err(Fault::Usage(format!(
                "a row of {} was read by version {theirs}, this is {ours}; {hint}",
                self.path
            )));
        }
        match self.outcome()? {
            Status::Read | Status::Failed => {
                Ok(Gathered { readings: vec![self.reading()?], problems: Vec::new() })
            }
            Status::Odd => Ok(Gathered { readings: Vec::new(), problems: self.problems()? }),
        }
    }

    fn outcome(&self) -> Result<Status, Fault> {
        let all = [Status::Read, Status::Failed, Status::Odd];
        let found = all.into_iter().find(|status| status.as_str() == self.status);
        found.ok_or_else(|| self.bad("status", "it is none of read, failed, odd"))
    }

    fn reading(self) -> Result<Reading, Fault> {
        let json = self.article_json.as_deref().unwrap_or_default();
        let mut article: Article = self.parsed("article_json", json)?;
        if self.article != Some(article.id.0.to_string()) {
            return Err(self.bad("article", "it is not the id of article_json"));
        }
        article.text = self.text.clone().ok_or_else(|| self.bad("text", "it is missing"))?;
        Ok(Reading {
            claims: self.all("claims_json", &self.claims_json)?,
            problems: self.all("problems_json", &self.problems_json)?,
            article,
        })
    }

    fn problems(self) -> Result<Vec<SourceProblem>, Fault> {
        let content = self.content.as_deref().unwrap_or_default();
        let content = content.parse().map_err(|why| self.bad("content", why))?;
        let problems = self.all("problems_json", &self.problems_json)?.into_iter();
        let path = &self.path;
        Ok(problems.map(|problem| SourceProblem { path: path.clone(), content, problem }).collect())
    }

    fn all<T: DeserializeOwned>(&self, column: &str, json: &[String]) -> Result<Vec<T>, Fault> {
        json.iter().map(|json| self.parsed(column, json)).collect()
    }

    fn parsed<T: DeserializeOwned>(&self, column: &str, json: &str) -> Result<T, Fault> {
        serde_json::from_str(json).map_err(|error| self.bad(column, &error.to_string()))
    }

    fn bad(&self, column: &str, why: &str) -> Fault {
        Fault::Usage(format!("a row of {}: {column} does not read back: {why}", self.path))
    }
}

fn json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Program(error.to_string()))
}
