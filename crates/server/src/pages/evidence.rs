//! Everything behind one row: the words in their paragraphs, the voices, the judgements.

use crate::ask::{AS_OF, PAGE as PAGE_PARAM, ROWS_PARAM};
use crate::evidence::{self, Evidence};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::tool::Tool;

/// `/evidence/{id}`
pub const PAGE: Page = Page {
    name: "evidence",
    path: "/evidence/{id}",
    title: "Evidence",
    about: "The exact words behind one row",
    group: Group::Hidden,
    asks: &[AS_OF, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Evidence>,
    tool: Some(Tool {
        name: "explain",
        about: "Everything behind one row, down to the words: takes the id of a meeting, statement, commitment, condition, \
                disagreement or claim, or the name of a document, as other tools give them. Gives each claim’s exact words with \
                their paragraph, the document, its outlet, day and address, through whom it is known, which rule read it, why the \
                row has its dates, and what tools and people hold of it.",
        grounds: &["/passages/*/claim"],
    }),
    show,
};

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let id = view.id.unwrap_or_default();
    let evidence = evidence::of(view.snapshot, id, |all| view.ask.range(all))?;
    let heading = evidence.line.clone();
    Ok(Shown::of(evidence)?.headed(heading))
}
