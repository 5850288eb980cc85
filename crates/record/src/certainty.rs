//! How firmly the source says it, by FactBank's two axes.

use serde::{Deserialize, Serialize};

/// What the words assert: CT+, PR-, PS+, Uu.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Certainty {
    /// It is so, or it is not so.
    pub polarity: Polarity,
    /// How firmly the source says it.
    pub modality: Modality,
}

impl Certainty {
    /// CT+: it is so.
    pub const FACT: Certainty =
        Certainty { polarity: Polarity::Affirmed, modality: Modality::Certain };
}

/// It is so, or it is not so.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// "met"
    Affirmed,
    /// "did not meet", "denied meeting"
    Denied,
}

/// How firmly the source says it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// CT: "met"
    Certain,
    /// PR: "are expected to meet"
    Probable,
    /// PS: "may meet"
    Possible,
    /// U: asked, not asserted.
    Unknown,
}
