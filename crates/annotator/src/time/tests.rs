//! Case files, and what holds for any text.
//!
//! A case file has cases, each under a second-level heading: the day of publication, sentences (one
//! a line, after `>`), and a table of all expressions in them, with their days.

use text::{
    Anchor, Article, ArticleId, CaptureId, DateBasis, Digest, Inflection, Published, Role,
    Sentence, Span, TimeExpression, Token, TokenIndex, TokenRange, Upos, When,
};

use super::find_times;

#[test]
fn absolute() {
    check(include_str!("cases/absolute.md"));
}

#[test]
fn weekday() {
    check(include_str!("cases/weekday.md"));
}

#[test]
fn relative() {
    check(include_str!("cases/relative.md"));
}

#[test]
fn part() {
    check(include_str!("cases/part.md"));
}

#[test]
fn vague() {
    check(include_str!("cases/vague.md"));
}

#[test]
fn accounts() {
    check(include_str!("cases/accounts.md"));
}

#[test]
fn duration() {
    check(include_str!("cases/duration.md"));
}

#[test]
fn the_ends_of_a_stretch_are_told_one_by_one() {
    let (article, times) = times("2023-05-12", &["They sat from 3 to 5 May and in 2011-2014."]);
    let timexes = times.iter().flat_map(TimeExpression::timexes);
    let words = |(span, value): (Span, _)| (span.slice(&article.text).unwrap(), value);
    let expected =
        [("3", "2023-05-03"), ("5 May", "2023-05-05"), ("2011", "2011"), ("2014", "2014")];
    assert_eq!(timexes.map(words).collect::<Vec<_>>(), expected);
}

#[test]
fn a_named_day_of_the_week_is_kept_without_an_anchor() {
    let (_, times) = times("none", &["They met on Tuesday."]);
    assert_eq!(times.first().and_then(|time| time.weekday), Some(2));
}

#[test]
fn a_dated_dateline_stands_in_for_a_publication_date() {
    let lines = ["GENEVA, March 3, 2022 (Example) - The envoys met on Wednesday."];
    let (_, times) = times("none", &lines);
    let when = times.last().and_then(|time| time.when.as_ref());
    let when = when.expect("the dateline gives the year");
    assert_eq!((when.from.to_string().as_str(), when.anchor), ("2022-03-02", Anchor::Dateline));
}

#[test]
fn a_date_in_running_text_is_no_dateline() {
    let lines = ["The plan of March 3, 2022 (a draft) fell - the envoys met on Wednesday."];
    let (_, times) = times("none", &lines);
    assert!(times.last().is_some_and(|time| time.when.is_none()));
}

#[test]
fn the_name_of_a_paper_is_no_day() {
    let (_, times) = times("2023-05-12", &["He told Eastland Today that it was too soon."]);
    assert_eq!(times, []);
}

/// Words of the rules and words that upset them, in every order a small generator gives.
#[test]
fn any_text_gives_expressions_in_order_with_days_that_follow_each_other() {
    const PIECES: &str = "May 10 2022 , 31 - Tuesday last next the of early week month two days \
        ago later 1980 s ' from to 9999 0 14 : 30 p . m . Easter weekend quarter every in half a \
        first between and December 12 / 13 99999999999 é 日 \u{301} ½ year 9999 centuries past \
        coming that following Monday mid end noon on ( ) fiscal decades 2 1 2 hundred";
    let pieces: Vec<&str> = PIECES.split_whitespace().collect();
    let mut state = 0x9e37_79b9_u32;
    for round in 0..4_000 {
        let mut line = String::new();
        for _ in 0..10 {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            line.push_str(pieces[state as usize % pieces.len()]);
            line.push_str(if state & 0x300 == 0 { "" } else { " " });
        }
        let published = ["none", "2023-05-12", "9999-12-31", "0001-01-01"][round % 4];
        hold(&times(published, &[&line]));
    }
}

fn hold((article, times): &(Article, Vec<TimeExpression>)) {
    for time in times {
        assert!(time.span.slice(&article.text).is_some_and(|words| !words.is_empty()));
        let forwards = time.when.as_ref().is_none_or(|when| when.from < when.until);
        assert!(forwards, "{:?}: {time:?}", article.text);
    }
    let ordered = times.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start());
    assert!(ordered, "{:?}", article.text);
}

/// Every case of a file: the table names all expressions and no others.
fn check(file: &str) {
    for case in file.split("\n## ").skip(1) {
        let name = case.lines().next().unwrap_or_default();
        let published = case.lines().find_map(|line| line.strip_prefix("published: "));
        let lines: Vec<&str> = case.lines().filter_map(|line| line.strip_prefix("> ")).collect();
        let rows = case.lines().filter(|line| line.starts_with('|')).skip(2);
        let expected: Vec<String> = rows.map(|row| row.replace("| |", "|  |")).collect();
        let (article, times) = times(published.expect("a case has a date"), &lines);
        let found: Vec<String> = times.iter().map(|time| row(&article, time)).collect();
        let expected: Vec<String> = expected.iter().map(|row| squeeze(row)).collect();
        assert_eq!(found.join("\n"), expected.join("\n"), "in {name:?}");
    }
}

/// An expression as a row of a case's table.
fn row(article: &Article, time: &TimeExpression) -> String {
    let words = time.span.slice(&article.text).unwrap_or_default();
    let from = time.when.as_ref().map(|when| when.from.to_string()).unwrap_or_default();
    let until = time.when.as_ref().map(|when| when.until.to_string()).unwrap_or_default();
    squeeze(&format!("| {words} | {} | {from} | {until} |", time.value))
}

fn squeeze(row: &str) -> String {
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The expressions of an article of these sentences.
fn times(published: &str, lines: &[&str]) -> (Article, Vec<TimeExpression>) {
    let day = published.parse().ok().map(|day| When::day(day, Anchor::Stated));
    let article = article(lines.join("\n"), day);
    let (mut sentences, mut tokens, mut start) = (Vec::new(), Vec::new(), 0);
    for line in lines {
        let first = token_index(&tokens);
        tokens.extend(cut(line, start));
        let range = TokenRange { start: first, end: token_index(&tokens) };
        let span = Span::from_range(start..start + line.len()).unwrap();
        sentences.push(Sentence { span, tokens: range, block: 0 });
        start += line.len() + 1;
    }
    let times = find_times(&article, &sentences, &tokens);
    (article, times)
}

fn token_index(tokens: &[Token]) -> TokenIndex {
    TokenIndex(u32::try_from(tokens.len()).unwrap())
}

/// Tokens between blanks, without tags or trees.
pub(super) fn cut(line: &str, start: usize) -> Vec<Token> {
    let blank = |c: char| c == ' ';
    let words = line.split(blank).filter(|word| !word.is_empty());
    words
        .map(|word| {
            let from = start + (word.as_ptr() as usize - line.as_ptr() as usize);
            let span = Span::from_range(from..from + word.len()).unwrap();
            let (lemma, upos, role) = (word.to_lowercase(), Upos::X, Role::Other);
            Token {
                span,
                lemma,
                upos,
                past: false,
                inflection: Inflection::default(),
                gloss: None,
                head: None,
                deprel: "",
                role,
            }
        })
        .collect()
}

fn article(text: String, day: Option<When>) -> Article {
    let digest = Digest::of(&[text.as_bytes()]);
    Article {
        id: ArticleId(digest),
        capture: CaptureId(digest),
        name: String::new(),
        path: String::new(),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        language: "en".to_owned(),
        text,
        blocks: Vec::new(),
        published: day.map(|when| Published { when, basis: DateBasis::Given, agreeing: 1 }),
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}
