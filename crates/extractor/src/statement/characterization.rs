//! Characterisations: "described the talks as constructive", "said the atmosphere was positive".
//!
//! Fires on:  cues of describing and praising; a clause whose predicate, or whose object's adjective,
//!            judges a mood, a value or a prospect.
//! Silent on: adjectives of kind ("military", "trilateral").

use lexicon::{CueClass, SpeechAct as CueAct};
use text::{Role, TokenIndex, Upos};

use crate::reading::Reading;
use crate::voice::Speech;

/// Words that judge.
const JUDGING: [&str; 61] = [
    "constructive",
    "positive",
    "negative",
    "important",
    "good",
    "great",
    "bad",
    "useful",
    "productive",
    "fruitful",
    "optimistic",
    "pessimistic",
    "hopeful",
    "successful",
    "significant",
    "historic",
    "frank",
    "sincere",
    "friendly",
    "warm",
    "tense",
    "difficult",
    "serious",
    "sufficient",
    "insufficient",
    "disappointing",
    "encouraging",
    "encouraged",
    "promising",
    "worrying",
    "unacceptable",
    "acceptable",
    "illegal",
    "legitimate",
    "dangerous",
    "welcome",
    "crucial",
    "vital",
    "essential",
    "better",
    "best",
    "worse",
    "worst",
    "smoothly",
    "well",
    "opportunity",
    "chance",
    "progress",
    "success",
    "failure",
    "difference",
    "obstacle",
    "stalemate",
    "deadlock",
    "atmosphere",
    "mood",
    "goodwill",
    "courage",
    "blessing",
    "determination",
    "wish",
];

/// True if the speech judges.
pub(crate) fn is(reading: &Reading, speech: &Speech) -> bool {
    let cue = matches!(speech.class, CueClass::Describe | CueClass::Praise | CueClass::Accuse)
        || speech.act == Some(CueAct::Characterization);
    cue || judges(reading, speech)
}

fn judges(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let reach = |t: TokenIndex| {
        let mut at = t;
        for _ in 0..3 {
            if at == speech.head {
                return true;
            }
            match tree.head(at) {
                Some(head)
                    if !tree.role(at).is_clause() || tree.role(at) == Role::OpenComplement =>
                {
                    at = head
                }
                _ => return false,
            }
        }
        at == speech.head
    };
    (speech.tokens.start.0..speech.tokens.end.0).map(TokenIndex).any(|t| {
        let word = matches!(tree.upos(t), Upos::ADJ | Upos::ADV | Upos::NOUN | Upos::VERB);
        word && !adds(reading, t)
            && JUDGING.contains(&tree.lemma(t).to_lowercase().as_str())
            && reach(t)
    })
}

/// "as well as", "as well": one more, not a judgement.
fn adds(reading: &Reading, word: TokenIndex) -> bool {
    let before = word.0.checked_sub(1).map(|t| reading.tree.form(TokenIndex(t)));
    reading.tree.form(word) == "well" && before.is_some_and(|b| b.eq_ignore_ascii_case("as"))
}
