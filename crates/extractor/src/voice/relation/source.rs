//! Who it is: the words that name a source.

use text::{Role, TokenIndex, TokenRange, Upos};

use super::extent;
use crate::tree::{Tree, is_quote};

/// The source of a verb: its subject, its agent in the passive, or that of the verb it hangs on.
pub(super) fn of_verb(tree: &Tree, verb: TokenIndex) -> Vec<TokenRange> {
    if tree.child(verb, Role::PassiveSubject).is_some() {
        return tree.child(verb, Role::Agent).map(|a| nominal(tree, a)).into_iter().collect();
    }
    let own = tree.children_in(verb, Role::Subject).next();
    let subject = own.or_else(|| beside(tree, verb)).or_else(|| tree.subject(verb));
    let subject = subject.and_then(|s| outside(tree, verb, s));
    let subject = if own.is_none() { first_of_two(tree, verb).or(subject) } else { subject };
    let subject = if own.is_none() { narrator(tree, verb).or(subject) } else { subject };
    let Some(subject) = subject else { return Vec::new() };
    let mut pieces = vec![nominal(tree, subject)];
    let relative =
        |s: &TokenIndex| matches!(tree.form(*s).to_lowercase().as_str(), "who" | "which" | "that");
    if own.is_some_and(|s| relative(&s))
        && let Some(noun) = tree.head(verb).filter(|_| tree.role(verb) == Role::RelativeClause)
    {
        pieces.push(before(tree, noun, subject));
    }
    pieces
}

/// A pronoun or name right before the verb, its auxiliaries and adverbs between, that the parse lost.
fn beside(tree: &Tree, verb: TokenIndex) -> Option<TokenIndex> {
    let first = tree.sentence(verb).tokens.start;
    let before = (first.0..verb.0).rev().map(TokenIndex);
    let mut words = before.skip_while(|t| matches!(tree.upos(*t), Upos::AUX | Upos::ADV));
    let word = words.next()?;
    let present = tree.form(verb) != tree.lemma(verb) && tree.form(verb).ends_with('s');
    let finite = present || tree.form(verb) == "say" || tree.doc.tokens[verb.at()].past;
    (finite && matches!(tree.upos(word), Upos::PRON | Upos::PROPN)).then_some(word)
}

/// The subject, or where it stands in a quotation that the verb is not in, that of the sentence.
fn outside(tree: &Tree, verb: TokenIndex, subject: TokenIndex) -> Option<TokenIndex> {
    let quoted = |t| extent::quotation_at(tree, t).is_some();
    if quoted(verb) || !quoted(subject) {
        return Some(subject);
    }
    let sentence = tree.sentence(verb);
    let root = tree.tokens(sentence).find(|t| tree.role(*t) == Role::Root)?;
    tree.subject(root).filter(|s| !quoted(*s))
}

/// "said it was worried and warned": the subject of "said", where the parse joins "warned" to what was
/// said.
fn first_of_two(tree: &Tree, verb: TokenIndex) -> Option<TokenIndex> {
    let token = |t: TokenIndex| &tree.doc.tokens[t.at()];
    let joined = tree.role(verb) == Role::Conjunct && extent::says(tree.lemma(verb));
    let told = tree.head(verb).filter(|h| joined && tree.role(*h) == Role::Complement)?;
    let teller = tree.head(told).filter(|t| token(*t).past == token(verb).past)?;
    tree.subject(teller).filter(|_| extent::says(tree.lemma(teller)))
}

/// "sent a letter saying", "made a pledge to support": of a clause on an object, the verb's subject.
fn narrator(tree: &Tree, verb: TokenIndex) -> Option<TokenIndex> {
    let noun = tree.head(verb).filter(|_| tree.role(verb) == Role::NounClause)?;
    let telling = tree.is_infinitive(verb) || tree.form(verb).ends_with("ing");
    let owner = tree.child(noun, Role::Possessive);
    let object = matches!(tree.role(noun), Role::Object | Role::Oblique);
    let above = tree.head(noun).filter(|_| object && telling);
    owner.filter(|_| telling).or_else(|| tree.subject(above?))
}

/// A nominal with all that belongs to it, prepositions left out.
pub(super) fn nominal(tree: &Tree, head: TokenIndex) -> TokenRange {
    let TokenRange { mut start, mut end } = tree.subtree(head);
    let idle = |t: TokenIndex| {
        tree.upos(t) == Upos::PUNCT && !is_quote(tree.form(t))
            || tree.role(t) == Role::Case && tree.head(t) == Some(head)
    };
    while start < head && idle(start) {
        start = TokenIndex(start.0 + 1);
    }
    let open = |end: TokenIndex| {
        let marks = (start.0..end.0).filter(|t| is_quote(tree.form(TokenIndex(*t)))).count();
        is_quote(tree.form(TokenIndex(end.0 - 1))) && marks % 2 == 1
    };
    while end.0 > head.0 + 1 && (idle(TokenIndex(end.0 - 1)) || open(end)) {
        end = TokenIndex(end.0 - 1);
    }
    TokenRange { start, end }
}

/// A nominal up to a word that hangs on it.
fn before(tree: &Tree, head: TokenIndex, limit: TokenIndex) -> TokenRange {
    let range = nominal(tree, head);
    TokenRange { start: range.start, end: range.end.min(limit).max(TokenIndex(head.0 + 1)) }
}
