//! From labels to roles: the only place that reads the parser's label scheme.

use text::{Role, Token};

/// What English modals are, by lemma.
const MODALS: &[&str] =
    &["may", "might", "can", "could", "will", "would", "shall", "should", "must", "ought"];

/// Words that deny what they hang on.
const NEGATIONS: &[&str] = &["not", "n't", "never", "no", "neither", "nor"];

/// Gives each token its role. Tokens know their lemma, tag, head and label.
pub(crate) fn assign(tokens: &mut [Token]) {
    for token in tokens {
        token.role = role(token);
    }
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
    NEGATIONS.contains(&token.lemma.as_str())
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
