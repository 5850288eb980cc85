//! Pages that would make one report look like many, or another.

use std::fs;

use crate::job::Place;

/// Four sentences, so that runs of words are long enough to be told apart.
const REPORT: &str = "Turkey's Foreign Minister Mevlut Cavusoglu met Syria's Foreign Minister Faisal Mekdad in Moscow on Wednesday for \
    talks on the withdrawal of troops. The two sides spoke for four hours in a guest house of the ministry and agreed on a list of \
    questions for their deputies. Turkey will withdraw 400 soldiers from the border by the end of June, Cavusoglu told reporters \
    after the meeting. A further round is to be held in the same place before the summer is over.";

fn page(outlet: &str, text: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Ministers meet in Moscow</title><meta property='og:site_name' content='{outlet}'>\
         <meta property='article:published_time' content='2023-05-10T10:00:00Z'></head><body><article><h1>Ministers meet in \
         Moscow</h1><p>{text}</p></article></body></html>"
    )
}

/// A record of fifty outlets, each with what it makes of the report; how many origins it has.
fn origins(told: impl Fn(usize) -> String) -> usize {
    let place = Place::new();
    for good in ["a-good.html", "z-good.html"] {
        fs::remove_file(place.input(good)).unwrap();
    }
    for number in 0..50 {
        let page = page(&format!("Example Daily {number}"), &told(number));
        fs::write(place.input(&format!("{number:02}.html")), page).unwrap();
    }
    assert_eq!(place.read(), 0);
    assert_eq!(place.documents().len(), 50);
    place.show("origins").len()
}

#[test]
fn fifty_outlets_with_one_text_are_one_origin() {
    assert_eq!(origins(|_| REPORT.to_owned()), 1);
}

#[test]
fn a_word_changed_in_each_makes_no_further_origin() {
    let words: Vec<&str> = REPORT.split(' ').collect();
    let changed = |number: usize| {
        let mut words = words.clone();
        words[20 + number] = "indeed";
        words.join(" ")
    };
    assert_eq!(origins(changed), 1);
}

#[test]
fn a_copy_with_another_number_is_one_origin_and_keeps_its_own_words() {
    let place = Place::new();
    fs::write(place.input("b.html"), page("Example Daily", REPORT)).unwrap();
    fs::write(place.input("c.html"), page("Example Weekly", &REPORT.replace("400", "40"))).unwrap();
    assert_eq!(place.read(), 0);
    let documents = place.show("documents");
    let origin =
        |name: &str| documents.iter().find(|row| row["id"] == name).map(|row| &row["origin"]);
    assert!(origin("b").is_some());
    assert_eq!(origin("b"), origin("c"), "a copy is no second origin");
    for (name, words) in [("b", "withdraw 400 soldiers"), ("c", "withdraw 40 soldiers")] {
        let told =
            String::from_utf8(place.run(&["explain", name, "--record", "r.db"]).stdout).unwrap();
        assert!(told.contains(words), "{name}: {told}");
    }
}
