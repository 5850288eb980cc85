//! A desk that takes one page after another, at the cost of the page and not of all before it.
//!
//! What it says is for the moment: it seats a page beside what it has and never goes back.
//! [`settle`](crate::settle) looks at everything at once, in whatever order it came, and what
//! that says is the record.

use record::Claim;
use text::{Article, ArticleId};

use crate::lineage::Shelf;
use crate::meeting::{Meetings, Seated};

/// What a desk has seen.
#[derive(Default)]
pub struct Desk<'a> {
    meetings: Meetings<'a>,
    shelf: Shelf,
    articles: Vec<ArticleId>,
}

/// What a desk says of a new page.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// Where its meeting claims belong, in the order of the claims.
    pub seated: Vec<Seated>,
    /// The earlier page whose report it is, and what shows it.
    pub copies: Option<(ArticleId, String)>,
}

impl<'a> Desk<'a> {
    /// Takes one more page with its claims.
    pub fn add(&mut self, article: &'a Article, claims: &'a [Claim]) -> Noted {
        let (_, alike) = self.shelf.add(article);
        let copies = alike.map(|(other, likeness)| (self.articles[other], likeness.reason));
        self.articles.push(article.id);
        Noted { seated: self.meetings.add(article, claims), copies }
    }
}
