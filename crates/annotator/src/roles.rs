//! From labels to roles: the only place that reads the parser's label scheme.

use text::{Role, Token, TokenIndex, Upos};

use crate::time::is_calendar_name;

/// What English modals are, by lemma.
const MODALS: &[&str] =
    &["may", "might", "can", "could", "will", "would", "shall", "should", "must", "ought"];

/// Words that deny what they hang on.
const NEGATIONS: &[&str] = &["not", "n't", "never", "no", "neither", "nor"];

/// Gives each token its role. Tokens know their lemma, tag, head and label.
pub(crate) fn assign(tokens: &mut [Token]) {
    for token in tokens.iter_mut() {
        token.role = role(token);
    }
    for agent in agents(tokens) {
        tokens[agent].role = Role::Agent;
    }
}

/// Words that an action stands with in the passive and "by" before them: who did it, whatever finer
/// label the parser gave. When it was done is told by numbers and by names of days.
fn agents(tokens: &[Token]) -> Vec<usize> {
    let index = |at: Option<TokenIndex>| at.map(|at| at.0 as usize);
    let mut passive = vec![false; tokens.len()];
    let mut by = vec![false; tokens.len()];
    for token in tokens {
        let Some(head) = index(token.head).filter(|head| *head < tokens.len()) else { continue };
        passive[head] |= token.role == Role::PassiveSubject || token.deprel == "aux:pass";
        by[head] |= token.role == Role::Case && token.word() == "by";
    }
    let acts = |token: &Token| {
        matches!(token.upos, Upos::NOUN | Upos::PROPN | Upos::PRON) && !is_day(&token.lemma)
    };
    let is_agent = |at: &usize| {
        let head = tokens.get(*at).and_then(|token| index(token.head));
        tokens.get(*at).is_some_and(|token| token.role == Role::Oblique && acts(token))
            && by[*at]
            && head.is_some_and(|head| passive.get(head) == Some(&true))
    };
    (0..tokens.len()).filter(is_agent).collect()
}

/// Words for times by which something is done, beside the names of days and months.
const TIMES: &[&str] = &[
    "end", "time", "day", "week", "month", "year", "midnight", "noon", "deadline", "morning",
    "evening", "tomorrow", "today",
];

/// True for a word that names a day or a stretch of time.
pub(crate) fn is_day(lemma: &str) -> bool {
    is_calendar_name(lemma) || TIMES.iter().any(|time| lemma.eq_ignore_ascii_case(time))
}

fn role(token: &Token) -> Role {
    match token.deprel {
        "advmod" | "det" | "discourse" | "cc:preconj" | "advcl" | "cc" if denies(token) => {
            Role::Negation
        }
        "aux" if MODALS.contains(&token.lemma.as_str()) => Role::Modal,
        label => of_label(label),
    }
}

fn denies(token: &Token) -> bool {
    NEGATIONS.contains(&token.word())
}

/// A flat table: one line per label.
fn of_label(label: &str) -> Role {
    match label {
        "root" => Role::Root,
        "nsubj" | "nsubj:outer" => Role::Subject,
        "nsubj:pass" => Role::PassiveSubject,
        "csubj" | "csubj:pass" | "csubj:outer" => Role::ClausalSubject,
        "obj" => Role::Object,
        "iobj" => Role::IndirectObject,
        "obl:agent" => Role::Agent,
        "obl" | "obl:unmarked" => Role::Oblique,
        "ccomp" => Role::Complement,
        "xcomp" => Role::OpenComplement,
        "advcl" => Role::AdverbialClause,
        "acl:relcl" | "advcl:relcl" => Role::RelativeClause,
        "acl" => Role::NounClause,
        "nmod" | "nmod:unmarked" => Role::NounModifier,
        "nmod:poss" => Role::Possessive,
        "amod" => Role::AdjectiveModifier,
        "advmod" => Role::Adverb,
        "aux" | "aux:pass" => Role::Auxiliary,
        "cop" => Role::Copula,
        "case" => Role::Case,
        "mark" => Role::Mark,
        "conj" => Role::Conjunct,
        "cc" | "cc:preconj" => Role::Coordinator,
        "appos" => Role::Apposition,
        "flat" => Role::Flat,
        "compound" | "nmod:desc" => Role::Compound,
        "compound:prt" => Role::Particle,
        "det" | "det:predet" => Role::Determiner,
        "nummod" => Role::Number,
        "parataxis" => Role::Parataxis,
        "expl" => Role::Expletive,
        "punct" => Role::Punctuation,
        _ => Role::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deprel::DEPRELS;

    #[test]
    fn every_core_label_has_a_role() {
        let silent = [
            "discourse",
            "fixed",
            "list",
            "dep",
            "reparandum",
            "vocative",
            "goeswith",
            "orphan",
            "dislocated",
        ];
        for label in DEPRELS {
            assert_eq!(of_label(label) == Role::Other, silent.contains(&label), "{label}");
        }
    }
}
