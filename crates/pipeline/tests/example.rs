//! The bundled example against what a careful person notes from its pages.
//!
//! Where the program is still wrong, the wrong answer is what is asserted, with a note that begins
//! with “Wrong:”; whoever mends it mends the note.

mod reading;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use pipeline::{Kept, settle};
use reading::{
    TOOLS, codes, copies, folder, held, kept, line, lines, name, people, speaks_through,
};
use record::{Commitment, CommitmentState, Level, Meeting, Record, SpeechAct, Status};

static KEPT: LazyLock<Kept> = LazyLock::new(|| kept(&folder("examples/moscow-talks/pages")));
static NOW: LazyLock<Record> = LazyLock::new(|| settle(&KEPT, None, &TOOLS));

fn as_of(day: Date) -> Record {
    settle(&KEPT, Some(day), &TOOLS)
}

#[test]
fn the_meetings_that_took_place_and_no_others() {
    let expected = [
        "2022-12-28 Moscow trilateral defence_minister RUS SYR TUR",
        "2023-04-03/2023-04-04 Moscow quadrilateral deputy_minister IRN RUS SYR TUR",
        "2023-04-25 Moscow quadrilateral defence_minister IRN RUS SYR TUR",
        "2023-05-10 Moscow quadrilateral foreign_minister IRN RUS SYR TUR",
        "2023-06-20 Astana quadrilateral deputy_minister IRN RUS SYR TUR",
    ];
    assert_eq!(lines(&NOW, Status::Held), expected);
}

#[test]
fn the_defence_ministers_of_december() {
    let expected =
        ["Ali Mahmoud Abbas", "Ali Mamlouk", "Hakan Fidan", "Hulusi Akar", "Sergei Shoigu"];
    assert_eq!(people(held(&NOW, "2022-12-28"), &expected), BTreeSet::from(expected));
}

#[test]
fn the_defence_ministers_of_april() {
    let expected = [
        "Ali Mahmoud Abbas",
        "Hakan Fidan",
        "Hulusi Akar",
        "Mohammad Reza Ashtiani",
        "Sergei Shoigu",
    ];
    assert_eq!(people(held(&NOW, "2023-04-25"), &expected), BTreeSet::from(expected));
}

#[test]
fn the_foreign_ministers_of_may() {
    let expected =
        ["Faisal Mekdad", "Hossein Amir-Abdollahian", "Mevlut Cavusoglu", "Sergei Lavrov"];
    assert_eq!(people(held(&NOW, "2023-05-10"), &expected), BTreeSet::from(expected));
}

/// "postponed ../2023-05-01" of each four-way meeting that is not of defence ministers or deputies.
fn foreign_ministers(record: &Record) -> Vec<String> {
    let is_other = |meeting: &&Meeting| {
        let level = meeting.levels.first().map(|level| level.value);
        !matches!(level, Some(Level::DefenceMinister | Level::DeputyMinister))
            && meeting.participants.iter().map(|p| &p.party).collect::<BTreeSet<_>>().len() == 4
    };
    let told = |meeting: &Meeting| format!("{} {}", meeting.status.as_str(), meeting.when.edtf);
    record.meetings.iter().filter(is_other).map(told).collect()
}

#[test]
fn the_foreign_ministers_meeting_day_by_day() {
    let days = [
        (date(2023, 4, 3), &[][..]),
        (date(2023, 4, 21), &["scheduled 2023-05-01/2023-05-10"]),
        // Wrong: days that were given up are still told as its days. Should be "postponed ..".
        (date(2023, 4, 28), &["postponed 2023-05-01/2023-05-10"]),
        (date(2023, 5, 4), &["scheduled 2023-05-10"]),
        (date(2023, 5, 11), &["held 2023-05-10"]),
    ];
    for (day, told) in days {
        assert_eq!(foreign_ministers(&as_of(day)), told, "as of {day}");
    }
}

#[test]
fn a_record_as_of_a_day_knows_no_later_report() {
    for day in [date(2022, 12, 28), date(2023, 1, 15), date(2023, 4, 10), date(2023, 4, 28)] {
        let record = as_of(day);
        for row in &record.documents {
            let published =
                row.published.as_ref().unwrap_or_else(|| panic!("{} on {day}", row.name));
            assert!(published.when.last() <= day, "{} on {day}", row.name);
        }
        let is_listed = |article| record.documents.iter().any(|row| row.article == article);
        let reports = record.meetings.iter().flat_map(|meeting| &meeting.reports);
        let articles = reports.map(|report| report.article);
        let articles = articles.chain(record.statements.iter().map(|row| row.article));
        let articles = articles.chain(record.origins.iter().flat_map(|o| o.articles.clone()));
        articles.for_each(|article| assert!(is_listed(article), "{}", name(&NOW, article)));
        let untold: Vec<_> = record.meetings.iter().filter(|m| m.reports.is_empty()).collect();
        assert_eq!(untold, Vec::<&Meeting>::new());
    }
}

#[test]
fn a_record_grows_from_one_meeting_to_the_next() {
    let january = as_of(date(2023, 1, 15));
    assert_eq!(
        january.meetings.iter().map(line).collect::<Vec<_>>(),
        ["2022-12-28 Moscow trilateral defence_minister RUS SYR TUR"]
    );
    let april = lines(&as_of(date(2023, 4, 10)), Status::Held);
    assert!(april.iter().all(|line| line.as_str() < "2023-04-10"), "{april:#?}");
}

#[test]
fn the_rewrite_and_the_reprint_and_no_others() {
    let named = |from: &str, kind, of: &str| (from.to_owned(), kind, of.to_owned());
    assert_eq!(
        copies(&NOW),
        [
            named("07-gulf-portal-reprint", "reprint", "06-strait-wire-four-way-talks"),
            named("12-harbour-daily-rewrite", "rewrite", "11-strait-wire-foreign-ministers"),
        ]
    );
}

#[test]
fn copies_are_one_origin() {
    assert_eq!(NOW.documents.len(), 14);
    assert_eq!(NOW.origins.len(), 12);
}

#[test]
fn the_standing_condition_in_its_words() {
    let condition =
        NOW.conditions.iter().find(|row| row.depends_on.contains("Turkey pulls its troops"));
    let condition = condition.expect("the condition of page 01");
    assert_eq!(codes(&condition.set_by), ["SYR"]);
    assert!(condition.what.contains("relations"), "{}", condition.what);
    let words =
        "relations cannot be restored unless Turkey pulls its troops out of Syrian territory";
    let said = NOW.statements.iter().filter(|s| s.act == SpeechAct::Precondition);
    let said: Vec<_> = said.filter(|s| s.evidence.words().contains(words)).collect();
    assert_eq!(said.len(), 1);
    assert_eq!(name(&NOW, said[0].article), "01-strait-wire-first-talks");
}

#[test]
fn syria_and_turkey_wait_for_each_other() {
    let [deadlock] = NOW.deadlocks.as_slice() else { panic!("{:#?}", NOW.deadlocks) };
    assert_eq!(codes(&deadlock.parties), ["SYR", "TUR"]);
    let pairs: BTreeSet<_> =
        deadlock.waits.iter().map(|w| (w.party.0.as_str(), w.awaits.0.as_str())).collect();
    assert_eq!(pairs, BTreeSet::from([("SYR", "TUR"), ("TUR", "SYR")]));
}

#[test]
fn no_condition_where_there_is_none() {
    let said = NOW.statements.iter().filter(|s| s.act == SpeechAct::Precondition);
    let words: Vec<_> = said.map(|s| s.evidence.words()).collect();
    assert!(!words.iter().any(|words| words.contains("without preconditions")), "{words:#?}");
}

/// The promise of page 11, with its statements.
fn roadmap() -> (&'static Commitment, Vec<&'static str>) {
    let words = |row: &Commitment| -> Vec<&str> {
        let own = NOW.statements.iter().filter(|s| row.statements.contains(&s.id));
        own.map(|s| s.evidence.words()).collect()
    };
    let mut rows = NOW.commitments.iter().map(|row| (row, words(row)));
    let found = rows.find(|(_, words)| words.iter().any(|w| w.contains("preparing a roadmap")));
    found.unwrap_or_else(|| panic!("no roadmap in {:#?}", NOW.commitments))
}

#[test]
fn the_roadmap_is_promised_by_all_four_and_open() {
    let (row, words) = roadmap();
    assert_eq!(codes(&row.by), ["IRN", "RUS", "SYR", "TUR"]);
    assert_eq!((row.state, &row.due), (CommitmentState::Open, &None));
    let tasked = "The deputy foreign ministers have been tasked with preparing a roadmap";
    assert!(words.iter().any(|words| words.contains(tasked)), "{words:#?}");
}

#[test]
fn turkey_promises_no_withdrawal() {
    let by_turkey = NOW.commitments.iter().filter(|row| codes(&row.by).contains(&"TUR"));
    let actions: Vec<_> = by_turkey.map(|row| row.action.as_str()).collect();
    assert!(!actions.iter().any(|a| a.contains("withdraw") || a.contains("leave")), "{actions:#?}");
}

#[test]
fn an_agency_between_the_page_and_the_minister() {
    let through = |chain: &[&str], page: &str| {
        let said = NOW.statements.iter().filter(|s| name(&NOW, s.article).starts_with(page));
        said.filter(|s| speaks_through(s, chain)).count()
    };
    assert!(through(&["Strait Wire", "Mekdad"], "11") > 0);
    // Wrong: 11 ends "…, the Syrian agency Barada Press reported", which is another voice.
    assert_eq!(through(&["Strait Wire", "Barada Press", "Mekdad"], "11"), 0);
}

#[test]
fn nothing_comes_from_the_furniture() {
    let sides = ["IRN", "RUS", "SYR", "TUR"];
    for meeting in &NOW.meetings {
        let told = line(meeting);
        let known = |p: &record::Participant| sides.contains(&p.party.0.as_str());
        assert!(meeting.participants.iter().all(known), "{told}");
        let cities = meeting.places.iter().filter_map(|place| place.value.city.as_deref());
        assert!(cities.into_iter().all(|city| ["Moscow", "Astana"].contains(&city)), "{told}");
    }
    let days = NOW.documents.iter().filter_map(|row| row.published.as_ref());
    assert!(days.into_iter().all(|published| published.when.last() < date(2024, 1, 1)));
}

#[test]
fn each_page_has_its_own_date() {
    let undated: Vec<_> =
        NOW.documents.iter().filter(|row| row.published.is_none()).map(|row| &row.name).collect();
    assert_eq!(undated, Vec::<&String>::new());
}
