//! An HTML page as a draft.

use dom_query::Document;
use text::{BlockKind, Problem};

use super::about::article_body;
use super::depth::{self, Cut, Programs, Tamed};
use super::main_text::{self, Hints, Story};
use super::metadata::{self, Metadata};
use super::outline;
use crate::draft::{Draft, Piece, body_words};
use crate::page_date::Order;
use crate::plain::{Seen, Sort, Title, sort_all};
use crate::published::Candidate;
use crate::{plain, problems};

/// Words below which a page's main text is no article but a notice.
const NOTICE: usize = 25;
/// The same, for a page that says when it was published: a flash of a wire is as short.
const FLASH: usize = 8;

/// Reads an HTML page.
pub(crate) fn read(page: &str) -> Draft {
    let tamed = depth::tame(page);
    let odd = oddities(&tamed);
    let document = Document::from(tamed.html);
    let metadata = metadata::read(&document, &tamed.programs);
    let known = known(&metadata);
    let Some(body) = document.body() else { return Draft::default() };
    let outline = outline::outline(&body);
    let seen = sort_all(&outline.lines, known.order);
    let hints = hints(&metadata, known, &tamed.programs);
    let story = main_text::story(&outline, &seen, &hints, tamed.breaks_off);
    let story = if body_words(&story.pieces) < NOTICE { by_rules(&seen, known) } else { story };
    let mut draft = finish(story, metadata);
    draft.dates.extend(shown(&seen));
    draft.problems.extend(odd);
    draft
}

fn hints(metadata: &Metadata, known: plain::Known, programs: &Programs) -> Hints {
    Hints {
        title: known.title.map(Title::text).unwrap_or_default().to_owned(),
        description: metadata.description.clone().unwrap_or_default(),
        body: article_body(&programs.linked_data),
    }
}

/// What taming a page says about it.
fn oddities(tamed: &Tamed) -> Vec<Problem> {
    let deep = (tamed.flattened > 0).then(|| {
        let count = tamed.flattened;
        problems::TOO_DEEP.found(format!("{count} tags are nested beyond reason"))
    });
    let stripped = (tamed.stripped > 0).then(|| {
        let count = tamed.stripped;
        problems::LONG_TAGS.found(format!("{count} tags have attributes beyond reason"))
    });
    let cut = tamed.breaks_off.map(|cut| {
        problems::CUT_OFF.found(match cut {
            Cut::Markup => "the page ends within a tag, a comment or a script",
            Cut::Text => "the page ends within a sentence",
        })
    });
    deep.into_iter().chain(stripped).chain(cut).collect()
}

/// What the models are given for each line of a page, and the line.
pub(crate) fn training_rows(page: &str) -> Vec<(String, Vec<f32>)> {
    let tamed = depth::tame(page);
    let document = Document::from(tamed.html);
    let metadata = metadata::read(&document, &tamed.programs);
    let known = known(&metadata);
    let Some(body) = document.body() else { return Vec::new() };
    let outline = outline::outline(&body);
    let seen = sort_all(&outline.lines, known.order);
    let hints = hints(&metadata, known, &tamed.programs);
    let rows = main_text::line_rows(&outline, &seen, &hints);
    outline.lines.iter().map(|line| line.text.clone()).zip(rows).collect()
}

/// Reads a piece of HTML that is all article.
pub(crate) fn read_fragment(content: &str, title: Option<&str>) -> Draft {
    let known = plain::Known { title: title.map(Title::Name), order: Order::Unknown };
    let tamed = depth::tame(content);
    let odd = oddities(&tamed);
    let document = Document::from(tamed.html);
    let mut draft = plain::draft(plain::clean(&outline::outline(&document.root()).lines, known));
    draft.problems.extend(odd);
    draft
}

fn known(metadata: &Metadata) -> plain::Known<'_> {
    let order = Order::of_language(metadata.language.as_deref().unwrap_or_default());
    let heading = metadata.heading.as_deref().map(Title::Heading);
    let title = heading.or(metadata.title.as_deref().map(Title::Name));
    plain::Known { title, order }
}

/// The story as it would be read if the page were plain text: for pages that the models know nothing of.
fn by_rules(seen: &[Seen], known: plain::Known) -> Story {
    let cleaned = plain::clean_seen(seen, known);
    let (around, pieces) = cleaned.pieces.into_iter().partition(|piece| piece.kind.is_around());
    let around: Vec<Piece> = around;
    let beside = around.into_iter().filter(|piece| piece.kind != BlockKind::Headline);
    Story { pieces, around: beside.collect() }
}

/// The days that the page's margins show: of other stories, or of the visit.
fn shown(seen: &[Seen]) -> impl Iterator<Item = Candidate> {
    let days = seen.iter().filter(|seen| seen.is_in_margin()).filter_map(|seen| match seen.sort {
        Sort::Stamp(stamp) => stamp.bare.or(stamp.published),
        _ => None,
    });
    days.map(Candidate::Render)
}

/// The draft of a page: its story with what the page says of it.
fn finish(story: Story, metadata: Metadata) -> Draft {
    let heading = metadata.heading.or_else(|| metadata.title.clone());
    let heading = heading.map(|text| Piece { kind: BlockKind::Headline, text });
    let pieces = heading.into_iter().chain(story.around).chain(story.pieces).collect();
    let mut draft = Draft { pieces, ..Draft::default() };
    let words = draft.body_words();
    if words < if metadata.dates.is_empty() { NOTICE } else { FLASH } {
        let because = problems::NOT_AN_ARTICLE.found(format!("its main text has {words} words"));
        return Draft { problems: vec![because], ..Draft::default() };
    }
    draft.dates = metadata.dates;
    draft.dates.extend(plain::from_dateline(&draft.pieces));
    draft.modified = metadata.modified;
    draft.title = metadata.title;
    draft.url = metadata.url;
    draft.outlet = metadata.outlet;
    draft.byline = metadata.byline;
    draft.language = metadata.language;
    draft
}
