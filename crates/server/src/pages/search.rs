//! Words in claims and texts.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;
use store::{Found, Hit};

use super::parts::{self, Extent};
use super::weight::DocumentLink;
use crate::ask::{AS_OF, FOCUS, PAGE as PAGE_PARAM, Q, ROWS_PARAM, segment};
use crate::evidence;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/search`
pub const PAGE: Page = Page {
    name: "search",
    path: "/search",
    title: "Search",
    about: "Words in claims and in the texts of documents",
    group: Group::Desk,
    asks: &[AS_OF, Q, FOCUS, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Findings>,
    tool: Some(Tool {
        name: "search",
        about: "Claims and documents that hold all words of `q`, best first. For names, places and phrases that no filter of another tool \
                chooses by; hand the ids to `explain`.",
        grounds: &["/claims/*/id"],
    }),
    show,
};

/// Claims and documents that are found, at most so many of each.
const MOST: u32 = 100;
/// Bytes of a question that are read.
const LONGEST: usize = 300;

/// What was found.
#[derive(Serialize, JsonSchema)]
struct Findings {
    /// What was asked; nothing if nothing was.
    q: Option<String>,
    /// Which claims and which documents are given, of whichever there are more.
    extent: Extent,
    /// Claims whose words or speaker hold all words of the question, best first.
    claims: Vec<ClaimFound>,
    /// Documents whose headline or text does.
    documents: Vec<DocumentFound>,
    /// True if there may be more than is given.
    is_cut: bool,
}

/// A claim.
#[derive(Serialize, JsonSchema)]
struct ClaimFound {
    /// Its id.
    id: String,
    /// Its words on its document’s page.
    href: String,
    /// The words around.
    excerpt: Vec<Run>,
    /// Where it stands.
    document: DocumentLink,
}

/// A document.
#[derive(Serialize, JsonSchema)]
struct DocumentFound {
    /// The document.
    link: DocumentLink,
    /// The words around.
    excerpt: Vec<Run>,
}

/// Words of an excerpt.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
struct Run {
    /// The words.
    text: String,
    /// True for those that were asked for.
    found: bool,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let asked = view.ask.words(Q).map(str::trim).filter(|words| !words.is_empty());
    let Some(asked) = asked else {
        return Shown::of(Findings {
            q: None,
            extent: parts::extent(&(0..0), 0),
            claims: Vec::new(),
            documents: Vec::new(),
            is_cut: false,
        });
    };
    let hits = view.snapshots.store()?.search(&plain(asked), MOST).map_err(anyhow::Error::from)?;
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let (claims, articles): (Vec<&Hit>, Vec<&Hit>) =
        hits.iter().partition(|hit| matches!(hit.place, Found::Claim(_)));
    let is_cut = claims.len() >= most || articles.len() >= most;
    let claims: Vec<_> = claims.into_iter().filter_map(|hit| claim(view.snapshot, hit)).collect();
    let documents: Vec<_> =
        articles.into_iter().filter_map(|hit| document(view.snapshot, hit)).collect();
    let range = view.ask.range(claims.len().max(documents.len()));
    Shown::of(Findings {
        q: Some(asked.to_owned()),
        extent: parts::extent(&range, claims.len().max(documents.len())),
        claims: chosen(claims, &range),
        documents: chosen(documents, &range),
        is_cut,
    })
}

/// Those of a page of rows.
fn chosen<T>(found: Vec<T>, range: &Range<usize>) -> Vec<T> {
    found.into_iter().skip(range.start).take(range.len()).collect()
}

/// A claim of a document that the record knows by the day that is asked for.
fn claim(snapshot: &Snapshot, hit: &Hit) -> Option<ClaimFound> {
    let Found::Claim(id) = &hit.place else { return None };
    let claim = snapshot.opened.claim(record::ClaimId(id.parse().ok()?))?;
    let name = snapshot.opened.document(claim.article);
    Some(ClaimFound {
        id: id.clone(),
        href: format!("/documents/{}#{}", segment(&name), evidence::anchor(claim.id)),
        excerpt: runs(&hit.excerpt),
        document: DocumentLink::to(snapshot, claim.article)?,
    })
}

fn document(snapshot: &Snapshot, hit: &Hit) -> Option<DocumentFound> {
    let Found::Article(id) = &hit.place else { return None };
    let link = DocumentLink::to(snapshot, text::ArticleId(id.parse().ok()?))?;
    Some(DocumentFound { link, excerpt: runs(&hit.excerpt) })
}

/// The first words of a question without signs that end a string.
fn plain(asked: &str) -> String {
    let words = asked[..asked.floor_char_boundary(LONGEST)].chars();
    words.map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// An excerpt cut at its marks: `a «word» more`. A mark that is not closed is part of the words.
fn runs(excerpt: &str) -> Vec<Run> {
    let run = |text: &str, found| Run { text: text.to_owned(), found };
    let mut runs = Vec::new();
    let mut rest = excerpt;
    while let Some((marked, after)) = rest.split_once('»') {
        let Some((before, word)) = marked.rsplit_once('«') else { break };
        runs.push(run(before, false));
        runs.push(run(word, true));
        rest = after;
    }
    runs.push(run(rest, false));
    runs.retain(|run| !run.text.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(excerpt: &str) -> Vec<(String, bool)> {
        runs(excerpt).into_iter().map(|run| (run.text, run.found)).collect()
    }

    #[test]
    fn a_question_of_any_signs_is_a_question() {
        assert_eq!(plain("a\0b\n\"c"), "a b \"c");
        assert_eq!(plain(&"é".repeat(LONGEST)).len(), LONGEST);
    }

    #[test]
    fn marks_become_runs_and_nothing_else_is_read() {
        let of = |words: &str, found| (words.to_owned(), found);
        assert_eq!(
            told("The «envoys» met <b>«again»</b>"),
            [
                of("The ", false),
                of("envoys", true),
                of(" met <b>", false),
                of("again", true),
                of("</b>", false)
            ]
        );
        assert_eq!(told("an « open mark"), [of("an « open mark", false)]);
        assert_eq!(told("« a «b»"), [of("« a ", false), of("b", true)]);
        assert!(told("").is_empty());
    }
}
