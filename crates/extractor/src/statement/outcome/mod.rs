//! What is said to have become of a promise: "reneged on its pledge to withdraw", "kept its promise".
//!
//! Fires on:  verbs of breaking and keeping with a promise as what is broken or kept, told as done; *failed to*
//!            and *did not* with a verb of keeping; *accused X of breaking* in the accuser's voice; *superseded*.
//! Silent on: what may or will be kept, what is denied, promises without words of their own ("broke its word"),
//!            another side's promise.

mod deed;

use lexicon::CueClass;
use record::{Certainty, Claim, Content, Evidence, Outcome, OutcomeMention, Party, Phrase, Tool};
use text::{Role, Span, TokenIndex, TokenRange, Upos};

use crate::actor::parties_of;
use crate::meeting::around;
use crate::reading::Reading;
use crate::voice::{self, Speech};

const VERSION: u32 = 1;

/// What can be kept or broken.
const PROMISES: [&str; 12] = [
    "promise",
    "pledge",
    "commitment",
    "undertaking",
    "vow",
    "obligation",
    "agreement",
    "deal",
    "accord",
    "truce",
    "ceasefire",
    "treaty",
];

/// All of them.
pub(crate) fn claims(reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let told = reading.tokens().filter(|t| !reading.in_marked_headline(*t));
    let named = told.filter_map(|t| Told::at(reading, speeches, t)?.claim());
    named.chain(deed::claims(reading, speeches)).collect()
}

/// The claim of what was read, in its voice, by a rule of this name from these words.
fn built(
    reading: &Reading,
    speech: Option<&Speech>,
    mention: OutcomeMention,
    (shown, rule): (Span, &str),
) -> Option<Claim> {
    let article = &reading.doc().article;
    let attribution = speech.map_or_else(|| voice::page(reading), |s| s.attribution(reading));
    let read = (Evidence::cut(article, shown)?, Tool::rule(rule, VERSION));
    Some(Claim::new(article.id, Content::Outcome(mention), (attribution, Certainty::FACT), read))
}

/// What the verb says of a promise when nothing stands against it.
fn named(lemma: &str) -> Option<Outcome> {
    Some(match lemma {
        "break" | "violate" | "breach" | "renege" | "flout" | "backtrack" | "betray" => {
            Outcome::Broken
        }
        "honour" | "honoure" | "honor" | "keep" | "fulfil" | "fulfill" | "respect"
        | "implement" | "meet" | "deliver" | "live" | "make" => Outcome::Kept,
        "supersede" | "overtake" | "supplant" | "replace" => Outcome::Overtaken,
        "go" => Outcome::Broken,
        _ => return None,
    })
}

/// A verb that tells an outcome.
struct Told<'r, 'a> {
    reading: &'r Reading<'a>,
    speeches: &'r [Speech],
    verb: TokenIndex,
    /// The noun of the promise.
    promise: TokenIndex,
    /// True for "part of its pledge".
    part: bool,
    /// The verb that says whether it is so: "failed" of "failed to honour".
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
        if let Some((promise, asserted)) = unkept(reading, verb) {
            let (part, outcome) = (false, Outcome::Broken);
            return Some(Told { reading, speeches, verb, promise, part, asserted, outcome });
        }
        let plain = named(tree.lemma(verb)).filter(|_| tree.upos(verb) == Upos::VERB)?;
        let (promise, part) = promise(reading, verb)?;
        let asserted = asserted(reading, verb)?;
        let outcome = turned(reading, verb, asserted, plain)?;
        Some(Told { reading, speeches, verb, promise, part, asserted, outcome })
    }

    fn claim(&self) -> Option<Claim> {
        let Told { reading, .. } = self;
        let denied = |s: &&Speech| matches!(s.class, CueClass::Deny | CueClass::Reject);
        let above = reading.tree.head(self.verb);
        let charging = || self.speeches.iter().find(|s| Some(s.cue) == above);
        let speech = around(self.speeches, self.verb).or_else(charging);
        let refuted = self.speeches.iter().filter(denied).any(|s| s.tokens.contains(self.verb));
        if refuted || !self.is_told_as_done(speech) {
            return None;
        }
        let doc = reading.doc();
        let words = reading.tree.trimmed(self.words()?)?;
        let promise = Phrase { evidence: Evidence::cut(&doc.article, words)? };
        let by = self.by()?;
        let mention = OutcomeMention { by, promise, outcome: self.outcome(), deed: None };
        let from = self.asserted.min(self.verb);
        let shown =
            reading.tree.bytes(TokenRange { start: from, end: TokenIndex(self.verb.0 + 1) });
        built(reading, speech, mention, (shown.cover(words), "outcome"))
    }

    fn outcome(&self) -> Outcome {
        let partly =
            self.part || self.reading.tree.has_modifier(self.verb, &["partly", "partially"]);
        if partly && self.outcome == Outcome::Kept { Outcome::Partly } else { self.outcome }
    }

    /// In the past or the perfect, without modal and condition; or laid to somebody's charge by a voice.
    fn is_told_as_done(&self, speech: Option<&Speech>) -> bool {
        let tree = &self.reading.tree;
        let open = tree.children_in(self.asserted, Role::Mark).any(|m| {
            matches!(tree.form(m).to_lowercase().as_str(), "if" | "unless" | "whether" | "until")
        });
        let yet = tree.has_modifier(self.asserted, &["yet"]);
        let past = tree.doc.tokens[self.asserted.at()].past;
        let negated = tree.is_negated(self.asserted) && self.outcome == Outcome::Broken;
        let did = tree
            .auxiliaries(self.asserted)
            .iter()
            .any(|a| matches!(a.as_str(), "did" | "has" | "have" | "had"));
        let charged = tree.form(self.verb).ends_with("ing")
            && speech.is_some_and(|s| s.class == CueClass::Accuse);
        let stands = unkept(self.reading, self.verb).is_some();
        let told = past || negated && did || charged || stands;
        tree.modal(self.asserted).is_none() && !open && !yet && told
    }

    /// The words for the promise; none if it is only called one.
    fn words(&self) -> Option<TokenRange> {
        let tree = &self.reading.tree;
        let noun = tree.subtree(self.promise);
        let case = |t: &TokenIndex| tree.role(*t) == Role::Case;
        let start = (noun.start.0..noun.end.0).map(TokenIndex).find(|t| !case(t))?;
        let end = self.infinitive_behind(noun).unwrap_or(noun.end);
        let treaty = matches!(tree.lemma(self.promise), "truce" | "ceasefire");
        let says_what =
            end > noun.end || tree.children(self.promise).iter().any(|t| of_content(tree.role(*t)));
        (treaty || says_what).then_some(TokenRange { start, end })
    }

    /// "its pledge [to open the crossing]", whatever the parse hangs it on.
    fn infinitive_behind(&self, noun: TokenRange) -> Option<TokenIndex> {
        let tree = &self.reading.tree;
        let to = noun.end;
        let sentence = tree.sentence(self.verb).tokens;
        let marks = to < sentence.end && tree.form(to) == "to" && tree.role(to) == Role::Mark;
        let verb = tree.head(to).filter(|v| marks && *v > to)?;
        Some(tree.subtree(verb).end.max(TokenIndex(verb.0 + 1)))
    }

    /// Those whose promise it was. `None` if it is another's than theirs who are said to have kept or broken it.
    fn by(&self) -> Option<Vec<Party>> {
        let tree = &self.reading.tree;
        let owner = tree.child(self.promise, Role::Possessive).map(|o| self.group(o));
        let owner = owner.filter(|parties| !parties.is_empty());
        if self.outcome == Outcome::Overtaken {
            return Some(owner.unwrap_or_default());
        }
        let passive = tree.child(self.verb, Role::PassiveSubject) == Some(self.promise);
        let agent = || tree.child(self.verb, Role::Agent);
        let doer = if passive { agent() } else { tree.subject(self.asserted_or_verb()) };
        let doer = doer.map(|t| self.group(t)).filter(|parties| !parties.is_empty());
        match (doer, owner) {
            (Some(doer), Some(owner)) => doer.iter().any(|p| owner.contains(p)).then_some(doer),
            (doer, owner) => doer.or(owner),
        }
    }

    fn asserted_or_verb(&self) -> TokenIndex {
        if self.reading.tree.form(self.verb).ends_with("ing") { self.verb } else { self.asserted }
    }

    fn group(&self, token: TokenIndex) -> Vec<Party> {
        parties_of(self.reading.actors.group(&self.reading.tree, token))
    }
}

/// Words for a promise that was not kept.
const UNKEPT: [&str; 5] = ["unfulfilled", "unkept", "unmet", "unimplemented", "undelivered"];

/// "its pledge **remains unfulfilled**", "the promises were **unmet**": the promise, and the verb that says so.
fn unkept(reading: &Reading, word: TokenIndex) -> Option<(TokenIndex, TokenIndex)> {
    let tree = &reading.tree;
    let named = UNKEPT.contains(&tree.form(word).to_lowercase().as_str());
    let above = tree.head(word).filter(|v| matches!(tree.lemma(*v), "remain" | "go" | "leave"));
    let asserted = match tree.child(word, Role::Copula) {
        Some(_) => Some(word),
        None => above.filter(|v| !tree.is_infinitive(*v)),
    };
    let asserted = asserted.filter(|v| named && !tree.is_negated(*v))?;
    let promise = tree.subject(asserted)?;
    PROMISES.contains(&tree.lemma(promise).to_lowercase().as_str()).then_some((promise, asserted))
}

/// True for what says which promise is meant, not only whose.
fn of_content(role: Role) -> bool {
    use Role::*;
    !matches!(role, Determiner | Possessive | Case | Punctuation | Coordinator | Conjunct)
}

/// The promise that a verb is about, and whether it is only a part of one.
fn promise(reading: &Reading, verb: TokenIndex) -> Option<(TokenIndex, bool)> {
    let tree = &reading.tree;
    let is_one = |t: TokenIndex| PROMISES.contains(&tree.lemma(t).to_lowercase().as_str());
    let with = |wanted: &[&str]| tree.by_preposition(verb, wanted).first().copied();
    let sentence = tree.sentence(verb).tokens;
    let after = || (verb.0 + 1..sentence.end.0.min(verb.0 + 4)).map(TokenIndex);
    let adverb = |word: &str| after().any(|t| tree.form(t) == word);
    let noun = match tree.lemma(verb) {
        "renege" | "backtrack" | "deliver" => with(&["on"]),
        "go" => with(&["on"]).filter(|_| adverb("back")),
        "make" => with(&["on"]).filter(|_| adverb("good")),
        "live" => with(&["to", "up to"]).filter(|_| adverb("up")),
        _ => tree.child(verb, Role::Object).or_else(|| tree.child(verb, Role::PassiveSubject)),
    }?;
    if tree.lemma(noun) == "part" {
        let whole = tree.by_preposition(noun, &["of"]).into_iter().find(|t| is_one(*t))?;
        return Some((whole, true));
    }
    is_one(noun).then_some((noun, false))
}

/// The verb that says whether it is so; none where it is only wished, planned or asked for.
fn asserted(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    if tree.role(verb) != Role::OpenComplement {
        return Some(verb);
    }
    let above = tree.head(verb)?;
    let has_yet = tree.lemma(above) == "have" && tree.has_modifier(above, &["yet", "still"]);
    let failed = matches!(tree.lemma(above), "fail" | "refuse" | "neglect");
    (failed || has_yet).then_some(above)
}

/// The outcome with what stands against it: "failed to honour" and "did not keep" are broken.
fn turned(
    reading: &Reading,
    verb: TokenIndex,
    asserted: TokenIndex,
    plain: Outcome,
) -> Option<Outcome> {
    let negated = reading.tree.is_negated(verb) || reading.tree.is_negated(asserted);
    let against = (asserted != verb) != negated;
    match (against, plain) {
        (false, plain) => Some(plain),
        (true, Outcome::Kept) => Some(Outcome::Broken),
        (true, _) => None,
    }
}
