//! "Without progress in this matter we will not reach results", "impossible to talk of … amid its occupation".
//!
//! Fires on:  *without* with a negated, impossible or stagnant clause; *amid, while, under* with
//!            *impossible* or *cannot*.
//! Silent on: "without comment", "without giving details"; what is only said: "without a doubt", "without regard to".

use text::{Role, TokenIndex, TokenRange};

use super::{Waiting, below, first, range, scope};
use crate::reading::Reading;
use crate::voice::Speech;

/// Words by which a clause says that nothing comes of it.
const STUCK: [&str; 9] =
    ["not", "n't", "no", "never", "nothing", "cannot", "impossible", "stagnant", "meaningless"];

/// What nothing waits for.
const SAID: [&str; 9] = [
    "doubt",
    "exception",
    "regard",
    "prejudice",
    "question",
    "hesitation",
    "delay",
    "warning",
    "fail",
];

/// The construction in a speech.
pub(crate) fn find(reading: &Reading, speech: &Speech) -> Option<Waiting> {
    let scope = scope(reading, speech);
    let link = first(reading, scope, &["without", "amid", "while"])?;
    let lacking = reading.tree.form(link).eq_ignore_ascii_case("without");
    let stuck: &[&str] = if lacking { &STUCK } else { &["impossible", "cannot"] };
    first(reading, scope, stuck)?;
    let governed = reading.tree.head(link).filter(|h| *h > link && scope.contains(*h))?;
    let only_said = SAID.contains(&reading.tree.lemma(governed));
    if (matches!(reading.tree.role(governed), Role::AdverbialClause) || only_said) && lacking {
        return None;
    }
    let depends_on =
        below(reading, governed, TokenRange { start: TokenIndex(link.0 + 1), end: scope.end });
    let what = if link == scope.start || reading.tree.form(TokenIndex(link.0 - 1)) == "\"" {
        range(depends_on.end, scope.end)?
    } else {
        range(scope.start, link)?
    };
    (depends_on.start < depends_on.end).then_some(Waiting::after(what, depends_on))
}
