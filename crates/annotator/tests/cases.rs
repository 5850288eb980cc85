//! Case files: texts and what the annotator must find in them. See `cases/`.

use annotator::{Annotator, Model};
use lexicon::Lexicon;
use std::sync::OnceLock;
use text::{
    Anchor, AnnotatedArticle, Article, DateBasis, EntityMention, Published, TimeExpression, Token,
    TokenIndex, When,
};

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

#[test]
fn offsets() {
    let placed = |doc: &AnnotatedArticle, t: &Token| {
        format!("{} {} {}", doc.words(t.span), t.span.start(), t.span.end())
    };
    check(include_str!("../cases/offsets.md"), |doc| {
        doc.tokens.iter().map(|t| placed(doc, t)).collect()
    });
}

#[test]
fn news() {
    let day = "2023-05-12".parse().expect("a day");
    let when = When::day(day, Anchor::Stated);
    let published = Some(Published { when, basis: DateBasis::Given, agreeing: 1 });
    for case in cases(include_str!("../cases/news.md")) {
        let article = Article::of_paragraphs(&case.text);
        hold(&case, &read(&Article { published: published.clone(), ..article }));
    }
}

/// All names and times of a case, and the roles it tells.
fn hold(case: &Case, doc: &AnnotatedArticle) {
    let wanted = |kind| case.wanted.iter().filter_map(move |line| line.strip_prefix(kind));
    let names: Vec<String> = doc.entities.iter().map(|e| name(doc, e)).collect();
    assert_eq!(names, wanted("name: ").collect::<Vec<_>>(), "{}", case.title);
    let time = |t: &TimeExpression| format!("{} {}", doc.words(t.span), t.value);
    let times: Vec<String> = doc.times.iter().map(time).collect();
    assert_eq!(times, wanted("time: ").collect::<Vec<_>>(), "{}", case.title);
    let roles: Vec<String> = (0..doc.tokens.len()).map(|i| role(doc, i)).collect();
    for told in wanted("role: ") {
        assert!(roles.iter().any(|role| role == told), "{}: no {told:?}: {roles:#?}", case.title);
    }
}

fn name(doc: &AnnotatedArticle, mention: &EntityMention) -> String {
    format!("{} {:?}", doc.words(mention.span), mention.kind)
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
    read(&Article::of_paragraphs(text))
}

fn read(article: &Article) -> AnnotatedArticle {
    static TOOLS: OnceLock<(Annotator, Lexicon)> = OnceLock::new();
    let (annotator, lexicon) =
        TOOLS.get_or_init(|| (Annotator::new(Model::shipped()), Lexicon::shipped()));
    annotator.annotate(article, lexicon).0
}
