//! An HTML page as a draft.

use dom_query::Document;
use text::{BlockKind, Problem};

use super::depth::{self, Tamed};
use super::metadata::{self, Metadata};
use super::{blocks, main_text};
use crate::draft::Draft;
use crate::page_date::Order;
use crate::plain::Title;
use crate::published::Candidate;
use crate::{plain, problems};

/// Words below which a page's main text is no article but a notice.
const NOTICE: usize = 25;

/// Reads an HTML page.
pub(crate) fn read(page: &str) -> Draft {
    let tamed = depth::tame(page);
    let odd = oddities(&tamed);
    let document = Document::from(tamed.html);
    let metadata = metadata::read(&document);
    let around = document.body().map(|body| blocks::lines(&body)).unwrap_or_default();
    let known = known(&metadata);
    let whole = plain::draft(plain::clean(&around, known));
    let main = plain::draft(plain::clean(&main_text::main_lines(document), known));
    let visible = whole.dates.clone();
    let draft = if is_fragment(&main, &whole) { whole } else { main };
    let mut draft = finish(draft, metadata, visible);
    draft.problems.extend(odd);
    draft
}

/// What taming a page says about it.
fn oddities(tamed: &Tamed) -> Vec<Problem> {
    let deep = (tamed.flattened > 0).then(|| {
        let count = tamed.flattened;
        problems::TOO_DEEP.found(format!("{count} tags are nested beyond reason"))
    });
    let cut = tamed
        .breaks_off
        .then(|| problems::CUT_OFF.found("the page ends within a tag, a comment or a script"));
    deep.into_iter().chain(cut).collect()
}

/// Times that the page's running text is longer than its main text, from which on the latter is not
/// the article. Comments and teasers seldom make it more than five.
const MISSED: usize = 6;
/// Words that the page as a whole needs to be taken for the article.
const WHOLE: usize = 60;

/// True if the main text is so small a part of the page's running text that it was missed.
fn is_fragment(main: &Draft, whole: &Draft) -> bool {
    let (main, whole) = (main.body_words(), whole.body_words());
    whole >= WHOLE && main * MISSED < whole
}

/// Reads a piece of HTML that is all article.
pub(crate) fn read_fragment(content: &str, title: Option<&str>) -> Draft {
    let known = plain::Known { title: title.map(Title::Name), order: Order::Unknown };
    let tamed = depth::tame(content);
    let odd = oddities(&tamed);
    let document = Document::from(tamed.html);
    let mut draft = plain::draft(plain::clean(&blocks::lines(&document.root()), known));
    draft.problems.extend(odd);
    draft
}

fn known(metadata: &Metadata) -> plain::Known<'_> {
    let order = Order::of_language(metadata.language.as_deref().unwrap_or_default());
    let heading = metadata.heading.as_deref().map(Title::Heading);
    let title = heading.or(metadata.title.as_deref().map(Title::Name));
    plain::Known { title, order }
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
