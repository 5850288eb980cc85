//! One document: its text with every claim marked, where it comes from, what it copies.

mod marked;

use record::{Claim, Content, Derivation, DocumentRow};
use schemars::JsonSchema;
use serde::Serialize;
use text::{Article, BlockKind, Span};
use view::{Opened, Target, names, told};

use self::marked::{Piece, Stretch, marked};
use super::documents::Odd;
use super::parts;
use super::sources::{self, Tie};
use crate::ask::{AS_OF, FOCUS};
use crate::evidence;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/documents/{id}`
pub const PAGE: Page = Page {
    name: "document",
    path: "/documents/{id}",
    title: "A document",
    about: "Its text as it was read, with every claim marked in it",
    group: Group::Hidden,
    asks: &[AS_OF, FOCUS],
    shape: shape::<DocumentPage>,
    tool: None,
    show,
};

/// One document.
#[derive(Serialize, JsonSchema)]
struct DocumentPage {
    /// Its name.
    name: String,
    /// Its headline.
    title: Option<String>,
    /// Who published it.
    outlet: Option<String>,
    /// Who wrote it.
    byline: Option<String>,
    /// Its day, in words.
    published: Option<String>,
    /// Where the day was read.
    basis: Option<&'static str>,
    /// How many kinds of place on the page give that day.
    agreeing: Option<u8>,
    /// For an undated one: the days it can have been published.
    inferred: Option<String>,
    /// When it was last changed, in words.
    modified: Option<String>,
    /// Where it was read.
    path: String,
    /// Its address on the web.
    live: Option<String>,
    /// BCP 47.
    language: String,
    /// Agencies credited.
    credits: Vec<String>,
    /// Its origin.
    origin: String,
    /// SHA-256 over the length of its text, then the text.
    sha256: String,
    /// The same over the bytes it was read from.
    capture: String,
    /// What stands around the story.
    around: Vec<AsideLine>,
    /// Its text.
    blocks: Vec<BlockLine>,
    /// The claims, in order of place.
    claims: Vec<ClaimLine>,
    /// Other states of the same page.
    versions: Vec<Tie>,
    /// What it copies or cites, and what copies or cites it.
    ties: Vec<Tie>,
    /// What was odd.
    problems: Vec<Odd>,
}

/// Words around a story.
#[derive(Serialize, JsonSchema)]
struct AsideLine {
    /// `headline`, `byline`, `caption`
    kind: String,
    /// The words.
    text: String,
}

/// A stretch of text.
#[derive(Serialize, JsonSchema)]
struct BlockLine {
    /// `paragraph`, `subheading`, …
    kind: String,
    /// Its words, cut where marks begin and end.
    pieces: Vec<Piece>,
}

/// A claim of the document.
#[derive(Serialize, JsonSchema)]
struct ClaimLine {
    /// Its id.
    id: String,
    /// Where it is marked on this page.
    anchor: String,
    /// Its number on this page.
    number: usize,
    /// `meeting`, `statement`, `event`
    kind: &'static str,
    /// What is claimed, in a word.
    about: String,
    /// The words.
    quote: String,
    /// Who says so.
    told_by: String,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let opened = &view.snapshot.opened;
    let row = named(opened, view.id.unwrap_or_default())?;
    let missing = || Refusal::Missing("the text of that document is not kept".to_owned());
    let article = opened.article(row.article).ok_or_else(missing)?;
    let heading = row.title.clone().unwrap_or_else(|| row.name.clone());
    Ok(Shown::of(page(view.snapshot, row, article))?.headed(heading))
}

/// The document of this name, or the only one whose name begins so.
fn named<'a>(opened: &'a Opened, name: &str) -> Result<&'a DocumentRow, Refusal> {
    if let Some(row) = opened.record.documents.iter().find(|row| row.name == name) {
        return Ok(row);
    }
    match view::target(opened, name)? {
        Target::Document(row) => Ok(row),
        _ => Err(Refusal::Missing("there is no document of that name".to_owned())),
    }
}

fn page(snapshot: &Snapshot, row: &DocumentRow, article: &Article) -> DocumentPage {
    let claims = claims(snapshot, row);
    let lineage = snapshot.opened.record.lineage.iter();
    let (versions, ties): (Vec<_>, Vec<_>) = lineage
        .filter(|tie| tie.from == row.article || tie.of == Some(row.article))
        .partition(|tie| tie.kind == Derivation::Version);
    let tie = |tie| sources::tie(snapshot, tie);
    let problems = snapshot.opened.record.problems.iter();
    let published = row.published.as_ref();
    DocumentPage {
        name: row.name.clone(),
        title: row.title.clone(),
        outlet: row.outlet.clone(),
        byline: article.byline.clone(),
        published: published.map(|p| names::days(p.when.from, p.when.last())),
        basis: published.map(|published| published.basis.as_str()),
        agreeing: published.map(|published| published.agreeing),
        inferred: row.inferred.as_ref().map(names::settled),
        modified: article.modified.as_ref().map(|m| names::days(m.when.from, m.when.last())),
        path: row.path.clone(),
        live: row.url.clone().filter(|url| evidence::is_web(url)),
        language: row.language.clone(),
        credits: row.credits.clone(),
        origin: row.origin.clone(),
        sha256: store::sha256(&article.text),
        capture: article.capture.0.to_string(),
        around: around(article),
        blocks: blocks(article, &claims),
        claims: claims.iter().enumerate().map(|(at, claim)| line(at, claim)).collect(),
        versions: versions.into_iter().map(tie).collect(),
        ties: ties.into_iter().map(tie).collect(),
        problems: problems
            .filter(|p| p.document == row.name)
            .map(|p| Odd::of(&p.problem))
            .collect(),
    }
}

/// Those that count, in order of place.
fn claims<'a>(snapshot: &'a Snapshot, row: &DocumentRow) -> Vec<&'a Claim> {
    let all = snapshot.opened.kept.claims.iter();
    let mut own: Vec<&Claim> = all.filter(|claim| claim.article == row.article).collect();
    own.sort_by_key(|claim| (claim.shown().span(), claim.id));
    own
}

/// The headline stands over the page already.
fn around(article: &Article) -> Vec<AsideLine> {
    let asides = article.around.iter().filter(|aside| aside.kind != BlockKind::Headline);
    let line = |aside: &text::Aside| AsideLine {
        kind: parts::word(&aside.kind),
        text: aside.text.clone(),
    };
    asides.map(line).collect()
}

/// Every byte of the text but the blank lines between blocks.
fn blocks(article: &Article, claims: &[&Claim]) -> Vec<BlockLine> {
    let stretch = |(at, claim): (usize, &&Claim)| Stretch {
        span: claim.shown().span(),
        number: at + 1,
        kind: kind(claim),
        claim: claim.id.0.to_string(),
        anchor: evidence::anchor(claim.id),
    };
    let stretches: Vec<Stretch> = claims.iter().enumerate().map(stretch).collect();
    let whole = || Span::from_range(0..article.text.len()).map(|span| (BlockKind::Paragraph, span));
    let mut blocks: Vec<(BlockKind, Span)> =
        article.blocks.iter().map(|block| (block.kind, block.span)).collect();
    if blocks.is_empty() {
        blocks.extend(whole());
    }
    let line = |(kind, span): (BlockKind, Span)| BlockLine {
        kind: parts::word(&kind),
        pieces: marked(&article.text, span, &stretches),
    };
    blocks.into_iter().map(line).collect()
}

fn line(at: usize, claim: &Claim) -> ClaimLine {
    ClaimLine {
        id: claim.id.0.to_string(),
        anchor: evidence::anchor(claim.id),
        number: at + 1,
        kind: kind(claim),
        about: about(claim),
        quote: claim.shown().words().to_owned(),
        told_by: told::chain(&claim.attribution.names()),
    }
}

fn kind(claim: &Claim) -> &'static str {
    match claim.content {
        Content::Meeting(_) => "meeting",
        Content::Statement(_) => "statement",
        Content::Event(_) => "event",
        Content::Outcome(_) => "outcome",
    }
}

fn about(claim: &Claim) -> String {
    match &claim.content {
        Content::Meeting(mention) => names::step(mention.status).to_owned(),
        Content::Statement(mention) => mention.act.as_str().to_owned(),
        Content::Event(mention) => format!("CAMEO {}", mention.code),
        Content::Outcome(mention) => mention.outcome.as_str().to_owned(),
    }
}
