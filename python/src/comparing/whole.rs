//! All comparisons of an archive, and whether they are of the record that they are to serve.

use pipeline::Compared;
use pyo3::prelude::*;
use text::Article;

use super::holders::mark;
use crate::fault::Fault;

/// What `rapporteur.spark.compare` gives.
#[derive(FromPyObject)]
pub struct Comparison {
    articles: usize,
    mark: u64,
    pairs: Vec<String>,
}

impl Comparison {
    /// Its pairs; refused unless it is of all these articles and of no others, since which two are compared depends on
    /// all.
    pub fn of(&self, articles: &[Article]) -> Result<Vec<Compared>, Fault> {
        let mark = articles.iter().map(|article| mark(article.id)).fold(0, |a, b| a ^ b);
        if (articles.len(), mark) != (self.articles, self.mark) {
            return Err(Fault::Usage(format!(
                "compared were {} articles and the record holds {}, not all of them the same; keep all that was \
                 gathered in a record of its own and compare after gathering",
                self.articles,
                articles.len()
            )));
        }
        let read = |json: &String| serde_json::from_str::<Compared>(json);
        let pairs: Result<Vec<Compared>, _> = self.pairs.iter().map(read).collect();
        pairs.map_err(|why| Fault::Usage(format!("compared does not read back: {why}")))
    }
}
