//! Claims to the record: the second of the two pure functions.

use std::collections::BTreeMap;

use jiff::civil::Date;
use record::{Claim, Judgement, ProblemRow, Record};
use resolver::Compared;
use store::Store;
use text::{Article, ArticleId, Problem};

use crate::{Tools, carry};

/// Everything a record follows from.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// By id.
    pub articles: Vec<Article>,
    /// Those that count, by id.
    pub claims: Vec<Claim>,
    /// What people hold, in the order in which they said so, of the claims that count.
    pub judgements: Vec<Judgement>,
    /// By document.
    pub problems: Vec<ProblemRow>,
}

impl Kept {
    /// All that counts in a store.
    pub fn load(store: &Store) -> store::Result<Kept> {
        let articles = store.articles()?;
        let claims = store.claims()?;
        let judgements = store.judgements()?;
        let judgements = match judgements.is_empty() {
            true => judgements,
            false => carry::over(judgements, &store.all_claims()?, &claims),
        };
        let problems = problem_rows(&articles, store.problems()?, store.source_problems()?);
        Ok(Kept { articles, claims, judgements, problems })
    }

    /// What people call each article.
    pub fn document_names(&self) -> BTreeMap<ArticleId, String> {
        resolver::document_names(&self.articles)
    }
}

/// The record that follows from what was kept, as it could be known at the end of a day or now.
pub fn settle(kept: &Kept, as_of: Option<Date>, tools: &Tools) -> Record {
    settle_compared(kept, as_of, None, tools)
}

/// The same, where the articles' texts were compared elsewhere, by [`spread`](resolver::spread).
pub fn settle_compared(
    kept: &Kept,
    as_of: Option<Date>,
    compared: Option<&[Compared]>,
    tools: &Tools,
) -> Record {
    let input = resolver::Input {
        articles: &kept.articles,
        claims: &kept.claims,
        judgements: &kept.judgements,
        problems: &kept.problems,
        as_of,
        compared,
    };
    resolver::settle(&input, &tools.lexicon)
}

fn problem_rows(
    articles: &[Article],
    of_articles: Vec<(ArticleId, Problem)>,
    of_sources: Vec<(String, Problem)>,
) -> Vec<ProblemRow> {
    let names = resolver::document_names(articles);
    let named = of_articles.into_iter().filter_map(|(article, problem)| {
        Some(ProblemRow { document: names.get(&article)?.clone(), problem })
    });
    let unnamed =
        of_sources.into_iter().map(|(document, problem)| ProblemRow { document, problem });
    named.chain(unnamed).collect()
}
