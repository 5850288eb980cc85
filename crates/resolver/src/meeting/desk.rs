//! The meetings of a desk that takes one page after another.

use record::{Claim, ClaimId, Content, RowId, RowKind};
use text::Article;

use super::forming::Forming;
use super::gist::{Gist, Rarity, counts};
use super::nearby::Nearby;
use super::same::{Fit, fit};
use super::telling::Telling;
use crate::days::Days;

/// Where a claim of a new page was seated.
#[derive(Clone, Debug, PartialEq)]
pub struct Seated {
    /// The claim.
    pub claim: ClaimId,
    /// The meeting that it tells.
    pub meeting: RowId,
    /// What agrees with the meeting as it was known; `None` if it is a new one.
    pub why: Option<String>,
}

/// Meetings so far, and what finds them.
#[derive(Default)]
pub(crate) struct Meetings<'a> {
    tellings: Vec<Telling<'a>>,
    gists: Vec<Gist>,
    rarity: Rarity,
    meetings: Vec<(ClaimId, Forming<'a>)>,
    nearby: Nearby<'a>,
    documents: usize,
}

impl<'a> Meetings<'a> {
    /// Seats the meeting claims of one more page.
    pub fn add(&mut self, article: &'a Article, claims: &'a [Claim]) -> Vec<Seated> {
        let document = self.documents;
        self.documents += 1;
        let published = article.published.as_ref().map(|p| Days::of_when(&p.when));
        let mut seated = Vec::new();
        for claim in claims {
            let Content::Meeting(mention) = &claim.content else { continue };
            let telling = Telling::new(document, claim, mention, published.unwrap_or_default());
            if telling.stands_alone() {
                seated.push(self.seat(article, telling));
            }
        }
        seated
    }

    fn seat(&mut self, article: &Article, telling: Telling<'a>) -> Seated {
        let passage = counts(article, telling.claim.shown().span());
        self.rarity.note(&passage);
        let gist = Gist::of(&passage, &self.rarity);
        let claim = telling.claim.id;
        let best = self.best(&telling, &gist);
        let (meeting, why) = match best {
            Some((meeting, fit)) => (meeting, Some(fit.reason)),
            None => (self.meetings.len(), None),
        };
        if why.is_none() {
            self.meetings.push((claim, Forming::default()));
        }
        self.nearby.note(meeting, &telling, &gist);
        let (first, forming) = &mut self.meetings[meeting];
        forming.take(self.tellings.len(), &telling);
        let meeting = RowId::new(RowKind::Meeting, *first);
        self.tellings.push(telling);
        self.gists.push(gist);
        Seated { claim, meeting, why }
    }

    fn best(&self, telling: &Telling<'a>, gist: &Gist) -> Option<(usize, Fit)> {
        let near = self.nearby.candidates(telling, gist).into_iter();
        let fits = near.filter_map(|m| Some((m, self.fit(telling, gist, &self.meetings[m].1)?)));
        fits.max_by_key(|(meeting, fit)| (fit.score, std::cmp::Reverse(*meeting)))
    }

    fn fit(&self, telling: &Telling<'a>, gist: &Gist, meeting: &Forming<'a>) -> Option<Fit> {
        let own = meeting.by_document.get(&telling.document);
        let siblings: Vec<&Telling> =
            own.into_iter().flatten().map(|at| &self.tellings[*at]).collect();
        let likeness = || gist.mean_likeness(meeting.others(telling, &self.tellings), &self.gists);
        fit(telling, meeting, &siblings, &likeness)
    }
}
