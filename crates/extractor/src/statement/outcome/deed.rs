//! Deeds, done or not done, that may be the end of a promise: "handed over the maps on March 18", "has still not
//! returned the bodies".
//!
//! Fires on:  verbs of doing what is promised, in the past or the perfect, with whoever did it, or in the passive;
//!            *did not* and *has not* with them, *failed to*, *has yet to*.
//! Silent on: what may or should be done, conditions and questions, what is wished, believed or denied, participles
//!            that only describe ("the prisoners released in May"), deeds of somebody who stands for no party,
//!            meetings and visits.

use lexicon::CueClass;
use record::{Claim, Deed, Evidence, Outcome, OutcomeMention, Party, Phrase};
use text::{BlockKind, Role, Span, TokenIndex, TokenRange, Upos};

use super::asserted;
use crate::actor::parties_of;
use crate::meeting::{around, is_meeting, time};
use crate::reading::Reading;
use crate::statement::precondition;
use crate::voice::Speech;

/// What is promised, and done. Verbs of saying and meeting are others' to read.
const DEEDS: [&str; 59] = [
    "allow",
    "appoint",
    "clear",
    "close",
    "complete",
    "deliver",
    "demarcate",
    "demine",
    "deploy",
    "destroy",
    "disarm",
    "disband",
    "disclose",
    "dismantle",
    "dispatch",
    "evacuate",
    "exchange",
    "extradite",
    "finalise",
    "finalize",
    "finish",
    "form",
    "free",
    "grant",
    "halt",
    "hand",
    "launch",
    "leave",
    "lift",
    "open",
    "pay",
    "provide",
    "publish",
    "pull",
    "ratify",
    "reinstate",
    "release",
    "remove",
    "reopen",
    "repatriate",
    "repeal",
    "replace",
    "restore",
    "resume",
    "return",
    "revoke",
    "send",
    "share",
    "ship",
    "sign",
    "stop",
    "submit",
    "surrender",
    "suspend",
    "transfer",
    "unblock",
    "unfreeze",
    "vacate",
    "withdraw",
];

/// Those that also say of a thing that it did so by itself: "the crossing reopened on Sunday".
const BY_ITSELF: [&str; 5] = ["close", "open", "reopen", "resume", "return"];

/// What is paid and promised nobody.
const SHOWN: [&str; 4] = ["attention", "respect", "tribute", "visit"];

/// All of them.
pub(super) fn claims(reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let told = reading.tokens().filter(|t| in_the_body(reading, *t));
    told.filter_map(|t| Told::at(reading, speeches, t)?.claim()).collect()
}

fn in_the_body(reading: &Reading, token: TokenIndex) -> bool {
    let block = reading.doc().article.blocks.get(reading.tree.sentence(token).block);
    block.is_none_or(|b| b.kind == BlockKind::Paragraph)
}

/// A deed that is told.
struct Told<'r, 'a> {
    reading: &'r Reading<'a>,
    speech: Option<&'r Speech>,
    verb: TokenIndex,
    /// The verb that says whether it is so: "failed" of "failed to return".
    asserted: TokenIndex,
    outcome: Outcome,
}

impl<'r, 'a> Told<'r, 'a> {
    fn at(
        reading: &'r Reading<'a>,
        speeches: &'r [Speech],
        verb: TokenIndex,
    ) -> Option<Told<'r, 'a>> {
        let tree = &reading.tree;
        let is_deed = tree.upos(verb) == Upos::VERB && DEEDS.contains(&tree.lemma(verb));
        let asserted = if is_deed { asserted(reading, verb) } else { None }?;
        let negated = tree.is_negated(verb) || tree.is_negated(asserted);
        let outcome = match (asserted != verb, negated) {
            (true, true) => return None,
            (false, false) => Outcome::Done,
            _ => Outcome::NotDone,
        };
        let speech = around(speeches, verb).filter(|s| s.cue != asserted);
        let meant = speech.is_none_or(|s| is_of_facts(s.class)) && !is_asked(reading, verb);
        (meant && is_fact(reading, speeches, asserted, 0)).then_some(Told {
            reading,
            speech,
            verb,
            asserted,
            outcome,
        })
    }

    fn claim(&self) -> Option<Claim> {
        let Told { reading, .. } = self;
        let tree = &reading.tree;
        let article = &reading.doc().article;
        let thing = self.thing();
        let object = thing.or_else(|| tree.child(self.verb, Role::Object));
        let is_no_deed = |o: TokenIndex| {
            let shown = SHOWN.contains(&tree.lemma(o));
            tree.upos(o) == Upos::PRON || shown || is_meeting(reading, o)
        };
        if object.is_some_and(is_no_deed) {
            return None;
        }
        let by = self.by(thing)?;
        let words = tree.trimmed(self.words(thing)?)?;
        let deed = Deed {
            verb: self.word(self.verb)?,
            lemma: tree.lemma(self.verb).to_owned(),
            thing: object.and_then(|o| self.word(self.counted(o))),
            time: time::of(reading, self.verb, self.asserted),
        };
        let promise = Phrase { evidence: Evidence::cut(article, words)? };
        let shown = self.shown(&deed, words);
        let mention = OutcomeMention { by, promise, outcome: self.outcome, deed: Some(deed) };
        super::built(reading, self.speech, mention, (shown, "outcome/deed"))
    }

    fn word(&self, token: TokenIndex) -> Option<Phrase> {
        let one = TokenRange { start: token, end: TokenIndex(token.0 + 1) };
        let span = self.reading.tree.bytes(one);
        Some(Phrase { evidence: Evidence::cut(&self.reading.doc().article, span)? })
    }

    /// "prisoners" of "25 of the prisoners", "the last of the prisoners".
    fn counted(&self, noun: TokenIndex) -> TokenIndex {
        let tree = &self.reading.tree;
        let counts = tree.upos(noun) == Upos::NUM
            || matches!(
                tree.lemma(noun),
                "dozen"
                    | "half"
                    | "hundred"
                    | "last"
                    | "most"
                    | "number"
                    | "part"
                    | "rest"
                    | "some"
            );
        let whole = tree.by_preposition(noun, &["of"]).into_iter().next();
        whole.filter(|_| counts).unwrap_or(noun)
    }

    /// "has still not returned the bodies", "handed over the maps on March 18".
    fn shown(&self, deed: &Deed, words: Span) -> Span {
        let tree = &self.reading.tree;
        let says = |t: &&TokenIndex| {
            matches!(tree.role(**t), Role::Auxiliary | Role::Negation | Role::Modal)
        };
        let first = tree.children(self.asserted).iter().filter(says).min();
        let start = first.map_or(self.asserted, |first| self.asserted.min(*first));
        let told = tree.bytes(TokenRange { start, end: TokenIndex(start.0 + 1) }).cover(words);
        let time = deed.time.as_ref().map(|time| time.evidence.span());
        let close = time.filter(|time| {
            let words = self.reading.tokens_in(told.cover(*time), tree.sentence(self.verb).span);
            let all = words.map_or(0, |words| words.end.0 - words.start.0);
            let own = self.reading.tokens_in(told, told).map_or(0, |own| own.end.0 - own.start.0);
            time.start() >= told.end() && all <= own + 5
        });
        close.map_or(told, |time| told.cover(time))
    }

    /// What it was done to, where it stands as the subject: of a passive, and of what a thing does by itself.
    fn thing(&self) -> Option<TokenIndex> {
        let tree = &self.reading.tree;
        let passive = tree.child(self.asserted, Role::PassiveSubject);
        let alone = BY_ITSELF.contains(&tree.lemma(self.verb))
            && tree.child(self.verb, Role::Object).is_none();
        let subject = || tree.subject(self.asserted).filter(|s| self.group(*s).is_empty());
        passive.or_else(|| subject().filter(|s| alone && tree.upos(*s) == Upos::NOUN))
    }

    /// Who did it. `None` if it is somebody of no party.
    fn by(&self, thing: Option<TokenIndex>) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        let agent = tree.child(self.verb, Role::Agent);
        let Some(thing) = thing else {
            let by = self.group(tree.subject(self.asserted)?);
            return Some(by).filter(|by| !by.is_empty());
        };
        let whose = agent.or_else(|| tree.child(thing, Role::Possessive)).unwrap_or(thing);
        let by = self.group(whose);
        (agent.is_none() || !by.is_empty()).then_some(by)
    }

    /// Who a word stands for, and whose troops it is.
    fn group(&self, token: TokenIndex) -> Vec<Party> {
        let named = parties_of(self.reading.actors.group(&self.reading.tree, token));
        let side = precondition::side(self.reading, token).filter(|_| named.is_empty());
        named.into_iter().chain(side).collect()
    }

    /// "handed over the maps of the minefields", "Russian troops were withdrawn from the district": without the time.
    fn words(&self, thing: Option<TokenIndex>) -> Option<TokenRange> {
        let tree = &self.reading.tree;
        let start = thing.map_or(self.verb, |thing| tree.subtree(thing).start);
        let mut end = TokenIndex(self.verb.0 + 1);
        let told = |c: &&TokenIndex| **c > self.verb && !self.is_time(**c);
        for part in tree.children(self.verb).iter().filter(told) {
            if !matches!(tree.role(*part), Role::Object | Role::Oblique | Role::Particle) {
                continue;
            }
            let tokens = tree.subtree(*part);
            if tokens.start <= end {
                end = end.max(self.plain(*part, tokens).end);
            }
        }
        let says_what = thing.is_some() || end.0 > self.verb.0 + 1;
        (says_what && start <= self.verb).then_some(TokenRange { start, end })
    }

    /// A nominal up to the time or the clause that tells more of it.
    fn plain(&self, nominal: TokenIndex, tokens: TokenRange) -> TokenRange {
        let tree = &self.reading.tree;
        let clause = |t: &TokenIndex| {
            matches!(tree.role(*t), Role::RelativeClause | Role::Apposition | Role::Conjunct)
                || matches!(tree.form(*t), "," | "—" | "–" | "-")
        };
        let behind = || (nominal.0 + 1..tokens.end.0).map(TokenIndex);
        let time = behind().find(|t| self.is_time(*t));
        let before = |t: TokenIndex| {
            let led = t.0 > nominal.0 + 1 && tree.upos(TokenIndex(t.0 - 1)) == Upos::ADP;
            TokenIndex(t.0 - u32::from(led))
        };
        let after = behind().find(clause).into_iter().chain(time.map(before)).min();
        TokenRange { start: tokens.start, end: after.unwrap_or(tokens.end) }
    }

    fn is_time(&self, nominal: TokenIndex) -> bool {
        let span = self.reading.doc().tokens[nominal.at()].span;
        self.reading.doc().times.iter().any(|time| time.span.contains(span))
    }
}

/// True for what is reported as so, by whatever word.
fn is_of_facts(class: CueClass) -> bool {
    use CueClass::*;
    matches!(class, Say | Announce | Confirm | Admit | Report | Stress | Quote | Accuse | Describe)
}

/// "Has Iran returned the bodies?"
fn is_asked(reading: &Reading, verb: TokenIndex) -> bool {
    let sentence = reading.tree.sentence(verb).tokens;
    let last = (sentence.start.0..sentence.end.0).rev().map(TokenIndex);
    last.take(2).any(|t| reading.tree.form(t).contains('?'))
}

/// In the past or the perfect, with a subject, and under nothing that leaves it open.
fn is_fact(reading: &Reading, speeches: &[Speech], verb: TokenIndex, depth: u8) -> bool {
    let tree = &reading.tree;
    let own = tree.children(verb).iter().any(|c| tree.role(*c).is_subject());
    let above = tree.head(verb);
    let holds = || above.is_some_and(|v| depth < 4 && is_fact(reading, speeches, v, depth + 1));
    let stands = match tree.role(verb) {
        Role::Conjunct => own || holds(),
        Role::Complement => own && above.is_some_and(|v| is_told_by(reading, speeches, v)),
        Role::AdverbialClause => own && above.is_some_and(|v| tree.modal(v).is_none()),
        Role::NounClause | Role::OpenComplement | Role::ClausalSubject => false,
        _ => own,
    };
    let has_yet = tree.lemma(verb) == "have" && tree.has_modifier(verb, &["yet", "still"]);
    let auxiliaries = tree.auxiliaries(verb);
    let one_of = |forms: &[&str]| auxiliaries.iter().any(|aux| forms.contains(&aux.as_str()));
    let past = tree.doc.tokens[verb.at()].past && !one_of(&["is", "are"]);
    let told = past || has_yet || one_of(&["did", "has", "have", "had", "was", "were"]);
    stands && told && tree.modal(verb).is_none() && !is_open(reading, verb)
}

/// A verb of somebody's who is known, or one of telling facts: "residents said".
fn is_told_by(reading: &Reading, speeches: &[Speech], verb: TokenIndex) -> bool {
    let told =
        matches!(reading.tree.lemma(verb), "say" | "report" | "confirm" | "announce" | "add");
    let said = told || speeches.iter().any(|s| s.cue == verb);
    said && !reading.tree.is_negated(verb)
}

/// Behind a word that leaves open whether it is so.
fn is_open(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let open = |m: &TokenIndex| {
        let form = tree.form(*m).to_lowercase();
        matches!(form.as_str(), "if" | "unless" | "whether" | "until" | "before" | "once" | "till")
    };
    let hedged = tree.has_modifier(verb, &["allegedly", "reportedly", "almost", "nearly"]);
    tree.is_infinitive(verb) || hedged || tree.children(verb).iter().any(|c| *c < verb && open(c))
}
