//! From an attribution to speeches: its source an actor, its content cut into what is said at a time.
//!
//! Reads:  every attribution whose source an actor stands behind; its clause, sentence by sentence, or
//!         the verb with its infinitive or object where that is itself the act ("demands the withdrawal").
//! Silent: sources without an actor, negated cues ("did not say"), intentions that are only narrated.

use jiff::ToSpan;
use lexicon::{AttributionKind, Cue, CueClass, Takes};
use record::Manner;
use text::{Role, TimeExpression, TokenIndex, Upos};

use super::content;
use super::phrase::phrase;
use super::piece::Piece;
use super::relation::{self, Found};
use super::speaker::{self, Voices};
use super::{ContentForm, Saying, Speech, quoted_as};
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Speech> {
    let mut voices = relation::voices(&reading.tree, reading.lexicon);
    voices.sort_by_key(|found| found.word);
    let mut all: Vec<Speech> = Vec::new();
    for found in &voices {
        let before = all.last();
        all.extend(speeches(reading, found, before).unwrap_or_default());
    }
    all
}

fn speeches(reading: &Reading, found: &Found, before: Option<&Speech>) -> Option<Vec<Speech>> {
    let saying = saying(reading, found)?;
    let voices = speaker::of(reading, found);
    let Voices { speaker, relays } =
        voices.or_else(|| before.and_then(|b| speaker::again(reading, found, b)))?;
    let pieces = match found.form {
        ContentForm::Clause => content::pieces(reading, &found.content, found.word),
        form => phrase(reading, found.word, form).into_iter().collect(),
    };
    let speech = |(n, piece): (usize, Piece)| {
        let manner = manner(found.kind, piece.manner);
        let mut speech = Speech::of(Piece { manner, ..piece }, &speaker, &relays, saying);
        speech.carried = n > 0 && apart(reading, &speech);
        speech
    };
    let speeches = pieces.into_iter().enumerate().map(speech);
    let whole = |s: &Speech| !s.carried || content::says_something(reading, s.tokens);
    Some(speeches.filter(whole).collect())
}

/// True where the words stand in a later sentence than their cue.
fn apart(reading: &Reading, speech: &Speech) -> bool {
    reading.tree.sentence_index(speech.tokens.start) > reading.tree.sentence_index(speech.cue)
}

fn manner(kind: AttributionKind, manner: Manner) -> Manner {
    let worded = matches!(kind, AttributionKind::Speech | AttributionKind::Document);
    if worded || manner == Manner::Verbatim { manner } else { Manner::Inferred }
}

/// What kind of saying it is. A word that the table of cues does not know says, if it gives words.
fn saying(reading: &Reading, found: &Found) -> Option<Saying> {
    let tree = &reading.tree;
    let word = found.word;
    let worded = matches!(found.kind, AttributionKind::Speech | AttributionKind::Document);
    if tree.upos(word) != Upos::VERB {
        let attributes = worded && found.form == ContentForm::Clause;
        return attributes.then(|| Saying::plain(word));
    }
    match cue_of(reading, word) {
        Some(cue) => told(reading, found, cue).then_some(Saying {
            cue: word,
            class: cue.class,
            act: cue.act,
        }),
        None => (worded && found.form == ContentForm::Clause && !tree.is_negated(word))
            .then(|| Saying::plain(word)),
    }
}

/// The cue that a verb is, with its particle or preposition if the lexicon knows it so.
fn cue_of<'a>(reading: &Reading<'a>, verb: TokenIndex) -> Option<&'a Cue> {
    let tree = &reading.tree;
    let lemma = tree.lemma(verb).to_lowercase();
    let particles = tree.children(verb).iter().filter_map(|c| match tree.role(*c) {
        Role::Particle => Some(tree.form(*c).to_lowercase()),
        Role::Oblique => Some(tree.preposition(*c)),
        _ => None,
    });
    particles
        .filter(|p| !p.is_empty())
        .find_map(|p| reading.lexicon.cue(&format!("{lemma} {p}")))
        .or_else(|| reading.lexicon.cue(&lemma))
}

/// True if somebody says it here: not "did not say", "as saying", "asked by reporters".
fn told(reading: &Reading, found: &Found, cue: &Cue) -> bool {
    let tree = &reading.tree;
    let verb = found.word;
    let not = tree.children_in(verb, Role::Negation).next().is_some();
    let denies = matches!(cue.class, CueClass::Deny | CueClass::Reject);
    let silent = not || tree.is_negated(verb) && !denies;
    let quoted_as = matches!(tree.form(verb), "saying" | "telling")
        && verb.0 > 0
        && tree.form(TokenIndex(verb.0 - 1)) == "as";
    let asked = tree.role(verb) == Role::AdverbialClause
        && tree.form(verb).to_lowercase().ends_with("ed")
        && !tree.children(verb).iter().any(|c| tree.role(*c).is_subject());
    let asked = asked || is_asked_aside(reading, verb);
    let past = long_past(reading, verb);
    let bare = found.form != ContentForm::Clause;
    let passive = tree.child(verb, Role::PassiveSubject).is_some();
    let acts = !bare
        || acts_by_itself(cue, found.form)
            && !subordinate(reading, verb)
            && !passive
            && !in_passing(reading, verb)
            && !pays_a_visit(reading, verb)
            && !wants_for_itself(reading, verb, found.form);
    let quoted_as = quoted_as || quoted_as::is(reading, verb);
    cue.class != CueClass::Discuss
        && !silent
        && !quoted_as
        && !asked
        && !tree.is_infinitive(verb)
        && !past
        && acts
}

/// "Asked about the islands, A said", "A, told of the vote, said": somebody else asked and told.
fn is_asked_aside(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let form = tree.form(verb).to_lowercase();
    let before = verb.0.checked_sub(1).map_or("", |t| tree.form(TokenIndex(t)));
    let first = verb == tree.sentence(verb).tokens.start || before == ",";
    let bare = !tree.children(verb).iter().any(|c| tree.role(*c).is_subject());
    let participle = matches!(form.as_str(), "asked" | "told" | "pressed" | "questioned");
    let other = || tree.head(verb).is_some_and(|h| tree.upos(h) != Upos::VERB || h > verb);
    participle && first && bare && (verb == tree.sentence(verb).tokens.start || other())
}

/// True where the verb with its infinitive or object is itself the act: "demands the withdrawal".
///
/// Narrated intentions ("plans to meet", "sought to influence") and reactions ("endorsed") are not.
fn acts_by_itself(cue: &Cue, form: ContentForm) -> bool {
    use CueClass::*;
    if matches!(
        cue.lemma,
        "plan" | "intend" | "expect" | "hope" | "try" | "aim" | "accept" | "endorse"
    ) {
        return false;
    }
    match form {
        ContentForm::Infinitive => {
            matches!(cue.class, Promise | Agree | Demand | Propose | Ask | Urge | Reject | Deny)
                && !matches!(cue.lemma, "seek" | "ask" | "decline")
        }
        ContentForm::Nominal => {
            cue.takes.contains(&Takes::Nominal)
                && matches!(
                    cue.class,
                    Demand
                        | CallFor
                        | Ask
                        | Deny
                        | Reject
                        | Propose
                        | Stress
                        | Promise
                        | Describe
                        | Express
                        | Admit
                )
        }
        ContentForm::Clause => true,
    }
}

/// "in agreeing to meet": told of as known.
fn in_passing(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let led = |c: &TokenIndex| {
        matches!(tree.role(*c), Role::Mark | Role::Case) && tree.upos(*c) != Upos::PART
    };
    tree.form(verb).ends_with("ing") && tree.children(verb).iter().any(led)
}

/// "previously pledged", "once said", "said in 2019": history. What "has long" been said stands.
fn long_past(reading: &Reading, verb: TokenIndex) -> bool {
    if years_ago(reading, verb) {
        return true;
    }
    let old = |c: TokenIndex| {
        matches!(
            reading.tree.form(c),
            "previously" | "formerly" | "once" | "historically" | "traditionally"
        )
    };
    reading.tree.children_in(verb, Role::Adverb).any(old)
}

/// A day or year that hangs on the very verb and lies half a year or more before the page.
fn years_ago(reading: &Reading, verb: TokenIndex) -> bool {
    const NEWS: i64 = 180;
    let (doc, sentence) = (reading.doc(), reading.tree.sentence(verb).span);
    let published = doc.article.published.as_ref().map(|p| p.when.from);
    let Some(news) = published.and_then(|day| day.checked_sub(NEWS.days()).ok()) else {
        return false;
    };
    let first = doc.times.partition_point(|t| t.span.start() < sentence.start());
    let here = doc.times[first..].iter().take_while(|t| t.span.end() <= sentence.end());
    let old = |t: &&TimeExpression| t.when.as_ref().is_some_and(|when| when.last() < news);
    let hangs = |t: &TimeExpression| {
        let tokens = reading.tokens_in(t.span, sentence);
        tokens.is_some_and(|tokens| reading.tree.head(reading.top(tokens)) == Some(verb))
    };
    here.filter(old).any(hangs)
}

/// "called on the president at his palace", not "called on Ankara to withdraw".
fn pays_a_visit(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let asks = |c: &TokenIndex| {
        tree.role(*c).is_clause() || tree.children(*c).iter().any(|d| tree.role(*d).is_clause())
    };
    let on = !tree.by_preposition(verb, &["on", "upon"]).is_empty();
    tree.lemma(verb) == "call" && on && !tree.children(verb).iter().any(asks)
}

/// "wants to return", not "wants Ankara to return".
fn wants_for_itself(reading: &Reading, verb: TokenIndex, form: ContentForm) -> bool {
    let wish = matches!(reading.tree.lemma(verb), "want" | "prefer");
    wish && form == ContentForm::Infinitive
        && reading.tree.child(verb, Role::Object).is_none_or(|object| object < verb)
}

/// Words that make what follows a condition or a time, not a deed.
const SUBORDINATORS: [&str; 8] =
    ["before", "if", "unless", "until", "after", "whether", "once", "because"];

/// "before Kim agrees to", "if they accept": told as a condition, not as done.
fn subordinate(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let is = |t: TokenIndex| SUBORDINATORS.contains(&tree.form(t).to_lowercase().as_str());
    let before = |s: TokenIndex| {
        let first = reading.actors.at(s).map_or(s, |a| a.tokens.start);
        first.0.checked_sub(1).map(TokenIndex).is_some_and(is)
    };
    tree.children_in(verb, Role::Mark).any(is) || tree.subject(verb).is_some_and(before)
}
