//! Another language, from its pack to a meeting in the record.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use pipeline::{Given, Kept, LanguagePack, Source, Tools, find, gather, settle};
use record::{Meeting, Status};

/// What each kind of meeting comes to, a line each, and the codes of what was odd.
struct Outcome {
    held: Vec<String>,
    scheduled: Vec<String>,
    claims: usize,
    codes: Vec<String>,
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn turkish() -> Tools {
    let pack = LanguagePack::open(&folder("languages/tr")).expect("the pack of this repository");
    Tools { packs: vec![pack], ..Tools::shipped() }
}

/// Reads the Turkish example.
fn read(tools: &Tools) -> Outcome {
    let (mut kept, mut codes) = (Kept::default(), Vec::new());
    for input in find(&[folder("examples/turkish/pages")]) {
        let (path, bytes) = (input.name(), input.bytes().expect("a page"));
        let gathered = gather(&Source { path: &path, bytes: &bytes }, &Given::default(), tools);
        for reading in gathered.readings {
            assert_eq!(reading.article.language, "tr", "{path}");
            codes.extend(reading.problems.into_iter().map(|problem| problem.code.0));
            kept.articles.push(reading.article);
            kept.claims.extend(reading.claims);
        }
    }
    assert_eq!(kept.articles.len(), 4);
    let record = settle(&kept, None, tools);
    let lines = |status: Status| {
        record.meetings.iter().filter(|m| m.status == status).map(line).collect::<Vec<_>>()
    };
    let (held, scheduled) = (lines(Status::Held), lines(Status::Scheduled));
    Outcome { held, scheduled, claims: kept.claims.len(), codes }
}

/// "2023-04-25 Moscow defence_minister IRN RUS SYR TUR"
fn line(meeting: &Meeting) -> String {
    let city = meeting.places.first().and_then(|place| place.value.city.clone());
    let level = meeting.levels.first().map(|level| level.value.as_str());
    let sides: BTreeSet<&str> = meeting.participants.iter().map(|p| p.party.0.as_str()).collect();
    let mut words = vec![meeting.when.edtf.as_str()];
    words.extend([city.as_deref(), level].map(|word| word.unwrap_or("?")));
    words.extend(sides);
    words.join(" ")
}

#[test]
fn turkish_pages_tell_a_meeting_with_day_place_parties_and_level() {
    let outcome = read(&turkish());
    assert_eq!(outcome.held, ["2023-04-25 Moscow defence_minister IRN RUS SYR TUR"]);
    assert_eq!(outcome.scheduled, ["2023-05-10 Moscow foreign_minister IRN RUS SYR TUR"]);
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
}

#[test]
fn without_the_pack_nothing_is_read_and_the_pages_are_kept() {
    let outcome = read(&Tools::shipped());
    assert_eq!((outcome.claims, outcome.held), (0, Vec::new()));
    assert_eq!(outcome.codes, ["R012", "P003"].repeat(4));
}
