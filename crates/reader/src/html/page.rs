//! An HTML page as a draft.

use dom_query::Document;
use text::BlockKind;

use super::metadata::{self, Metadata};
use super::main_text::{self, Hints};
use super::{depth, outline};
use crate::draft::{Draft, Piece};
use crate::page_date::Order;
use crate::plain::{Title, clean_seen, sort_all};
use crate::published::Candidate;
use crate::{plain, problems};

/// Words below which a page's main text is no article but a notice.
const NOTICE: usize = 25;

/// Reads an HTML page.
pub(crate) fn read(page: &str) -> Draft {
    if depth::is_too_deep(page) {
        return flat(page);
    }
    let document = Document::from(depth::shorten_tags(page));
    let metadata = metadata::read(&document);
    let known = known(&metadata);
    let Some(body) = document.body() else { return Draft::default() };
    let outline = outline::outline(&body);
    let seen = sort_all(&outline.lines, known.order);
    let hints = Hints::of(&document, known.title.map(Title::text).unwrap_or_default());
    let story = main_text::story(&outline, &seen, &hints);
    let whole = plain::draft(clean_seen(&seen, known));
    let visible = whole.dates.clone();
    finish(with_story(whole, story), metadata, visible)
}

/// The draft of a page with its story as the models see it.
fn with_story(mut whole: Draft, story: Vec<Piece>) -> Draft {
    let beside = |kind| matches!(kind, BlockKind::Headline | BlockKind::Byline);
    whole.pieces.retain(|piece| beside(piece.kind));
    whole.pieces.extend(story);
    whole
}

/// What the models are given for each line of a page, and the line.
pub(crate) fn training_rows(page: &str) -> Vec<(String, Vec<f32>)> {
    let document = Document::from(depth::shorten_tags(page));
    let metadata = metadata::read(&document);
    let known = known(&metadata);
    let Some(body) = document.body() else { return Vec::new() };
    let outline = outline::outline(&body);
    let seen = sort_all(&outline.lines, known.order);
    let hints = Hints::of(&document, known.title.map(Title::text).unwrap_or_default());
    let rows = main_text::line_rows(&outline, &seen, &hints);
    outline.lines.iter().map(|line| line.text.clone()).zip(rows).collect()
}

/// Reads a piece of HTML that is all article.
pub(crate) fn read_fragment(content: &str, title: Option<&str>) -> Draft {
    let known = plain::Known { title: title.map(Title::Name), order: Order::Unknown };
    if depth::is_too_deep(content) {
        return plain::read(&depth::flat_text(content), known);
    }
    let document = Document::from(depth::shorten_tags(content));
    plain::draft(plain::clean(&outline::outline(&document.root()).lines, known))
}

fn known(metadata: &Metadata) -> plain::Known<'_> {
    let order = Order::of_language(metadata.language.as_deref().unwrap_or_default());
    let heading = metadata.heading.as_deref().map(Title::Heading);
    let title = heading.or(metadata.title.as_deref().map(Title::Name));
    plain::Known { title, order }
}

/// A page too deep for a tree: its head is parsed, its body read as text.
fn flat(page: &str) -> Draft {
    let head = page.find("<body").and_then(|at| page.get(..at)).unwrap_or_default();
    let head = if depth::is_too_deep(head) { "" } else { head };
    let metadata = metadata::read(&Document::from(head));
    let mut draft = plain::read(&depth::flat_text(page), known(&metadata));
    draft.problems.push(problems::TOO_DEEP.found("elements are nested too deep"));
    finish(draft, metadata, Vec::new())
}

fn finish(mut draft: Draft, metadata: Metadata, visible: Vec<Candidate>) -> Draft {
    let words = draft.body_words();
    if words < NOTICE {
        draft.pieces.clear();
        draft.problems =
            vec![problems::NOT_AN_ARTICLE.found(format!("its main text has {words} words"))];
        return draft;
    }
    draft.dates = metadata
        .dates
        .into_iter()
        .chain(unseen(visible, &draft.dates))
        .chain(draft.dates.clone())
        .chain(metadata.beside)
        .collect();
    draft.modified = metadata.modified.or(draft.modified);
    draft.title = metadata.title;
    draft.url = metadata.url;
    draft.outlet = metadata.outlet;
    draft.byline = metadata.byline;
    draft.language = metadata.language;
    debug_assert!(draft.pieces.iter().any(|piece| piece.kind != BlockKind::Headline));
    draft
}

/// Dates that stand around the main text but not in it.
fn unseen(visible: Vec<Candidate>, seen: &[Candidate]) -> Vec<Candidate> {
    visible.into_iter().filter(|candidate| !seen.contains(candidate)).collect()
}
