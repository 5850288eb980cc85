//! An actor as rules see it.

use lexicon::{OfficeHolder, OfficeLevel};
use record::{ActorKind, ActorMention, Level, Party};
use text::{AnnotatedArticle, TokenIndex, TokenRange};

/// A phrase that names someone or something that can meet, speak and promise.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    /// The whole phrase.
    pub tokens: TokenRange,
    /// What kind.
    pub kind: ActorKind,
    /// Whom it stands for; several for "the Turkish and Russian ministries".
    pub parties: Vec<Party>,
    /// The full name.
    pub person: Option<String>,
    /// The offices: two for "defence ministers and intelligence chiefs". Highest first.
    pub offices: Vec<OfficeHeld>,
    /// How it points: by a name of its own, or back to one.
    pub reference: Reference,
    /// True for a state, city or seat that stands alone and may be no more than a place.
    pub place: bool,
    /// True for "officials", "ministers".
    pub plural: bool,
    /// How many, where a number is said: "two officials", "the four countries".
    pub count: Option<u16>,
    /// For "it" and "the statement": the phrase that it takes up.
    pub antecedent: Option<TokenRange>,
}

/// An office as the phrase words it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct OfficeHeld {
    /// In the singular: "foreign minister".
    pub title: String,
    /// The lexicon's level.
    pub level: OfficeLevel,
    /// A person, a body, or one of many.
    pub holder: OfficeHolder,
}

/// How a phrase points at its actor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reference {
    /// By itself.
    Named,
    /// Back to an earlier one: "the ministry", "he".
    Anaphor,
    /// Back to several: "the two countries", "the parties".
    GroupAnaphor,
    /// To nobody in particular: "analysts".
    Open,
}

impl Actor {
    /// A phrase that names somebody by itself, of whom nothing else is known yet.
    pub fn named(tokens: TokenRange, kind: ActorKind) -> Actor {
        Actor {
            tokens,
            kind,
            parties: Vec::new(),
            person: None,
            offices: Vec::new(),
            reference: Reference::Named,
            place: false,
            plural: false,
            count: None,
            antecedent: None,
        }
    }

    /// The first token.
    pub fn start(&self) -> usize {
        self.tokens.start.at()
    }

    /// One past the last token.
    pub fn end(&self) -> usize {
        self.tokens.end.at()
    }

    /// True if `token` is one of the phrase's.
    pub fn holds(&self, token: TokenIndex) -> bool {
        self.tokens.contains(token)
    }

    /// True for "officials", "aides": people, not a body.
    pub fn plural_people(&self) -> bool {
        self.offices.first().is_some_and(|o| o.holder == OfficeHolder::Anonymous)
    }

    /// The highest level that a meeting of these would have.
    pub fn level(&self) -> Option<Level> {
        self.offices.iter().map(|o| level_of(o.level)).min()
    }

    /// The same actor as the record keeps it.
    pub fn mention(&self, doc: &AnnotatedArticle) -> ActorMention {
        let shown = self.antecedent.unwrap_or(self.tokens).range();
        let span = doc.tokens[shown.start].span.cover(doc.tokens[shown.end - 1].span);
        ActorMention {
            span,
            words: doc.words(span).to_owned(),
            kind: self.kind,
            parties: self.parties.clone(),
            person: self.person.clone(),
            office: self.offices.first().map(|o| o.title.clone()),
            level: self.level(),
        }
    }

    /// One mention a party: "Syrian and Turkish ministers" are two at the table.
    pub fn mentions(&self, doc: &AnnotatedArticle) -> Vec<ActorMention> {
        let whole = self.mention(doc);
        if self.parties.len() < 2 {
            return vec![whole];
        }
        let one = |party: &Party| ActorMention { parties: vec![party.clone()], ..whole.clone() };
        self.parties.iter().map(one).collect()
    }
}

/// The record's rank for the lexicon's.
pub(crate) fn level_of(level: OfficeLevel) -> Level {
    match level {
        OfficeLevel::HeadOfState | OfficeLevel::HeadOfGovernment => Level::HeadOfState,
        OfficeLevel::ForeignMinister => Level::ForeignMinister,
        OfficeLevel::DefenceMinister => Level::DefenceMinister,
        OfficeLevel::Intelligence => Level::Intelligence,
        OfficeLevel::DeputyMinister => Level::DeputyMinister,
        OfficeLevel::SpecialEnvoy => Level::SpecialEnvoy,
        OfficeLevel::Delegation | OfficeLevel::Diplomat | OfficeLevel::Official => {
            Level::Delegation
        }
        _ => Level::Other,
    }
}
