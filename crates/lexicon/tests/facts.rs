//! What the shipped tables know, and how they are asked.

use jiff::civil::{Date, date};
use lexicon::{Control, DemonymForm, Entry, Extent, Lexicon, OfficeHolder, OfficeLevel, Organ};

fn holders(lexicon: &Lexicon, state: &str, level: OfficeLevel, on: Date) -> Vec<&'static str> {
    lexicon.holder(state, level, on).into_iter().map(|id| lexicon.person(id).name).collect()
}

/// A reading in few words: `state TUR`, `city Geneva`, `person Kofi Annan`.
fn reading(lexicon: &Lexicon, entry: &Entry) -> String {
    match entry {
        Entry::State(state) => format!("state {}", state.code),
        Entry::Demonym { state, noun: DemonymForm::Adjective } => format!("of {}", state.code),
        Entry::Demonym { state, noun: DemonymForm::Singular } => format!("one of {}", state.code),
        Entry::Demonym { state, noun: DemonymForm::Plural } => format!("people of {}", state.code),
        Entry::City(city) => format!("city {}", city.name),
        Entry::Seat(seat) => format!("seat {}", seat.state),
        Entry::Organisation(body) => format!("organisation {}", body.code),
        Entry::Agency(agency) => format!("agency {}", agency.name),
        Entry::Person(id) => format!("person {}", lexicon.person(*id).name),
        Entry::Office(office) => format!("office {}", office.level.as_str()),
    }
}

fn read(lexicon: &Lexicon, words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    let Some(found) = lexicon.find(&words) else { return "nothing".to_owned() };
    let readings: Vec<_> = found.entries.iter().map(|e| reading(lexicon, e)).collect();
    format!("{} {}", found.words, readings.join(", "))
}

#[test]
fn who_held_an_office_on_a_day() {
    let lexicon = Lexicon::shipped();
    let on = |state, level, day| holders(&lexicon, state, level, day);
    use OfficeLevel::*;
    assert_eq!(on("TUR", ForeignMinister, date(2023, 5, 10)), ["Mevlüt Çavuşoğlu"]);
    assert_eq!(on("USA", Intelligence, date(2018, 4, 1)), ["Dan Coats", "Mike Pompeo"]);
    assert_eq!(on("RUS", DefenceMinister, date(2022, 12, 28)), ["Sergei Shoigu"]);
    assert_eq!(on("RUS", HeadOfState, date(2010, 1, 1)), ["Dmitry Medvedev"]);
    assert_eq!(on("KOR", HeadOfState, date(2018, 4, 27)), ["Moon Jae-in"]);
    assert_eq!(on("DEU", HeadOfGovernment, date(2014, 6, 1)), ["Angela Merkel"]);
    assert_eq!(on("IGOUNO", IgoHead, date(2012, 1, 1)), ["Ban Ki-moon"]);
    let iran = on("IRN", HeadOfState, date(2016, 3, 1));
    assert!(iran.contains(&"Hassan Rouhani") && iran.contains(&"Ali Khamenei"), "{iran:?}");
}

#[test]
fn nobody_is_vouched_for_beyond_the_tables() {
    let lexicon = Lexicon::shipped();
    let late = date(2040, 1, 1);
    for state in lexicon.states() {
        for level in OfficeLevel::ALL {
            assert!(lexicon.holder(state.code, level, late).is_empty(), "{}", state.name);
        }
    }
}

#[test]
fn a_name_is_found_however_it_is_spelled() {
    let lexicon = Lexicon::shipped();
    let same = |a: &str, b: &str| {
        let (a, b) = (lexicon.people_named(a), lexicon.people_named(b));
        assert!(!a.is_empty() && a == b, "{a:?} {b:?}");
    };
    same("Sergei Shoigu", "Sergey Shoygu");
    same("Mevlut Cavusoglu", "MEVLÜT ÇAVUŞOĞLU");
    same("Faisal Mekdad", "Faisal al-Miqdad");
    same("Bashar al-Assad", "Bashar Assad");
    same("Hossein Amir-Abdollahian", "Hossein Amirabdollahian");
    same("Kim Jong Un", "Kim Jong-un");
    same("Moon Jae In", "Moon Jae-in");
    same("Mohammad Javad Zarif", "Muhammad Javad Zareef");
    same("John R. Bolton", "John Bolton");
}

#[test]
fn a_surname_is_the_name_they_go_by() {
    let lexicon = Lexicon::shipped();
    let named = |surname: &str, name: &str| {
        let people = lexicon.people_surnamed(surname);
        assert!(people.iter().any(|id| lexicon.person(*id).name == name), "{surname}: {name}");
    };
    named("Assad", "Bashar al-Assad");
    named("Cavusoglu", "Mevlüt Çavuşoğlu");
    named("Kim", "Kim Jong-un");
    named("Moon", "Moon Jae-in");
    named("bin Salman", "Mohammed bin Salman");
    named("Lavrov", "Sergei Lavrov");
    assert!(lexicon.people_surnamed("Jong-un").is_empty());
}

#[test]
fn the_longest_entry_wins() {
    let lexicon = Lexicon::shipped();
    for (words, expected) in [
        ("Turkey and Syria", "1 state TUR"),
        ("Türkiye", "1 state TUR"),
        ("South Korea", "2 state KOR"),
        ("South Korean envoys", "2 of KOR, one of KOR"),
        ("United Nations Security Council", "4 organisation IGOUNOSEC"),
        ("UN Security Council", "3 organisation IGOUNOSEC"),
        ("UN chief", "2 office igo_head"),
        ("foreign ministers of both", "2 office foreign_minister"),
        ("Foreign Ministry", "2 office body"),
        ("deputy foreign ministers", "3 office deputy_minister"),
        ("Bashar al-Assad 's", "2 person Bashar al-Assad"),
        ("Kim Jong - un", "4 person Kim Jong-un"),
        ("U.S. officials", "1 state USA"),
        ("Kremlin", "1 seat RUS"),
        ("Reuters", "1 agency Reuters"),
        ("Geneva", "1 city Geneva"),
        ("Saudi-led coalition", "2 organisation SAUMILCOA"),
        ("Russian-backed plan", "1 of RUS, one of RUS"),
    ] {
        assert_eq!(read(&lexicon, words), expected, "{words}");
    }
}

#[test]
fn names_with_figures_and_marks_are_found() {
    let lexicon = Lexicon::shipped();
    assert_eq!(read(&lexicon, "G-8 leaders"), "1 organisation IGOGRPGEI");
    assert_eq!(read(&lexicon, "5+5 Joint Military Committee met"), "4 organisation LBYGOVJMC");
}

#[test]
fn what_is_not_written_as_a_name_is_none() {
    let lexicon = Lexicon::shipped();
    for words in ["us", "Us", "turkey", "who", "Who", "report", "Report said", "kremlin", "it"] {
        assert_eq!(read(&lexicon, words), "nothing", "{words}");
    }
    assert_eq!(read(&lexicon, "Russian 's"), "1 of RUS, one of RUS");
}

#[test]
fn an_ambiguous_name_has_all_its_readings() {
    let lexicon = Lexicon::shipped();
    assert_eq!(read(&lexicon, "Singapore"), "1 state SGP, city Singapore");
    let georgia = lexicon.state("GEO").expect("a row for Georgia");
    assert!(georgia.ambiguous && !lexicon.state("DEU").is_some_and(|s| s.ambiguous));
}

#[test]
fn a_city_is_placed_by_any_of_its_names() {
    let lexicon = Lexicon::shipped();
    let at = |city, state| lexicon.coordinates(city, state).map(|at| (at.latitude, at.longitude));
    assert_eq!(at("Geneva", Some("CHE")), Some((46.21, 6.14)));
    assert_eq!(at("Nur-Sultan", None), at("Astana", Some("KAZ")));
    assert_eq!(at("Geneva", Some("USA")), None);
    assert_eq!(at("Nowhere", None), None);
    let tigray = lexicon.coordinates("Tigray", Some("ETH")).expect("a point for Tigray");
    assert_eq!(tigray.extent, Extent::Region);
    let golan = lexicon.coordinates("Golan Heights", Some("SYR"));
    assert!(golan.is_some(), "what is disputed lies where it lies, whoever is said to hold it");
}

#[test]
fn agencies_by_credit_and_by_domain() {
    let lexicon = Lexicon::shipped();
    let ap = lexicon.agency("The AP").expect("a row for AP");
    assert_eq!((ap.name, ap.control), ("Associated Press", Control::Cooperative));
    assert_eq!(lexicon.agency("SANA").and_then(|a| a.state), Some("SYR"));
    assert_eq!(lexicon.agency_by_domain("www.aa.com.tr").map(|a| a.name), Some("Anadolu Agency"));
    assert!(lexicon.agency_by_domain("notreuters.com").is_none());
}

#[test]
fn seats_offices_and_cues() {
    let lexicon = Lexicon::shipped();
    let found = lexicon.find(&["Pentagon"]).expect("a row for the Pentagon");
    assert!(
        matches!(found.entries.as_slice(), [Entry::Seat(s)] if s.organ == Organ::DefenceMinistry)
    );
    let found = lexicon.find(&["officials"]).expect("a row for officials");
    let anonymous =
        |e: &Entry| matches!(e, Entry::Office(o) if o.holder == OfficeHolder::Anonymous);
    assert!(found.entries.iter().all(anonymous));
    assert!(lexicon.cue("say").is_some() && lexicon.cue("call for").is_some());
    assert!(lexicon.cue("walk").is_none());
}
