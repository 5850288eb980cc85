//! The whole way from sentences to the record: words, trees, claims, codes, rows.

use jiff::civil::date;
use pipeline::{Kept, Tools, annotate, settle};
use record::Claim;
use serde_json::Value;
use text::{Anchor, AnnotatedArticle, Article, DateBasis, Published, When};

use crate::ground::{chosen, one_of, problems_fit};
use crate::stage::tools;
use crate::{layers, sentences};

/// The first byte chooses between the grammar and text as it stands, and whether the article has a day.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let text = match choice & 3 {
        3 => String::from_utf8_lossy(rest).into_owned(),
        _ => sentences::text(rest),
    };
    let mut article = Article::of_paragraphs(&text);
    article.published = (choice & 4 > 0).then(|| Published {
        when: When::day(date(2023, 5, 10), Anchor::Stated),
        basis: DateBasis::Given,
        agreeing: 1,
    });
    let tools = tools();
    let (Some(doc), problems) = annotate(&article, tools) else { panic!("no layers of {text:?}") };
    problems_fit(&problems, &article);
    layers::fit(&doc);
    let claims = extracted(&doc, tools);
    if one_of(4, bytes) {
        coded(&doc, tools);
    }
    if one_of(4, bytes) && !claims.is_empty() {
        settled(&article, claims, tools);
    }
}

fn extracted(doc: &AnnotatedArticle, tools: &Tools) -> Vec<Claim> {
    let (claims, problems) = extractor::extract(doc, &tools.lexicon, &tools.coder);
    problems_fit(&problems, &doc.article);
    for claim in &claims {
        grounded(claim, &doc.article);
    }
    let again = extractor::extract(doc, &tools.lexicon, &tools.coder).0;
    assert_eq!(again, claims, "the same layers, other claims");
    claims
}

/// The words of a claim, and all words within it that say where they stand, stand there.
pub fn grounded(claim: &Claim, article: &Article) {
    assert!(!claim.evidence.is_empty(), "a claim without words");
    for evidence in &claim.evidence {
        assert!(!evidence.words().is_empty() && evidence.holds_in(&article.text), "{evidence:?}");
    }
    let json = serde_json::to_value(claim).expect("a claim is JSON");
    spans(&json, &article.text);
    let back: Claim = serde_json::from_value(json).expect("a claim is read as written");
    assert_eq!(&back, claim);
}

fn spans(value: &Value, text: &str) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| spans(one, text)),
        Value::Object(fields) => {
            let place = |name: &str| fields.get(name).and_then(Value::as_u64).map(|at| at as usize);
            if let (Some(start), Some(end)) = (place("start"), place("end")) {
                assert!(text.get(start..end).is_some(), "{value} is not in {text:?}");
            }
            fields.values().for_each(|one| spans(one, text));
        }
        _ => {}
    }
}

/// Events and attributions lie in the text.
fn coded(doc: &AnnotatedArticle, tools: &Tools) {
    let text = &doc.article.text;
    for relation in extractor::relations(doc, &tools.lexicon) {
        let mut spans = relation.cue.iter().chain(&relation.content).chain(&relation.source);
        assert!(spans.all(|span| span.slice(text).is_some()), "{relation:?}");
    }
    for event in tools.coder.code(doc, &tools.lexicon) {
        assert!(!event.cameo.is_empty() && event.span.slice(text).is_some(), "{}", event.cameo);
    }
}

/// The record of one article: the same from the same claims in another order.
fn settled(article: &Article, claims: Vec<Claim>, tools: &Tools) {
    let kept = |mut claims: Vec<Claim>, turned: bool| {
        claims.sort_by_key(|claim| claim.id);
        claims.dedup_by_key(|claim| claim.id);
        if turned {
            claims.reverse();
        }
        Kept { articles: vec![article.clone()], claims, ..Kept::default() }
    };
    let record = settle(&kept(claims.clone(), false), None, tools);
    let turned = settle(&kept(claims, true), None, tools);
    assert!(record == turned, "another order, another record");
}
