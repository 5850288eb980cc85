//! Commitments without a speaker: "it was agreed that the deputies would prepare a roadmap".
//!
//! Fires on:  the passive of *agree* or *decide* with a clause, where earlier words name two or more parties.
//! Silent on: "it was agreed that" in somebody else's words; a lone party.

use lexicon::CueClass;
use record::{ActorKind, Claim, SpeechAct};
use text::{TokenIndex, TokenRange};

use super::{ActRead, build, commitment};
use crate::actor::{Actor, Reference};
use crate::reading::Reading;
use crate::voice::{ContentForm, Speech};

/// All of them.
pub(crate) fn claims(reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let all = reading.tokens();
    all.filter(|t| matches!(reading.tree.lemma(*t), "agree" | "decide"))
        .filter(|t| !speeches.iter().any(|s| s.tokens.contains(*t) || s.cue == *t))
        .filter_map(|t| at(reading, t))
        .collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Claim> {
    let tree = &reading.tree;
    let sentence = tree.sentence(verb).tokens;
    let word = |n: u32| verb.0.checked_sub(n).map_or("", |t| tree.form(TokenIndex(t)));
    let passive = matches!(word(1), "was" | "is" | "been")
        && (word(2).eq_ignore_ascii_case("it") || word(3).eq_ignore_ascii_case("it"));
    let that = TokenIndex(verb.0 + 1);
    if !passive || that >= sentence.end || tree.form(that) != "that" {
        return None;
    }
    let tokens = TokenRange { start: TokenIndex(that.0 + 1), end: sentence.end };
    let content = tree.trimmed(tokens)?;
    let clause = tree
        .children(verb)
        .iter()
        .copied()
        .find(|c| *c > that && tree.role(*c).is_clause())
        .unwrap_or_else(|| reading.top(tokens));
    let speaker = parties_before(reading, verb)?;
    let speech = Speech {
        speaker: vec![speaker],
        relays: Vec::new(),
        cue: verb,
        class: CueClass::Agree,
        act: None,
        content,
        tokens,
        head: clause,
        manner: record::Manner::Paraphrase,
        form: ContentForm::Clause,
        carried: false,
    };
    let undertakes = commitment::undertaking(reading, &speech);
    let read = ActRead {
        act: SpeechAct::Commitment,
        rule: "statement/agreed",
        requires: None,
        undertakes,
    };
    build(reading, &speech, &speech.speaker, read)
}

/// The article's widest group so far: those at the table.
fn parties_before(reading: &Reading, at: TokenIndex) -> Option<Actor> {
    let before: Vec<&Actor> =
        reading.actors.all().iter().take_while(|a| a.tokens.start < at).collect();
    let parties = before
        .iter()
        .map(|a| crate::actor::parties_of(reading.actors.group(&reading.tree, a.tokens.start)))
        .max_by_key(Vec::len)
        .filter(|p| p.len() >= 2)?;
    let last = before.last()?;
    Some(Actor {
        kind: ActorKind::State,
        parties,
        person: None,
        offices: Vec::new(),
        reference: Reference::GroupAnaphor,
        plural: true,
        antecedent: None,
        ..(*last).clone()
    })
}
