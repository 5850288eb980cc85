//! "unless Turkey withdraws", "will leave the meeting if it is not fruitful", "would join only if".
//!
//! Fires on:  *unless* and its clause; *if* with a clause under *will*, *would* or *ready to*.
//! Silent on: "as if", "if" for whether, conditions on what already happened; "warned that they would answer if they were
//!            attacked": nobody waits for what is threatened with an answer.

use lexicon::CueClass;
use text::{Role, TokenIndex, TokenRange};

use super::{Waiting, first, range, scope};
use crate::reading::Reading;
use crate::voice::Speech;

/// The construction in a speech.
pub(crate) fn find(reading: &Reading, speech: &Speech) -> Option<Waiting> {
    let scope = scope(reading, speech);
    let link = first(reading, scope, &["unless"]).or_else(|| conditional(reading, scope))?;
    let after = TokenIndex(link.0 + 1);
    let threat = matches!(speech.class, CueClass::Warn | CueClass::Threaten);
    let behind = TokenRange { start: after, end: scope.end };
    if threat
        && first(reading, behind, &["not", "n't", "n’t", "no"]).is_none()
        && !is_unless(reading, link)
    {
        return None;
    }
    if link == scope.start {
        let comma = first(reading, TokenRange { start: after, end: scope.end }, &[","])?;
        let what = range(TokenIndex(comma.0 + 1), scope.end)?;
        return Some(tied(reading, link, what, range(after, comma)?));
    }
    Some(tied(reading, link, range(scope.start, link)?, range(after, scope.end)?))
}

fn is_unless(reading: &Reading, link: TokenIndex) -> bool {
    reading.tree.form(link).eq_ignore_ascii_case("unless")
}

/// "will not leave unless they pay" waits; "will attack unless they leave" comes if they do not.
fn tied(reading: &Reading, link: TokenIndex, what: TokenRange, depends_on: TokenRange) -> Waiting {
    const NOT: [&str; 13] = [
        "not",
        "n't",
        "n’t",
        "no",
        "never",
        "nothing",
        "nobody",
        "neither",
        "nor",
        "cannot",
        "impossible",
        "refuse",
        "unable",
    ];
    let tree = &reading.tree;
    let mut tokens = (what.start.0..what.end.0).map(TokenIndex);
    let negated = tokens.any(|t| NOT.contains(&tree.lemma(t)) || NOT.contains(&tree.form(t)));
    let unless = is_unless(reading, link) && !negated;
    Waiting { unless, ..Waiting::after(what, depends_on) }
}

/// An *if* whose clause hangs on a verb in the future or conditional.
fn conditional(reading: &Reading, scope: TokenRange) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let link = first(reading, scope, &["if"])?;
    let before = link.0.checked_sub(1).map_or("", |t| tree.form(TokenIndex(t)));
    if matches!(before.to_lowercase().as_str(), "even" | "as" | "what") {
        return None;
    }
    let clause = tree.head(link)?;
    let main = tree.head(clause)?;
    let modal = tree.modal(main);
    let ready = |t: TokenIndex| matches!(tree.lemma(t), "ready" | "willing" | "prepared" | "open");
    let offers = ready(main) || tree.head(main).is_some_and(ready);
    let bound = tree.role(clause) == Role::AdverbialClause
        && (offers || matches!(modal.as_deref(), Some("will" | "would" | "'ll")));
    ((bound || under_will(reading, scope, link)) && scope.contains(main)).then_some(link)
}

/// "he would walk out of the meeting if they did not": *will* or *would* before, and no verb of asking.
fn under_will(reading: &Reading, scope: TokenRange, link: TokenIndex) -> bool {
    const ASKING: [&str; 6] = ["ask", "say", "know", "see", "wonder", "decide"];
    let tree = &reading.tree;
    let before = || (scope.start.0..link.0).map(TokenIndex);
    let asks = before().next_back().is_some_and(|t| ASKING.contains(&tree.lemma(t)));
    !asks
        && before().any(|t| {
            matches!(tree.form(t).to_lowercase().as_str(), "will" | "would" | "'ll" | "’ll")
        })
}
