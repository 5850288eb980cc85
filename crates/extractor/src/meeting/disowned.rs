//! Meetings that somebody says there was not: "denied that A met B", "reports that A met B are false", "had A met B, …".
//!
//! Or only plays, or makes up: "will meet Kenya in a qualifier", "in the novel the two meet".
//!
//! Fires on:  a clause below a verb of denying or doubting, below what is said not to be true, shown or confirmed, below
//!            reports that its sentence calls false; an inverted *had*; a match or a novel in its sentence.
//! Silent on: "did not deny that", "rejected the plan after he met him", "dismissed the minister who had met him".

use text::{Role, TokenIndex, Upos};

use crate::reading::Reading;

const DENIES: [&str; 9] =
    ["deny", "reject", "refute", "dismiss", "dispute", "rebut", "debunk", "doubt", "disprove"];

/// What says that it was not so when it is negated.
const VOUCHES: [&str; 11] = [
    "true",
    "correct",
    "accurate",
    "case",
    "confirm",
    "verify",
    "prove",
    "evidence",
    "indication",
    "proof",
    "sign",
];

/// What may be told falsely.
const REPORTS: [&str; 8] =
    ["report", "claim", "allegation", "rumour", "rumor", "suggestion", "evidence", "indication"];

/// What such reports are called.
const FALSE: [&str; 7] =
    ["false", "untrue", "baseless", "groundless", "unfounded", "fabricated", "fake"];

/// Where others meet than those who talk.
const PLAYED: [&str; 9] = [
    "qualifier",
    "semifinal",
    "semi-final",
    "quarterfinal",
    "quarter-final",
    "match",
    "novel",
    "film",
    "movie",
];

/// True if the clause of this verb tells what was not, or what nobody vouches for.
pub(crate) fn is_so(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let sentence = tree.sentence(verb).tokens;
    let above: Vec<TokenIndex> =
        std::iter::successors(above(reading, verb), |t| above(reading, *t)).collect();
    let has = |words: &[&str], until: TokenIndex| {
        let mut tokens = (sentence.start.0..until.0).map(TokenIndex);
        tokens.any(|t| words.contains(&tree.form(t).to_lowercase().as_str()))
    };
    let reported = above.iter().any(|t| is_report(reading, *t));
    let lies =
        reported && has(&FALSE, sentence.end) || !above.is_empty() && has(&["lying", "lied"], verb);
    let played = (sentence.start.0..sentence.end.0).map(TokenIndex).any(|t| {
        let noun = tree.upos(t) == Upos::NOUN && tree.role(t) != Role::Compound;
        noun && PLAYED.contains(&tree.lemma(t))
    });
    let unreal = played || tree.form(sentence.start) == "Had" && tree.subject(verb).is_some();
    unreal || above.iter().any(|t| says_not(reading, *t)) || lies
}

/// Whatever the clause or noun is told by, and no neighbour of it.
fn above(reading: &Reading, token: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let head = tree.head(token)?;
    let told = match tree.role(token) {
        Role::Complement | Role::OpenComplement | Role::ClausalSubject | Role::NounClause => true,
        Role::RelativeClause => is_report(reading, head),
        Role::Subject | Role::PassiveSubject | Role::Object => is_report(reading, token),
        _ => false,
    };
    told.then_some(head)
}

fn is_report(reading: &Reading, token: TokenIndex) -> bool {
    REPORTS.contains(&reading.tree.lemma(token).to_lowercase().as_str())
}

fn says_not(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    let lemma = tree.lemma(token).to_lowercase();
    let without = tree.children(token).iter().any(|c| tree.form(*c).eq_ignore_ascii_case("no"));
    let negated = without || tree.is_negated(token);
    let doubt = || {
        tree.subject(token).is_some_and(|s| {
            tree.upos(s) == Upos::NOUN && tree.lemma(s).eq_ignore_ascii_case("doubt")
        })
    };
    DENIES.contains(&lemma.as_str()) && !negated
        || VOUCHES.contains(&lemma.as_str()) && negated
        || doubt()
}
