//! Three meetings told by five pages, of which one is dated: what follows from all together.

mod build;

use build::{met, page, settled};
use jiff::civil::date;
use record::{Claim, Level, Meeting, Record, Standing, Status};
use text::Article;

const TRIO: &str = "SYR TUR RUS";
const FOUR: &str = "TUR SYR RUS IRN";

fn pages() -> Vec<Article> {
    vec![
        page(
            "a",
            None,
            &[
                "Four defence chiefs sat down on Tuesday.",
                "Two of them had done so in Moscow in December.",
                "A week ago the diplomats' round was announced for early May.",
                "It has since been put off.",
            ],
        ),
        page(
            "b",
            Some("2023-05-10"),
            &[
                "The top diplomats gathered in Moscow on Wednesday.",
                "A defence encounter took place there in December.",
            ],
        ),
        page(
            "c",
            None,
            &[
                "The four foreign ministers came together in Moscow lately.",
                "Earlier, in December, defence ministers had seen each other there.",
            ],
        ),
        page("d", None, &["Three defence ministers conferred in the Russian capital."]),
        page(
            "e",
            None,
            &[
                "The defence ministers of four states convened in Moscow on Tuesday.",
                "It all began there on 28 December 2022 with three of them.",
            ],
        ),
    ]
}

fn claims(pages: &[Article]) -> Vec<Claim> {
    let [a, b, c, d, e] = pages else { unreachable!("five pages") };
    let defence = Level::DefenceMinister;
    let foreign = Level::ForeignMinister;
    let background = (Status::Held, Standing::Background);
    vec![
        met(a, "Four defence chiefs sat down on Tuesday", FOUR)
            .level(defence)
            .at("Tuesday", "XXXX-WXX-2")
            .claim(),
        met(a, "Two of them had done so in Moscow in December", "SYR TUR")
            .level(defence)
            .place("Moscow", "RUS")
            .at("in December", "XXXX-12")
            .status(background.0, background.1)
            .claim(),
        met(a, "the diplomats' round was announced for early May", FOUR)
            .level(foreign)
            .at("early May", "XXXX-05")
            .status(Status::Scheduled, Standing::Planned)
            .claim(),
        met(a, "It has since been put off", FOUR)
            .level(foreign)
            .status(Status::Postponed, Standing::Planned)
            .claim(),
        met(b, "The top diplomats gathered in Moscow on Wednesday", FOUR)
            .level(foreign)
            .place("Moscow", "RUS")
            .at("Wednesday", "2023-05-10")
            .claim(),
        met(b, "A defence encounter took place there in December", "SYR TUR")
            .level(defence)
            .place("Moscow", "RUS")
            .at("in December", "2022-12")
            .status(background.0, background.1)
            .claim(),
        met(c, "The four foreign ministers came together in Moscow lately", FOUR)
            .level(foreign)
            .place("Moscow", "RUS")
            .claim(),
        met(c, "in December, defence ministers had seen each other there", "SYR TUR")
            .level(defence)
            .place("Moscow", "RUS")
            .at("in December", "XXXX-12")
            .status(background.0, background.1)
            .claim(),
        met(d, "Three defence ministers conferred", TRIO)
            .level(defence)
            .place("Moscow", "RUS")
            .claim(),
        met(e, "The defence ministers of four states convened in Moscow on Tuesday", FOUR)
            .level(defence)
            .place("Moscow", "RUS")
            .at("Tuesday", "XXXX-WXX-2")
            .claim(),
        met(e, "It all began there on 28 December 2022", TRIO)
            .level(defence)
            .place("Moscow", "RUS")
            .at("28 December 2022", "2022-12-28")
            .status(background.0, background.1)
            .claim(),
    ]
}

fn record() -> Record {
    let pages = pages();
    settled(&pages, &claims(&pages))
}

fn meeting(record: &Record, level: Level, sides: usize) -> &Meeting {
    let found = record.meetings.iter().find(|m| {
        let parties: std::collections::BTreeSet<_> =
            m.participants.iter().map(|p| &p.party).collect();
        m.levels.iter().any(|l| l.value == level) && parties.len() == sides
    });
    found.expect("the meeting is in the record")
}

#[test]
fn eleven_tellings_are_three_meetings() {
    assert_eq!(record().meetings.len(), 3);
}

#[test]
fn the_first_meeting_has_its_day_from_one_page_and_its_reports_from_five() {
    let record = record();
    let first = meeting(&record, Level::DefenceMinister, 3);
    assert_eq!(first.when.edtf, "2022-12-28");
    assert_eq!(first.reports.len(), 5);
    assert_eq!(first.host.as_ref().map(|h| h.0.as_str()), Some("RUS"));
}

#[test]
fn the_second_lies_between_the_others_on_a_tuesday() {
    let record = record();
    let second = meeting(&record, Level::DefenceMinister, 4);
    assert_eq!(second.when.from, Some(date(2023, 1, 3)));
    assert_eq!(second.when.until, Some(date(2023, 5, 10)));
    assert!(second.when.why.iter().any(|w| w.contains("a Tuesday")), "{:?}", second.when.why);
}

#[test]
fn the_third_was_planned_put_off_and_held() {
    let record = record();
    let third = meeting(&record, Level::ForeignMinister, 4);
    assert_eq!(third.when.edtf, "2023-05-10");
    let life: Vec<_> = third.life.iter().map(|s| (s.status, s.time.as_deref())).collect();
    assert_eq!(
        life,
        [
            (Status::Scheduled, Some("early May")),
            (Status::Postponed, None),
            (Status::Held, Some("Wednesday")),
        ]
    );
}

#[test]
fn an_undated_page_lies_before_what_it_has_still_to_come() {
    let record = record();
    let a = record.documents.iter().find(|d| d.name == "a").unwrap();
    let inferred = a.inferred.as_ref().unwrap();
    assert_eq!(inferred.until, Some(date(2023, 5, 10)));
}

#[test]
fn verdicts_give_their_reasons() {
    let record = record();
    assert_eq!(record.judgements.len(), 8);
    let reasons: Vec<_> = record.judgements.iter().map(|j| j.reason.as_str()).collect();
    assert!(reasons.iter().any(|r| r.contains("\"early May\" holds 10 May 2023")), "{reasons:?}");
}
