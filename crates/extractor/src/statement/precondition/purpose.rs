//! "demands the full withdrawal of troops for relations to be restored".
//!
//! Fires on:  a cue of demanding whose object is followed by *for … to*, *in order to*, *before* and a clause.
//! Silent on: "asked for", "called for … to" (what is wanted, not what waits).

use lexicon::CueClass;
use text::{Role, TokenIndex, TokenRange};

use super::{Waiting, below, range, scope};
use crate::reading::Reading;
use crate::voice::{ContentForm, Speech};

/// The construction in a speech.
pub(crate) fn find(reading: &Reading, speech: &Speech) -> Option<Waiting> {
    let tree = &reading.tree;
    if speech.class != CueClass::Demand || speech.form != ContentForm::Nominal {
        return None;
    }
    let scope = scope(reading, speech);
    let object = tree.child(speech.cue, Role::Object)?;
    let link = (object.0 + 1..scope.end.0).map(TokenIndex).find(|t| {
        matches!(tree.form(*t), "for" | "before") && followed_by_to(reading, *t, scope)
    })?;
    let demanded = below(reading, object, scope);
    let depends_on = range(demanded.start, demanded.end.min(link))?;
    Some(Waiting::after(range(TokenIndex(link.0 + 1), scope.end)?, depends_on))
}

fn followed_by_to(reading: &Reading, link: TokenIndex, scope: TokenRange) -> bool {
    const REACH: u32 = 6;
    (link.0 + 1..(link.0 + REACH).min(scope.end.0))
        .map(TokenIndex)
        .any(|t| reading.tree.form(t) == "to" && reading.tree.role(t) == Role::Mark)
}
