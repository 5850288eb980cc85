//! Whose move a condition is: who has to act for it to be met.
//!
//! Reads:  who does it ("Turkey agrees to withdraw", "lifted by Washington"); whose deed or force it is ("Ankara's
//!         occupation", "a Turkish commitment", "the departure of all armies including Turkey's"); *its* and
//!         *their* of the one other side in what waits; whose country must be put in order ("once stability is
//!         restored in X").
//! Silent: whom the deed befalls ("the release of Turkish prisoners"); deeds that are nobody's; one's own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lexicon::{DemonymForm, Entry};
use record::Party;
use text::{Role, TokenIndex, TokenRange, Upos};

use super::Waiting;
use crate::actor::parties_of;
use crate::reading::Reading;

/// Prepositions behind which a deed is met with, not done: "a response to attacks" aside.
const AGAINST: [&str; 5] = ["against", "on", "over", "with", "despite"];

/// What a government is expected to keep up in its country.
const ORDER: [&str; 5] = ["stability", "order", "reform", "election", "vote"];

/// Nouns by whose owner one sees who moves.
struct Moves {
    goes: BTreeSet<&'static str>,
    does: BTreeSet<&'static str>,
}

static MOVES: LazyLock<Moves> = LazyLock::new(|| {
    let lines = include_str!("../../../data/conditions/moves.txt").lines();
    let mut words = lines.filter(|line| !line.starts_with('#')).skip(1);
    let goes = words.by_ref().take_while(|word| *word != "does").collect();
    Moves { goes, does: words.collect() }
});

/// The parties whose move it is, in order of code; none if the words do not say.
pub(super) fn parties(reading: &Reading, waiting: Waiting, set_by: &[Party]) -> Vec<Party> {
    let search = Search { reading, waiting, set_by };
    let found = search.doer().or_else(|| search.owner()).or_else(|| search.it());
    found.or_else(|| search.country()).unwrap_or_default()
}

/// Whose the troops or the sanctions are: "Turkish" of "Turkish troops".
pub(in crate::statement) fn side(reading: &Reading, noun: TokenIndex) -> Option<Party> {
    let words = reading.tree.children(noun).iter().filter(|_| is_own(reading, noun));
    words.copied().find_map(|word| adjective(reading, word))
}

/// True for what a side does or has.
fn is_own(reading: &Reading, noun: TokenIndex) -> bool {
    let lemma = reading.tree.lemma(noun).to_lowercase();
    MOVES.does.contains(lemma.as_str()) || MOVES.goes.contains(lemma.as_str())
}

/// The state of an adjective that stands by a noun.
fn adjective(reading: &Reading, token: TokenIndex) -> Option<Party> {
    let entries = &reading.listed.at(token.at())?.entries;
    let state = entries.iter().find_map(|entry| match entry {
        Entry::Demonym { state, noun: DemonymForm::Adjective } => Some(*state),
        _ => None,
    })?;
    let bare = reading.tree.role(token) == Role::AdjectiveModifier;
    bare.then(|| Party(state.code.to_owned()))
}

/// What is looked through, and for whom.
struct Search<'r, 'a> {
    reading: &'r Reading<'a>,
    waiting: Waiting,
    set_by: &'r [Party],
}

impl Search<'_, '_> {
    fn tokens(&self) -> impl Iterator<Item = TokenIndex> + use<> {
        let TokenRange { start, end } = self.waiting.depends_on;
        (start.0..end.0).map(TokenIndex)
    }

    /// Those of the parties who did not set the condition, if any.
    fn others(&self, mut parties: Vec<Party>) -> Option<Vec<Party>> {
        parties.retain(|party| !self.set_by.contains(party));
        (!parties.is_empty()).then_some(parties)
    }

    fn group(&self, token: TokenIndex) -> Option<Vec<Party>> {
        self.others(parties_of(self.reading.actors.group(&self.reading.tree, token)))
    }

    /// The subject of a verb in the active, or who it is done by.
    fn doer(&self) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        let acts = |t: &TokenIndex| match tree.role(*t) {
            Role::Subject | Role::Agent => !self.is_aside(*t),
            Role::Oblique => tree.preposition(*t) == "by",
            _ => self.leads(*t),
        };
        self.tokens().filter(acts).find_map(|t| self.group(t))
    }

    /// In a clause that only says which: "the areas that Turkey holds".
    fn is_aside(&self, token: TokenIndex) -> bool {
        let tree = &self.reading.tree;
        tree.head(token).is_some_and(|verb| tree.role(verb) == Role::RelativeClause)
    }

    /// The first word before a verb: a subject that the parse may have missed.
    fn leads(&self, token: TokenIndex) -> bool {
        let tree = &self.reading.tree;
        let actor = self.reading.actors.at(token).filter(|a| a.tokens.start == token);
        let next = actor.map(|a| a.tokens.end).filter(|end| *end < self.waiting.depends_on.end);
        token == self.waiting.depends_on.start
            && tree.role(token) != Role::PassiveSubject
            && next.is_some_and(|t| matches!(tree.upos(t), Upos::VERB | Upos::AUX))
    }

    /// Whose deed or force it is.
    fn owner(&self) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        self.tokens().find_map(|t| {
            let owned = tree.head(t)?;
            let parties = self.adjective(t).or_else(|| self.possessor(t))?;
            (self.is_move(owned) || self.is_of_a_goer(t)).then_some(parties)
        })
    }

    /// "Turkish" of "a Turkish commitment".
    fn adjective(&self, token: TokenIndex) -> Option<Vec<Party>> {
        self.others(vec![adjective(self.reading, token)?])
    }

    /// "Ankara" of "Ankara's occupation", of "the withdrawal of Ankara", of "including Ankara's".
    fn possessor(&self, token: TokenIndex) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        let possessive = matches!(tree.role(token), Role::Possessive | Role::Compound);
        let joined = matches!(tree.preposition(token).as_str(), "including" | "of");
        if possessive || joined { self.group(token) } else { None }
    }

    /// A deed that is not met with, or a force that is to go.
    fn is_move(&self, noun: TokenIndex) -> bool {
        is_own(self.reading, noun)
            && !AGAINST.contains(&self.reading.tree.preposition(noun).as_str())
    }

    /// "the departure of Turkish specialists", "the readiness of Ankara".
    fn is_of_a_goer(&self, token: TokenIndex) -> bool {
        let tree = &self.reading.tree;
        let mut at = Some(token);
        for _ in 0..3 {
            let Some(noun) = at else { return false };
            at = tree.head(noun);
            let goes =
                at.is_some_and(|h| MOVES.goes.contains(tree.lemma(h).to_lowercase().as_str()));
            if goes && tree.preposition(noun) == "of" {
                return true;
            }
        }
        false
    }

    /// "normalising relations with Turkey amid its occupation of the north".
    fn it(&self) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        let pointed = |t: &TokenIndex| {
            matches!(tree.form(*t), "its" | "their")
                && tree.head(*t).is_some_and(|owned| self.is_move(owned))
        };
        self.tokens().find(pointed)?;
        self.counterpart()
    }

    /// The one side that is named in what waits, beside those who set the condition.
    fn counterpart(&self) -> Option<Vec<Party>> {
        let TokenRange { start, end } = self.waiting.what;
        let actors = self.reading.actors.within(start.at(), end.at());
        let mut named = self.others(parties_of(actors)).unwrap_or_default();
        named.extend((start.0..end.0).filter_map(|t| self.adjective(TokenIndex(t))).flatten());
        named.sort();
        named.dedup();
        (named.len() == 1).then_some(named)
    }

    /// "political stability is restored there".
    fn country(&self) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        let kept_up =
            |t: &TokenIndex| ORDER.contains(&tree.lemma(*t)) && tree.role(*t).is_subject();
        let order = self.tokens().find(kept_up)?;
        let clause = tree.head(order)?;
        let within =
            |t: &TokenIndex| tree.preposition(*t) == "in" && self.tokens().any(|o| o == *t);
        let place = tree.children(clause).iter().chain(tree.children(order)).copied().find(within);
        let there = || tree.children(clause).iter().any(|t| tree.form(*t) == "there");
        match place {
            Some(place) => self.group(place),
            None => there().then(|| self.counterpart())?,
        }
    }
}
