//! A page to claims: the first of the two pure functions.

use std::panic::{AssertUnwindSafe, catch_unwind};

use reader::{Given, Place, Source};
use record::Claim;
use store::{Reading, SourceProblem};
use text::{AnnotatedArticle, Article, Digest, Problem};

use crate::{Tools, problems};

/// What came of one page, or of one archive of pages.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Its articles with what they say, in the order of the source.
    pub readings: Vec<Reading>,
    /// What was odd in the rest of it.
    pub problems: Vec<SourceProblem>,
}

impl Gathered {
    /// True if the source could not be read at all, not merely held no article.
    pub fn is_unread(&self) -> bool {
        let mut odd = self.problems.iter();
        self.readings.is_empty() && odd.any(|odd| problems::is_unread(&odd.problem))
    }
}

/// Reads a page and takes down what its articles say.
pub fn gather(source: &Source, given: &Given, tools: &Tools) -> Gathered {
    let Gathered { readings, problems } = read(source, given);
    Gathered { readings: readings.iter().map(|reading| study(reading, tools)).collect(), problems }
}

/// Reads a page into articles that have not been studied yet.
pub(crate) fn read(source: &Source, given: &Given) -> Gathered {
    let odd = |problem| SourceProblem {
        path: source.path.to_owned(),
        content: Digest::of(&[source.bytes]),
        problem,
    };
    match catch_unwind(AssertUnwindSafe(|| reader::read(source, given))) {
        Ok(reading) => sort_out(reading, odd),
        Err(panic) => Gathered {
            readings: Vec::new(),
            problems: vec![odd(problems::failed("reader", &*panic))],
        },
    }
}

fn sort_out(reading: reader::Reading, odd: impl Fn(Problem) -> SourceProblem) -> Gathered {
    let unstudied = |article| Reading { article, claims: Vec::new(), problems: Vec::new() };
    let readings = reading.articles.into_iter().map(unstudied).collect();
    let mut gathered = Gathered { readings, problems: Vec::new() };
    for noted in reading.problems {
        let article = match noted.place {
            Place::Article(at) => gathered.readings.get_mut(at),
            Place::Source => None,
        };
        match article {
            Some(reading) => reading.problems.push(noted.problem),
            None => gathered.problems.push(odd(noted.problem)),
        }
    }
    gathered
}

/// The reading with what its article says. A stage that fails costs this article's claims alone.
pub(crate) fn study(reading: &Reading, tools: &Tools) -> Reading {
    let mut studied = reading.clone();
    match catch_unwind(AssertUnwindSafe(|| claims(&reading.article, tools))) {
        Ok((claims, problems)) => {
            studied.claims = claims;
            studied.problems.extend(problems);
        }
        Err(panic) => studied.problems.push(problems::failed("annotator or extractor", &*panic)),
    }
    studied
}

fn claims(article: &Article, tools: &Tools) -> (Vec<Claim>, Vec<Problem>) {
    let (annotated, mut problems) = tools.annotator.annotate(article, &tools.lexicon);
    let (claims, more) = extractor::extract(&annotated, &tools.lexicon);
    problems.extend(more);
    (claims, problems)
}

/// An article with its layers and what was odd in it; a problem alone if the annotator fails.
pub fn annotate(article: &Article, tools: &Tools) -> (Option<AnnotatedArticle>, Vec<Problem>) {
    let annotated = || tools.annotator.annotate(article, &tools.lexicon);
    match catch_unwind(AssertUnwindSafe(annotated)) {
        Ok((annotated, problems)) => (Some(annotated), problems),
        Err(panic) => (None, vec![problems::failed("annotator", &*panic)]),
    }
}
