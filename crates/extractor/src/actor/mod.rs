//! Who is spoken of: the actor phrases of an article, each with its parties, person and office.

mod coreference;
mod kinds;
mod list;
mod listed;
mod names;
mod organ;
mod person;
mod phrase;
mod remit;
mod unit;

use lexicon::Lexicon;
use record::Party;
use text::{AnnotatedArticle, TokenIndex};

use crate::tree::Tree;
pub(crate) use kinds::{Actor, Reference};
pub(crate) use listed::{LONGEST, Listed};
use names::{Identity, Names};
use phrase::Grammar;

/// The actors of an article, in order, none overlapping.
pub(crate) struct Actors {
    list: Vec<Actor>,
    of_token: Vec<Option<u32>>,
}

impl Actors {
    /// Reads the article twice: once to learn full names, once to resolve what is short.
    pub fn read(tree: &Tree, lexicon: &Lexicon, listed: &Listed) -> Actors {
        let doc = tree.doc;
        let units = organ::placed(doc, unit::units(doc, lexicon, listed));
        let first = Grammar::new(doc, lexicon, units.clone(), Names::default());
        let names = learned(doc, &phrases(doc, &first));
        let second = Grammar::new(doc, lexicon, units, names);
        let list = coreference::resolve(tree, lexicon, phrases(doc, &second));
        let mut of_token = vec![None; doc.tokens.len()];
        for (n, actor) in list.iter().enumerate() {
            of_token[actor.start()..actor.end()].fill(u32::try_from(n).ok());
        }
        Actors { list, of_token }
    }

    /// All, in order.
    pub fn all(&self) -> &[Actor] {
        &self.list
    }

    /// The actor that a token is part of.
    pub fn at(&self, token: TokenIndex) -> Option<&Actor> {
        self.of_token[token.at()].map(|n| &self.list[n as usize])
    }

    /// The actor at a token and those joined to it: "Turkey, Russia and Iran", "X along with Y".
    pub fn group(&self, tree: &Tree, token: TokenIndex) -> Vec<&Actor> {
        let Some(n) = self.of_token[token.at()].map(|n| n as usize) else { return Vec::new() };
        list::around(tree, &self.list, n).map(|n| &self.list[n]).collect()
    }

    /// The actors whose phrases begin in these tokens.
    pub fn within(&self, start: usize, end: usize) -> impl Iterator<Item = &Actor> {
        let first = self.list.partition_point(|a| a.start() < start);
        self.list[first..].iter().take_while(move |a| a.start() < end)
    }
}

/// All phrases, longest first at each token.
fn phrases(doc: &AnnotatedArticle, grammar: &Grammar) -> Vec<Actor> {
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let (mut at, end) = (sentence.tokens.start.at(), sentence.tokens.end.at());
        while at < end {
            let phrase = grammar.phrase(at, end);
            at = phrase.as_ref().map_or(at + 1, |p| p.end().max(at + 1));
            found.extend(phrase);
        }
    }
    found
}

/// The people the article names: by their full names first, then those it gives by a title and surname.
fn learned(doc: &AnnotatedArticle, phrases: &[Actor]) -> Names {
    let mut names = Names::default();
    let named = || phrases.iter().filter_map(|a| Some((a, a.person.clone()?)));
    let given = |actor: &Actor, name: &str| {
        let words = doc.words(actor.mention(doc).span).to_owned();
        words.split_whitespace().collect::<Vec<_>>().join(" ").contains(name)
    };
    let identity = |actor: &Actor, name: String| Identity {
        name,
        parties: actor.parties.clone(),
        offices: actor.offices.clone(),
    };
    for (actor, name) in named().filter(|(a, n)| n.contains(' ') && given(a, n)) {
        names.remember(&identity(actor, name));
    }
    for (actor, name) in named().filter(|(a, n)| n.contains(' ') && !given(a, n)) {
        let short = doc.form(TokenIndex(actor.tokens.end.0 - 1)).to_owned();
        names.remember_short(&identity(actor, name), &short);
    }
    names
}

/// The distinct parties of some actors, in order.
pub(crate) fn parties_of<'a>(actors: impl IntoIterator<Item = &'a Actor>) -> Vec<Party> {
    let mut parties: Vec<Party> = actors.into_iter().flat_map(|a| a.parties.clone()).collect();
    parties.sort();
    parties.dedup();
    parties
}
