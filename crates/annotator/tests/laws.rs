//! What holds for every text, however odd.

use annotator::{Annotator, Model};
use lexicon::Lexicon;
use proptest::prelude::*;
use std::sync::OnceLock;
use text::{AnnotatedArticle, Article, EntityKind};

fn annotate(blocks: &[String]) -> AnnotatedArticle {
    static TOOLS: OnceLock<(Annotator, Lexicon)> = OnceLock::new();
    let (annotator, lexicon) =
        TOOLS.get_or_init(|| (Annotator::new(Model::shipped()), Lexicon::shipped()));
    annotator.annotate(&Article::of_paragraphs(&blocks.join("\n\n")), lexicon).0
}

/// Marks and words of news, so that rules meet, beside anything that Unicode has.
fn block() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Envoys",
        "met",
        "in",
        "U.S.",
        "Gen.",
        "\"",
        "”",
        "“",
        "'s",
        "’",
        "(",
        ")",
        "—",
        "-",
        ".",
        "...",
        "?!",
        "al-Khoury",
        "four-party",
        "don't",
        "$5.5",
        "GENEVA,",
        "May",
        "10",
        "www.example.org",
        "#1",
        "\u{a0}",
        "é",
        "中文",
        "🙂",
        "\n",
        ",",
    ]);
    let news = prop::collection::vec((word, prop::bool::ANY), 0..40).prop_map(|words| {
        words.into_iter().map(|(w, space)| format!("{w}{}", if space { " " } else { "" })).collect()
    });
    prop_oneof![news, any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn layers_fit_the_text(blocks in prop::collection::vec(block(), 0..4)) {
        let doc = annotate(&blocks);
        let text = &doc.article.text;
        for token in &doc.tokens {
            let form = token.span.slice(text);
            prop_assert!(form.is_some_and(|f| !f.is_empty() && !f.contains(char::is_whitespace)));
        }
        prop_assert!(doc.tokens.windows(2).all(|w| w[0].span.end() <= w[1].span.start()));
        for quotation in &doc.quotations {
            prop_assert!(quotation.inner.slice(text).is_some() && quotation.outer.slice(text).is_some());
            prop_assert!(quotation.outer.contains(quotation.inner));
        }
        for name in &doc.entities {
            prop_assert!(name.span.slice(text).is_some());
            let place = matches!(name.kind, EntityKind::GeopoliticalEntity | EntityKind::Location);
            prop_assert_eq!(place, name.metonymy.is_some());
        }
        prop_assert!(doc.entities.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
    }

    #[test]
    fn sentences_hold_every_letter(blocks in prop::collection::vec(block(), 0..4)) {
        let doc = annotate(&blocks);
        let held = |at: usize| doc.tokens.iter().any(|t| (t.span.start() as usize) <= at && at < t.span.end() as usize);
        for (at, c) in doc.article.text.char_indices() {
            prop_assert!(c.is_whitespace() || held(at), "{c:?} at {at}");
        }
        for sentence in &doc.sentences {
            prop_assert!(doc.article.blocks[sentence.block].span.contains(sentence.span));
            let tokens = &doc.tokens[sentence.tokens.range()];
            prop_assert!(tokens.iter().all(|t| sentence.span.contains(t.span)));
            prop_assert_eq!(tokens.iter().filter(|t| t.head.is_none()).count(), 1);
        }
    }
}

#[test]
fn heads_lead_to_the_root() {
    let doc =
        annotate(&["\"We met,\" said Anna Berg, the envoy, who had flown in. They did not agree."
            .to_owned()]);
    for sentence in &doc.sentences {
        for start in sentence.tokens.range() {
            let mut at = start;
            let steps = sentence
                .tokens
                .range()
                .take_while(|_| doc.tokens[at].head.map(|h| at = h.at()).is_some())
                .count();
            assert!(steps < sentence.tokens.range().len());
        }
    }
}

/// Costs that grow faster than the text would keep these from ending.
#[test]
fn a_million_characters_are_read() {
    let units = [
        "Envoys met in Geneva. ",
        "a,",
        "'s",
        "!",
        "\".",
        "(",
        "word ",
        "U.S. ",
        "a-b",
        ". ",
        ")",
        "\"'",
        "-\"",
        ":)",
        "Aa.",
        "1-",
        "@",
        "+",
        "...a",
        "“",
    ];
    for unit in units {
        let text = unit.repeat(50_000 / unit.len());
        assert!(!annotate(&[text]).tokens.is_empty(), "{unit}");
    }
    let text = "The envoys of both sides met in Geneva on Tuesday. ".repeat(20_000);
    assert_eq!(annotate(&[text]).sentences.len(), 20_000);
}

#[test]
fn a_sentence_without_an_end_is_taken_as_several() {
    let endless = annotate(&["and they met again ".repeat(1_000)]);
    assert_eq!(endless.tokens.len(), 4_000);
    let lengths: Vec<usize> = endless.sentences.iter().map(|s| s.tokens.range().len()).collect();
    assert_eq!(lengths, [1_500, 1_500, 1_000]);
    let whole = endless.sentences.iter().flat_map(|s| s.tokens.range());
    assert!(whole.eq(0..4_000), "no word is lost");
    for sentence in &endless.sentences {
        let words = endless.words(sentence.span);
        assert!(words.starts_with("and") && words.ends_with("again"), "{words:?}");
    }
}
