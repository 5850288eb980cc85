//! Laws that hold for any claims.

mod build;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use build::{Told, day, met, page, said};
use lexicon::Lexicon;
use proptest::prelude::*;
use record::{Claim, Judge, Judgement, Level, Record, SpeechAct, Standing, Status, Thing, Verdict};
use resolver::{Desk, Input, settle};
use text::Article;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::shipped);

const PARTIES: [&str; 4] = ["TUR SYR", "TUR SYR RUS", "IRN USA", "IRN"];
const LEVELS: [Option<Level>; 3] = [None, Some(Level::ForeignMinister), Some(Level::SpecialEnvoy)];
const PLACES: [Option<(&str, &str)>; 3] = [None, Some(("Moscow", "RUS")), Some(("Geneva", "CHE"))];
const TIMES: [Option<(&str, &str)>; 6] = [
    None,
    Some(("on Tuesday", "XXXX-WXX-2")),
    Some(("in May", "XXXX-05")),
    Some(("in April 2024", "2024-04")),
    Some(("on 7 May 2024", "2024-05-07")),
    Some(("on 9 May 2024", "2024-05-09")),
];
const STATES: [(Status, Standing); 5] = [
    (Status::Held, Standing::Main),
    (Status::Held, Standing::Background),
    (Status::Scheduled, Standing::Planned),
    (Status::Postponed, Standing::Planned),
    (Status::Contact, Standing::Main),
];
const DATES: [Option<&str>; 4] = [None, Some("2024-05-01"), Some("2024-05-08"), Some("2024-05-20")];

type Choice = (usize, usize, usize, usize, usize);

fn choice() -> impl Strategy<Value = Choice> {
    (0..PARTIES.len(), 0..LEVELS.len(), 0..PLACES.len(), 0..TIMES.len(), 0..STATES.len())
}

fn told<'a>(article: &'a Article, line: &str, choice: Choice) -> Told<'a> {
    let (parties, level, place, time, state) = choice;
    let mut told = met(article, line, PARTIES[parties]);
    if let Some(level) = LEVELS[level] {
        told = told.level(level);
    }
    if let Some((city, country)) = PLACES[place] {
        told = told.place(city, country);
    }
    if let Some((words, value)) = TIMES[time] {
        told = told.at(words, value);
    }
    told.status(STATES[state].0, STATES[state].1)
}

/// A page for each list of choices, a line for each choice.
fn news() -> impl Strategy<Value = (Vec<Article>, Vec<Claim>)> {
    let pages =
        prop::collection::vec((0..DATES.len(), prop::collection::vec(choice(), 1..4)), 1..6);
    pages.prop_map(|pages| {
        let (mut articles, mut claims) = (Vec::new(), Vec::new());
        for (n, (date, choices)) in pages.into_iter().enumerate() {
            let lines: Vec<String> =
                choices.iter().enumerate().map(|(k, c)| line(n, k, *c)).collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let article = page(&format!("page-{n}"), DATES[date], &lines);
            for (line, choice) in lines.iter().zip(choices) {
                claims.push(told(&article, line, choice).claim());
                claims.push(said(
                    &article,
                    line,
                    PARTIES[choice.0],
                    SpeechAct::Commitment,
                    &["border"],
                ));
            }
            articles.push(article);
        }
        (articles, claims)
    })
}

fn line(page: usize, at: usize, choice: Choice) -> String {
    let time = TIMES[choice.3].map(|(words, _)| words).unwrap_or("lately");
    format!("Sentence {at} of page {page} says that they met {time} and will go on.")
}

fn record(articles: &[Article], claims: &[Claim], judgements: &[Judgement]) -> Record {
    as_of(articles, claims, judgements, None)
}

fn as_of(
    articles: &[Article],
    claims: &[Claim],
    judgements: &[Judgement],
    as_of: Option<jiff::civil::Date>,
) -> Record {
    settle(&Input { articles, claims, judgements, problems: &[], as_of, compared: None }, &LEXICON)
}

fn different(a: &Claim, b: &Claim) -> Judgement {
    let judge = Judge::Person { name: "R.".to_owned(), at: "2024-06-01T00:00:00Z".to_owned() };
    let (a, b) = (Thing::Claim(a.id), Thing::Claim(b.id));
    Judgement::of_two(a, b, Verdict::Different, judge, "two rounds".to_owned())
}

/// Every value of every field of every meeting, with a claim that gives it.
fn supported(record: &Record) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for meeting in &record.meetings {
        let mut add = |value: String, claims: &[record::ClaimId]| {
            all.extend(claims.iter().map(|claim| format!("{value} {}", claim.0)));
        };
        meeting.times.iter().for_each(|s| add(format!("{:?}", s.value), &s.claims));
        meeting.places.iter().for_each(|s| add(format!("{:?}", s.value), &s.claims));
        meeting.levels.iter().for_each(|s| add(format!("{:?}", s.value), &s.claims));
        meeting.issues.iter().for_each(|s| add(s.value.clone(), &s.claims));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_order_of_the_input_does_not_matter((articles, claims) in news(), seed in any::<u64>()) {
        let judgements = [different(&claims[0], &claims[claims.len() - 1])];
        let one = record(&articles, &claims, &judgements);
        let (mut turned, mut shuffled) = (articles.clone(), claims.clone());
        turned.reverse();
        let turn = (seed as usize) % shuffled.len();
        shuffled.rotate_left(turn);
        prop_assert_eq!(&one, &record(&turned, &shuffled, &judgements));
    }

    #[test]
    fn what_is_given_twice_counts_once((articles, claims) in news()) {
        let one = record(&articles, &claims, &[]);
        let twice = |list: &[Claim]| [list, list].concat();
        let pages = [articles.as_slice(), articles.as_slice()].concat();
        prop_assert_eq!(&one, &record(&pages, &twice(&claims), &[]));
    }

    #[test]
    fn another_article_takes_no_supported_value_away((articles, claims) in news()) {
        let last = articles[articles.len() - 1].id;
        let earlier: Vec<Claim> = claims.iter().filter(|c| c.article != last).cloned().collect();
        let before = supported(&record(&articles[..articles.len() - 1], &earlier, &[]));
        let after = supported(&record(&articles, &claims, &[]));
        prop_assert!(before.is_subset(&after));
    }

    #[test]
    fn two_that_a_person_told_apart_are_never_one((articles, claims) in news()) {
        let meetings: Vec<&Claim> =
            claims.iter().filter(|c| matches!(c.content, record::Content::Meeting(_))).collect();
        let (a, b) = (meetings[0], meetings[meetings.len() - 1]);
        let record = record(&articles, &claims, &[different(a, b)]);
        let both = record.meetings.iter().any(|m| {
            [a, b].iter().all(|c| m.reports.iter().any(|r| r.claim == c.id))
        });
        prop_assert!(!both || a.id == b.id);
    }

    #[test]
    fn an_earlier_day_knows_fewer_documents((articles, claims) in news()) {
        let names = |record: &Record| -> BTreeSet<String> {
            record.documents.iter().map(|d| d.name.clone()).collect()
        };
        let early = as_of(&articles, &claims, &[], Some(day("2024-05-01")));
        let late = as_of(&articles, &claims, &[], Some(day("2024-05-08")));
        prop_assert!(names(&early).is_subset(&names(&late)));
        let unread = early.meetings.iter().flat_map(|m| &m.reports).any(|r| {
            !early.documents.iter().any(|d| d.article == r.article)
        });
        prop_assert!(!unread);
    }

    #[test]
    fn a_later_day_knows_every_report_that_an_earlier_day_knew((articles, claims) in news()) {
        let reported = |record: &Record| -> BTreeSet<record::ClaimId> {
            record.meetings.iter().flat_map(|m| &m.reports).map(|r| r.claim).collect()
        };
        let days = ["2024-05-01", "2024-05-08", "2024-05-20"];
        let known: Vec<_> =
            days.iter().map(|d| reported(&as_of(&articles, &claims, &[], Some(day(d))))).collect();
        let now = reported(&record(&articles, &claims, &[]));
        prop_assert!(known[0].is_subset(&known[1]) && known[1].is_subset(&known[2]));
        prop_assert!(known[2].is_subset(&now));
    }

    #[test]
    fn judgements_replay_in_any_order_and_the_last_one_holds((articles, claims) in news()) {
        let meetings: Vec<&Claim> =
            claims.iter().filter(|c| matches!(c.content, record::Content::Meeting(_))).collect();
        let (a, b) = (meetings[0], meetings[meetings.len() - 1]);
        let mut again = different(a, b);
        again.verdict = Verdict::Same;
        again.judge = Judge::Person { name: "R.".to_owned(), at: "2024-06-02T00:00:00Z".to_owned() };
        let both = [different(a, b), again.clone()];
        let replayed = record(&articles, &claims, &both);
        prop_assert_eq!(&replayed, &record(&articles, &claims, &[both[1].clone(), both[0].clone()]));
        prop_assert_eq!(&replayed, &record(&articles, &claims, &[again]));
    }

    #[test]
    fn a_desk_seats_every_meeting_claim_that_can_stand_alone((articles, claims) in news()) {
        let mut desk = Desk::default();
        let by_page: Vec<Vec<Claim>> = articles
            .iter()
            .map(|a| claims.iter().filter(|c| c.article == a.id).cloned().collect())
            .collect();
        let seated: usize = articles
            .iter()
            .zip(&by_page)
            .map(|(article, claims)| desk.add(article, claims).seated.len())
            .sum();
        let known = record(&articles, &claims, &[]).meetings;
        prop_assert!(seated <= known.iter().map(|m| m.reports.len()).sum());
    }

    #[test]
    fn ids_are_unique_and_rows_rest_on_claims((articles, claims) in news()) {
        let record = record(&articles, &claims, &[]);
        let ids: BTreeSet<_> = record.meetings.iter().map(|m| &m.id).collect();
        prop_assert_eq!(ids.len(), record.meetings.len());
        let known: BTreeSet<_> = claims.iter().map(|c| c.id).collect();
        for meeting in &record.meetings {
            prop_assert!(!meeting.reports.is_empty() && !meeting.life.is_empty());
            prop_assert!(meeting.life.iter().flat_map(|s| &s.claims).all(|c| known.contains(c)));
            prop_assert!(meeting.when.from.zip(meeting.when.until).is_none_or(|(f, u)| f < u));
        }
    }
}
