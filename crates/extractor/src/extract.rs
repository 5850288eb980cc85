//! The whole of it, in order.

use lexicon::Lexicon;
use record::Claim;
use text::{AnnotatedArticle, Problem, Severity};

use crate::reading::Reading;
use crate::{meeting, statement, voice};

/// The claims that an article makes, each with its words, and what was odd.
///
/// Pure: the same article and lexicon give the same claims.
pub fn extract(doc: &AnnotatedArticle, lexicon: &Lexicon) -> (Vec<Claim>, Vec<Problem>) {
    if !doc.article.language.starts_with("en") && doc.article.language != "und" {
        return (Vec::new(), vec![not_english(&doc.article.language)]);
    }
    let reading = Reading::new(doc, lexicon);
    let speeches = voice::speeches(&reading);
    let mut claims = meeting::claims(&reading, &speeches);
    claims.extend(statement::claims(&reading, &speeches));
    (claims, Vec::new())
}

fn not_english(language: &str) -> Problem {
    Problem::new("X001", Severity::Error, format!("no claims read: the text is in {language}"))
        .hint("only English is read so far; the article itself is kept")
}
