//! Everything behind one row: the words in their paragraphs, the voices, the judgements.

use crate::ask::AS_OF;
use crate::evidence::{self, Evidence};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;

/// `/evidence/{id}`
pub const PAGE: Page = Page {
    name: "evidence",
    path: "/evidence/{id}",
    title: "Evidence",
    about: "The exact words behind one row",
    group: Group::Hidden,
    asks: &[AS_OF],
    shape: shape::<Evidence>,
    show,
};

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let evidence = evidence::of(view.snapshot, view.id.unwrap_or_default())?;
    let heading = evidence.line.clone();
    Ok(Shown::of(evidence)?.headed(heading))
}
