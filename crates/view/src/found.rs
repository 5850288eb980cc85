//! What a search found, with the documents it stands in.

use std::collections::BTreeMap;

use serde::Serialize;
use store::{Found, Hit};

/// Words found.
#[derive(Serialize)]
pub struct HitOut<'a> {
    /// `claim` or `article`.
    pub kind: &'static str,
    /// Its id.
    pub id: &'a str,
    /// The document's name.
    pub document: String,
    /// The words with those around them, the words found in brackets.
    pub excerpt: &'a str,
}

/// The names of documents, by the ids of articles and of claims.
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Of everything that counts.
    pub fn of(kept: &pipeline::Kept) -> Names {
        let documents = kept.document_names();
        let name = |article| documents.get(article).cloned().unwrap_or_default();
        let articles = kept.articles.iter().map(|a| (a.id.0.to_string(), name(&a.id)));
        let claims = kept.claims.iter().map(|c| (c.id.0.to_string(), name(&c.article)));
        Names(articles.chain(claims).collect())
    }

    /// A hit with its document.
    pub fn tell<'a>(&self, hit: &'a Hit) -> HitOut<'a> {
        let (kind, id) = match &hit.place {
            Found::Claim(id) => ("claim", id),
            Found::Article(id) => ("article", id),
        };
        let document = self.0.get(id).cloned().unwrap_or_default();
        HitOut { kind, id, document, excerpt: &hit.excerpt }
    }
}
