//! The whole of it, in order.

use lexicon::Lexicon;
use record::Claim;
use text::{AnnotatedArticle, Problem, Severity};

use crate::corrected::is_taken_back;
use crate::reading::Reading;
use crate::{EventCoder, action, meeting, statement, voice};

/// The claims that an article makes, each with its words, and what was odd.
///
/// Pure: the same article, lexicon and codebook give the same claims. The lexicon says in which language words are
/// looked for; of any but English only meetings are read.
pub fn extract(
    doc: &AnnotatedArticle,
    lexicon: &Lexicon,
    coder: &EventCoder,
) -> (Vec<Claim>, Vec<Problem>) {
    if !reads(lexicon, &doc.article.language) {
        return (Vec::new(), vec![not_read(&doc.article.language)]);
    }
    let reading = Reading::new(doc, lexicon);
    let speeches = voice::speeches(&reading);
    let mut claims = meeting::claims(&reading, &speeches);
    if lexicon.language() == "en" {
        claims.extend(statement::claims(&reading, &speeches));
        claims.extend(action::claims(coder, &reading, &speeches));
        claims.retain(|claim| !is_taken_back(&reading, claim.shown().span()));
    }
    (claims, Vec::new())
}

/// True if the lexicon is that of the article's language. An unknown language is tried as English.
fn reads(lexicon: &Lexicon, language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    primary == lexicon.language() || primary == "und" && lexicon.language() == "en"
}

fn not_read(language: &str) -> Problem {
    Problem::new("X001", Severity::Error, format!("no claims read: the text is in {language}"))
        .hint("read it with the lexicon and the model of its language; the article itself is kept")
}
