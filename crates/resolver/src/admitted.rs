//! Which articles count: all, or those that had been published by a day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::ProblemRow;
use text::{Article, ArticleId, Problem, Severity};

/// Each article's name; where several share one, each with the first digits of its id.
pub fn document_names(articles: &[Article]) -> BTreeMap<ArticleId, String> {
    let mut shared: BTreeMap<&str, BTreeSet<ArticleId>> = BTreeMap::new();
    for article in articles {
        shared.entry(&article.name).or_default().insert(article.id);
    }
    let name = |article: &Article| match shared.get(article.name.as_str()) {
        Some(all) if all.len() > 1 => format!("{}-{}", article.name, article.id.0.short()),
        _ => article.name.clone(),
    };
    articles.iter().map(|article| (article.id, name(article))).collect()
}

/// Articles that count, each once, and how many were left out.
pub(crate) struct Admitted<'a> {
    /// In order of id.
    pub articles: BTreeMap<ArticleId, &'a Article>,
    /// In order of id.
    left_out: BTreeMap<ArticleId, &'a Article>,
}

impl<'a> Admitted<'a> {
    /// With a day, an undated article does not count: it may be later.
    pub fn by(articles: &'a [Article], as_of: Option<Date>) -> Admitted<'a> {
        let in_time = |article: &Article| match (as_of, &article.published) {
            (None, _) => true,
            (Some(day), Some(published)) => published.when.last() <= day,
            (Some(_), None) => false,
        };
        let (mut kept, mut left_out) = (BTreeMap::new(), BTreeMap::new());
        for article in articles {
            let list = if in_time(article) { &mut kept } else { &mut left_out };
            list.insert(article.id, article);
        }
        Admitted { articles: kept, left_out }
    }

    /// The problems of articles that count, and one that says how many do not.
    pub fn problems(
        &self,
        given: &[ProblemRow],
        names: &BTreeMap<ArticleId, String>,
    ) -> Vec<ProblemRow> {
        let calls = |articles: &BTreeMap<ArticleId, &'a Article>| -> BTreeSet<&str> {
            let own = articles.values().flat_map(|a| [a.name.as_str(), a.path.as_str()]);
            own.chain(articles.keys().filter_map(|id| names.get(id)).map(String::as_str)).collect()
        };
        let (kept, hidden) = (calls(&self.articles), calls(&self.left_out));
        let counts = |row: &&ProblemRow| {
            let document = row.document.as_str();
            kept.contains(document) || !hidden.contains(document)
        };
        let mut rows: Vec<ProblemRow> = given.iter().filter(counts).cloned().collect();
        rows.extend(self.left_out_row());
        rows.sort_by(|a, b| (&a.document, &a.problem).cmp(&(&b.document, &b.problem)));
        rows.dedup();
        rows
    }

    fn left_out_row(&self) -> Option<ProblemRow> {
        let undated = self.left_out.values().filter(|a| a.published.is_none()).count();
        let message = match (self.left_out.len(), undated) {
            (0, _) => return None,
            (all, 0) => format!("{all} articles left out, published later"),
            (all, undated) => format!("{all} articles left out, {undated} of them undated"),
        };
        let problem = Problem::new("S001", Severity::Note, message)
            .hint("show the record without a day to see them");
        Some(ProblemRow { document: String::new(), problem })
    }
}
