//! Does a pattern fit a word, and where is its target?

use text::{Role, TokenIndex, Upos};

use super::codebook::{Codebook, Entry, Meaning};
use super::pattern::{Part, Pattern, Place, Word};
use crate::tree::Tree;

/// A pattern that fits.
pub(super) struct Hit<'b> {
    pub entry: &'b Entry,
    /// The words that it rests on, the head first.
    pub words: Vec<TokenIndex>,
    /// Where it has its target.
    pub target: Option<TokenIndex>,
}

/// The patterns that fit, those that ask for more first; of equals, what is no action, then
/// operators, then later ones.
pub(super) fn fitting<'b>(tree: &Tree, book: &'b Codebook, head: TokenIndex) -> Vec<Hit<'b>> {
    let lemma = tree.lemma(head).to_lowercase();
    let mut found: Vec<Hit> =
        book.entries(&lemma).filter_map(|entry| fit(tree, head, entry)).collect();
    let operates = |hit: &Hit| matches!(hit.entry.meaning, Meaning::Operator { .. });
    let silences = |hit: &Hit| hit.entry.meaning == Meaning::Nothing;
    found.sort_by_key(|hit| {
        let weight = hit.entry.pattern.weight();
        let better = (silences(hit), operates(hit), hit.target.is_some());
        std::cmp::Reverse((weight, hit.entry.origin, better))
    });
    found
}

fn fit<'b>(tree: &Tree, head: TokenIndex, entry: &'b Entry) -> Option<Hit<'b>> {
    let pattern = &entry.pattern;
    if !is_word(tree, head, pattern.word) {
        return None;
    }
    let mut words = vec![head];
    for part in &pattern.parts {
        words.push(part_of(tree, head, part, pattern)?);
    }
    let target = pattern.target.as_ref().and_then(|place| target(tree, head, &words, place));
    Some(Hit { entry, words, target })
}

fn is_word(tree: &Tree, head: TokenIndex, word: Word) -> bool {
    let upos = tree.upos(head);
    match word {
        Word::Verb => upos == Upos::VERB || upos == Upos::AUX,
        Word::Noun => matches!(upos, Upos::NOUN | Upos::PROPN),
        Word::Adjective => matches!(upos, Upos::ADJ | Upos::ADV) || upos == Upos::VERB,
    }
}

fn part_of(tree: &Tree, head: TokenIndex, part: &Part, pattern: &Pattern) -> Option<TokenIndex> {
    let is = |t: TokenIndex, wanted: &[String]| wanted.iter().any(|w| has_lemma(tree, t, w));
    let below = || tree.children(head).iter().copied();
    match part {
        Part::Object(wanted) if pattern.word == Word::Verb => {
            objects(tree, head).into_iter().find_map(|o| within(tree, o, wanted))
        }
        Part::Object(wanted) => below().find(|c| modifies(tree, *c) && is(*c, wanted)),
        Part::Particle(wanted) => {
            below().find(|c| is_particle(tree, *c, wanted)).or_else(|| misread(tree, head, wanted))
        }
        Part::By(prepositions, wanted) => behind(tree, head, prepositions)
            .into_iter()
            .find_map(|n| if wanted.is_empty() { Some(n) } else { within(tree, n, wanted) }),
        Part::Clause(wanted) => below().find(|c| tree.role(*c).is_clause() && is(*c, wanted)),
        Part::Modifier(wanted) => {
            let fits = |c: &TokenIndex| {
                (modifies(tree, *c) || tree.role(*c) == Role::Adverb) && is(*c, wanted)
            };
            let on_object = |o: TokenIndex| tree.children(o).iter().copied().find(fits);
            below().find(fits).or_else(|| objects(tree, head).into_iter().find_map(on_object))
        }
    }
}

fn is_particle(tree: &Tree, token: TokenIndex, wanted: &[String]) -> bool {
    let role = matches!(tree.role(token), Role::Particle | Role::Adverb | Role::Oblique);
    role && wanted.iter().any(|w| tree.form(token).eq_ignore_ascii_case(w))
}

/// "handed **over** a suspect": a particle right behind the verb that the tree takes for a preposition.
fn misread(tree: &Tree, head: TokenIndex, wanted: &[String]) -> Option<TokenIndex> {
    let next = TokenIndex(head.0 + 1);
    let inside = tree.sentence(head).tokens.contains(next);
    let is = || wanted.iter().any(|w| tree.form(next).eq_ignore_ascii_case(w));
    (inside && is() && tree.role(next) == Role::Case).then_some(next)
}

fn has_lemma(tree: &Tree, token: TokenIndex, wanted: &str) -> bool {
    tree.lemma(token).eq_ignore_ascii_case(wanted) || tree.form(token).eq_ignore_ascii_case(wanted)
}

fn modifies(tree: &Tree, token: TokenIndex) -> bool {
    matches!(
        tree.role(token),
        Role::Compound | Role::AdjectiveModifier | Role::Determiner | Role::NounClause
    )
}

/// The objects of a verb: of an active one its object, of a passive one its subject, of a participle
/// on a noun that noun.
pub(super) fn objects(tree: &Tree, verb: TokenIndex) -> Vec<TokenIndex> {
    let is_object = |c: &TokenIndex| {
        matches!(tree.role(*c), Role::Object | Role::PassiveSubject | Role::IndirectObject)
    };
    let mut found: Vec<TokenIndex> =
        tree.children(verb).iter().copied().filter(is_object).collect();
    found.sort_by_key(|o| tree.role(*o) == Role::IndirectObject);
    if found.is_empty() && is_participle_on_noun(tree, verb) {
        found.extend(tree.head(verb));
    }
    if found.is_empty() && tree.role(verb) == Role::Conjunct && is_passive_shape(tree, verb) {
        let first = tree.head(verb).filter(|h| is_passive(tree, *h));
        found.extend(first.and_then(|h| tree.child(h, Role::PassiveSubject)));
    }
    found
}

/// "sanctions **imposed** on Iran".
fn is_participle_on_noun(tree: &Tree, verb: TokenIndex) -> bool {
    tree.role(verb) == Role::NounClause && is_passive_shape(tree, verb)
}

fn is_passive_shape(tree: &Tree, verb: TokenIndex) -> bool {
    let form = tree.form(verb).to_lowercase();
    !form.ends_with("ing")
        && form != tree.lemma(verb)
        && tree.children_in(verb, Role::Mark).next().is_none()
        && tree.children(verb).iter().all(|c| tree.role(*c) != Role::Subject)
}

/// "was **arrested**", "those **arrested**".
pub(super) fn is_passive(tree: &Tree, verb: TokenIndex) -> bool {
    let has = |role| tree.child(verb, role).is_some();
    has(Role::PassiveSubject) || has(Role::Agent) || is_participle_on_noun(tree, verb)
}

/// The nominals behind one of these prepositions on a word, or on its object: "impose sanctions on".
pub(super) fn behind(tree: &Tree, head: TokenIndex, wanted: &[String]) -> Vec<TokenIndex> {
    let fits = |c: &TokenIndex| {
        matches!(tree.role(*c), Role::Oblique | Role::NounModifier | Role::Agent)
            && wanted.iter().any(|w| *w == tree.preposition(*c))
            && !is_time(tree, *c)
    };
    let on = |t: TokenIndex| tree.children(t).iter().copied().filter(fits).collect::<Vec<_>>();
    let mut found = on(head);
    for object in objects(tree, head) {
        found.extend(on(object));
    }
    found
}

/// True for "Monday", "the talks' third day".
pub(super) fn is_time(tree: &Tree, nominal: TokenIndex) -> bool {
    let span = tree.doc.tokens[nominal.at()].span;
    let after = tree.doc.times.partition_point(|t| t.span.end() <= span.start());
    tree.doc.times.get(after).is_some_and(|t| t.span.overlaps(span))
}

/// A noun of these lemmas at a nominal, beside it, or under "a series of".
fn within(tree: &Tree, nominal: TokenIndex, wanted: &[String]) -> Option<TokenIndex> {
    let is = |t: &TokenIndex| wanted.iter().any(|w| has_lemma(tree, *t, w));
    let joined = || tree.children_in(nominal, Role::Conjunct);
    if is(&nominal) {
        return Some(nominal);
    }
    joined().find(is).or_else(|| {
        let counted = ["of"].map(str::to_owned);
        let inner = |c: &TokenIndex| counted.contains(&tree.preposition(*c)) && is(c);
        tree.children_in(nominal, Role::NounModifier).find(inner).filter(|_| counts(tree, nominal))
    })
}

/// "a series of", "a round of".
fn counts(tree: &Tree, nominal: TokenIndex) -> bool {
    const WORDS: [&str; 30] = [
        "series",
        "number",
        "round",
        "wave",
        "set",
        "string",
        "spate",
        "package",
        "kind",
        "sort",
        "form",
        "range",
        "variety",
        "bout",
        "type",
        "dozen",
        "hundred",
        "thousand",
        "couple",
        "campaign",
        "act",
        "host",
        "tonne",
        "ton",
        "kilo",
        "shipment",
        "consignment",
        "truckload",
        "lot",
        "load",
    ];
    WORDS.contains(&tree.lemma(nominal))
}

fn target(
    tree: &Tree,
    head: TokenIndex,
    words: &[TokenIndex],
    place: &Place,
) -> Option<TokenIndex> {
    match place {
        Place::Object => objects(tree, head).into_iter().find(|o| !words.contains(o)),
        Place::Behind(prepositions) => {
            words.iter().flat_map(|w| behind(tree, *w, prepositions)).find(|n| !words.contains(n))
        }
    }
}
