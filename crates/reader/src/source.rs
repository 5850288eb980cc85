//! What goes in and what comes out.

use jiff::civil::Date;
use text::{Article, Problem};

/// Some bytes and where they came from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// A path as given on the command line, `-` for standard input.
    pub path: &'a str,
    /// The whole content, as received.
    pub bytes: &'a [u8],
}

impl Source<'_> {
    /// The last part of the path without its endings: `pages/a.html.gz` is `a`.
    pub(crate) fn stem(&self) -> &str {
        let file = self.path.rsplit(['/', '\\']).next().unwrap_or(self.path);
        let file = file.strip_suffix(".gz").unwrap_or(file);
        match file.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => file,
        }
    }
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
}

impl Reading {
    /// The problems of one of [`Reading::articles`].
    pub fn problems_of(&self, article: usize) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |n| n.place == Place::Article(article)).map(|n| &n.problem)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_loses_folder_and_endings() {
        let stem = |path| Source { path, bytes: b"" }.stem().to_owned();
        assert_eq!(stem("pages/a.html.gz"), "a");
        assert_eq!(stem("C:\\pages\\b.txt"), "b");
        assert_eq!(stem("-"), "-");
        assert_eq!(stem(".hidden"), ".hidden");
    }
}
