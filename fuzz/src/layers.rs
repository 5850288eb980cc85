//! Sentences, words, names, times and quotations of any text, by a network that knows nothing.

use text::{AnnotatedArticle, Article, Span};

use crate::ground::{chosen, one_of, problems_fit};
use crate::sentences;
use crate::stage::blank_tools;

/// The first byte chooses between text as it stands and the grammar.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let text = match choice & 1 {
        0 => String::from_utf8_lossy(rest).into_owned(),
        _ => sentences::text(rest),
    };
    let article = Article::of_paragraphs(&text);
    let tools = blank_tools();
    let (doc, problems) = tools.annotator.annotate(&article, &tools.lexicon);
    problems_fit(&problems, &article);
    fit(&doc);
    if one_of(16, bytes) {
        let again = tools.annotator.annotate(&article, &tools.lexicon).0;
        assert_eq!(
            format!("{:?}", again.tokens),
            format!("{:?}", doc.tokens),
            "the same text, other words"
        );
        assert_eq!(again.times, doc.times, "the same text, other times");
    }
}

/// Layers lie in the text, in order, and leave no letter out.
pub fn fit(doc: &AnnotatedArticle) {
    let text = &doc.article.text;
    words(doc);
    for sentence in &doc.sentences {
        let block = doc.article.blocks.get(sentence.block).expect("a sentence has a block");
        assert!(block.span.contains(sentence.span), "a sentence leaves its block");
        let tokens = doc.tokens.get(sentence.tokens.range()).expect("a sentence has words");
        assert!(tokens.iter().all(|token| sentence.span.contains(token.span)));
        assert_eq!(tokens.iter().filter(|token| token.head.is_none()).count(), 1, "one root");
    }
    let slices = |span: Span| span.slice(text).is_some_and(|words| !words.is_empty());
    for quotation in &doc.quotations {
        assert!(quotation.inner.slice(text).is_some() && slices(quotation.outer), "{quotation:?}");
        assert!(quotation.outer.contains(quotation.inner), "{quotation:?}");
    }
    assert!(doc.entities.iter().all(|name| slices(name.span)));
    assert!(doc.entities.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
    for time in &doc.times {
        assert!(
            slices(time.span) && time.timexes().iter().all(|(span, _)| slices(*span)),
            "{time:?}"
        );
        assert!(time.when.as_ref().is_none_or(|when| when.from <= when.until), "{time:?}");
    }
}

/// Words are no blanks, in order, and hold every letter.
fn words(doc: &AnnotatedArticle) {
    let text = &doc.article.text;
    let mut past = 0;
    for token in &doc.tokens {
        let (start, end) = (token.span.start() as usize, token.span.end() as usize);
        let form = token.span.slice(text).expect("a word slices its text");
        assert!(!form.is_empty() && !form.contains(char::is_whitespace), "{form:?} is no word");
        assert!(start >= past, "words overlap");
        let between = text.get(past..start).expect("words end on characters");
        assert!(between.chars().all(char::is_whitespace), "{between:?} is in no word");
        past = end;
    }
    let after = text.get(past..).expect("words end on characters");
    assert!(after.chars().all(char::is_whitespace), "{after:?} is in no word");
}
