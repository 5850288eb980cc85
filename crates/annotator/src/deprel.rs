//! The relations the parser knows: Universal Dependencies with the subtypes that roles need.

/// All labels, in the order in which models number them. Only ever appended to.
pub(crate) const DEPRELS: [&str; 51] = [
    "root",
    "punct",
    "case",
    "det",
    "nsubj",
    "advmod",
    "amod",
    "obj",
    "obl",
    "conj",
    "nmod",
    "cc",
    "compound",
    "mark",
    "aux",
    "cop",
    "advcl",
    "nmod:poss",
    "xcomp",
    "acl:relcl",
    "flat",
    "ccomp",
    "acl",
    "parataxis",
    "nummod",
    "aux:pass",
    "appos",
    "nsubj:pass",
    "discourse",
    "obl:unmarked",
    "nmod:unmarked",
    "compound:prt",
    "expl",
    "fixed",
    "iobj",
    "list",
    "obl:agent",
    "dep",
    "reparandum",
    "csubj",
    "nmod:desc",
    "nsubj:outer",
    "advcl:relcl",
    "det:predet",
    "vocative",
    "goeswith",
    "cc:preconj",
    "orphan",
    "dislocated",
    "csubj:pass",
    "csubj:outer",
];

/// The number of a label; of its universal part if the subtype is not kept; `dep` if neither is.
pub(crate) fn number(label: &str) -> u8 {
    let find = |label: &str| DEPRELS.iter().position(|&d| d == label);
    let universal = label.split(':').next().unwrap_or(label);
    let at = find(label).or_else(|| find(universal)).or_else(|| find("dep"));
    at.unwrap_or_default() as u8
}

/// The label of a number; `dep` for a number that names none.
pub(crate) fn name(number: u8) -> &'static str {
    DEPRELS.get(usize::from(number)).copied().unwrap_or("dep")
}
