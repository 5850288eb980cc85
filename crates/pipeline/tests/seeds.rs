//! Five pages of an archive that has lost its HTML, if they are beside the workspace.
//!
//! Names, dates and codes are asserted; the pages themselves are not part of the project.

mod reading;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::date;
use pipeline::settle;
use reading::{TOOLS, codes, copies, folder, held, kept, line, lines, people, speaks_through};
use record::{Record, SpeechAct, Status};

static SEEDS: LazyLock<Option<Record>> = LazyLock::new(|| {
    let folder = folder("../shared/seeds");
    folder.exists().then(|| settle(&kept(&folder), None, &TOOLS))
});

/// The record of the pages; `None`, said aloud, without them.
fn seeds() -> Option<&'static Record> {
    if SEEDS.is_none() {
        eprintln!("skipped: ../shared/seeds is not here");
    }
    SEEDS.as_ref()
}

#[test]
fn three_meetings_and_no_more() {
    let Some(record) = seeds() else { return };
    let held = lines(record, Status::Held);
    assert_eq!(held.len(), 3, "{held:#?}");
    assert_eq!(held[0], "2022-12-28 Moscow trilateral defence_minister RUS SYR TUR");
    assert!(
        held[1].ends_with(" Moscow quadrilateral defence_minister IRN RUS SYR TUR"),
        "{held:#?}"
    );
    assert_eq!(held[2], "2023-05-10 Moscow quadrilateral foreign_minister IRN RUS SYR TUR");
    assert_eq!(
        record.meetings.len(),
        3,
        "{:#?}",
        record.meetings.iter().map(line).collect::<Vec<_>>()
    );
}

#[test]
fn five_men_in_december() {
    let Some(record) = seeds() else { return };
    let expected =
        ["Ali Mahmoud Abbas", "Ali Mamlouk", "Hakan Fidan", "Hulusi Akar", "Sergei Shoigu"];
    assert_eq!(people(held(record, "2022-12-28"), &expected), BTreeSet::from(expected));
}

#[test]
fn the_four_way_meeting_is_a_range_that_ends_before_the_next() {
    let Some(record) = seeds() else { return };
    let meeting =
        record.meetings.iter().find(|m| line(m).contains("quadrilateral defence_minister"));
    let when = &meeting.expect("the meeting of the four").when;
    assert!(when.from >= Some(date(2022, 12, 29)), "{when:?}");
    assert!(when.until.is_some_and(|until| until <= date(2023, 5, 10)), "{when:?}");
    assert!(when.until > when.from.and_then(|from| from.tomorrow().ok()), "{when:?}");
    assert!(when.why.iter().any(|why| why.contains("Tuesday")), "{when:?}");
}

#[test]
fn the_foreign_ministers_of_may() {
    let Some(record) = seeds() else { return };
    let meeting = held(record, "2023-05-10");
    let expected = ["Faisal Mekdad", "Mevlut Cavusoglu"];
    let named = people(meeting, &expected);
    assert!(named.is_superset(&BTreeSet::from(expected)), "{named:?}");
    let life: Vec<_> = meeting.life.iter().map(|step| step.status.as_str()).collect();
    assert_eq!(life, ["scheduled", "postponed", "held"]);
}

#[test]
fn a_rewrite_shares_the_origin_of_what_it_rewrites() {
    let Some(record) = seeds() else { return };
    assert_eq!(copies(record), [("seed-002".to_owned(), "rewrite", "seed-001".to_owned())]);
    let origin =
        |name: &str| record.documents.iter().find(|row| row.name == name).map(|row| &row.origin);
    assert_eq!(origin("seed-001"), origin("seed-002"));
    assert_eq!(record.origins.len(), 4);
}

#[test]
fn nothing_comes_from_the_furniture() {
    let Some(record) = seeds() else { return };
    let days = record.documents.iter().filter_map(|row| row.published.as_ref());
    assert!(days.into_iter().all(|published| published.when.last() < date(2024, 1, 1)));
    let written = serde_json::to_string(&(&record.meetings, &record.statements)).unwrap();
    let hex = |word: &str| word.bytes().all(|b| b.is_ascii_hexdigit());
    let is_id = |word: &&str| {
        let row = word.split_once('-').is_some_and(|(kind, id)| kind.len() == 1 && hex(id));
        row || word.len() == 64 && hex(word)
    };
    let written: Vec<&str> = written.split_inclusive('"').collect();
    let written: String =
        written.into_iter().filter(|word| !is_id(&word.trim_end_matches('"'))).collect();
    for word in ["2025", "Trump", "Netanyahu", "Khamenei", "Pahlavi", "Biden", "\"ISR\""] {
        assert!(!written.contains(word), "{word}");
    }
}

#[test]
fn the_four_do_not_tell_the_same_subjects() {
    let Some(record) = seeds() else { return };
    let meeting =
        record.meetings.iter().find(|m| line(m).contains("quadrilateral defence_minister"));
    let id = &meeting.expect("the meeting of the four").id;
    let of_it = record.disagreements.iter().filter(|row| &row.meeting == id);
    let about: BTreeSet<_> =
        of_it.filter(|row| row.field == "issues").filter_map(|row| row.about.as_deref()).collect();
    assert!(
        about.is_superset(&BTreeSet::from(["troop-withdrawal", "roads-and-crossings"])),
        "{about:?}"
    );
}

#[test]
fn syria_sets_a_condition_and_turkey_has_the_next_move() {
    let Some(record) = seeds() else { return };
    let of_syria = record.conditions.iter().filter(|row| codes(&row.set_by).contains(&"SYR"));
    let awaited: Vec<_> = of_syria.filter(|row| codes(&row.awaits).contains(&"TUR")).collect();
    assert!(awaited.iter().any(|row| row.origins >= 2), "{awaited:#?}");
}

#[test]
fn the_minister_speaks_through_his_state_agency() {
    let Some(record) = seeds() else { return };
    let said = record.statements.iter().filter(|s| speaks_through(s, &["SANA", "Mekdad"]));
    assert!(said.count() > 0);
    let set = record.statements.iter().filter(|s| s.act == SpeechAct::Precondition);
    assert!(set.filter(|s| speaks_through(s, &["Mekdad"])).count() > 0);
}

#[test]
fn a_roadmap_is_promised() {
    let Some(record) = seeds() else { return };
    let promised = record.commitments.iter().filter(|row| row.action.contains("roadmap"));
    let by: Vec<_> = promised.map(|row| codes(&row.by)).collect();
    assert!(by.contains(&vec!["IRN", "RUS", "SYR", "TUR"]), "{by:?}");
}
