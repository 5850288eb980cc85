//! What a record is made from: articles that count, in order of name, and their claims.

use std::collections::BTreeMap;

use jiff::civil::Date;
use record::{
    Claim, ClaimId, Content, EventMention, MeetingMention, OutcomeMention, StatementMention,
};
use text::{Article, ArticleId};

use crate::admitted::Admitted;
use crate::days::Days;
use crate::judged::Verdicts;

/// An article that counts.
pub(crate) struct Document<'a> {
    /// Itself.
    pub article: &'a Article,
    /// Its name in the record.
    pub name: String,
    /// The days that it says it was published on.
    pub published: Days,
}

impl Document<'_> {
    /// The day it was published, if it says so to the day.
    pub fn day(&self) -> Option<Date> {
        self.published.exact()
    }
}

/// Articles and claims that count, in a fixed order.
pub(crate) struct Scope<'a> {
    /// In order of name.
    pub documents: Vec<Document<'a>>,
    /// Each with its document, in order of document, place in the text and id.
    pub claims: Vec<(usize, &'a Claim)>,
    /// Persons' verdicts.
    pub verdicts: Verdicts,
}

impl<'a> Scope<'a> {
    /// Leaves out claims of other articles, claims without words, and claims a person rejects.
    pub fn new(
        admitted: &Admitted<'a>,
        names: &BTreeMap<ArticleId, String>,
        claims: &'a [Claim],
        verdicts: Verdicts,
    ) -> Scope<'a> {
        let documents = documents(admitted, names);
        let places: BTreeMap<ArticleId, usize> =
            documents.iter().enumerate().map(|(n, d)| (d.article.id, n)).collect();
        let counts = |claim: &&Claim| !claim.evidence.is_empty() && !verdicts.rejects(claim.id);
        let by_id: BTreeMap<ClaimId, &Claim> =
            claims.iter().filter(counts).map(|claim| (claim.id, claim)).collect();
        let placed = |claim: &'a Claim| Some((*places.get(&claim.article)?, claim));
        let mut claims: Vec<_> = by_id.into_values().filter_map(placed).collect();
        claims.sort_by_key(|(document, claim)| (*document, claim.shown().span(), claim.id));
        Scope { documents, claims, verdicts }
    }

    /// The last day on which anything was published, as far as pages say to the day.
    pub fn last_day(&self) -> Option<Date> {
        self.documents.iter().filter_map(Document::day).max()
    }

    /// Claims about meetings.
    pub fn meetings(&self) -> impl Iterator<Item = (usize, &'a Claim, &'a MeetingMention)> + '_ {
        self.claims.iter().filter_map(|(document, claim)| match &claim.content {
            Content::Meeting(meeting) => Some((*document, *claim, meeting)),
            _ => None,
        })
    }

    /// Claims about things said.
    pub fn statements(
        &self,
    ) -> impl Iterator<Item = (usize, &'a Claim, &'a StatementMention)> + '_ {
        self.claims.iter().filter_map(|(document, claim)| match &claim.content {
            Content::Statement(statement) => Some((*document, *claim, statement)),
            _ => None,
        })
    }

    /// Claims about what became of promises.
    pub fn outcomes(&self) -> impl Iterator<Item = (usize, &'a Claim, &'a OutcomeMention)> + '_ {
        self.claims.iter().filter_map(|(document, claim)| match &claim.content {
            Content::Outcome(outcome) => Some((*document, *claim, outcome)),
            _ => None,
        })
    }

    /// Claims about things done.
    pub fn events(&self) -> impl Iterator<Item = (usize, &'a Claim, &'a EventMention)> + '_ {
        self.claims.iter().filter_map(|(document, claim)| match &claim.content {
            Content::Event(event) => Some((*document, *claim, event)),
            _ => None,
        })
    }
}

fn documents<'a>(
    admitted: &Admitted<'a>,
    names: &BTreeMap<ArticleId, String>,
) -> Vec<Document<'a>> {
    let document = |article: &'a Article| Document {
        article,
        name: names.get(&article.id).unwrap_or(&article.name).clone(),
        published: article.published.as_ref().map(|p| Days::of_when(&p.when)).unwrap_or_default(),
    };
    let mut documents: Vec<_> = admitted.articles.values().map(|a| document(a)).collect();
    documents.sort_by(|a, b| (&a.name, a.article.id).cmp(&(&b.name, b.article.id)));
    documents
}
