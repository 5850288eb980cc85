//! Who a phrase names, as an actor code: by its own words, else by what stands around it.
//!
//! Reads:  "Kyiv police", "a disgraced former minister", "Gen. Thierry Burkhard", "the rebel force", "Tehran".
//! Silent: names that no table holds, things of no state.

mod code;
mod owner;
mod person;
mod phrase;
mod surroundings;
mod typical;

use lexicon::Lexicon;
use text::{AnnotatedArticle, Span};

use crate::action::EventCoder;
use crate::reading::Reading;
pub(super) use code::Told;
pub use code::{ActorBasis, CodedActor};
use phrase::Phrase;
pub(crate) use typical::Typical;

impl EventCoder {
    /// Who these words of a text name; all of them if no span is given. `None` for a thing, or for a name
    /// that no table holds.
    pub fn actor(
        &self,
        doc: &AnnotatedArticle,
        span: Option<Span>,
        lexicon: &Lexicon,
    ) -> Option<CodedActor> {
        let whole = Span::from_range(0..doc.article.text.len())?;
        let reading = Reading::new(doc, lexicon);
        let tokens = reading.tokens_in(whole, span.unwrap_or(whole))?;
        let phrase = Phrase::new(&reading, &self.sectors, tokens);
        let told = phrase.read();
        let settled = told.as_ref().is_some_and(|told| told.party.is_some());
        let around = (span.is_some() && !settled).then(|| self.around(&phrase, told.as_ref()));
        match around.flatten() {
            Some((party, typical)) => {
                let sector = told.map_or("", |told| told.sector);
                let sector = if matches!(sector, "" | "UNK") { typical } else { sector };
                Some(Told { party: Some(party), ..Told::role(sector) }.coded(ActorBasis::Context))
            }
            None => told.map(|told| told.coded(ActorBasis::Words)),
        }
    }
}
