//! Answers of a language model.

use std::sync::LazyLock;

use consult::{Address, Answers, Passage, Run, Sources, passages};
use pipeline::annotate;
use record::Tier;
use serde_json::{Value, json};
use text::{AnnotatedArticle, Article};

use crate::claims::grounded;
use crate::ground::{chosen, problems_fit};
use crate::stage::tools;

const STORY: &str = "The talks in Muscat ended late. Iran insists that Turkey must withdraw its troops from northern Syria. Nobody else spoke. \
    “Saudi Arabia will not return its ambassador unless Iran ends its attacks on shipping,” Foreign Minister Faisal bin Farhan said in Riyadh. \
    Turkey denied  that it had promised the party’s leaders anything.";

static DOC: LazyLock<(AnnotatedArticle, Vec<Passage>)> = LazyLock::new(|| {
    let doc = annotate(&Article::of_paragraphs(STORY), tools()).0.expect("a story has layers");
    let passages = passages(&doc, &tools().lexicon, &[]);
    assert!(passages.len() > 1, "nothing to ask about");
    (doc, passages)
});

/// The first byte chooses the passage, and between an answer as it stands and one whose fields are lines.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let text = String::from_utf8_lossy(rest);
    if choice & 64 > 0 {
        let _ = Address::new(&text, None);
    }
    let answer = if choice & 1 > 0 { lines(&text).to_string() } else { text.into_owned() };
    let (doc, passages) = &*DOC;
    let passage = &passages[usize::from(choice >> 1) % passages.len()];
    let mut answers = Answers::default();
    let mut run = Run::new("any", tools(), Sources { answers: &mut answers, endpoint: None });
    let (claims, problems) = run.read(&answer, passage, doc);
    problems_fit(&problems, &doc.article);
    for claim in &claims {
        grounded(claim, &doc.article);
        assert_eq!(claim.tool.tier, Tier::LanguageModel);
        assert!(passage.sentence.contains(claim.shown().span()), "words from elsewhere: {claim:?}");
    }
    assert_eq!(run.report.accepted, claims.len());
    let dropped: usize = run.report.dropped.values().sum();
    assert_eq!(dropped, problems.len(), "what is dropped is told");
}

/// A statement of each five lines: a byte for the kind, then speaker, quote and parts; "-" for none.
fn lines(text: &str) -> Value {
    let lines: Vec<&str> = text.split('\n').collect();
    let one = |fields: &[&str]| {
        let field = |at: usize| fields.get(at).copied().filter(|words| *words != "-");
        let kinds = ["demand", "condition", "commitment", "offer", "denial"];
        let kind = field(0).and_then(|words| words.bytes().next()).unwrap_or_default();
        json!({
            "kind": kinds[usize::from(kind) % kinds.len()],
            "speaker": field(1).unwrap_or_default(),
            "quote": field(2).unwrap_or_default(),
            "what": field(3),
            "depends_on": field(4),
        })
    };
    json!({ "statements": lines.chunks(5).map(one).collect::<Vec<_>>() })
}
