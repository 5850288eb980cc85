//! Whether the words around an expression look back or ahead.
//!
//! The parse is asked first: the nearest verb above the expression, with its modal. Where there is
//! no parse, the nearest cue to the left, then to the right, in the same stretch between semicolons.

use text::{Role, Token, Upos};

use super::atom::Atom;
use super::scene::Scene;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Tense {
    Past,
    /// "Meets": of a day by its name, one to come.
    Present,
    Future,
    Unknown,
}

const AHEAD: [&str; 7] = ["will", "'ll", "would", "shall", "may", "could", "should"];

/// What is arranged for a day lies ahead, whatever the tense of the arranging.
const ARRANGED: [&str; 10] = [
    "scheduled",
    "planned",
    "planning",
    "expected",
    "slated",
    "due",
    "upcoming",
    "forthcoming",
    "poised",
    "effective",
];

/// The verbs of arranging.
const ARRANGING: [&str; 4] = ["schedule", "plan", "expect", "slate"];

/// What one is ready to do lies ahead; without "to" these say nothing of the date.
const RESOLVED: [&str; 17] = [
    "plan", "plans", "expects", "set", "agreed", "decided", "pledged", "vowed", "promised",
    "hopes", "hoped", "intends", "intended", "wants", "ready", "is", "are",
];

/// What follows "to" after these has happened, or not, when they have.
const IMPLICATIVE: [&str; 12] = [
    "fail", "manage", "begin", "start", "try", "refuse", "continue", "decline", "help", "appear",
    "seem", "come",
];

/// "The first to arrive on Friday": who has done it so far, or not, as the verb above tells.
const RANKED: [&str; 5] = ["first", "second", "third", "last", "only"];

/// A feast to mark what happened on Friday looks where its own verb looks.
const REMEMBERING: [&str; 6] = ["mark", "celebrate", "commemorate", "honor", "honour", "protest"];

/// A date after one of these is a limit, and limits lie ahead.
const LIMITS: [&str; 3] = ["until", "till", "by"];

const WAS: [&str; 36] = [
    "was", "were", "had", "did", "said", "told", "met", "held", "took", "gave", "made", "came",
    "went", "saw", "began", "became", "left", "led", "spoke", "wrote", "rose", "fell", "won",
    "lost", "sent", "brought", "got", "found", "thought", "flew", "paid", "sold", "ran", "hit",
    "broke", "shot",
];

/// In tokens: so far before a verb its helpers and its subject are looked for.
const HELP: usize = 12;

/// No clause has more verbs above a date than this, as far as it matters.
const CLIMB: usize = 5;

/// Where the clause of the words at `at` looks.
pub(super) fn tense(scene: &Scene, at: usize) -> Tense {
    if has_been(scene, at) {
        return Tense::Past;
    }
    let before = scene.atoms.get(at.saturating_sub(4)..at).unwrap_or_default();
    let unsure = before.iter().any(|atom| matches!(&*atom.word, "perhaps" | "possibly"));
    if unsure || before.iter().any(|atom| ARRANGED.contains(&&*atom.word)) {
        return Tense::Future;
    }
    if limits(scene, at) {
        return Tense::Future;
    }
    if leads(scene, at) && rightward(scene, at) == Some(Tense::Future) {
        return Tense::Future;
    }
    match scene.atoms.get(at).and_then(|atom| by_parse(scene, atom)) {
        Some(tense) => tense,
        None => by_cues(scene, at),
    }
}

/// True after "since", and right after "said": whatever the parse, the saying is what is dated.
fn has_been(scene: &Scene, at: usize) -> bool {
    let c = scene.cursor(at);
    let verb = if c.before(1) == "on" { c.before(2) } else { c.before(1) };
    c.before(1) == "since" || matches!(verb, "said" | "told" | "announced" | "reported")
}

/// True after "until", "by", "as soon as", "ahead of".
fn limits(scene: &Scene, at: usize) -> bool {
    let mut c = scene.cursor(at);
    while c.atom_before(1).is_some_and(of_clock) {
        c.at -= 1;
    }
    let soon =
        c.before(3) == "as" && matches!(c.before(2), "soon" | "early") && c.before(1) == "as";
    let ahead = c.before(2) == "ahead" && c.before(1) == "of";
    // "By Friday they had left": a limit in the past has its own tense.
    let over = scene.atoms.iter().any(|atom| atom.word == "had");
    soon || ahead || (LIMITS.contains(&c.before(1)) && !over)
}

/// True for what a time of day before the date is made of: "9 a.m. EST Tuesday".
fn of_clock(atom: &Atom) -> bool {
    let zone = atom.capital() && atom.word.len() == 3 && atom.word.ends_with('t');
    let words = ["a", "p", "m", "am", "pm", ".", ":", "noon", "midnight", "the"];
    zone || atom.digits().is_some() || words.contains(&&*atom.word)
}

/// What the nearest verb above a word says; `None` if there is none, or it says nothing.
fn by_parse(scene: &Scene, atom: &Atom) -> Option<Tense> {
    let tokens = scene.tokens;
    let mut index = atom.token;
    for _ in 0..CLIMB {
        index = tokens.get(index)?.head?.at();
        let token = tokens.get(index)?;
        if ARRANGING.contains(&&*token.lemma) && infinitive_follows(tokens, index) {
            return Some(Tense::Future);
        }
        let verbal = matches!(token.upos, Upos::VERB | Upos::AUX);
        let verb = Verb { tokens, index, verb: token };
        let aside = verb.bare() && ends(scene, index, "ing") || verb.looks_back();
        if verbal && !aside {
            // "He meets them on Friday": taggers err too often on words without "s", and on
            // plurals after the day.
            let doubtful = !token.past && (!ends(scene, index, "s") || atom.token < index);
            return match verb.tense() {
                Tense::Unknown => None,
                Tense::Present if doubtful => None,
                tense => Some(tense),
            };
        }
    }
    None
}

/// True for the "plans" of "plans to meet", which taggers take for a noun as often as not.
fn infinitive_follows(tokens: &[Token], index: usize) -> bool {
    let after = tokens.get(index..).unwrap_or_default().get(1..3).unwrap_or_default();
    matches!(after, [to, verb] if to.role == Role::Mark && to.lemma == "to" && verb.upos == Upos::VERB)
}

/// True if a token's word ends so. "Arriving" alone looks where the verb above it looks.
fn ends(scene: &Scene, token: usize, ending: &str) -> bool {
    scene.atoms.iter().any(|atom| atom.token == token && atom.word.ends_with(ending))
}

/// A verb in its sentence.
#[derive(Clone, Copy)]
struct Verb<'a> {
    tokens: &'a [Token],
    index: usize,
    verb: &'a Token,
}

impl<'a> Verb<'a> {
    /// What hangs on it, before it.
    fn helpers(self) -> impl Iterator<Item = &'a Token> {
        let own = move |t: &&Token| t.head.is_some_and(|head| head.at() == self.index);
        self.near().iter().filter(own)
    }

    /// The words before it, as far as its helpers may stand.
    fn near(self) -> &'a [Token] {
        self.tokens.get(self.index.saturating_sub(HELP)..self.index).unwrap_or_default()
    }

    fn has(self, role: Role, lemma: &str) -> bool {
        self.helpers().any(|t| t.role == role && t.lemma == lemma)
    }

    /// True if no auxiliary stands with it.
    fn bare(self) -> bool {
        !self.helpers().any(|t| matches!(t.role, Role::Auxiliary | Role::Modal | Role::Copula))
    }

    fn tense(self) -> Tense {
        if ARRANGING.contains(&&*self.verb.lemma) {
            return Tense::Future;
        }
        if let Some(modal) = self.helpers().find(|t| t.role == Role::Modal) {
            return self.with_modal(&modal.lemma);
        }
        if self.has(Role::Mark, "to") {
            // "Is said to have met"
            if self.has(Role::Auxiliary, "have") {
                return Tense::Past;
            }
            // "Is to resume"
            let due = self.helpers().any(|t| t.lemma == "be");
            return if due { Tense::Future } else { of_infinitive(self.tokens, self.verb) };
        }
        if self.helpers().any(|t| t.role == Role::Auxiliary && t.past) {
            return Tense::Past;
        }
        // "Is heard"; "has been heard" looks back.
        let passive = self.has(Role::Auxiliary, "be") && !self.has(Role::Auxiliary, "have");
        match self.verb.past {
            true if passive => Tense::Present,
            true => Tense::Past,
            false if self.bare() && self.has_subject() => Tense::Present,
            false => Tense::Unknown,
        }
    }

    /// "The first to arrive", "a feast to mark": an infinitive on a noun that says nothing of what
    /// is to come, so that the verb above it has to.
    fn looks_back(self) -> bool {
        let Some(noun) = self.verb.head.filter(|_| self.has(Role::Mark, "to")) else {
            return false;
        };
        let of_noun =
            |t: &Token| matches!(t.upos, Upos::NOUN | Upos::PROPN | Upos::ADJ | Upos::NUM);
        let on_noun = self.tokens.get(noun.at()).is_some_and(of_noun);
        let ranks = |t: &Token| RANKED.contains(&&*t.lemma) && t.head == Some(noun);
        let before = self.tokens.get(..=noun.at()).unwrap_or_default();
        let ranked = before.iter().rev().take(HELP).any(ranks)
            || before.last().is_some_and(|t| RANKED.contains(&&*t.lemma));
        on_noun && (ranked || REMEMBERING.contains(&&*self.verb.lemma))
    }

    /// "May have met" and "could not meet" look back.
    fn with_modal(self, modal: &str) -> Tense {
        let done = self.has(Role::Auxiliary, "have") && !matches!(modal, "will" | "shall");
        let neither = || self.near().iter().any(|t| matches!(&*t.lemma, "neither" | "nor"));
        let negated = || self.helpers().any(|t| t.role == Role::Negation);
        let denied = modal == "could" && (negated() || neither());
        if done || denied { Tense::Past } else { Tense::Future }
    }

    fn has_subject(self) -> bool {
        self.helpers().any(|t| t.role == Role::Subject)
    }
}

/// "Agreed to meet" looks ahead; "failed to meet" and "came to meet" look where their verb looks.
fn of_infinitive(tokens: &[Token], infinitive: &Token) -> Tense {
    let Some(verb) = infinitive.head.and_then(|head| tokens.get(head.at())) else {
        return Tense::Future;
    };
    let purpose = infinitive.role == Role::AdverbialClause;
    let follows = purpose || IMPLICATIVE.contains(&&*verb.lemma);
    if follows && verb.past { Tense::Past } else { Tense::Future }
}

fn by_cues(scene: &Scene, at: usize) -> Tense {
    let leftward = (0..at).rev().take_while(|i| open(scene, *i)).find_map(|i| cue(scene, i));
    leftward.or_else(|| rightward(scene, at)).unwrap_or(Tense::Unknown)
}

fn rightward(scene: &Scene, at: usize) -> Option<Tense> {
    (at..scene.atoms.len()).take_while(|i| open(scene, *i)).find_map(|i| cue(scene, i))
}

fn open(scene: &Scene, at: usize) -> bool {
    scene.cursor(at).word() != ";"
}

/// True for a day that begins its sentence: "On Tuesday, the League plans to".
fn leads(scene: &Scene, at: usize) -> bool {
    at == 0 || at == 1 && scene.cursor(at).before(1) == "on"
}

fn cue(scene: &Scene, at: usize) -> Option<Tense> {
    let c = scene.cursor(at);
    let atom = c.peek().filter(|atom| !atom.capital())?;
    let word = &*atom.word;
    let resolved = RESOLVED.contains(&word) && c.after(1) == "to";
    if AHEAD.contains(&word) || ARRANGED.contains(&word) || resolved {
        return Some(Tense::Future);
    }
    // "will be named", "to be named": the modal further left decides.
    if c.before(1) == "be" {
        return None;
    }
    let regular = word.len() > 4 && word.ends_with("ed");
    let past = scene.tokens.get(atom.token).is_some_and(|token| token.past);
    (past || regular || WAS.contains(&word)).then_some(Tense::Past)
}
