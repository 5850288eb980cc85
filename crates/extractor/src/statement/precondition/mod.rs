//! Preconditions: B only if A.
//!
//! One file a construction; each gives the tokens of B (what waits) and of A (what it waits for).

mod forecast;
mod mover;
mod only_after;
mod purpose;
mod taken_up;
mod tied;
mod unless;
mod without;

use record::{Claim, Dependence, Evidence, Manner, Party, Phrase, SpeechAct};
use text::{TokenIndex, TokenRange, Upos};

use super::{ActRead, build};
use crate::actor::parties_of;
use crate::reading::Reading;
use crate::voice::{ContentForm, Speech};
pub(super) use mover::side;

/// What waits and what it waits for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waiting {
    pub what: TokenRange,
    pub depends_on: TokenRange,
    /// True of what comes if the other does not.
    pub unless: bool,
}

impl Waiting {
    /// What comes only after the other.
    pub fn after(what: TokenRange, depends_on: TokenRange) -> Waiting {
        Waiting { what, depends_on, unless: false }
    }
}

/// The dependence in what is said, by the first construction that finds one.
pub(crate) fn within(reading: &Reading, speech: &Speech) -> Option<Dependence> {
    let found = only_after::find(reading, speech)
        .or_else(|| unless::find(reading, speech))
        .or_else(|| without::find(reading, speech))
        .or_else(|| tied::in_speech(reading, speech))
        .or_else(|| purpose::find(reading, speech))?;
    let set_by = speech.parties();
    let found = after_saying(reading, found);
    let told = forecast::is_one(reading, found) || is_of_another(reading, speech, found);
    if told { None } else { dependence(reading, found, &set_by) }
}

/// "A would accept it if B left, a diplomat of C said": what A would do of its own will is A's to tie to something.
fn is_of_another(reading: &Reading, speech: &Speech, waiting: Waiting) -> bool {
    const WILLING: [&str; 16] = [
        "accept",
        "agree",
        "join",
        "sign",
        "halt",
        "stop",
        "return",
        "resume",
        "release",
        "free",
        "lift",
        "recognise",
        "recognize",
        "disarm",
        "negotiate",
        "talk",
    ];
    let tree = &reading.tree;
    let verb = (waiting.what.start.0..waiting.what.end.0).map(TokenIndex).find(|t| {
        let would = matches!(tree.modal(*t).as_deref(), Some("would" | "will" | "'ll"));
        tree.upos(*t) == Upos::VERB && would && !tree.is_negated(*t)
    });
    let Some(verb) = verb.filter(|verb| WILLING.contains(&tree.lemma(*verb))) else { return false };
    let theirs = tree.subject(verb).map(|s| parties_of(reading.actors.group(tree, s)));
    theirs.is_some_and(|theirs| !theirs.is_empty() && !speech.is_of(&theirs))
}

/// Preconditions that somebody sets without a verb of saying: "has tied reconciliation to …".
pub(crate) fn unspoken(reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let all = reading.tokens();
    all.filter(|t| reading.tree.upos(*t) == Upos::VERB)
        .filter_map(|verb| Some((verb, tied::at(reading, verb)?)))
        .filter(|(verb, _)| {
            !speeches.iter().any(|s| s.tokens.contains(*verb) && !s.parties().is_empty())
        })
        .filter_map(|(verb, waiting)| claim(reading, verb, waiting))
        .collect()
}

fn claim(reading: &Reading, verb: TokenIndex, waiting: Waiting) -> Option<Claim> {
    let subject = reading.tree.subject(verb)?;
    let speaker: Vec<_> =
        reading.actors.group(&reading.tree, subject).into_iter().cloned().collect();
    if parties_of(&speaker).is_empty() {
        return None;
    }
    let tokens = TokenRange { start: verb, end: waiting.what.end.max(waiting.depends_on.end) };
    let speech = Speech {
        speaker,
        relays: Vec::new(),
        cue: verb,
        class: lexicon::CueClass::Demand,
        act: None,
        content: reading.tree.trimmed(tokens)?,
        tokens,
        head: verb,
        manner: Manner::Paraphrase,
        form: ContentForm::Nominal,
        carried: false,
    };
    let requires = dependence(reading, after_saying(reading, waiting), &speech.parties());
    let act = SpeechAct::Precondition;
    let read = ActRead { act, rule: "statement/precondition/tied", requires, undertakes: None };
    build(reading, &speech, &speech.speaker, read)
}

fn dependence(reading: &Reading, waiting: Waiting, set_by: &[Party]) -> Option<Dependence> {
    let phrase = |tokens: TokenRange| -> Option<Phrase> {
        let span = reading.tree.trimmed(tokens)?;
        Some(Phrase { evidence: Evidence::cut(&reading.doc().article, span)? })
    };
    let depends_on = taken_up::resolved(reading, waiting.depends_on);
    let what = waiting.what;
    // "would walk out if they did not": what is taken up would keep them.
    let not = || first(reading, waiting.depends_on, &["not", "n't", "n’t"]).is_some();
    let unless = waiting.unless || depends_on != waiting.depends_on && not();
    let awaits = mover::parties(reading, Waiting { depends_on, ..waiting }, set_by);
    Some(Dependence { what: phrase(what)?, depends_on: phrase(depends_on)?, awaits, unless })
}

/// "explaining he would leave": what waits begins behind the last verb of saying.
fn after_saying(reading: &Reading, waiting: Waiting) -> Waiting {
    const SAYING: [&str; 7] =
        ["saying", "explaining", "adding", "warning", "arguing", "insisting", "stressing"];
    let tokens = waiting.what;
    let last = (tokens.start.0..tokens.end.0)
        .rev()
        .find(|t| SAYING.contains(&reading.tree.form(TokenIndex(*t))));
    match last.filter(|t| t + 1 < tokens.end.0) {
        Some(t) => {
            Waiting { what: TokenRange { start: TokenIndex(t + 1), end: tokens.end }, ..waiting }
        }
        None => waiting,
    }
}

/// The tokens that a speech's words stand in, its cue's own clause included.
pub(crate) fn scope(reading: &Reading, speech: &Speech) -> TokenRange {
    let sentence = reading.tree.sentence(speech.tokens.start).tokens;
    if speech.form == ContentForm::Clause {
        return speech.tokens;
    }
    TokenRange {
        start: speech.cue.min(speech.tokens.start),
        end: speech.tokens.end.min(sentence.end),
    }
}

/// The first token of these with one of the forms.
pub(crate) fn first(reading: &Reading, tokens: TokenRange, forms: &[&str]) -> Option<TokenIndex> {
    (tokens.start.0..tokens.end.0)
        .map(TokenIndex)
        .find(|t| forms.contains(&reading.tree.form(*t).to_lowercase().as_str()))
}

/// The clause or phrase below a token, kept to these tokens.
pub(crate) fn below(reading: &Reading, token: TokenIndex, within: TokenRange) -> TokenRange {
    let tokens = reading.tree.subtree(token);
    TokenRange { start: tokens.start.max(within.start), end: tokens.end.min(within.end) }
}

/// A range of tokens if it holds any.
pub(crate) fn range(start: TokenIndex, end: TokenIndex) -> Option<TokenRange> {
    (start < end).then_some(TokenRange { start, end })
}
