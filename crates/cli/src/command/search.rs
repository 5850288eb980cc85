//! `search`: words in claims and articles.

use serde::Serialize;
use store::{Found, Hit, Store};

use crate::args::Search;
use crate::opened::record_file;
use crate::output;
use crate::page::Sheet;
use crate::status::Status;

#[derive(Serialize)]
struct HitOut<'a> {
    kind: &'static str,
    id: &'a str,
    document: String,
    excerpt: &'a str,
}

/// Prints what holds the words, claims first.
pub fn run(args: &Search) -> anyhow::Result<Status> {
    let store = Store::open(record_file(&args.kept.record)?)?;
    let hits = store.search(&args.words.join(" "), args.limit)?;
    let names = Names::of(&store)?;
    let found: Vec<_> = hits.iter().map(|hit| names.tell(hit)).collect();
    if args.kept.json {
        output::print_json(&found)?;
        return Ok(Status::Done);
    }
    let mut sheet = Sheet::for_stdout();
    for hit in &found {
        sheet.entry(
            0,
            &format!("{}: {}", hit.document, hit.excerpt),
            hit.id.get(..8).unwrap_or(hit.id),
        );
    }
    if found.is_empty() {
        sheet.line(0, "nothing found");
    }
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}

/// The names of documents, by the ids of articles and of claims.
struct Names(std::collections::BTreeMap<String, String>);

impl Names {
    fn of(store: &Store) -> anyhow::Result<Names> {
        let kept = pipeline::Kept::load(store)?;
        let documents = kept.document_names();
        let name = |article| documents.get(article).cloned().unwrap_or_default();
        let articles = kept.articles.iter().map(|a| (a.id.0.to_string(), name(&a.id)));
        let claims = kept.claims.iter().map(|c| (c.id.0.to_string(), name(&c.article)));
        Ok(Names(articles.chain(claims).collect()))
    }

    fn tell<'a>(&self, hit: &'a Hit) -> HitOut<'a> {
        let (kind, id) = match &hit.place {
            Found::Claim(id) => ("claim", id),
            Found::Article(id) => ("article", id),
        };
        let document = self.0.get(id).cloned().unwrap_or_default();
        HitOut { kind, id, document, excerpt: &hit.excerpt }
    }
}
