//! A verb and what follows it: "X said that …", "hopes to …", "criticised …", "was denied by X".
//!
//! Reads:  a verb of the table, finite or not, with a complement, an infinitive, a quotation, an
//!         object or a prepositional phrase that its row allows; what it is put behind, see `tag`.
//! Silent: verbs without content.

use lexicon::{AttributionKind, Attributive, ContentShape, CuePart, Lexicon};
use text::{Role, TokenIndex, TokenRange, Upos};

use super::extent::Reaching;
use super::{ContentForm, Found, extent, source, tag};
use crate::tree::{Tree, is_quote};

/// All of them.
pub(super) fn find(tree: &Tree, lexicon: &Lexicon) -> Vec<Found> {
    let all = (0..tree.doc.tokens.len() as u32).map(TokenIndex);
    let attribute =
        |t: &TokenIndex| matches!(tree.role(*t), Role::AdjectiveModifier | Role::Compound);
    all.filter(|t| tree.upos(*t) == Upos::VERB && !attribute(t))
        .filter_map(|verb| match word(tree, lexicon, verb) {
            Some(word) => at(tree, verb, word),
            None => behind_quotation(tree, verb),
        })
        .collect()
}

/// "“Never again,” the crowd roared": behind a quotation every verb is one of saying.
fn behind_quotation(tree: &Tree, verb: TokenIndex) -> Option<Found> {
    let (content, source) = tag::behind_quotation(tree, verb)?;
    let cue = vec![cue(tree, verb, &content)];
    Some(Found {
        source,
        word: verb,
        cue,
        content,
        kind: AttributionKind::Speech,
        form: ContentForm::Clause,
    })
}

/// The row of a verb, with its particle if the table knows it so.
fn word<'l>(tree: &Tree, lexicon: &'l Lexicon, verb: TokenIndex) -> Option<&'l Attributive> {
    let lemma = tree.lemma(verb).to_lowercase();
    let particle = tree.child(verb, Role::Particle);
    let phrasal = particle.map(|p| format!("{lemma} {}", tree.form(p).to_lowercase()));
    phrasal
        .and_then(|words| lexicon.attributive(CuePart::Verb, &words))
        .or_else(|| lexicon.attributive(CuePart::Verb, &lemma))
}

fn at(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<Found> {
    let found = |content: Vec<TokenRange>, source, form| Found {
        source,
        word: verb,
        cue: vec![cue(tree, verb, &content)],
        kind: word.kind,
        content,
        form,
    };
    if tree.child(verb, Role::Modal).is_some() {
        return None;
    }
    if let Some((content, source)) = tag::at(tree, verb, word) {
        return Some(found(content, source, ContentForm::Clause));
    }
    let source = source::of_verb(tree, verb);
    if let Some(subject) = tree.child(verb, Role::PassiveSubject) {
        let (content, form) = passive(tree, verb, subject, word)?;
        let told = !source.is_empty() || form != ContentForm::Nominal;
        return told.then(|| found(content, source, form));
    }
    let (content, form) = behind(tree, verb, word)?;
    let named = !source.is_empty() || word.kind == AttributionKind::Appearance;
    named.then(|| found(vec![content], source, form))
}

/// The verb with its auxiliaries, negation and adverbs before it and its particle.
pub(super) fn cue(tree: &Tree, verb: TokenIndex, content: &[TokenRange]) -> TokenRange {
    let with = |c: &&TokenIndex| {
        matches!(tree.role(**c), Role::Auxiliary | Role::Negation | Role::Modal | Role::Adverb)
            || tree.role(**c) == Role::Particle
    };
    let near =
        |c: &&TokenIndex| verb.0.abs_diff(c.0) <= 3 && !content.iter().any(|r| r.contains(**c));
    let beside = tree.children(verb).iter().filter(with).filter(near);
    let (mut start, mut end) = (verb, verb);
    for child in beside {
        (start, end) = (start.min(*child), end.max(*child));
    }
    TokenRange { start, end: TokenIndex(end.0 + 1) }
}

/// What stands behind the verb, and how it hangs there.
fn behind(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<(TokenRange, ContentForm)> {
    let (start, form) = start(tree, verb, word)?;
    let reaching = match form {
        ContentForm::Clause => Reaching::Sentence,
        ContentForm::Infinitive | ContentForm::Nominal => Reaching::Stop,
    };
    let range = extent::onward(tree, verb, start, reaching);
    (range.start < range.end).then_some((range, form))
}

/// Where content behind the verb starts.
fn start(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<(TokenIndex, ContentForm)> {
    if let Some(start) = complement(tree, verb, word) {
        return Some((start, ContentForm::Clause));
    }
    if let Some(start) = infinitive(tree, verb, word) {
        return Some((start, ContentForm::Infinitive));
    }
    let object = object(tree, verb, word);
    let quotation = quotation(tree, verb, word).filter(|q| object.is_none_or(|o| *q < o));
    if let Some(start) = lost_clause(tree, verb, word).filter(|s| quotation.is_none_or(|q| *s < q))
    {
        return Some((start, ContentForm::Clause));
    }
    let form = if quotation.is_some() { ContentForm::Clause } else { ContentForm::Nominal };
    let start = quotation.or(object).or_else(|| by_preposition(tree, verb, word))?;
    Some((start, form))
}

/// Where a finite complement starts: right behind the verb if nothing else hangs between.
fn complement(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<TokenIndex> {
    if !word.takes(ContentShape::Clause) && !word.takes(ContentShape::Quote) {
        return None;
    }
    let head = tree.children_in(verb, Role::Complement).find(|c| *c > verb)?;
    let start = first(tree, verb, head);
    if extent::participle(tree, verb, TokenIndex(verb.0 + 1)).is_some_and(|p| p < head)
        || of_its_object(tree, verb, start) && !word.takes(ContentShape::Hearer)
    {
        return None;
    }
    let apart = |c: &TokenIndex| {
        matches!(tree.role(*c), Role::Oblique | Role::Adverb | Role::IndirectObject)
    };
    let between = tree.children(verb).iter().filter(|c| **c > verb && **c < start).any(apart);
    let next = TokenIndex(verb.0 + 1);
    let lost = start > next && !between && !word.takes(ContentShape::Hearer);
    Some(if lost && opens_nominal(tree, next) { next } else { start })
}

/// "held talks that both described as frank": the clause is the object's, wherever the parse hangs it.
fn of_its_object(tree: &Tree, verb: TokenIndex, start: TokenIndex) -> bool {
    let object = tree.children_in(verb, Role::Object).any(|o| o > verb && o < start);
    object && tree.form(start) == "that"
}

fn opens_nominal(tree: &Tree, token: TokenIndex) -> bool {
    use Upos::*;
    matches!(tree.upos(token), DET | PRON | PROPN | NOUN | ADJ | NUM)
}

/// "said the taxes used by others do nothing": a clause that the parse took for something else, behind
/// a verb that has hardly ever an object.
fn lost_clause(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<TokenIndex> {
    let objectless = !word.takes(ContentShape::Nominal) || word.lemma == "say";
    if word.kind != AttributionKind::Speech || !objectless || !word.takes(ContentShape::Clause) {
        return None;
    }
    const REACH: usize = 12;
    let end = tree.sentence(verb).tokens.end;
    let next = TokenIndex(verb.0 + 1);
    let rest = || (next.0..end.0).map(TokenIndex);
    let that = rest().take(REACH).find(|t| tree.form(*t) == "that" && tree.role(*t) == Role::Mark);
    if that.is_some_and(|t| of_its_object(tree, verb, t)) && !word.takes(ContentShape::Hearer) {
        return None;
    }
    let finite = |t: TokenIndex| {
        tree.upos(t) == Upos::AUX || tree.upos(t) == Upos::VERB && tree.doc.tokens[t.at()].past
    };
    let bare = next < end && opens_nominal(tree, next) && !word.takes(ContentShape::Hearer);
    let start = that.or_else(|| bare.then_some(next))?;
    rest().filter(|t| *t > start).any(finite).then_some(start)
}

/// Where an infinitive starts, its own subject included: "urged **Oman to withdraw**".
fn infinitive(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<TokenIndex> {
    let head = tree
        .children_in(verb, Role::OpenComplement)
        .find(|c| *c > verb && word.takes(ContentShape::Infinitive) && tree.is_infinitive(*c))?;
    let nominal = word.takes(ContentShape::Nominal) && !word.takes(ContentShape::Hearer);
    let object = tree.child(verb, Role::Object).filter(|o| nominal && *o > verb && *o < head);
    Some(first(tree, verb, object.unwrap_or(head)))
}

/// The first token of a subtree behind the verb.
fn first(tree: &Tree, verb: TokenIndex, head: TokenIndex) -> TokenIndex {
    tree.subtree(head).start.max(TokenIndex(verb.0 + 1))
}

/// Where a quotation opens that the verb introduces.
fn quotation(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<TokenIndex> {
    const REACH: u32 = 14;
    if !word.takes(ContentShape::Quote) && !word.takes(ContentShape::Clause) {
        return None;
    }
    let end = tree.sentence(verb).tokens.end.0.min(verb.0 + REACH);
    let inside = extent::quotation_at(tree, verb).is_some();
    (verb.0 + 1..end).map(TokenIndex).find(|t| is_quote(tree.form(*t)) && !inside).filter(|t| {
        extent::quotation_at(tree, *t)
            .is_some_and(|q| q.outer.start() == tree.doc.tokens[t.at()].span.start())
    })
}

/// Where an object starts, also one that is a deed: "denied **meeting** him", "proposed to Oman **holding** talks".
fn object(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<TokenIndex> {
    let object = tree.children_in(verb, Role::Object).find(|o| *o > verb);
    let object = object.or_else(|| gerund(tree, verb));
    let object = object.filter(|_| word.takes(ContentShape::Nominal))?;
    Some(first(tree, verb, object))
}

/// A clause in -ing without a mark or a comma before it.
fn gerund(tree: &Tree, verb: TokenIndex) -> Option<TokenIndex> {
    let deed = |c: &TokenIndex| {
        let clause = matches!(tree.role(*c), Role::OpenComplement | Role::AdverbialClause);
        let marked = tree.children(*c).iter().any(|m| {
            let having = tree.form(*m) == "having";
            matches!(tree.role(*m), Role::Mark | Role::Case)
                || !having && matches!(tree.role(*m), Role::Auxiliary | Role::Copula)
        });
        let having = tree.auxiliaries(*c).iter().any(|a| a == "having");
        clause && (having || tree.form(*c).ends_with("ing")) && !marked
    };
    let parted = |c: &TokenIndex| (verb.0..c.0).any(|t| tree.form(TokenIndex(t)) == ",");
    tree.children(verb).iter().copied().filter(|c| *c > verb).find(|c| deed(c) && !parted(c))
}

/// Where the words after a preposition of the row start.
fn by_preposition(tree: &Tree, verb: TokenIndex, word: &Attributive) -> Option<TokenIndex> {
    tree.children(verb).iter().copied().filter(|c| *c > verb).find_map(|c| {
        let case = tree
            .children(c)
            .iter()
            .copied()
            .find(|m| matches!(tree.role(*m), Role::Case | Role::Mark) && *m < c)?;
        word.takes_by(&tree.form(case).to_lowercase()).then_some(TokenIndex(case.0 + 1))
    })
}

/// "The claim was denied by X", "X is expected to win": the subject, and what follows.
fn passive(
    tree: &Tree,
    verb: TokenIndex,
    subject: TokenIndex,
    word: &Attributive,
) -> Option<(Vec<TokenRange>, ContentForm)> {
    let said = source::nominal(tree, subject);
    match behind(tree, verb, word) {
        Some((after, form)) if tree.form(subject).eq_ignore_ascii_case("it") => {
            Some((vec![after], form))
        }
        Some((after, form)) => Some((vec![said, after], form)),
        None => word.takes(ContentShape::Nominal).then(|| (vec![said], ContentForm::Nominal)),
    }
}
