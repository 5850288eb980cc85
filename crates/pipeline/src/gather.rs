//! A page to claims: the first of the two pure functions.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use reader::{Capture, Captures, Given, Place, Source};
use record::Claim;
use store::{Reading, SourceProblem};
use text::{AnnotatedArticle, Article, Problem};

use crate::{Tools, doubt, problems};

/// What came of a source, or of one part of it: a page, a row, a record of an archive.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Its articles with what they say, in the order of the source.
    pub readings: Vec<Reading>,
    /// What was odd in the rest of it.
    pub problems: Vec<SourceProblem>,
}

impl Gathered {
    /// True if it could not be read at all, not merely held no article.
    pub fn is_unread(&self) -> bool {
        self.readings.is_empty() && self.is_odd()
    }

    /// True if something in it could not be read.
    pub(crate) fn is_odd(&self) -> bool {
        self.problems.iter().any(|odd| problems::is_unread(&odd.problem))
    }
}

/// Reads a source and takes down what its articles say.
pub fn gather(source: &Source, given: &Given, tools: &Tools) -> Gathered {
    let mut gathered = Gathered::default();
    for capture in Captures::within(tools.limits.source, source.bytes, source.path) {
        let (begun, part) = (Instant::now(), read(&capture, given));
        let readings = part.readings.into_iter();
        gathered.readings.extend(readings.map(|reading| study(reading, tools, begun)));
        gathered.problems.extend(part.problems);
    }
    gathered
}

/// Reads a part of a source into articles that have not been studied yet.
pub(crate) fn read(capture: &Capture, given: &Given) -> Gathered {
    let odd = |problem| odd(capture, problem);
    match catch_unwind(AssertUnwindSafe(|| reader::read_capture(capture, given))) {
        Ok(reading) => sort_out(reading, odd),
        Err(panic) => {
            let problems = vec![odd(problems::failed("reader", &*panic))];
            Gathered { readings: Vec::new(), problems }
        }
    }
}

/// A problem of a part as a whole.
pub(crate) fn odd(capture: &Capture, problem: Problem) -> SourceProblem {
    SourceProblem { path: capture.path().to_owned(), content: capture.digest(), problem }
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

/// True for a reader's doubt about the language of an article that a pack reads.
fn is_answered(problem: &Problem, article: &Article, tools: &Tools) -> bool {
    problem.code.0 == problems::NOT_ENGLISH && tools.reading(&article.language).is_some()
}

/// The reading with what its article says. A stage that fails costs this article's claims alone, and so does one that is
/// not done in time.
pub(crate) fn study(mut reading: Reading, tools: &Tools, begun: Instant) -> Reading {
    reading.problems.retain(|problem| !is_answered(problem, &reading.article, tools));
    let future = tools.today.and_then(|today| doubt::yet_to_come(&reading.article, today));
    reading.problems.extend(future);
    match catch_unwind(AssertUnwindSafe(|| claims(&reading.article, tools, begun))) {
        Ok((claims, problems)) => {
            reading.claims = claims;
            reading.problems.extend(problems);
        }
        Err(panic) => reading.problems.push(problems::failed("annotator or extractor", &*panic)),
    }
    reading
}

fn claims(article: &Article, tools: &Tools, begun: Instant) -> (Vec<Claim>, Vec<Problem>) {
    let Some((annotator, lexicon)) = tools.reading(&article.language) else {
        return (Vec::new(), vec![problems::no_model(&article.language)]);
    };
    let limits = &tools.limits;
    if let Some(odd) = limits.too_slow(begun).or_else(|| limits.too_long(article)) {
        return (Vec::new(), vec![odd]);
    }
    let (annotated, mut problems) = annotator.annotate(article, lexicon);
    if let Some(too_slow) = limits.too_slow(begun) {
        return (Vec::new(), vec![too_slow]);
    }
    let (claims, more) = extractor::extract(&annotated, lexicon, &tools.coder);
    if let Some(odd) = limits.too_slow(begun).or_else(|| limits.too_many(claims.len())) {
        return (Vec::new(), vec![odd]);
    }
    problems.extend(more);
    problems.extend(doubt::before_its_facts(article, &claims));
    (claims, problems)
}

/// An article with its layers and what was odd in it; a problem alone if no model reads its language or
/// the annotator fails.
pub fn annotate(article: &Article, tools: &Tools) -> (Option<AnnotatedArticle>, Vec<Problem>) {
    let Some((annotator, lexicon)) = tools.reading(&article.language) else {
        return (None, vec![problems::no_model(&article.language)]);
    };
    if let Some(too_long) = tools.limits.too_long(article) {
        return (None, vec![too_long]);
    }
    let annotated = || annotator.annotate(article, lexicon);
    match catch_unwind(AssertUnwindSafe(annotated)) {
        Ok((annotated, problems)) => (Some(annotated), problems),
        Err(panic) => (None, vec![problems::failed("annotator", &*panic)]),
    }
}
