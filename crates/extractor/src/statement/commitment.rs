//! Commitments: "agreed to continue meetings", "promised to raise it", "will stop tests", "would be tasked with …".
//!
//! Fires on:  cues of promising and agreeing; a clause in the future whose subject is the speaker's own
//!            side; tasks given to one's own people; "reaffirmed their desire".
//! Silent on: predictions about others, threats, what may or could happen, refusals.

use lexicon::{CueClass, SpeechAct as CueAct};
use record::{Evidence, Manner, Party, Phrase, Undertaking};
use text::{Role, TokenIndex, TokenRange, Upos};

use super::subject_parties;
use crate::reading::Reading;
use crate::voice::{ContentForm, Speech};

/// Verbs that bind, wherever they stand in what is said.
const BINDING: [&str; 10] = [
    "agree",
    "pledge",
    "promise",
    "vow",
    "undertake",
    "commit",
    "reaffirm",
    "guarantee",
    "halt",
    "freeze",
];

/// True if the speech binds its speaker.
pub(crate) fn is(reading: &Reading, speech: &Speech) -> bool {
    if is_a_threat(reading, speech) {
        return false;
    }
    let by_cue = speech.class == CueClass::Promise
        || speech.class == CueClass::Agree && !of_one_mind(reading, speech)
        || speech.act == Some(CueAct::Commitment) && speech.form != ContentForm::Clause;
    charges_own(reading, speech)
        || by_cue && !reading.tree.is_negated(speech.cue)
        || binds(reading, speech)
        || own_future(reading, speech)
}

/// "agreed that the talks were useful": an opinion; "agreed that envoys would meet" is not.
fn of_one_mind(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let stated = tree.child(speech.head, Role::Copula).is_some()
        || tree.doc.tokens[speech.head.at()].past
        || tree.form(speech.head).ends_with('s');
    speech.form == ContentForm::Clause && stated && tree.modal(speech.head).is_none()
}

/// Deeds that are threatened, not promised.
const HOSTILE: [&str; 14] = [
    "retaliate",
    "strike",
    "attack",
    "destroy",
    "crush",
    "punish",
    "avenge",
    "revenge",
    "annihilate",
    "fight",
    "respond",
    "bomb",
    "fury",
    "retaliation",
];

/// "vowed to retaliate", "warned that it would close the border": it binds nobody to anything that the other side wants.
pub(super) fn is_a_threat(reading: &Reading, speech: &Speech) -> bool {
    let mut tokens = (speech.tokens.start.0..speech.tokens.end.0).map(TokenIndex);
    let hostile = tokens.any(|t| HOSTILE.contains(&reading.tree.lemma(t)));
    matches!(speech.class, CueClass::Threaten | CueClass::Warn)
        || speech.class == CueClass::Promise && hostile
}

/// "instructed their deputies to work out a plan": a task for one's own people.
pub(crate) fn charges_own(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let charge = matches!(
        tree.lemma(speech.cue),
        "instruct" | "order" | "task" | "direct" | "tell" | "charge"
    );
    let object =
        tree.child(speech.cue, Role::Object).or(tree.child(speech.cue, Role::IndirectObject));
    charge
        && object.is_some_and(|o| {
            let own = tree.children(o).iter().any(|c| {
                matches!(tree.form(*c).to_lowercase().as_str(), "their" | "his" | "her" | "its")
            });
            own && matches!(
                tree.lemma(o),
                "deputy" | "official" | "minister" | "team" | "expert" | "diplomat" | "government"
            )
        })
}

fn binds(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    let passive = tree.child(head, Role::PassiveSubject).is_some();
    if passive
        && matches!(tree.lemma(head), "task" | "charge" | "instruct")
        && !tree.is_negated(head)
    {
        return !speculative(reading, head);
    }
    let charged = matches!(tree.lemma(head), "responsible") && tree.modal(head).is_some();
    let given = passive && tree.lemma(head) != "agree";
    let verb = tree.upos(head) == Upos::VERB;
    let binding = verb && !given && BINDING.contains(&tree.lemma(head)) && !tree.is_negated(head);
    (binding || charged) && ours(reading, speech, head) && !speculative(reading, head)
}

/// What one side does that the other wants: it needs no issue of the talks to be a promise.
const GIVING: [&str; 24] = [
    "deliver",
    "demine",
    "disclose",
    "exchange",
    "extradite",
    "free",
    "hand",
    "lift",
    "publish",
    "ratify",
    "reinstate",
    "release",
    "reopen",
    "repatriate",
    "restore",
    "resume",
    "return",
    "send",
    "sign",
    "submit",
    "transfer",
    "unblock",
    "unfreeze",
    "withdraw",
];

/// "North Korea will stop tests", "we would prepare", said by that side.
fn own_future(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    let future = matches!(tree.modal(head).as_deref(), Some("will" | "shall" | "'ll" | "would"));
    let does = !matches!(
        tree.lemma(head),
        "be" | "have" | "see" | "know" | "remain" | "meet" | "mount" | "reach" | "take"
    ) && tree.child(head, Role::Copula).is_none();
    let active = tree.child(head, Role::PassiveSubject).is_none();
    let of_talks = !reading.issues(speech.tokens).is_empty() || GIVING.contains(&tree.lemma(head));
    let anyone = tree.subject(head).is_some_and(|s| people(tree.lemma(s)));
    let does = does && !(anyone && happens(tree.lemma(head)));
    future && does && active && of_talks && !tree.is_negated(head) && ours(reading, speech, head)
}

/// What befalls a country rather than what it does.
fn happens(lemma: &str) -> bool {
    matches!(
        lemma,
        "continue"
            | "suffer"
            | "face"
            | "become"
            | "lose"
            | "need"
            | "collapse"
            | "fall"
            | "benefit"
            | "depend"
            | "grow"
            | "lead"
    )
}

/// What a body of states calls others by: "the two sides", "both countries".
const SIDES: [&str; 4] = ["side", "country", "nation", "government"];

/// The subject is the speaker's own side, or includes it.
pub(super) fn ours(reading: &Reading, speech: &Speech, head: TokenIndex) -> bool {
    let tree = &reading.tree;
    let Some(subject) = tree.subject(head) else { return true };
    if super::demand::first_person(tree.form(subject)) {
        return true;
    }
    let theirs = crate::actor::parties_of(reading.actors.group(tree, subject));
    if theirs.is_empty() && speech.manner == Manner::Verbatim {
        // In one's own words "they", "the government" and "the other side" are others.
        return matches!(tree.lemma(subject), "deputy" | "expert" | "minister" | "official");
    }
    if theirs.is_empty() {
        let of_others = SIDES.contains(&tree.lemma(subject))
            && speech.parties().iter().all(Party::is_intergovernmental);
        let governs = matches!(tree.lemma(subject), "government" | "country" | "nation");
        let state = |party: &Party| party.0.len() == 3;
        let of_rulers = governs && !speech.parties().iter().any(state);
        return people(tree.lemma(subject)) && !of_others && !of_rulers;
    }
    speech.is_of(&theirs)
}

fn people(lemma: &str) -> bool {
    matches!(
        lemma,
        "side"
            | "minister"
            | "deputy"
            | "official"
            | "country"
            | "nation"
            | "government"
            | "it"
            | "they"
            | "expert"
    )
}

fn speculative(reading: &Reading, head: TokenIndex) -> bool {
    matches!(reading.tree.modal(head).as_deref(), Some("may" | "might" | "could" | "should"))
}

/// Who is bound to do what, by when.
pub(crate) fn undertaking(reading: &Reading, speech: &Speech) -> Option<Undertaking> {
    let tokens = action(reading, speech);
    let span = reading.tree.trimmed(tokens)?;
    let evidence = Evidence::cut(&reading.doc().article, span)?;
    let due = super::due::of(reading, span, speech.cue);
    Some(Undertaking { by: subject_parties(reading, speech), action: Phrase { evidence }, due })
}

/// The verb phrase that is promised: the infinitive or the gerund ("tasked with preparing"), else the clause without its
/// subject.
fn action(reading: &Reading, speech: &Speech) -> TokenRange {
    let tree = &reading.tree;
    let cue = if tree.role(speech.head).is_subject() { speech.cue } else { speech.head };
    let bare = |verb| tree.is_infinitive(verb) || tree.form(verb).ends_with("ing");
    let itself = Some(speech.head).filter(|head| tree.is_infinitive(*head));
    let inner = itself
        .or_else(|| tree.child(cue, Role::OpenComplement))
        .or_else(|| tree.children_in(cue, Role::AdverbialClause).find(|c| *c > cue && bare(*c)))
        .filter(|c| speech.tokens.contains(*c));
    // "pledged not to use force": the *not* is promised too.
    let not = |verb: TokenIndex, to: TokenIndex| {
        let before = tree.children_in(verb, Role::Negation).find(|n| *n < to);
        before.filter(|n| n.0 + 1 == to.0).unwrap_or(TokenIndex(to.0 + 1))
    };
    let start = |verb: TokenIndex| tree.infinitive_mark(verb).map_or(verb, |to| not(verb, to));
    match inner {
        Some(verb) if Some(verb) == itself => {
            TokenRange { start: start(verb), end: speech.tokens.end }
        }
        Some(verb) => TokenRange { start: start(verb), end: tree.subtree(verb).end },
        None => TokenRange { start: start(cue).max(speech.tokens.start), end: speech.tokens.end },
    }
}
