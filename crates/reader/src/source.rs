//! What goes in and what comes out.

use capture::{Entry, EntryKind};
use jiff::civil::Date;
use text::{Article, Problem};

use crate::page_date::{self, Order};

/// Some bytes and where they came from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// A path as given on the command line, `-` for standard input.
    pub path: &'a str,
    /// The whole content, as received.
    pub bytes: &'a [u8],
}

/// What a person knows of the page. It outweighs what the page says.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
}

/// What was read from one source.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In the order of the source.
    pub articles: Vec<Article>,
    /// In the order found.
    pub problems: Vec<Noted>,
    /// Pages that the source names without carrying their text, in its order.
    pub listed: Vec<Listed>,
}

/// A page that a feed, a sitemap or a table names without its text: what is known before it is
/// fetched.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Listed {
    /// Its address: `http` or `https`.
    pub url: String,
    /// What lies there.
    pub kind: EntryKind,
    /// Its headline.
    pub title: Option<String>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
}

impl Listed {
    /// What an entry says, with its day, if what is written is one.
    pub(crate) fn of(entry: &Entry) -> Listed {
        let published = entry.published.as_deref();
        let published = published.and_then(|value| page_date::field_day(value, Order::Unknown));
        let Entry { url, kind, title, outlet, .. } = entry.clone();
        Listed { url, kind, title, outlet, published }
    }
}

impl Reading {
    /// The problems of one of [`Reading::articles`].
    pub fn problems_of(&self, article: usize) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |n| n.place == Place::Article(article)).map(|n| &n.problem)
    }

    /// Puts the reading of a later part of the same source behind this one.
    pub fn append(&mut self, later: Reading) {
        let before = self.articles.len();
        let moved = later
            .problems
            .into_iter()
            .map(|noted| Noted { place: noted.place.behind(before), ..noted });
        self.problems.extend(moved);
        self.articles.extend(later.articles);
        self.listed.extend(later.listed);
    }

    pub(crate) fn note(&mut self, problem: Problem) {
        self.problems.push(Noted { place: Place::Source, problem });
    }

    pub(crate) fn add(&mut self, article: Article, problems: Vec<Problem>) {
        let place = Place::Article(self.articles.len());
        self.articles.push(article);
        self.problems.extend(problems.into_iter().map(|problem| Noted { place, problem }));
    }
}

/// A problem and what it is a problem of.
#[derive(Clone, Debug)]
pub struct Noted {
    /// What it is a problem of.
    pub place: Place,
    /// What is the matter.
    pub problem: Problem,
}

/// What a problem is a problem of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// The file or stream as a whole, or a part of it that gave no article.
    Source,
    /// One of [`Reading::articles`], by its index.
    Article(usize),
}

impl Place {
    /// The same place, where so many articles came before.
    fn behind(self, before: usize) -> Place {
        match self {
            Place::Source => Place::Source,
            Place::Article(at) => Place::Article(at + before),
        }
    }
}
