//! The action at a word: its code, from its pattern and from what stands under it.

use record::EventStatus;
use text::{Role, TokenIndex, Upos};

use super::codebook::{Codebook, Meaning};
use super::matching::{Hit, fitting, objects};
use crate::reading::Reading;
use crate::tree::Tree;

/// An action found.
#[derive(Clone, Debug)]
pub(super) struct Act {
    /// CAMEO.
    pub code: String,
    /// The word that its actors hang on.
    pub head: TokenIndex,
    /// The words of its pattern and of those under it.
    pub words: Vec<TokenIndex>,
    /// Where the pattern has the target.
    pub target: Option<TokenIndex>,
    /// The action under it, if it was made of one.
    pub inner: Option<Box<Act>>,
    /// Whether it took place.
    pub status: EventStatus,
    /// The pattern.
    pub line: String,
    /// True if the inner action's doer is this one's target: "demanded that Turkey leave".
    pub addresses: bool,
}

impl Act {
    /// An action of one word that took place, with nothing under it.
    fn bare(head: TokenIndex, code: &str, line: &str) -> Act {
        Act {
            code: code.to_owned(),
            head,
            words: vec![head],
            target: None,
            inner: None,
            status: EventStatus::Past,
            line: line.to_owned(),
            addresses: false,
        }
    }
}

/// A bare statement: somebody says something, and no pattern makes more of it.
pub(super) fn statement(reading: &Reading, head: TokenIndex) -> Option<Act> {
    let tree = &reading.tree;
    let speaks = reading.lexicon.cue(tree.lemma(head)).is_some() && tree.upos(head) == Upos::VERB;
    let has = |role| tree.child(head, role).is_some();
    let said = has(Role::Complement) || has(Role::Parataxis) || tree.role(head) == Role::Parataxis;
    (speaks && said && tree.subject(head).is_some()).then(|| Act::bare(head, "010", "(says)"))
}

const DEEPEST: usize = 5;

/// The action at a word, if the codebook knows one there.
pub(super) fn act(tree: &Tree, book: &Codebook, head: TokenIndex) -> Option<Act> {
    Finder { tree, book }.at(head, 0)
}

struct Finder<'a> {
    tree: &'a Tree<'a>,
    book: &'a Codebook,
}

impl Finder<'_> {
    fn at(&self, head: TokenIndex, depth: usize) -> Option<Act> {
        if depth > DEEPEST {
            return None;
        }
        let hits = fitting(self.tree, self.book, head);
        let found = hits.iter().find_map(|hit| self.meant(head, hit, depth));
        let found = found.or_else(|| self.must(head, depth)).filter(|a| !a.code.is_empty())?;
        Some(self.in_mood(found))
    }

    /// What a pattern that fits means. An operator with nothing to operate on leaves it to the next
    /// pattern, and falls back on its own meaning last.
    fn meant(&self, head: TokenIndex, hit: &Hit, depth: usize) -> Option<Act> {
        match &hit.entry.meaning {
            Meaning::Nothing => Some(self.plain(head, hit, "")),
            Meaning::Act(code) => Some(self.plain(head, hit, code)),
            Meaning::Operator { kind, alone } => {
                let own = || alone.as_ref().map(|code| self.plain(head, hit, code));
                self.under(head, hit, kind, depth).or_else(own)
            }
        }
    }

    /// "said that Sudan **must** return it": a demand, or with "should" an appeal.
    fn must(&self, head: TokenIndex, depth: usize) -> Option<Act> {
        let tree = self.tree;
        const SAYING: [&str; 12] = [
            "say",
            "declare",
            "insist",
            "tell",
            "stress",
            "announce",
            "reiterate",
            "state",
            "emphasise",
            "emphasize",
            "add",
            "write",
        ];
        if !SAYING.contains(&tree.lemma(head)) {
            return None;
        }
        let content =
            tree.children(head).iter().copied().find(|c| {
                matches!(tree.role(*c), Role::Complement | Role::Parataxis) && *c > head
            })?;
        let (kind, alone) = match tree.modal(content)?.as_str() {
            "must" => ("demand", "100"),
            "should" | "ought" => ("appeal", "020"),
            _ => return None,
        };
        let inner = self.at(content, depth + 1);
        let code = inner.as_ref().and_then(|i| self.book.composition.of(kind, &i.code));
        let mut words = vec![head, content];
        words.extend(inner.iter().flat_map(|i| i.words.clone()));
        Some(Act {
            words,
            addresses: true,
            inner: Some(Box::new(inner.unwrap_or_else(|| Act::bare(content, "", "must")))),
            ..Act::bare(head, code.as_deref().unwrap_or(alone), "say >must")
        })
    }

    fn plain(&self, head: TokenIndex, hit: &Hit, code: &str) -> Act {
        let words = hit.words.clone();
        Act { words, target: hit.target, ..Act::bare(head, code, &hit.entry.pattern.line) }
    }

    /// The action that an operator makes of the one under it.
    fn under(&self, head: TokenIndex, hit: &Hit, kind: &str, depth: usize) -> Option<Act> {
        let composed = |at: TokenIndex| {
            let inner = self.at(at, depth + 1).filter(|a| a.status != EventStatus::Negated)?;
            Some((self.book.composition.of(kind, &inner.code)?, inner))
        };
        let (code, inner) = self.arguments(head, hit, kind).into_iter().find_map(composed)?;
        let mut words = hit.words.clone();
        words.extend(&inner.words);
        let addresses =
            matches!(kind, "demand" | "appeal" | "accuse" | "allow" | "condemn" | "praise");
        let line = format!("{} + {}", hit.entry.pattern.line, inner.line);
        Some(Act {
            words,
            line,
            addresses,
            inner: Some(Box::new(inner)),
            ..self.plain(head, hit, &code)
        })
    }

    /// The words under an operator that may be actions: clauses, then objects, then what stands
    /// behind prepositions, then what these govern.
    fn arguments(&self, head: TokenIndex, hit: &Hit, kind: &str) -> Vec<TokenIndex> {
        let tree = self.tree;
        // "maintained **that** ties were cut" tells no going on.
        let phase = matches!(kind, "same" | "stop");
        let clause = |c: &TokenIndex| match tree.role(*c) {
            Role::Complement => !phase,
            Role::OpenComplement | Role::NounClause | Role::ClausalSubject => true,
            Role::AdverbialClause => tree.is_infinitive(*c),
            _ => false,
        };
        let behind = |c: &TokenIndex| match tree.role(*c) {
            Role::Compound => true,
            Role::Oblique | Role::NounModifier => governs(&tree.preposition(*c)),
            _ => false,
        };
        let mut found: Vec<TokenIndex> = Vec::new();
        let starts = &hit.words;
        let named = starts.iter().copied().filter(|w| *w != head);
        let clauses = starts.iter().flat_map(|w| tree.children(*w).iter().copied()).filter(clause);
        if matches!(kind, "same" | "stop" | "order") {
            found.extend(named.chain(objects(tree, head)).chain(clauses));
        } else {
            found.extend(clauses.chain(named));
        }
        let own = objects(tree, head);
        found.extend(&own);
        for object in &own {
            found.extend(tree.children_in(*object, Role::Conjunct));
        }
        for at in starts.iter().chain(&own) {
            found.extend(tree.children(*at).iter().copied().filter(behind));
            if *at == head || !matches!(kind, "same" | "stop") {
                found.extend(tree.children(*at).iter().copied().filter(clause));
            }
        }
        found.retain(|t| *t != head && Some(*t) != hit.target);
        let mut seen = Vec::new();
        found.retain(|t| {
            let new = !seen.contains(t);
            seen.push(*t);
            new
        });
        found
    }

    /// What negation and modals make of an action: "will send", "would not meet".
    fn in_mood(&self, act: Act) -> Act {
        let tree = self.tree;
        if !matches!(tree.upos(act.head), Upos::VERB | Upos::AUX | Upos::ADJ) {
            return act;
        }
        let modal = self.modal(act.head);
        let kind = match modal.as_deref() {
            Some("will" | "shall" | "ll" | "'ll" | "’ll" | "wo") => Some("will"),
            Some("would") => Some("would"),
            Some("may" | "might" | "could" | "can") => Some("may"),
            Some("should" | "must" | "ought") => Some("should"),
            _ => None,
        };
        let composed = |kind| self.book.composition.of(kind, &act.code);
        match (kind, tree.is_negated(act.head)) {
            (Some(_), true) => match composed("reject") {
                Some(code) => Act { code, ..act },
                None => Act { status: EventStatus::Negated, ..act },
            },
            (None, true) => Act { status: EventStatus::Negated, ..act },
            (Some("may" | "should"), false) => Act { status: EventStatus::Hypothetical, ..act },
            (Some(kind), false) => match composed(kind).filter(|code| *code != act.code) {
                Some(code) => Act { code, ..act },
                None => Act { status: EventStatus::Future, ..act },
            },
            (None, false) => act,
        }
    }

    /// The modal of a verb, or of the verb it is joined to.
    fn modal(&self, verb: TokenIndex) -> Option<String> {
        self.tree.modal(verb).or_else(|| {
            let first = self.tree.head(verb).filter(|_| self.tree.role(verb) == Role::Conjunct)?;
            let own =
                self.tree.child(verb, Role::Auxiliary).or(self.tree.child(verb, Role::Subject));
            if own.is_some() { None } else { self.tree.modal(first) }
        })
    }
}

/// Prepositions behind which stands what is asked for, promised or stopped; not "at", "after".
fn governs(preposition: &str) -> bool {
    const WORDS: [&str; 11] =
        ["of", "for", "to", "in", "on", "against", "with", "from", "about", "into", "over"];
    WORDS.contains(&preposition)
}
