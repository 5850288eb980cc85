//! Case files: texts and what the annotator must find in them. See `cases/`.

use annotator::{Annotator, Model};
use lexicon::Lexicon;
use std::sync::OnceLock;
use text::{AnnotatedArticle, Article, Block, BlockKind, CaptureId, Digest, Span, TokenIndex};

#[test]
fn sentences() {
    check(include_str!("../cases/sentences.md"), |doc| {
        doc.sentences.iter().map(|s| doc.words(s.span).to_owned()).collect()
    });
}

#[test]
fn tokens() {
    let spaced = |doc: &AnnotatedArticle, s: &text::Sentence| {
        let forms: Vec<&str> = s.tokens.range().map(|i| doc.form(TokenIndex(i as u32))).collect();
        forms.join(" ")
    };
    check(include_str!("../cases/tokens.md"), |doc| {
        doc.sentences.iter().map(|s| spaced(doc, s)).collect()
    });
}

#[test]
fn quotations() {
    check(include_str!("../cases/quotations.md"), |doc| {
        doc.quotations.iter().map(|q| doc.words(q.inner).to_owned()).collect()
    });
}

#[test]
fn names() {
    let name = |doc: &AnnotatedArticle, e: &text::EntityMention| {
        format!("{} {:?}", doc.words(e.span), e.kind)
    };
    check(include_str!("../cases/names.md"), |doc| {
        doc.entities.iter().map(|e| name(doc, e)).collect()
    });
}

#[test]
fn metonymy() {
    let reading = |doc: &AnnotatedArticle, e: &text::EntityMention| {
        let acts = e.metonymy?.value() > 0.5;
        Some(format!("{} {}", doc.words(e.span), if acts { "acts" } else { "place" }))
    };
    check(include_str!("../cases/metonymy.md"), |doc| {
        doc.entities.iter().filter_map(|e| reading(doc, e)).collect()
    });
}

#[test]
fn roles() {
    for case in cases(include_str!("../cases/roles.md")) {
        let doc = annotate(&case.text);
        let found: Vec<String> = (0..doc.tokens.len()).map(|i| role(&doc, i)).collect();
        for wanted in &case.wanted {
            assert!(found.contains(wanted), "{}: no {wanted:?} in {found:#?}", case.title);
        }
    }
}

fn role(doc: &AnnotatedArticle, at: usize) -> String {
    let form = |i| doc.form(i);
    let head = doc.tokens[at].head.map_or("", form);
    format!("{} {:?} {head}", form(TokenIndex(at as u32)), doc.tokens[at].role)
}

fn check(file: &str, found: impl Fn(&AnnotatedArticle) -> Vec<String>) {
    for case in cases(file) {
        assert_eq!(found(&annotate(&case.text)), case.wanted, "{}", case.title);
    }
}

struct Case {
    title: String,
    text: String,
    wanted: Vec<String>,
}

/// Headings, fences and items of a case file.
fn cases(file: &str) -> Vec<Case> {
    let read = |section: &str| {
        let (title, rest) = section.split_once('\n')?;
        let (_, rest) = rest.split_once("```text\n")?;
        let (text, rest) = rest.split_once("\n```")?;
        let wanted = rest.lines().filter_map(|l| l.strip_prefix("- ")).map(str::to_owned).collect();
        Some(Case { title: title.to_owned(), text: text.to_owned(), wanted })
    };
    file.split("\n## ").skip(1).filter_map(read).collect()
}

fn annotate(text: &str) -> AnnotatedArticle {
    static TOOLS: OnceLock<(Annotator, Lexicon)> = OnceLock::new();
    let (annotator, lexicon) =
        TOOLS.get_or_init(|| (Annotator::new(Model::shipped()), Lexicon::shipped()));
    annotator.annotate(&article(text), lexicon).0
}

fn article(text: &str) -> Article {
    let mut at = 0;
    let place = |block: &str| {
        let span = Span::from_range(at..at + block.len()).unwrap();
        at += block.len() + 2;
        Block { kind: BlockKind::Paragraph, span }
    };
    let blocks = text.split("\n\n").map(place).collect();
    let capture = CaptureId(Digest::of(&[]));
    Article {
        id: Article::identify(capture, "a", text, None),
        capture,
        name: "a".into(),
        path: "a.txt".into(),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        language: "en".into(),
        text: text.to_owned(),
        blocks,
        published: None,
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}
