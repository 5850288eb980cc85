//! A verb of saying with its speaker: "Mekdad said that …", "Damascus demands …", "…," she added.
//!
//! Reads:  a finite cue verb of the lexicon whose subject is an actor, or a noun of saying that an
//!         actor owns ("the ministry's statement said"); its clause, its quotation, its infinitive
//!         or its object as content.
//! Silent: cues without an actor, negated cues ("did not say"), cues in questions.

use lexicon::{Cue, CueClass, Takes};
use record::{ActorKind, Manner};
use text::{Role, TokenIndex, Upos};

use super::content::{self, Piece};
use super::{ContentForm, Saying, Speech};
use crate::actor::Actor;
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Speech> {
    let verbs = reading.tokens();
    verbs
        .filter_map(|verb| Some((verb, cue_of(reading, verb)?)))
        .flat_map(|(verb, cue)| at(reading, verb, cue))
        .collect()
}

/// The cue that a verb is, with its particle or preposition if the lexicon knows it so.
fn cue_of<'a>(reading: &Reading<'a>, verb: TokenIndex) -> Option<&'a Cue> {
    let tree = &reading.tree;
    let quoted_as = matches!(tree.form(verb), "saying" | "telling")
        && verb.0 > 0
        && tree.form(TokenIndex(verb.0 - 1)) == "as";
    if tree.upos(verb) != Upos::VERB || quoted_as {
        return None;
    }
    let lemma = tree.lemma(verb);
    let particles = tree.children(verb).iter().filter_map(|c| match tree.role(*c) {
        Role::Particle => Some(tree.form(*c).to_lowercase()),
        Role::Oblique => Some(tree.preposition(*c)),
        _ => None,
    });
    particles
        .filter(|p| !p.is_empty())
        .find_map(|p| reading.lexicon.cue(&format!("{lemma} {p}")))
        .or_else(|| reading.lexicon.cue(lemma))
}

fn at(reading: &Reading, verb: TokenIndex, cue: &Cue) -> Vec<Speech> {
    let tree = &reading.tree;
    let silent = tree.is_negated(verb) && !matches!(cue.class, CueClass::Deny | CueClass::Reject);
    let open = matches!(
        tree.modal(verb).as_deref(),
        Some("may" | "might" | "could" | "can" | "would" | "should")
    );
    if cue.class == CueClass::Discuss || silent || open {
        return Vec::new();
    }
    let asked = tree.role(verb) == Role::AdverbialClause
        && tree.form(verb).to_lowercase().ends_with("ed")
        && !tree.children(verb).iter().any(|c| tree.role(*c).is_subject());
    if asked {
        return Vec::new();
    }
    let passive = tree.child(verb, Role::PassiveSubject).is_some();
    let Some(speaker) = speaker(reading, verb, passive) else { return Vec::new() };
    let (speaker, relays) = cited(reading, verb, speaker);
    let pieces = pieces(reading, verb, cue, passive);
    let speech = |piece: Piece| {
        let piece = Piece { manner: manner(cue.class, piece.manner), ..piece };
        let saying = Saying { cue: verb, class: cue.class, act: cue.act };
        Speech::of(piece, &speaker, &relays, saying)
    };
    pieces.into_iter().map(speech).collect()
}

fn manner(class: CueClass, manner: Manner) -> Manner {
    if class == CueClass::Believe && manner == Manner::Paraphrase {
        Manner::Inferred
    } else {
        manner
    }
}

/// Who speaks: the subject's actor and those joined to it; in the passive the agent.
fn speaker(reading: &Reading, verb: TokenIndex, passive: bool) -> Option<Vec<Actor>> {
    let tree = &reading.tree;
    let subject = if passive {
        tree.child(verb, Role::Agent)?
    } else {
        beside_a_comma(reading, verb)
            .or_else(|| tree.subject(verb))
            .or_else(|| before(reading, verb))?
    };
    if let Some(actor) = reading.actors.at(subject) {
        let group = reading.actors.group(tree, subject);
        let group: Vec<Actor> = group.into_iter().cloned().collect();
        let alike = group.iter().all(|a| a.kind != ActorKind::Outlet);
        return Some(if alike { group } else { vec![actor.clone()] });
    }
    let owner = tree.child(subject, Role::Possessive)?;
    let spoken = matches!(
        tree.lemma(subject),
        "statement" | "spokesman" | "spokeswoman" | "readout" | "office" | "communique" | "tweet"
    );
    let actor = spoken.then(|| reading.actors.at(owner))??;
    Some(vec![actor.clone()])
}

/// "…, the ministry said": the actor between a comma or closing mark and the verb.
fn beside_a_comma(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let token = before(reading, verb)?;
    let actor = reading.actors.at(token)?;
    let first = reading
        .actors
        .group(&reading.tree, token)
        .first()
        .map_or(actor.tokens.start, |a| a.tokens.start);
    let mark = reading.tree.form(TokenIndex(first.0.checked_sub(1)?));
    (mark == "," || crate::tree::is_quote(mark)).then_some(token)
}

/// The actor just before a verb, for where the parse lost the subject: "…, the ministry said".
fn before(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let mut at = verb;
    while at.0 > 0 {
        at = TokenIndex(at.0 - 1);
        if reading.tree.sentence_index(at) != reading.tree.sentence_index(verb) {
            return None;
        }
        if reading.actors.at(at).is_some() {
            return Some(at);
        }
        if !matches!(reading.tree.upos(at), Upos::AUX | Upos::ADV) {
            return None;
        }
    }
    None
}

/// "RIA said, citing the ministry": the ministry speaks, RIA passes on.
fn cited(reading: &Reading, verb: TokenIndex, speaker: Vec<Actor>) -> (Vec<Actor>, Vec<Actor>) {
    let tree = &reading.tree;
    let cited = tree
        .children_in(verb, Role::AdverbialClause)
        .filter(|c| matches!(tree.lemma(*c), "cite" | "quote"))
        .find_map(|c| tree.child(c, Role::Object))
        .and_then(|object| reading.actors.at(object));
    match cited {
        Some(actor) => (vec![actor.clone()], speaker),
        None => (speaker, Vec::new()),
    }
}

/// Verbs that may be put behind what is said.
fn says(class: CueClass) -> bool {
    use CueClass::*;
    matches!(
        class,
        Say | Report | Announce | Confirm | Stress | Warn | Admit | Believe | Quote | Express
    )
}

/// What is said, in one piece or in several clauses.
fn pieces(reading: &Reading, verb: TokenIndex, cue: &Cue, passive: bool) -> Vec<Piece> {
    let tree = &reading.tree;
    let open = tree.child(verb, Role::OpenComplement).is_some();
    if open
        && matches!(cue.class, CueClass::Promise | CueClass::Agree)
        && acts_by_itself(cue, ContentForm::Infinitive)
    {
        let told = !subordinate(reading, verb);
        return content::phrase(reading, verb, ContentForm::Infinitive)
            .filter(|_| told)
            .into_iter()
            .collect();
    }
    let after: Vec<TokenIndex> =
        tree.children_in(verb, Role::Complement).filter(|c| *c > verb).collect();
    if let Some(first) = after.first() {
        return content::clauses(reading, *first, verb);
    }
    let tells = cue.takes.contains(&Takes::That) || cue.takes.contains(&Takes::Quote);
    if tells
        && cue.class != CueClass::Agree
        && beside_a_comma(reading, verb).is_some()
        && let Some(piece) = content::before_comma(reading, verb)
    {
        return vec![piece];
    }
    let clauses: Vec<TokenIndex> = tree.children_in(verb, Role::Complement).collect();
    if !clauses.is_empty() {
        return clauses.into_iter().flat_map(|c| content::clauses(reading, c, verb)).collect();
    }
    let quoted = content::quoted_beside(reading, verb);
    if !quoted.is_empty() && cue.takes.contains(&Takes::Quote) {
        return quoted;
    }
    if let Some(piece) = content::host(reading, verb).filter(|_| says(cue.class)) {
        return vec![piece];
    }
    if passive {
        return Vec::new();
    }
    if says(cue.class)
        && cue.act.is_none()
        && let Some(piece) = content::behind(reading, verb)
    {
        return vec![piece];
    }
    let form = if tree.child(verb, Role::OpenComplement).is_some() {
        ContentForm::Infinitive
    } else {
        ContentForm::Nominal
    };
    let told = acts_by_itself(cue, form) && !subordinate(reading, verb);
    if told { content::phrase(reading, verb, form).into_iter().collect() } else { Vec::new() }
}

/// True where the verb with its infinitive or object is itself the act: "demands the withdrawal".
///
/// Narrated intentions ("plans to meet", "sought to influence") and reactions ("endorsed") are not.
fn acts_by_itself(cue: &Cue, form: ContentForm) -> bool {
    use CueClass::*;
    if matches!(
        cue.lemma,
        "plan" | "intend" | "expect" | "hope" | "try" | "aim" | "accept" | "endorse"
    ) {
        return false;
    }
    match form {
        ContentForm::Infinitive => {
            matches!(cue.class, Promise | Agree | Demand | Propose | Ask | Urge | Reject | Deny)
                && !matches!(cue.lemma, "seek" | "ask" | "decline")
        }
        ContentForm::Nominal => {
            cue.takes.contains(&Takes::Nominal)
                && matches!(
                    cue.class,
                    Demand
                        | CallFor
                        | Ask
                        | Deny
                        | Reject
                        | Propose
                        | Stress
                        | Promise
                        | Describe
                        | Express
                        | Admit
                )
        }
        ContentForm::Clause => true,
    }
}

/// Words that make what follows a condition or a time, not a deed.
const SUBORDINATORS: [&str; 8] =
    ["before", "if", "unless", "until", "after", "whether", "once", "because"];

/// "before Kim agrees to", "if they accept": told as a condition, not as done.
fn subordinate(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let is = |t: TokenIndex| SUBORDINATORS.contains(&tree.form(t).to_lowercase().as_str());
    let before = |s: TokenIndex| {
        let first = reading.actors.at(s).map_or(s, |a| a.tokens.start);
        first.0.checked_sub(1).map(TokenIndex).is_some_and(is)
    };
    tree.children_in(verb, Role::Mark).any(is) || tree.subject(verb).is_some_and(before)
}
