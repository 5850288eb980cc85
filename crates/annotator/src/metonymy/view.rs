//! A mention with as much of its sentence as matters.

use std::ops::Range;

use lexicon::{Entry, Lexicon};
use text::{AnnotatedArticle, Role, Token, TokenIndex, TokenRange, Upos};

use super::classes::Classes;
use crate::hash;

/// Words on each side that are looked at: few sentences are longer, and a text without stops stays cheap.
const REACH: usize = 60;

/// What the lexicon knows of a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum NameKind {
    State,
    Capital,
    City,
    Demonym,
    Organisation,
    Unlisted,
}

/// A word of the sentence.
#[derive(Debug)]
pub(super) struct Seen {
    /// Of the form in lower case.
    pub(super) form: u64,
    /// Of the lemma in lower case.
    pub(super) lemma: u64,
    pub(super) upos: Upos,
    pub(super) role: Role,
    /// Where its head stands in the view.
    pub(super) head: Option<usize>,
    /// The wide cluster of words that keep its company; 0 for none.
    pub(super) company: u64,
    /// All of its classes.
    pub(super) classes: Vec<u64>,
    pub(super) capital: bool,
    /// Of a word with a capital, what the lexicon knows.
    pub(super) kind: NameKind,
}

/// A mention in its sentence.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) words: Vec<Seen>,
    /// The name's place among the words.
    pub(super) name: Range<usize>,
    pub(super) kind: NameKind,
    /// The name as it is written.
    pub(super) form: &'a str,
    /// Its last word, in lower case.
    pub(super) last: String,
    /// What the last word would name as a noun: "Street", "County".
    pub(super) last_kind: Option<u64>,
}

impl<'a> View<'a> {
    /// `None` if the tokens are of no sentence.
    pub(super) fn of(
        doc: &'a AnnotatedArticle,
        name: TokenRange,
        (lexicon, classes): (&Lexicon, &Classes),
    ) -> Option<View<'a>> {
        let (start, end) = (name.start.at(), name.end.at());
        let sentence = doc.sentences.partition_point(|s| s.tokens.end.at() <= start);
        let all = doc.sentences.get(sentence)?.tokens.range();
        let end = end.min(all.end);
        let seen = all.start.max(start.saturating_sub(REACH))..all.end.min(end + REACH);
        let tokens = doc.tokens.get(seen.clone())?;
        let forms: Vec<&str> = tokens.iter().map(|t| doc.words(t.span)).collect();
        let place = (start.checked_sub(seen.start)?)..end.checked_sub(seen.start)?;
        let words = tokens.iter().zip(&forms);
        let words = words.map(|(t, form)| Seen::of(t, form, seen.start, (lexicon, classes)));
        let last = forms.get(place.clone())?.last()?.to_lowercase();
        Some(View {
            words: words.collect(),
            kind: kind(forms.get(place.clone())?, lexicon),
            form: doc.tokens[start]
                .span
                .cover(doc.tokens[end - 1].span)
                .slice(&doc.article.text)?,
            last_kind: classes.kind(&last, Upos::NOUN),
            last,
            name: place,
        })
    }

    /// The word that the rest of the name hangs on.
    pub(super) fn head(&self) -> usize {
        let outside = |&at: &usize| {
            self.words.get(at).and_then(|w| w.head).is_none_or(|h| !self.name.contains(&h))
        };
        self.name.clone().find(outside).unwrap_or(self.name.start)
    }

    /// Words that hang on word `head`, the name's own left out.
    pub(super) fn children(&self, head: usize) -> impl Iterator<Item = (usize, &Seen)> {
        let hangs = move |(at, word): &(usize, &Seen)| {
            word.head == Some(head) && !(self.name.contains(at) && self.name.contains(&head))
        };
        self.words.iter().enumerate().filter(hangs)
    }

    /// The run of words with a capital right behind the name.
    pub(super) fn capitals_after(&self) -> impl Iterator<Item = &Seen> {
        self.words.iter().skip(self.name.end).take_while(|w| w.capital)
    }

    /// Word `steps` before the name (below zero) or after it (above zero).
    pub(super) fn beside(&self, steps: isize) -> Option<&Seen> {
        let at = match steps {
            ..=0 => self.name.start.checked_add_signed(steps)?,
            _ => (self.name.end - 1).checked_add_signed(steps)?,
        };
        self.words.get(at)
    }
}

impl Seen {
    fn of(
        token: &Token,
        form: &str,
        first: usize,
        (lexicon, classes): (&Lexicon, &Classes),
    ) -> Seen {
        let (form_low, lemma) = (form.to_lowercase(), token.lemma.to_lowercase());
        let capital = form.starts_with(char::is_uppercase);
        let kind = match capital {
            true => kind(&[form], lexicon),
            false => NameKind::Unlisted,
        };
        let [company, _] = classes.clusters(&form_low);
        let classes: Vec<u64> = match token.upos {
            Upos::PROPN => {
                let common = classes.kind(&form_low, Upos::NOUN).map(|noun| 300 + noun);
                common.into_iter().chain([300 + kind as u64]).collect()
            }
            upos => {
                let clusters = classes.clusters(&form_low).into_iter();
                clusters.chain([classes.kind(&lemma, upos)]).flatten().collect()
            }
        };
        Seen {
            form: word(&form_low),
            lemma: word(&lemma),
            upos: token.upos,
            role: token.role,
            head: token.head.map(TokenIndex::at).and_then(|h| h.checked_sub(first)),
            company: company.unwrap_or_default(),
            classes,
            capital,
            kind,
        }
    }
}

/// What the lexicon knows of a name, if it knows all of its words together.
fn kind(words: &[&str], lexicon: &Lexicon) -> NameKind {
    let found = lexicon.find(words).filter(|m| m.words == words.len());
    let entries = found.map(|m| m.entries).unwrap_or_default();
    let kind = |entry: &Entry| match entry {
        Entry::State(_) => Some(NameKind::State),
        Entry::City(city) if city.capital => Some(NameKind::Capital),
        Entry::City(_) => Some(NameKind::City),
        Entry::Demonym { .. } => Some(NameKind::Demonym),
        Entry::Organisation(_) | Entry::Seat(_) | Entry::Agency(_) => Some(NameKind::Organisation),
        Entry::Person(_) | Entry::Office(_) => None,
    };
    entries.iter().find_map(kind).unwrap_or(NameKind::Unlisted)
}

/// The hash of a word.
pub(super) fn word(word: &str) -> u64 {
    word.bytes().fold(3, |h, b| hash::join(h, u64::from(b)))
}
