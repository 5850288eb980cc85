//! The event coder: who did what to whom, in the codes of CAMEO and PLOVER.
//!
//! ```text
//! tree ── codebook: which words are actions, alone or over another ── act
//!   └── actor codes ── source and target ────────────────────────────── event
//! ```

mod act;
mod claim;
mod codebook;
mod coded;
mod compose;
mod contexts;
mod event;
mod firm;
mod gate;
mod matching;
mod mood;
mod parties;
mod pattern;
mod sectors;
mod who;

use lexicon::Lexicon;
use text::{AnnotatedArticle, Role, Span, TokenIndex, Upos};

use crate::reading::Reading;
use crate::tree::Tree;
use act::Act;
pub(crate) use claim::claims;
pub use codebook::{BadLine, Codebook};
use coded::{ActorCoder, Coded};
use contexts::Contexts;
pub use event::CodedEvent;
use gate::Gate;
use mood::Moods;
use parties::Parties;
use sectors::Sectors;
use who::Typical;
pub use who::{ActorBasis, CodedActor};

/// Codes the events of articles.
pub struct EventCoder {
    /// The patterns in use.
    pub book: Codebook,
    sectors: Sectors,
    typical: Typical,
    gate: Gate,
    moods: Moods,
    contexts: Contexts,
}

impl EventCoder {
    /// With the patterns that come with the program.
    pub fn shipped() -> EventCoder {
        let sectors = Sectors::shipped();
        EventCoder {
            book: Codebook::shipped(),
            gate: Gate::of(&sectors),
            moods: Moods::shipped(),
            sectors,
            typical: Typical::shipped(),
            contexts: Contexts::shipped(),
        }
    }

    /// False if a text tells no event, as its words alone show: it need not be parsed.
    pub fn may_tell(&self, text: &str, lexicon: &Lexicon) -> bool {
        self.gate.opens(text, lexicon)
    }

    /// The events that an article tells, in the order of its words.
    pub fn code(&self, doc: &AnnotatedArticle, lexicon: &Lexicon) -> Vec<CodedEvent> {
        self.find(&Reading::new(doc, lexicon)).into_iter().map(|found| found.event).collect()
    }

    fn find(&self, reading: &Reading) -> Vec<Found> {
        let coder = ActorCoder::new(reading, &self.sectors);
        let parties = Parties { tree: &reading.tree, coder: &coder };
        let mut taken = vec![false; reading.doc().tokens.len()];
        let mut found: Vec<Found> = Vec::new();
        for head in heads(reading) {
            if taken[head.at()] {
                continue;
            }
            let act = act::act(&reading.tree, &self.book, head);
            let Some(mut act) = act.or_else(|| act::statement(reading, head)) else { continue };
            act.status = mood::settled(&reading.tree, &self.moods, head, act.status);
            act.words.iter().for_each(|word| taken[word.at()] = true);
            let (sentence, rank) = (reading.tree.sentence_index(head), rank(&reading.tree, &act));
            let rows = self.rows(&parties, &act).into_iter();
            found.extend(rows.map(|event| Found {
                head: act.head,
                sentence,
                rank: rank.max(event_rank(&event)),
                event,
            }));
        }
        settled(found)
    }

    fn rows(&self, parties: &Parties, act: &Act) -> Vec<CodedEvent> {
        let source = parties.source(act);
        let several = states(&source) > 1 || act.code == "0871" && source.len() > 1;
        let mutual = is_mutual(&act.code) && act.target.is_none() && several;
        let target = if mutual { Vec::new() } else { parties.target(act, &source) };
        let (source, target) = located(parties, act, source, target);
        let unnamed = target.iter().all(|t| t.code == "UNK");
        let target = if unnamed && is_shared(&act.code) && states(&source) > 1 {
            Vec::new()
        } else {
            target
        };
        let target = if target.is_empty() { public(act, &source) } else { target };
        if is_collective(&source, &target) {
            return Vec::new();
        }
        let mut pairs = pairs(&act.code, &source, &target);
        let whole = |s: &Coded, t: &Coded| s.sector().is_empty() || t.sector().is_empty();
        let with_itself = |s: &Coded, t: &Coded| s.base() == t.base() && whole(s, t);
        pairs.retain(|(s, t)| !is_mutual(&act.code) || !with_itself(s, t));
        let mut rows: Vec<CodedEvent> =
            pairs.into_iter().filter_map(|(s, t)| self.row(parties, act, s, t)).collect();
        if !rows.is_empty() {
            let sentence = parties.tree.sentence(act.head);
            let contexts = self.contexts.of(parties.tree.doc, sentence);
            rows.iter_mut().for_each(|row| row.contexts.clone_from(&contexts));
        }
        rows
    }

    fn row(&self, parties: &Parties, act: &Act, s: &Coded, t: &Coded) -> Option<CodedEvent> {
        if s.base() == "UNK" && t.base() == "UNK" && !(s.political && t.political) {
            return None;
        }
        if act.code == "042" && !matches!(t.sector(), "" | "GOV") {
            return None;
        }
        let cameo = self.book.ontology.code(&act.code)?;
        let doc = parties.tree.doc;
        let words = act.words.iter().chain([&s.head, &t.head]).map(|w| doc.tokens[w.at()].span);
        Some(CodedEvent {
            source: s.code.clone(),
            target: t.code.clone(),
            cameo: act.code.clone(),
            plover: cameo.plover(),
            mode: cameo.mode,
            contexts: Vec::new(),
            quad: cameo.quad,
            goldstein: cameo.goldstein,
            status: act.status,
            span: words.reduce(Span::cover)?,
            words: act.words.clone(),
            ends: (s.head, t.head),
            pattern: act.line.clone(),
        })
    }
}

/// An event on its way out.
#[derive(Clone)]
struct Found {
    head: TokenIndex,
    sentence: usize,
    rank: Rank,
    event: CodedEvent,
}

/// How central an event is to its sentence.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Rank {
    /// What the sentence tells, with both parties known.
    Main,
    /// Told by the way, in a clause on a noun or of time and cause.
    Aside,
    /// With somebody unnamed at one end.
    HalfKnown,
    /// A bare statement.
    Statement,
}

fn event_rank(event: &CodedEvent) -> Rank {
    if event.cameo.starts_with("01") {
        Rank::Statement
    } else if event.source == "UNK" || event.target == "UNK" {
        Rank::HalfKnown
    } else {
        Rank::Main
    }
}

/// Told by the way if a clause on a noun, or one of time or cause, stands above it.
fn rank(tree: &Tree, act: &Act) -> Rank {
    let mut at = act.head;
    let noun = matches!(tree.upos(at), Upos::NOUN | Upos::PROPN);
    if noun && tree.role(at) != Role::Root && tree.child(at, Role::Copula).is_none() {
        return Rank::Aside;
    }
    for _ in 0..50 {
        if matches!(tree.role(at), Role::RelativeClause | Role::NounClause | Role::AdverbialClause)
        {
            return Rank::Aside;
        }
        let Some(head) = tree.head(at) else { break };
        at = head;
    }
    Rank::Main
}

/// Of each sentence, the events of the highest rank that it has. They come sentence by sentence.
fn settled(found: Vec<Found>) -> Vec<Found> {
    let mut events = Vec::new();
    for sentence in found.chunk_by(|a, b| a.sentence == b.sentence) {
        let best = sentence.iter().map(|f| f.rank).min();
        let mut kept: Vec<Found> = Vec::new();
        for f in sentence.iter().filter(|f| Some(f.rank) == best) {
            if !kept.iter().any(|k| is_same(&k.event, &f.event)) {
                kept.push(f.clone());
            }
        }
        events.extend(kept);
    }
    events.sort_by_key(|f| f.event.span.start());
    events
}

fn is_same(a: &CodedEvent, b: &CodedEvent) -> bool {
    (&a.source, &a.target, &a.cameo) == (&b.source, &b.target, &b.cameo) && a.span.overlaps(b.span)
}

/// Words that may be actions: those higher in the tree first, so that what governs is read before
/// what it governs.
fn heads(reading: &Reading) -> Vec<TokenIndex> {
    let tree = &reading.tree;
    let depth = |t: TokenIndex| {
        let (mut at, mut depth) = (t, 0);
        while let (Some(head), true) = (tree.head(at), depth < 200) {
            (at, depth) = (head, depth + 1);
        }
        depth
    };
    let open = |t: &TokenIndex| {
        matches!(tree.upos(*t), Upos::VERB | Upos::NOUN | Upos::ADJ | Upos::PROPN | Upos::AUX)
    };
    let mut heads: Vec<TokenIndex> = reading.tokens().filter(open).collect();
    heads.sort_by_key(|t| (tree.sentence_index(*t), depth(*t), *t));
    heads
}

/// Who with whom. Those who consult or sign with nobody named do so with each other.
fn pairs<'c>(code: &str, source: &'c [Coded], target: &'c [Coded]) -> Vec<(&'c Coded, &'c Coded)> {
    let group = if target.is_empty() { source } else { target };
    if is_shared(code) && (target.is_empty() || source.is_empty()) && group.len() > 1 {
        let later = |i: usize| group[i + 1..].iter();
        return (0..group.len()).flat_map(|i| later(i).map(move |t| (&group[i], t))).collect();
    }
    source.iter().flat_map(|s| target.iter().map(move |t| (s, t))).collect()
}

/// Several states on either side, and the same: "the ministers, with their deputies". Who acted on whom is
/// not said.
fn is_collective(source: &[Coded], target: &[Coded]) -> bool {
    let all = |of: &[Coded]| {
        of.iter().map(|c| c.base().to_owned()).collect::<std::collections::BTreeSet<_>>()
    };
    all(source).len() > 1 && all(source) == all(target)
}

/// Codes of what several do together.
fn is_mutual(code: &str) -> bool {
    matches!(code.get(..2), Some("03" | "04" | "05" | "06")) || code == "0871"
}

/// The same and fights: "X and Y exchanged fire".
fn is_shared(code: &str) -> bool {
    is_mutual(code) || code.starts_with("19")
}

fn states(of: &[Coded]) -> usize {
    let mut bases: Vec<&str> = of.iter().map(Coded::base).filter(|b| *b != "UNK").collect();
    bases.sort_unstable();
    bases.dedup();
    bases.len()
}

/// Parties known by their role alone, with the state that the sentence lets them be of.
fn located(
    parties: &Parties,
    act: &Act,
    source: Vec<Coded>,
    target: Vec<Coded>,
) -> (Vec<Coded>, Vec<Coded>) {
    let place = parties.place(act).map(|p| p.code);
    let only = |of: &[Coded]| of.first().filter(|_| states(of) == 1).map(|c| c.base().to_owned());
    let (home, abroad) = (only(&source), only(&target));
    let settle = |c: Coded, other: &[Coded], state: &Option<String>| {
        if c.base() != "UNK" {
            return c;
        }
        if let Some(place) = place.as_deref().filter(|_| !rules(c.sector())) {
            return c.of(place);
        }
        let domestic = other.iter().all(|o| is_domestic(o.sector(), c.sector()));
        match state {
            Some(state) if domestic && state.len() == 3 => c.of(state),
            _ => c,
        }
    };
    let others = (source.clone(), target.clone());
    let source = source.into_iter().map(|c| settle(c, &others.1, &abroad)).collect();
    let target = target.into_iter().map(|c| settle(c, &others.0, &home)).collect();
    (source, target)
}

fn rules(sector: &str) -> bool {
    matches!(sector, "GOV" | "MIL" | "LEG" | "JUD" | "")
}

/// Sectors that act on each other within one state: a court and a party, not an army and civilians.
fn is_domestic(one: &str, other: &str) -> bool {
    let power = |s: &str| matches!(s, "GOV" | "JUD" | "LEG" | "COP");
    let ruled = |s: &str| {
        matches!(
            s,
            "OPP"
                | "REB"
                | "PTY"
                | "LAB"
                | "EDU"
                | "CVL"
                | "MED"
                | "LEG"
                | "JUD"
                | "AGR"
                | "COP"
                | "REL"
                | "BUS"
        )
    };
    power(one) && ruled(other)
        || ruled(one) && (power(other) || other == "MIL")
        || power(one) && power(other) && one != other
}

/// Whom a statement with no addressee is made to: nobody named.
fn public(act: &Act, source: &[Coded]) -> Vec<Coded> {
    let spoken = act.code == "010" && source.iter().any(|s| s.political);
    if spoken { vec![Coded::unnamed(act.head)] } else { Vec::new() }
}
