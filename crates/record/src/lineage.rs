//! Which report derives from which. Ten copies of one wire story are one report.

use serde::{Deserialize, Serialize};
use text::ArticleId;

use crate::Evidence;

/// One article leaning on another.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Lineage {
    /// The one that derives.
    pub from: ArticleId,
    /// The one it derives from, if it is in the record.
    pub of: Option<ArticleId>,
    /// The agency or outlet it names, if any.
    pub credited: Option<String>,
    /// In what way.
    pub kind: Derivation,
    /// How alike the two texts are, in hundredths of the lesser text; 0 where nothing was compared.
    pub hundredths: u8,
    /// What showed it.
    pub reason: String,
    /// What the one that derives says otherwise in words that are else the same: a number, a name, a denial.
    #[serde(default)]
    pub altered: Vec<Alteration>,
}

/// Words of a report, and what a copy of it has in their place.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Alteration {
    /// In the article that is derived from.
    pub was: Evidence,
    /// In the one that derives.
    pub is: Evidence,
}

/// In what way one report derives from another.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Derivation {
    /// The same text.
    Reprint,
    /// The same report, reworked.
    Rewrite,
    /// The same page of the same outlet, corrected or brought up to date.
    Version,
    /// Names it as its source for one thing, but is written independently.
    Citation,
}

impl Derivation {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Derivation::Reprint => "reprint",
            Derivation::Rewrite => "rewrite",
            Derivation::Version => "version",
            Derivation::Citation => "citation",
        }
    }
}

/// Articles that are one report.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Origin {
    /// `o1`, numbered by the name of the first document.
    pub id: String,
    /// In order of name.
    pub articles: Vec<ArticleId>,
    /// The agency credited by any of them.
    pub credited: Option<String>,
}
