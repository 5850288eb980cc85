//! What of an answer is taken: pieces of the passage, and nothing else.

use lexicon::Lexicon;
use pipeline::Tools;
use record::Party;
use text::{AnnotatedArticle, Problem, Span};

use crate::answer::{Kind, Offered};
use crate::{Passage, piece, problems};

/// Quotes of fewer words say nothing.
const FEWEST_WORDS: usize = 2;

/// An article with its layers, and the tables.
pub struct Desk<'a> {
    /// The article.
    pub doc: &'a AnnotatedArticle,
    /// States, people, offices.
    pub tools: &'a Tools,
}

/// An offered statement whose every word stands in the passage.
pub struct Checked {
    /// What is done by saying it.
    pub kind: Kind,
    /// Where the speaker is named.
    pub speaker: Span,
    /// Whom they speak for.
    pub party: Party,
    /// The person, if the tables know them.
    pub person: Option<String>,
    /// Their office that day.
    pub office: Option<String>,
    /// Where the words stand.
    pub quote: Span,
    /// What must wait, or will be done.
    pub what: Option<Span>,
    /// What it waits for.
    pub depends_on: Option<Span>,
}

impl Desk<'_> {
    /// The statement, or why it is dropped.
    pub fn check(&self, offered: &Offered, passage: &Passage) -> Result<Checked, Problem> {
        let text = &self.doc.article.text;
        let quote = piece::find(&offered.quote, passage.sentence, text);
        let quote = quote.filter(|span| word_count(span.slice(text)) >= FEWEST_WORDS);
        let drop = |kind: text::ProblemKind, why: &str| kind.found(why).at(passage.sentence);
        let quote = quote.ok_or_else(|| {
            drop(problems::NO_QUOTE, "the model gave a quote that is not in the sentence")
        })?;
        let speaker = self.named(&offered.speaker, passage);
        let speaker = speaker.ok_or_else(|| {
            drop(problems::NO_NAME, "the model named a speaker who is not in the passage")
        })?;
        let (what, depends_on) = parts(offered, quote, text).ok_or_else(|| {
            drop(problems::NO_PART, "the model gave parts that are not two pieces of its quote")
        })?;
        let (party, person, office) = self.party(speaker).ok_or_else(|| {
            drop(problems::NO_PARTY, "the model named a speaker whom no table holds")
        })?;
        let kind = offered.kind;
        Ok(Checked { kind, speaker, party, person, office, quote, what, depends_on })
    }

    /// Where the speaker is named: in the sentence, else around it.
    fn named(&self, words: &str, passage: &Passage) -> Option<Span> {
        let text = &self.doc.article.text;
        piece::find(words, passage.sentence, text)
            .or_else(|| piece::find(words, passage.whole, text))
    }

    /// Whom a speaker stands for, by the tables alone.
    fn party(&self, speaker: Span) -> Option<(Party, Option<String>, Option<String>)> {
        let Tools { lexicon, coder, .. } = self.tools;
        let coded = coder.actor(self.doc, Some(speaker), lexicon)?;
        let party = code(lexicon, &coded.country, &coded.code)?;
        Some((Party(party), coded.name, coded.office))
    }
}

/// The code of a state or organisation that the tables hold.
fn code(lexicon: &Lexicon, country: &str, code: &str) -> Option<String> {
    let state = lexicon.state(country).map(|state| state.code.to_owned());
    state.or_else(|| lexicon.organisation(code).map(|body| body.code.to_owned()))
}

/// What and for what: both of a condition, apart from each other; what alone of a commitment, if it is given; else neither.
fn parts(offered: &Offered, quote: Span, text: &str) -> Option<(Option<Span>, Option<Span>)> {
    let within = |words: &Option<String>| piece::find(words.as_deref()?, quote, text);
    match offered.kind {
        Kind::Condition => {
            let (what, depends_on) = (within(&offered.what)?, within(&offered.depends_on)?);
            (!what.overlaps(depends_on)).then_some((Some(what), Some(depends_on)))
        }
        Kind::Commitment if offered.what.is_some() => Some((Some(within(&offered.what)?), None)),
        Kind::Commitment | Kind::Demand | Kind::Offer | Kind::Denial => Some((None, None)),
    }
}

fn word_count(words: Option<&str>) -> usize {
    words.map_or(0, |words| words.split_whitespace().count())
}
