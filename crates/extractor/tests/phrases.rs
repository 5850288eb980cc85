//! Actor phrases and who they name. See `cases/action/phrases.md`.

#[allow(dead_code)]
mod article;

use extractor::{CodedActor, EventCoder};
use lexicon::Lexicon;
use text::{Anchor, Article, DateBasis, Published, Span, When};

/// The rows of the page's tables, their headings and rules left out.
fn rows() -> Vec<Vec<String>> {
    let page = include_str!("../cases/action/phrases.md");
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect();
    let rows = page.lines().filter(|line| line.starts_with("| ")).map(cells);
    rows.filter(|row: &Vec<String>| row.last().is_some_and(|who| who != "who")).collect()
}

/// The text without its stars, and what stood between them.
fn starred(words: &str) -> (String, Option<Span>) {
    let mut parts = words.splitn(3, '*');
    let (before, between) = (parts.next().unwrap_or_default(), parts.next());
    let Some(between) = between else { return (words.to_owned(), None) };
    let text = [before, between, parts.next().unwrap_or_default()].concat();
    (text, Span::from_range(before.len()..before.len() + between.len()))
}

fn told(actor: Option<CodedActor>) -> String {
    let or_dash = |said: String| if said.is_empty() { "-".to_owned() } else { said };
    actor.map_or("nobody".to_owned(), |a| format!("{} {}", or_dash(a.country), or_dash(a.sector)))
}

#[test]
fn every_phrase_names_whom_it_names() {
    let (coder, lexicon) = (EventCoder::shipped(), Lexicon::shipped());
    let rows = rows();
    assert!(rows.len() > 40);
    let mut report = String::new();
    for row in rows {
        let (text, span) = starred(&row[0]);
        let mut article = Article::of_paragraphs(&text);
        let day = row.get(1).filter(|_| row.len() == 3).and_then(|day| day.parse().ok());
        article.published = day.map(|day| Published {
            when: When::day(day, Anchor::Stated),
            basis: DateBasis::Given,
            agreeing: 1,
        });
        let (doc, _) = article::read(&article);
        let found = told(coder.actor(&doc, span, &lexicon));
        if Some(&found) != row.last() {
            report += &format!("\n{}: {found}, not {}", row[0], row[row.len() - 1]);
        }
    }
    assert!(report.is_empty(), "actors differ{report}");
}

#[test]
fn no_phrase_is_too_odd() {
    let (coder, lexicon) = (EventCoder::shipped(), Lexicon::shipped());
    for text in ["", "of", "'s", ",", "the of in", "UN UN UN", "ex", "of the of Libya's"] {
        let (doc, _) = article::read(&Article::of_paragraphs(text));
        for end in 0..=text.len() {
            let _ = coder.actor(&doc, Span::from_range(0..end), &lexicon);
        }
    }
}
