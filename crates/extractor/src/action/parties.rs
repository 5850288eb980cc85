//! Who acts and on whom: the source and the target of an action.

use text::{Role, TokenIndex, Upos};

use super::act::Act;
use super::coded::{ActorCoder, Coded};
use super::matching::{behind, is_passive, is_time, objects};
use crate::tree::Tree;

/// Finds the parties of actions in one article.
pub(super) struct Parties<'a> {
    pub tree: &'a Tree<'a>,
    pub coder: &'a ActorCoder<'a>,
}

/// Prepositions behind which targets stand, the likeliest first.
const TARGETS: [&str; 22] = [
    "with",
    "against",
    "on",
    "upon",
    "to",
    "from",
    "at",
    "between",
    "among",
    "over",
    "into",
    "toward",
    "towards",
    "for",
    "of",
    "in",
    "about",
    "inside",
    "across",
    "near",
    "under",
    "along with",
];

impl Parties<'_> {
    /// Who acts.
    pub fn source(&self, act: &Act) -> Vec<Coded> {
        let nominal = !matches!(self.tree.upos(act.head), Upos::VERB | Upos::AUX | Upos::ADJ);
        if nominal && !self.is_predicate(act.head) {
            return self.owner(act.head);
        }
        if is_passive(self.tree, act.head) {
            let agent = self.tree.child(act.head, Role::Agent);
            return agent.map(|a| self.actor(a)).unwrap_or_else(|| self.power(act));
        }
        let Some(subject) = self.subject(act.head) else { return Vec::new() };
        self.actor(subject)
    }

    /// Whose police power it is where nobody is named: "was arrested **in Lebanon**".
    fn power(&self, act: &Act) -> Vec<Coded> {
        let territorial = matches!(act.code.get(..3), Some("173" | "174" | "116"));
        self.place(act).filter(|_| territorial).into_iter().collect()
    }

    /// The state or city that an action is said to be in.
    pub fn place(&self, act: &Act) -> Option<Coded> {
        let within = ["in", "near", "at", "outside", "inside", "across"].map(str::to_owned);
        let mut places = act.words.iter().flat_map(|w| behind(self.tree, *w, &within));
        let coded = |p: TokenIndex| {
            self.coder.codes(p).into_iter().chain(self.coder.inside(p)).find(|c| c.code.len() == 3)
        };
        places.find_map(coded).filter(|c| c.code != "UNK")
    }

    /// The subject of a verb; of "it would" in what somebody says, that somebody.
    fn subject(&self, verb: TokenIndex) -> Option<TokenIndex> {
        let mut subject = self.tree.subject(verb)?;
        let mut at = verb;
        for _ in 0..4 {
            if !self.is_pronoun(subject) || !self.coder.codes(subject).is_empty() {
                break;
            }
            let head = self.tree.head(at)?;
            let reported = matches!(
                self.tree.role(at),
                Role::Complement | Role::Parataxis | Role::AdverbialClause
            );
            if reported {
                let speaker = self.tree.subject(head);
                subject = speaker.filter(|s| *s != subject).unwrap_or(subject);
            }
            at = head;
        }
        Some(subject)
    }

    fn is_pronoun(&self, token: TokenIndex) -> bool {
        const WORDS: [&str; 6] = ["it", "he", "she", "they", "we", "i"];
        WORDS.contains(&self.tree.form(token).to_lowercase().as_str())
    }

    fn is_predicate(&self, noun: TokenIndex) -> bool {
        self.tree.child(noun, Role::Copula).is_some()
            && self.tree.child(noun, Role::Subject).is_some()
    }

    /// The actor at a nominal, or the one that its thing belongs to.
    fn actor(&self, nominal: TokenIndex) -> Vec<Coded> {
        let found = self.coder.codes(nominal);
        if found.is_empty() { self.coder.inside(nominal) } else { found }
    }

    /// Whose act a noun is: "**Russia's** attack", "the arrest by **police**", "**US** sanctions".
    fn owner(&self, noun: TokenIndex) -> Vec<Coded> {
        let tree = self.tree;
        let by = ["by", "from"].map(str::to_owned);
        let candidates = tree
            .children_in(noun, Role::Possessive)
            .chain(behind(tree, noun, &by))
            .chain(tree.children_in(noun, Role::Compound))
            .chain(tree.children_in(noun, Role::AdjectiveModifier));
        candidates.map(|c| self.coder.codes(c)).find(|c| !c.is_empty()).unwrap_or_default()
    }

    /// On or with whom.
    pub fn target(&self, act: &Act, source: &[Coded]) -> Vec<Coded> {
        let pointed = act.target.map(|t| self.actor(t)).unwrap_or_default();
        let pointed = without(pointed, source);
        if !pointed.is_empty() {
            return pointed;
        }
        if act.code == "010" {
            let told = objects(self.tree, act.head)
                .into_iter()
                .map(|o| without(self.coder.codes(o), source));
            return told.into_iter().find(|t| !t.is_empty()).unwrap_or_default();
        }
        if let (true, Some(inner)) = (act.addresses, &act.inner) {
            let doer = without(self.source(inner), source);
            if !doer.is_empty() {
                return doer;
            }
        }
        for word in &act.words {
            let found = self.near(*word, act, source);
            if !found.is_empty() {
                return found;
            }
        }
        let found = self.deeper(act, source);
        if found.is_empty() { self.last(act, source) } else { found }
    }

    /// The object itself where it is an actor, the next actor in the clause, else somebody unnamed.
    fn last(&self, act: &Act, source: &[Coded]) -> Vec<Coded> {
        let own = objects(self.tree, act.head);
        let direct = own.iter().map(|o| without(self.coder.codes(*o), source));
        if let Some(found) = direct.into_iter().find(|f| !f.is_empty()) {
            return found;
        }
        let clause = self.tree.subtree(act.head);
        let after = (act.head.0 + 1..clause.end.0).map(TokenIndex);
        let named = after.filter(|t| !act.words.contains(t) && !is_time(self.tree, *t));
        let named = named.map(|t| without(self.coder.codes(t), source)).find(|f| !f.is_empty());
        match named {
            Some(found) => found,
            None if source.iter().any(|s| s.political) && acts_on_something(act) => {
                let head = own.first().copied().unwrap_or(act.head);
                vec![Coded::unnamed(head)]
            }
            None => Vec::new(),
        }
    }

    /// At the objects of a word, inside them, then behind prepositions.
    fn near(&self, word: TokenIndex, act: &Act, source: &[Coded]) -> Vec<Coded> {
        let tree = self.tree;
        let own =
            if matches!(tree.upos(word), Upos::VERB) { objects(tree, word) } else { Vec::new() };
        let spare: Vec<TokenIndex> =
            own.iter().copied().filter(|o| !act.words.contains(o)).collect();
        for object in &spare {
            let found = without(self.coder.codes(*object), source);
            if !found.is_empty() {
                return found;
            }
        }
        for object in &spare {
            let found = without(self.coder.inside(*object), source);
            if !found.is_empty() {
                return found;
            }
        }
        for preposition in TARGETS {
            for nominal in behind(tree, word, &[preposition.to_owned()]) {
                let found = without(self.actor(nominal), source);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        own.iter()
            .chain(Some(&word).filter(|w| tree.upos(**w) != Upos::VERB))
            .map(|n| without(self.coder.inside(*n), source))
            .find(|f| !f.is_empty())
            .unwrap_or_default()
    }

    /// In clauses below: "began a strike **to protest** Israel's policy".
    fn deeper(&self, act: &Act, source: &[Coded]) -> Vec<Coded> {
        let tree = self.tree;
        for word in act.words.iter().take(3) {
            for clause in tree.children(*word).iter().filter(|c| tree.role(**c).is_clause()) {
                let doer = tree.children(*clause).iter().find(|c| tree.role(**c).is_subject());
                let doer = doer.map(|d| without(self.actor(*d), source)).unwrap_or_default();
                if !doer.is_empty() {
                    return doer;
                }
                let found = self.near(*clause, act, source);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }
}

/// An action that needs somebody at the other end, whoever that is.
fn acts_on_something(act: &Act) -> bool {
    !act.code.starts_with("04") && !act.code.starts_with("01")
}

/// Those that are not the source itself.
fn without(found: Vec<Coded>, source: &[Coded]) -> Vec<Coded> {
    found
        .into_iter()
        .filter(|c| source.iter().all(|s| s.head != c.head && s.code != c.code))
        .collect()
}
