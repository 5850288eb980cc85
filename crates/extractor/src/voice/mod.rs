//! Attribution: who says what, and through whom.
//!
//! A [`Speech`] is PARC's triple of source, cue and content. It is found before anything else,
//! because every other construction must know in whose voice its words stand.

mod chain;
mod content;
mod phrase;
mod piece;
mod quoted_as;
mod relation;
mod speaker;
mod told;

use lexicon::{CueClass, SpeechAct as CueAct};
use record::{Attribution, Manner};
use text::{Span, TokenIndex, TokenRange};

use crate::actor::Actor;
use crate::reading::Reading;
pub(crate) use chain::page;
pub use relation::{AttributionRelation, relations};

/// Somebody says, wants, promises or denies something.
#[derive(Clone, Debug)]
pub(crate) struct Speech {
    /// Who.
    pub speaker: Vec<Actor>,
    /// Those who pass it on, from the outside inward, the page's outlet excluded.
    pub relays: Vec<Actor>,
    /// The verb or noun of saying.
    pub cue: TokenIndex,
    /// What kind of saying it is.
    pub class: CueClass,
    /// What the cue does by itself, without regard to what is said.
    pub act: Option<CueAct>,
    /// The words to show.
    pub content: Span,
    /// Their tokens.
    pub tokens: TokenRange,
    /// The verb or predicate at the top of the content.
    pub head: TokenIndex,
    /// In whose words.
    pub manner: Manner,
    /// How the content hangs on the cue.
    pub form: ContentForm,
    /// True where the speaker is carried over from a sentence before.
    pub carried: bool,
}

/// How content hangs on its cue.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum ContentForm {
    /// "said **that it was postponed**", "**…**," she said
    Clause,
    /// "agreed **to continue**"
    Infinitive,
    /// "demands **the withdrawal**"
    Nominal,
}

/// What makes a speech: the word, its kind, and what it does by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Saying {
    pub cue: TokenIndex,
    pub class: CueClass,
    pub act: Option<CueAct>,
}

impl Saying {
    /// A plain verb or noun of saying.
    pub fn plain(cue: TokenIndex) -> Saying {
        Saying { cue, class: CueClass::Say, act: None }
    }
}

impl Speech {
    /// One stretch of what some say, passed on by others.
    pub fn of(piece: piece::Piece, speaker: &[Actor], relays: &[Actor], saying: Saying) -> Speech {
        let Saying { cue, class, act } = saying;
        Speech {
            speaker: speaker.to_vec(),
            relays: relays.to_vec(),
            cue,
            class,
            act,
            content: piece.span,
            tokens: piece.tokens,
            head: piece.head,
            manner: piece.manner,
            form: piece.form,
            carried: false,
        }
    }

    /// The parties of all who speak.
    pub fn parties(&self) -> Vec<record::Party> {
        crate::actor::parties_of(&self.speaker)
    }

    /// True if one of these parties is among those who speak.
    pub fn is_of(&self, parties: &[record::Party]) -> bool {
        let own = self.parties();
        parties.iter().any(|party| own.contains(party))
    }

    /// The whole chain for the record.
    pub fn attribution(&self, reading: &Reading) -> Attribution {
        chain::attribution(reading, self)
    }
}

/// All speeches of an article, in order of their content, with their chains.
pub(crate) fn speeches(reading: &Reading) -> Vec<Speech> {
    let mut found = told::find(reading);
    found.extend(quoted_as::find(reading));
    found.sort_by_key(|s| (s.tokens.start, s.tokens.end, s.cue));
    found.dedup_by_key(|s| (s.content, s.cue));
    chain::link(&mut found);
    found
}
