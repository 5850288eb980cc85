//! `generate`: invented reports as pages, and what is true of them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use lexicon::Lexicon;
use serde_json::{Value, json};
use text::ArticleId;

use crate::invent::{News, Page, Size, invent};

/// Writes `OUT.jsonl`, a page a line, and `OUT.truth.jsonl`: for each page the sentences that tell
/// a meeting, the number of the meeting, and the page it copies, if it does.
pub fn run(size: &Size, out: &Path) -> anyhow::Result<()> {
    let news = invent(size, &Lexicon::shipped());
    let mut pages = BufWriter::new(File::create(out.with_extension("jsonl"))?);
    let mut truth = BufWriter::new(File::create(out.with_extension("truth.jsonl"))?);
    let names: BTreeMap<_, _> =
        news.pages.iter().map(|p| (p.article.id, &p.article.name)).collect();
    for page in &news.pages {
        writeln!(pages, "{}", row(page))?;
        writeln!(truth, "{}", told(page, &news, &names))?;
    }
    println!("{} pages in {}", news.pages.len(), out.with_extension("jsonl").display());
    Ok(())
}

/// The page as a reader takes it.
pub fn row(page: &Page) -> Value {
    let article = &page.article;
    let published = article.published.as_ref().map(|p| p.when.from.to_string());
    json!({"id": article.name, "outlet": article.outlet, "published": published,
        "language": article.language, "text": article.text})
}

fn told(page: &Page, news: &News, names: &BTreeMap<ArticleId, &String>) -> Value {
    let tells: Vec<_> = page
        .claims
        .iter()
        .map(|claim| json!({"quote": claim.shown().words(), "meeting": news.truth.get(&claim.id)}))
        .collect();
    let original = news.copies.get(&page.article.id).and_then(|id| names.get(id));
    json!({"id": page.article.name, "tells": tells, "copies": original})
}
