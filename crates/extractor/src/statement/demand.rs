//! Demands: "demands the withdrawal", "urged Ankara to", "said troops must leave", "the priority is ending …".
//!
//! Fires on:  cues of asking, demanding, urging and wanting; necessity in the clause; stressing a need.
//! Silent on: what the speaker says that it must do itself ("we must wait"); what "must have been".

use lexicon::{CueClass, SpeechAct as CueAct};
use text::{Role, TokenIndex, Upos};

use crate::reading::Reading;
use crate::voice::{ContentForm, Speech};

/// Nouns of necessity under a cue of stressing: "the need for", "the importance of".
const NEEDS: [&str; 6] = ["need", "necessity", "importance", "priority", "urgency", "right"];

/// True if the speech wants something of somebody.
pub(crate) fn is(reading: &Reading, speech: &Speech) -> bool {
    let by_cue = matches!(
        speech.class,
        CueClass::Ask | CueClass::Demand | CueClass::Urge | CueClass::CallFor
    ) || speech.act == Some(CueAct::Demand) && speech.form != ContentForm::Clause;
    (by_cue
        && !insists_on_a_fact(reading, speech)
        && !super::commitment::charges_own(reading, speech))
        || stressed(reading, speech)
        || necessity(reading, speech)
}

/// "insisted that nobody had asked him": what was, is or will be is told, not demanded.
fn insists_on_a_fact(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    let told = speech.form == ContentForm::Clause && tree.lemma(speech.cue) == "insist";
    let wish = matches!(tree.modal(head).as_deref(), Some("must" | "should" | "ought"));
    let finite = tree.doc.tokens[head.at()].past
        || tree.modal(head).is_some()
        || tree.form(head) != tree.lemma(head)
        || tree.auxiliaries(head).iter().any(|a| a != "be");
    told && finite && !wish
}

/// "stressed the need for …", "that he had stressed the need".
fn stressed(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let cue = [speech.cue, speech.head]
        .into_iter()
        .find(|t| reading.lexicon.cue(tree.lemma(*t)).is_some_and(|c| c.class == CueClass::Stress));
    let stressed = |c: TokenIndex| tree.children_in(c, Role::Object).find(|o| *o > c);
    cue.and_then(stressed).is_some_and(|object| NEEDS.contains(&tree.lemma(object)))
}

/// "must", "should", "has to", "needs to", "the priority was ending", "expects is that they abandon".
fn necessity(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    let modal = matches!(tree.modal(head).as_deref(), Some("must" | "should" | "ought"));
    let others = tree.subject(head).is_some_and(|s| !first_person(tree.form(s)));
    let goal = tree
        .children(head)
        .iter()
        .copied()
        .chain([head])
        .filter(|c| tree.role(*c).is_subject() || *c == head)
        .filter(|c| tree.upos(*c) == Upos::NOUN)
        .any(|s| matches!(tree.lemma(s), "priority" | "goal" | "objective" | "aim" | "demand"));
    let goal = goal && !tree.is_negated(head);
    let unreal = tree.auxiliaries(head).iter().any(|a| a == "have");
    modal && others && !unreal || goal || wants(reading, speech) || awaited(reading, speech)
}

/// "What we expect is that they withdraw": the wish before, what is wished behind.
fn awaited(reading: &Reading, speech: &Speech) -> bool {
    const FRONT: u32 = 8;
    let tree = &reading.tree;
    let end = speech.tokens.end.0.min(speech.tokens.start.0 + FRONT);
    let mut front = (speech.tokens.start.0..end).map(TokenIndex);
    let led = front.next().is_some_and(|t| tree.form(t).eq_ignore_ascii_case("what"));
    let wish = |t: TokenIndex| {
        matches!(tree.lemma(t), "want" | "expect" | "demand" | "require" | "need" | "ask")
    };
    led && front.by_ref().any(wish) && front.any(|t| tree.lemma(t) == "be")
}

/// "We demand …", "Damascus wants …" where Damascus speaks: what others want is theirs.
fn wants(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    let wish =
        matches!(tree.lemma(head), "want" | "demand" | "require" | "need" | "insist" | "seek");
    let own = tree.child(head, Role::OpenComplement).is_some()
        && tree.child(head, Role::Object).is_none();
    wish && !own
        && !tree.is_negated(head)
        && tree.subject(head).is_some_and(|s| {
            let own = reading.actors.at(s).is_some_and(|a| speech.is_of(&a.parties));
            own || first_person(tree.form(s))
        })
}

/// "I", "we".
pub(crate) fn first_person(form: &str) -> bool {
    matches!(form.to_lowercase().as_str(), "i" | "we")
}
