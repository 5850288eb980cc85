//! Did it happen? Tense, modals, planning verbs, adjectives of the future.

use lexicon::CueClass;
use record::Status;
use text::{Role, TokenIndex, Upos};

use super::noun;
use super::place;
use super::put_off;
use super::time;
use crate::reading::Reading;

/// Verbs of planning over an infinitive or a noun of meeting.
const PLANNING: [&str; 20] = [
    "plan",
    "expect",
    "schedule",
    "agree",
    "prepare",
    "intend",
    "set",
    "arrange",
    "due",
    "aim",
    "decide",
    "announce",
    "slate",
    "negotiate",
    "invite",
    "accept",
    "promise",
    "confirm",
    "look",
    "go",
];

/// Verbs of going there: what follows happened if they did.
const GOING: [&str; 14] = [
    "travel", "fly", "go", "come", "arrive", "visit", "dispatch", "send", "return", "make", "head",
    "gather", "begin", "start",
];

/// Words that put a meeting in the future.
const AHEAD: [&str; 14] = [
    "planned",
    "scheduled",
    "upcoming",
    "forthcoming",
    "expected",
    "future",
    "coming",
    "next",
    "proposed",
    "anticipated",
    "announced",
    "yet-to-be",
    "postponed",
    "delayed",
];

/// Words under which nothing is known to have happened or to be agreed.
const OPEN: [&str; 12] = [
    "any",
    "possible",
    "potential",
    "no",
    "if",
    "whether",
    "unless",
    "hypothetical",
    "every",
    "eventual",
    "until",
    "such",
];

/// Where a meeting told by a verb stands; `None` if it is denied, conditional or a mere wish.
pub(crate) fn of_verb(reading: &Reading, verb: TokenIndex) -> Option<Status> {
    let tree = &reading.tree;
    if tree.is_negated(verb) || conditional(reading, verb) {
        return None;
    }
    if merely_likely(reading, verb) {
        return None;
    }
    if let Some(modal) = tree.modal(verb) {
        return modal_status(reading, verb, &modal);
    }
    let auxiliaries = tree.auxiliaries(verb);
    if tree.is_infinitive(verb) || tree.role(verb) == Role::OpenComplement {
        return governed(reading, verb);
    }
    if auxiliaries.iter().any(|a| matches!(a.as_str(), "is" | "are" | "am" | "were" | "was"))
        && tree.form(verb).ends_with("ing")
    {
        let meets = matches!(tree.lemma(verb), "hold" | "host" | "meet" | "convene" | "attend");
        let under_way = meets && place::of(reading, verb, verb).is_some_and(|p| p.city.is_some());
        let planned = future_time(reading, verb).then_some(Status::Scheduled);
        return planned.or(under_way.then_some(Status::Held));
    }
    if let Some(deed) = deed_beside(reading, verb) {
        return of_verb(reading, deed);
    }
    let past = tree.doc.tokens[verb.at()].past
        || auxiliaries.iter().any(|a| matches!(a.as_str(), "has" | "have" | "had"));
    if !past && future_time(reading, verb) {
        return Some(Status::Scheduled);
    }
    (past || reading.in_headline(verb)).then_some(Status::Held)
}

/// "paid a visit, holding talks": the deed that the talks went with.
fn deed_beside(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let part = tree.role(verb) == Role::AdverbialClause && tree.form(verb).ends_with("ing");
    let word = |c: &&TokenIndex| tree.upos(**c) != Upos::PUNCT;
    let helped = tree.children(verb).iter().filter(word).any(|c| *c < verb);
    tree.head(verb)
        .filter(|deed| part && !helped && *deed < verb && tree.doc.tokens[deed.at()].past)
}

/// "likely to meet", "ready to meet", "hopes to meet": nobody has planned it.
fn merely_likely(reading: &Reading, verb: TokenIndex) -> bool {
    const REACH: u32 = 3;
    let start = reading.tree.sentence(verb).tokens.start.0;
    (verb.0.saturating_sub(REACH).max(start)..verb.0).map(TokenIndex).any(|t| {
        let disposed = matches!(reading.tree.form(t), "prepared" | "keen" | "happy" | "open");
        disposed
            || matches!(
                reading.tree.lemma(t).to_lowercase().as_str(),
                "likely"
                    | "unlikely"
                    | "ready"
                    | "willing"
                    | "hope"
                    | "want"
                    | "wish"
                    | "refuse"
                    | "decline"
                    | "offer"
                    | "propose"
                    | "seek"
                    | "eager"
                    | "reluctant"
                    | "able"
                    | "unable"
                    | "try"
                    | "fail"
            )
    })
}

fn modal_status(reading: &Reading, verb: TokenIndex, modal: &str) -> Option<Status> {
    let unreal = reading.tree.auxiliaries(verb).iter().any(|a| a == "have");
    match modal {
        _ if unreal => None,
        "will" | "'ll" | "shall" | "would" if !conditional(reading, verb) => {
            Some(Status::Scheduled)
        }
        // "the meeting may take place in May" tells of a meeting that is being arranged, "A may meet B" of none.
        "may" | "might" | "could" | "can" => {
            let meeting = reading.tree.subject(verb).is_some_and(|s| noun::is_meeting(reading, s));
            (meeting && time::of(reading, verb, verb).is_some()).then_some(Status::Scheduled)
        }
        _ => None,
    }
}

/// "is planning to meet", "traveled to X to meet", "refused to meet".
fn governed(reading: &Reading, verb: TokenIndex) -> Option<Status> {
    let tree = &reading.tree;
    let head = tree.head(verb)?;
    let lemma = tree.lemma(head);
    if tree.is_negated(head) || conditional(reading, head) {
        return None;
    }
    let passive_plan =
        matches!(lemma, "expect" | "schedule" | "set" | "due" | "supposed" | "likely");
    if PLANNING.contains(&lemma) || passive_plan {
        return Some(Status::Scheduled);
    }
    if GOING.contains(&lemma) {
        return of_verb(reading, head);
    }
    let to_be = matches!(lemma, "be") && !tree.doc.tokens[head.at()].past;
    to_be.then_some(Status::Scheduled)
}

/// Where a meeting told by a noun stands.
pub(crate) fn of_noun(reading: &Reading, noun: TokenIndex) -> Option<Status> {
    let tree = &reading.tree;
    let words: Vec<String> =
        tree.children(noun).iter().map(|c| tree.form(*c).to_lowercase()).collect();
    if words.iter().any(|w| OPEN.contains(&w.as_str())) {
        return None;
    }
    let (head, role) = (tree.head(noun), tree.role(noun));
    let taken = role.is_subject() || role == Role::Object;
    if taken && head.is_some_and(|head| put_off::state(reading, head).is_some()) {
        return None;
    }
    if is_ahead(reading, noun) || future_time(reading, noun) {
        return Some(Status::Scheduled);
    }
    let head = head?;
    match tree.lemma(head) {
        "take" | "hold" | "begin" | "open" | "start" | "convene" | "conclude" | "end"
        | "resume"
            if role.is_subject() =>
        {
            of_verb(reading, head)
        }
        "schedule" | "plan" | "expect" | "announce" | "arrange" => {
            (!tree.is_negated(head)).then_some(Status::Scheduled)
        }
        _ if role.is_subject() && dealt_with(reading, head) => Some(Status::Held),
        _ if merely_wanted(reading, noun, head) => None,
        _ => is_past(reading, noun).then_some(Status::Held).or_else(|| passed(reading, noun, head)),
    }
}

/// "called on Monday for talks", "rejected talks", "boycotted the session": whoever did so, no meeting is told.
fn merely_wanted(reading: &Reading, noun: TokenIndex, head: TokenIndex) -> bool {
    const SHUN: [&str; 14] = [
        "protest", "skip", "boycott", "miss", "avoid", "shun", "pull", "withdraw", "block",
        "leave", "brief", "advocate", "back", "support",
    ];
    use CueClass::*;
    let tree = &reading.tree;
    let verb = tree.verb_at(head);
    let lemma = tree.lemma(verb);
    let class = reading.lexicon.cue(lemma).map(|cue| cue.class);
    let particle = tree.preposition(noun);
    let called = reading.lexicon.cue(&format!("{lemma} {particle}")).map(|cue| cue.class);
    let wants = |class| matches!(class, Ask | Demand | Urge | CallFor | Propose | Reject | Deny);
    let taken = matches!(tree.role(noun), Role::Object | Role::PassiveSubject)
        || matches!(particle.as_str(), "for" | "of" | "from" | "about" | "against" | "in");
    let near = head == verb;
    near && taken && (SHUN.contains(&lemma) || [class, called].into_iter().flatten().any(wants))
        || tree.is_negated(verb) && taken
}

/// "the upcoming conference".
pub(crate) fn is_ahead(reading: &Reading, noun: TokenIndex) -> bool {
    let words = reading.tree.children(noun).iter().map(|c| reading.tree.form(*c).to_lowercase());
    words.into_iter().any(|word| AHEAD.contains(&word.as_str()))
}

/// "the talks focused on", "the meeting endorsed": what only a meeting that was held has done.
fn dealt_with(reading: &Reading, verb: TokenIndex) -> bool {
    const DEEDS: [&str; 22] = [
        "extend", "suspend", "discuss", "focus", "address", "endorse", "agree", "conclude",
        "review", "adopt", "cover", "tackle", "touch", "center", "centre", "deal", "gather", "end",
        "produce", "yield", "explore", "reaffirm",
    ];
    let tree = &reading.tree;
    let past = tree.doc.tokens[verb.at()].past && tree.modal(verb).is_none();
    past && DEEDS.contains(&tree.lemma(verb))
        && !tree.is_negated(verb)
        && !conditional(reading, verb)
}

/// "In his meeting with B, A said", "after talks with B": told as past in a past clause.
fn passed(reading: &Reading, noun: TokenIndex, head: TokenIndex) -> Option<Status> {
    let tree = &reading.tree;
    let preposition = tree.preposition(noun);
    let verb = tree.clause_of(head);
    let trip =
        matches!(tree.lemma(verb), "travel" | "fly" | "go" | "come" | "arrive" | "visit" | "pay");
    let went = preposition == "for" && trip && (head == verb || tree.head(head) == Some(verb));
    let beside =
        went || matches!(preposition.as_str(), "in" | "during" | "after" | "at" | "following");
    let past = tree.doc.tokens[verb.at()].past && tree.modal(verb).is_none();
    (beside && past && !conditional(reading, verb)).then_some(Status::Held)
}

fn conditional(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let marked = |t: TokenIndex| {
        tree.children_in(t, Role::Mark).any(|m| {
            matches!(
                tree.form(m).to_lowercase().as_str(),
                "if" | "whether" | "unless" | "before" | "until"
            )
        })
    };
    let hangs_on = tree.children_in(verb, Role::AdverbialClause).any(|c| {
        tree.children_in(c, Role::Mark).any(|m| matches!(tree.form(m), "if" | "unless" | "until"))
    });
    marked(verb) || hangs_on && tree.modal(verb).is_some() || only_if_behind(reading, verb)
}

/// "would meet him only if": a condition within a few words.
fn only_if_behind(reading: &Reading, verb: TokenIndex) -> bool {
    const REACH: u32 = 6;
    let end = reading.tree.sentence(verb).tokens.end.0;
    (verb.0 + 1..(verb.0 + REACH).min(end.saturating_sub(1))).map(TokenIndex).any(|t| {
        reading.tree.form(t) == "only"
            && matches!(reading.tree.form(TokenIndex(t.0 + 1)), "if" | "after" | "when")
    })
}

fn future_time(reading: &Reading, anchor: TokenIndex) -> bool {
    time_after(reading, anchor, true)
}

/// True if the anchor's time lies wholly before the page's own day.
pub(crate) fn is_past(reading: &Reading, anchor: TokenIndex) -> bool {
    time_after(reading, anchor, false)
}

/// True if the anchor's time lies after (or wholly before) the day of the page.
fn time_after(reading: &Reading, anchor: TokenIndex, after: bool) -> bool {
    let Some(mention) = time::of(reading, anchor, anchor) else { return false };
    let words = mention.evidence.words().to_lowercase();
    if words.contains("next") || words.contains("coming") {
        return after;
    }
    if words.starts_with("last") || words.ends_with("ago") || words.starts_with("yesterday") {
        return !after;
    }
    let published = reading.doc().article.published.as_ref().map(|p| p.when.last());
    match (mention.when, published) {
        (Some(when), Some(day)) if after => when.from > day,
        (Some(when), Some(day)) => when.last() <= day,
        _ => false,
    }
}
