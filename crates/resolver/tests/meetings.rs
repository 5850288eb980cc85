//! Which tellings are one meeting, and which are not.

mod build;

use build::{day, met, page, settled, settled_as_of};
use record::{Claim, Judge, Judgement, Level, Medium, Record, Standing, Status, Thing, Verdict};
use resolver::{Input, document_names, settle};
use text::Article;

const ENVOY: Level = Level::SpecialEnvoy;

fn two(first: &str, second: &str) -> [Article; 2] {
    [page("one", Some("2024-03-12"), &[first]), page("two", Some("2024-03-12"), &[second])]
}

fn judged(articles: &[Article], claims: &[Claim], verdict: Verdict) -> Record {
    let judge = Judge::Person { name: "R.".to_owned(), at: "2024-06-01T00:00:00Z".to_owned() };
    let (a, b) = (Thing::Claim(claims[0].id), Thing::Claim(claims[1].id));
    let judgements = [Judgement::of_two(a, b, verdict, judge, "checked".to_owned())];
    let input = Input {
        articles,
        claims,
        judgements: &judgements,
        problems: &[],
        as_of: None,
        compared: None,
    };
    settle(&input, &lexicon::Lexicon::shipped())
}

#[test]
fn two_known_days_are_two_meetings() {
    let pages = two("They met on 9 March 2024.", "They met on 11 March 2024.");
    let claims = [
        met(&pages[0], "They met", "IRN USA").level(ENVOY).at("9 March 2024", "2024-03-09").claim(),
        met(&pages[1], "They met", "IRN USA")
            .level(ENVOY)
            .at("11 March 2024", "2024-03-11")
            .claim(),
    ];
    assert_eq!(settled(&pages, &claims).meetings.len(), 2);
}

#[test]
fn a_call_is_not_a_meeting() {
    let pages = two("They met on 9 March 2024.", "They spoke by telephone on 9 March 2024.");
    let mut call =
        met(&pages[1], "They spoke", "IRN USA").level(ENVOY).at("9 March 2024", "2024-03-09");
    call.mention.medium = Medium::Remote;
    let call = call.status(Status::Contact, Standing::Main).claim();
    let meeting =
        met(&pages[0], "They met", "IRN USA").level(ENVOY).at("9 March 2024", "2024-03-09").claim();
    let record = settled(&pages, &[meeting, call]);
    let mut states: Vec<_> = record.meetings.iter().map(|m| m.status).collect();
    states.sort();
    assert_eq!(states, [Status::Contact, Status::Held]);
}

#[test]
fn rounds_are_apart() {
    let pages = two("The second round ended.", "The third round ended.");
    let mut second = met(&pages[0], "The second round", "IRN USA").level(ENVOY);
    second.mention.round = Some(2);
    let mut third = met(&pages[1], "The third round", "IRN USA").level(ENVOY);
    third.mention.round = Some(3);
    assert_eq!(settled(&pages, &[second.claim(), third.claim()]).meetings.len(), 2);
}

#[test]
fn a_three_way_meeting_has_no_room_for_a_fourth() {
    let pages = two(
        "Three-way talks were held in Doha on 9 March 2024.",
        "Four sat in Doha on 9 March 2024.",
    );
    let three = met(&pages[0], "Three-way talks", "IRN USA QAT")
        .level(ENVOY)
        .sides(3)
        .place("Doha", "QAT")
        .at("9 March 2024", "2024-03-09")
        .claim();
    let four = met(&pages[1], "Four sat", "IRN USA QAT OMN")
        .level(ENVOY)
        .place("Doha", "QAT")
        .at("9 March 2024", "2024-03-09")
        .claim();
    assert_eq!(settled(&pages, &[three, four]).meetings.len(), 2);
}

#[test]
fn persons_outweigh_the_tool() {
    let pages = two("They met in Doha on 9 March 2024.", "They met in Doha on 9 March 2024, too.");
    let claim = |page| {
        met(page, "They met in Doha", "IRN USA")
            .level(ENVOY)
            .at("9 March 2024", "2024-03-09")
            .claim()
    };
    let claims = [claim(&pages[0]), claim(&pages[1])];
    assert_eq!(settled(&pages, &claims).meetings.len(), 1);
    assert_eq!(judged(&pages, &claims, Verdict::Different).meetings.len(), 2);

    let apart = [
        met(&pages[0], "They met in Doha", "IRN USA").level(ENVOY).claim(),
        met(&pages[1], "They met in Doha", "IRN OMN").level(ENVOY).claim(),
    ];
    assert_eq!(settled(&pages, &apart).meetings.len(), 2);
    assert_eq!(judged(&pages, &apart, Verdict::Same).meetings.len(), 1);
}

#[test]
fn a_put_off_meeting_may_be_held_later_than_planned() {
    let pages = [
        page("plan", Some("2024-03-01"), &["They are to meet on 8 March 2024."]),
        page("delay", Some("2024-03-07"), &["The meeting was put off."]),
        page("news", Some("2024-03-15"), &["They met on 14 March 2024 at last."]),
    ];
    let planned = |status| (status, Standing::Planned);
    let (scheduled, postponed) = (planned(Status::Scheduled), planned(Status::Postponed));
    let claims = [
        met(&pages[0], "They are to meet", "IRN USA")
            .level(ENVOY)
            .at("8 March 2024", "2024-03-08")
            .status(scheduled.0, scheduled.1)
            .claim(),
        met(&pages[1], "The meeting was put off", "IRN USA")
            .level(ENVOY)
            .status(postponed.0, postponed.1)
            .claim(),
        met(&pages[2], "They met", "IRN USA")
            .level(ENVOY)
            .at("14 March 2024", "2024-03-14")
            .claim(),
    ];
    let record = settled(&pages, &claims);
    let states: Vec<_> = record
        .meetings
        .iter()
        .map(|m| m.life.iter().map(|s| s.status).collect::<Vec<_>>())
        .collect();
    assert_eq!(states, [vec![Status::Scheduled, Status::Postponed, Status::Held]]);
    assert_eq!(record.meetings[0].when.edtf, "2024-03-14");

    let early = settled_as_of(&pages, &claims, Some(day("2024-03-10")));
    assert_eq!(early.meetings[0].status, Status::Postponed);
    assert!(early.meetings.iter().all(|m| !m.when.why.iter().any(|w| w.contains("news"))));
    assert_eq!(early.problems.len(), 1);
    assert_eq!(early.problems[0].problem.code.0, "S001");
}

#[test]
fn a_silent_readout_is_a_disagreement_and_a_silent_outlet_is_not() {
    let pages = [page(
        "p",
        Some("2024-03-10"),
        &[
            "Envoys of both sides met in Doha on 9 March 2024.",
            "The Iranian ministry said prisoners and the strait had been discussed.",
            "The US side listed the strait alone.",
        ],
    )];
    let on = |words: &str| met(&pages[0], words, "IRN USA").level(ENVOY);
    let claims = [
        on("Envoys of both sides met").at("9 March 2024", "2024-03-09").issues(&["strait"]).claim(),
        on("The Iranian ministry said")
            .issues(&["prisoners", "strait"])
            .voice("IRN", "the Iranian ministry")
            .claim(),
        on("The US side listed").issues(&["strait"]).voice("USA", "the US side").claim(),
    ];
    let record = settled(&pages, &claims);
    assert_eq!(record.meetings.len(), 1);
    let found: Vec<_> =
        record.disagreements.iter().map(|d| (d.field.as_str(), d.about.as_deref())).collect();
    assert_eq!(found, [("issues", Some("prisoners"))]);
    let silent =
        record.disagreements[0].accounts.iter().find(|a| a.value == "not mentioned").unwrap();
    assert_eq!(silent.voice, "the US side");
    assert_eq!(silent.evidence.as_ref().unwrap().words(), "The US side listed");
}

#[test]
fn copies_are_one_origin() {
    let text = "Envoys of Iran and the United States met in Doha on 9 March 2024 to talk about the strait, \
        officials of both countries said after four hours behind closed doors in a hotel by the sea.";
    let pages =
        [page("one", Some("2024-03-10"), &[text]), page("two", Some("2024-03-11"), &[text])];
    let claim = |page| {
        met(page, "Envoys of Iran", "IRN USA").level(ENVOY).at("9 March 2024", "2024-03-09").claim()
    };
    let record = settled(&pages, &[claim(&pages[0]), claim(&pages[1])]);
    assert_eq!((record.meetings[0].reports.len(), record.meetings[0].origins), (2, 1));
    assert_eq!(record.lineage[0].from, pages[1].id);
    assert_eq!(
        record.documents.iter().map(|d| d.origin.as_str()).collect::<Vec<_>>(),
        ["o1", "o1"]
    );
}

#[test]
fn contradicting_days_stand_side_by_side() {
    let pages = [
        page("a", Some("2024-03-12"), &["Mara Lind saw Jon Vale over the weekend of 9 March."]),
        page("b", Some("2024-03-12"), &["Mara Lind saw Jon Vale on 9 March 2024."]),
        page("c", Some("2024-03-12"), &["Mara Lind saw Jon Vale on 11 March 2024."]),
    ];
    let seen = |page| {
        met(page, "Mara Lind saw Jon Vale", "IRN USA")
            .level(ENVOY)
            .person("IRN", "Mara Lind")
            .person("USA", "Jon Vale")
    };
    let claims = [
        seen(&pages[0]).claim(),
        seen(&pages[1]).at("9 March 2024", "2024-03-09").claim(),
        seen(&pages[2]).at("11 March 2024", "2024-03-11").claim(),
    ];
    // Two exact days are two meetings: nothing says that one of them is a mistake.
    assert_eq!(settled(&pages, &claims).meetings.len(), 2);
}

#[test]
fn shared_names_get_the_digits_of_their_ids() {
    let pages =
        [page("a", None, &["One."]), page("a", None, &["Two."]), page("b", None, &["Three."])];
    let names = document_names(&pages);
    assert_eq!(names[&pages[2].id], "b");
    assert_eq!(names[&pages[0].id], format!("a-{}", pages[0].id.0.short()));
    assert_ne!(names[&pages[0].id], names[&pages[1].id]);
}

#[test]
fn news_told_again_with_fewer_sides_is_the_same_news() {
    let pages = [page(
        "a",
        None,
        &[
            "Defence ministers of three states met in Doha.",
            "It was the first time that the two neighbours\' ministers had talked.",
        ],
    )];
    let claims = [
        met(&pages[0], "Defence ministers of three states", "IRN USA QAT")
            .level(Level::DefenceMinister)
            .place("Doha", "QAT")
            .claim(),
        met(&pages[0], "the two neighbours\' ministers", "IRN QAT").level(Level::Other).claim(),
    ];
    let record = settled(&pages, &claims);
    assert_eq!(record.meetings.len(), 1);
    assert_eq!(record.meetings[0].format, Some(record::Format::Trilateral));
    assert!(record.disagreements.is_empty());
}

#[test]
fn a_meeting_told_as_held_in_the_future_is_scheduled() {
    let pages = [page("a", Some("2024-03-01"), &["They meet in the coming weeks."])];
    let mut told = met(&pages[0], "They meet", "IRN USA").level(ENVOY);
    told.mention.time = Some(build::time(&pages[0], "in the coming weeks", "FUTURE_REF"));
    let record = settled(&pages, &[told.claim()]);
    assert_eq!(record.meetings[0].status, Status::Scheduled);
}

#[test]
fn a_full_date_is_before_the_week_of_the_news() {
    let pages = [page(
        "a",
        None,
        &[
            "The ministers of four states met on Tuesday.",
            "It began on 9 March 2024, when three of them met.",
        ],
    )];
    let defence = |words| met(&pages[0], words, "IRN USA QAT").level(Level::DefenceMinister);
    let claims = [
        met(&pages[0], "The ministers of four", "IRN USA QAT OMN")
            .level(Level::DefenceMinister)
            .at("Tuesday", "XXXX-WXX-2")
            .claim(),
        defence("three of them met").at("9 March 2024", "2024-03-09").claim(),
    ];
    let record = settled(&pages, &claims);
    let later = record.meetings.iter().find(|m| m.when.edtf != "2024-03-09").unwrap();
    assert_eq!(later.when.edtf, "2024-03-12/..");
}
