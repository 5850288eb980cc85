//! The formats for people and for other programs: whole, and harmless whatever the words.

mod sample;

use exporter::{Extent, Format, Output};
use quick_xml::Reader;
use quick_xml::events::Event;
use sample::{Sample, hostile};
use serde_json::Value;

const JSON: [&str; 6] = ["json", "geojson", "timelinejs", "jsonld", "webannotation", "prov"];
const SHOWN: [&str; 6] = ["markdown", "html", "ics", "graphml", "gexf", "mermaid"];

fn json(sample: &Sample, format: &str) -> Value {
    serde_json::from_str(&sample.text(format)).unwrap()
}

/// The names of all elements, in order. Fails on what is not well-formed.
fn elements(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return names,
            Event::Start(tag) | Event::Empty(tag) => {
                tag.attributes().for_each(|attribute| _ = attribute.unwrap());
                names.push(tag.name().as_ref().to_owned());
            }
            _ => {}
        }
    }
}

#[test]
fn every_format_is_written_and_the_same_twice() {
    let sample = Sample::plain();
    for format in Format::ALL {
        let first = sample.write(*format).into_bytes();
        assert!(!first.is_empty(), "{format}");
        assert_eq!(first, sample.write(*format).into_bytes(), "{format}");
    }
}

#[test]
fn texts_are_written_only_on_request() {
    let sample = Sample::plain();
    let unquoted = "a sentence that nobody quotes";
    let holds = |output: Output| {
        let bytes = output.into_bytes();
        bytes.windows(unquoted.len()).any(|window| window == unquoted.as_bytes())
    };
    for format in Format::ALL {
        let annotation = format.as_str() == "webannotation";
        // The words before and after a quote are a part of its selector.
        assert!(annotation || !holds(sample.extent(*format, Extent::Quotes)), "{format}");
    }
    for format in ["json", "jsonl", "csv", "markdown", "html", "jsonld", "ftm"] {
        let format: Format = format.parse().unwrap();
        assert!(holds(sample.extent(format, Extent::FullText)), "{format}");
    }
}

#[test]
fn no_shown_page_turns_letters_round_or_holds_a_control_character() {
    for sample in hostile() {
        for format in SHOWN.iter().chain(&JSON).chain(&["jsonl", "ftm"]) {
            let text = sample.text(format);
            let odd = |c: char| {
                matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
                    || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            };
            assert!(!text.contains(odd), "{format}");
        }
    }
}

#[test]
fn no_words_end_a_label_of_the_chart() {
    for sample in hostile().iter().chain([&Sample::plain()]) {
        let chart = sample.text("mermaid");
        assert!(chart.starts_with("flowchart LR\n"));
        let balanced = |line: &str| line.matches('"').count().is_multiple_of(2);
        assert!(chart.lines().all(|line| balanced(line) && line.matches('"').count() <= 4));
    }
}

#[test]
fn json_is_read_and_says_what_the_record_says() {
    for sample in hostile().iter().chain([&Sample::plain()]) {
        for format in JSON {
            assert!(json(sample, format).is_object(), "{format}");
        }
        for format in ["jsonl", "ftm"] {
            for line in sample.text(format).lines() {
                assert!(serde_json::from_str::<Value>(line).unwrap().is_object());
            }
        }
        let words = sample.record.statements[0].evidence.words();
        assert_eq!(json(sample, "json")["statements"][0]["quote"], words);
    }
}

#[test]
fn graphs_are_well_formed_and_of_one_shape() {
    let expected = ["graphml", "gexf"].map(|format| elements(&Sample::plain().text(format)).len());
    for sample in hostile() {
        let found = ["graphml", "gexf"].map(|format| elements(&sample.text(format)).len());
        assert_eq!(found, expected);
    }
}

#[test]
fn those_of_one_party_do_not_meet_and_what_is_called_off_counts_nothing() {
    let text = Sample::plain().text("graphml");
    // Three parties, each two of which meet; two persons, who meet.
    assert_eq!(text.matches("<node ").count(), 5);
    assert_eq!(text.matches("<edge ").count(), 4);
    assert_eq!(text.matches("<data key=\"held\">1</data>").count(), 4);
    assert_eq!(text.matches("<data key=\"planned\">1</data>").count(), 4);
    assert!(!text.contains("m-00000003"));
}

#[test]
fn a_page_holds_no_tag_but_its_own() {
    let own = [
        "a",
        "bdi",
        "blockquote",
        "body",
        "code",
        "h1",
        "h2",
        "head",
        "html",
        "li",
        "main",
        "meta",
        "ol",
        "p",
        "section",
        "small",
        "span",
        "style",
        "sup",
        "title",
        "ul",
    ];
    for sample in hostile() {
        let page = sample.text("html");
        let tags = page.split('<').skip(1).filter(|tag| !tag.starts_with(['/', '!']));
        for tag in tags {
            let name: String = tag.chars().take_while(|c| c.is_alphanumeric()).collect();
            assert!(own.contains(&name.as_str()), "{name}");
            assert!(!tag.split('>').next().unwrap().contains("onerror"), "{tag}");
        }
        assert!(!page.contains("href=\"javascript"));
    }
}

#[test]
fn every_claim_has_one_footnote_and_every_call_is_answered() {
    let page = Sample::plain().text("markdown");
    let answered = page.lines().filter(|line| line.starts_with("[^")).count();
    assert_eq!(answered, 2, "the claim of the meeting and that of the statement");
    for number in 1..=answered {
        assert!(
            page.contains(&format!("[^{number}]\n")) || page.contains(&format!("[^{number}]["))
        );
    }
    for sample in hostile() {
        let page = sample.text("markdown");
        assert!(!page.contains("<script") && !page.contains("\n=") && !page.contains("<img"));
    }
}

#[test]
fn a_calendar_has_short_lines_and_only_its_own_entries() {
    for sample in hostile() {
        let text = sample.text("ics");
        assert!(text.ends_with("\r\n"));
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')));
        let entries = lines.iter().filter(|line| line.starts_with("BEGIN:VEVENT")).count();
        assert_eq!(entries, 2, "the one without a first day fits no calendar");
    }
}

#[test]
fn a_range_is_a_day_somewhere_in_it() {
    let text = Sample::plain().text("ics");
    assert!(text.contains("DTSTART;VALUE=DATE:20240401\r\nDTEND;VALUE=DATE:20240501\r\n"));
    let unfolded = text.replace("\r\n ", "");
    assert_eq!(unfolded.matches("(on one day of these)").count(), 1);
    assert_eq!(unfolded.matches("STATUS:TENTATIVE").count(), 1);
    let events = json(&Sample::plain(), "jsonld");
    let events = events["@graph"].as_array().unwrap();
    assert_eq!(events[0]["startDate"], "2024-03-04");
    assert!(events[1].get("startDate").is_none());
}

#[test]
fn a_place_is_a_point_where_it_is_known() {
    let page = json(&Sample::plain(), "geojson");
    let feature = &page["features"][0];
    assert_eq!(feature["geometry"]["coordinates"], serde_json::json!([-56.78, 12.34]));
    assert_eq!(feature["properties"]["precision"], "city");
}

#[test]
fn positions_of_annotations_count_code_points() {
    let sample = Sample::plain();
    let page = json(&sample, "webannotation");
    let text: Vec<char> = sample.articles[0].text.chars().collect();
    for item in page["items"].as_array().unwrap() {
        let selectors = item["target"]["selector"].as_array().unwrap();
        let at = |name: &str| usize::try_from(selectors[1][name].as_u64().unwrap()).unwrap();
        let words: String = text[at("start")..at("end")].iter().collect();
        assert_eq!(selectors[0]["exact"], *words);
        let before: String = text[..at("start")].iter().collect();
        assert!(before.ends_with(selectors[0]["prefix"].as_str().unwrap()));
    }
}

#[test]
fn whatever_provenance_names_is_described() {
    let page = json(&Sample::plain(), "prov");
    for relation in page["wasDerivedFrom"].as_object().unwrap().values() {
        for end in ["prov:generatedEntity", "prov:usedEntity"] {
            assert!(page["entity"].get(relation[end].as_str().unwrap()).is_some());
        }
    }
}
