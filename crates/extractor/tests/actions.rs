//! Case files of the event coder: sentences and the events that must be coded. See `cases/action/README.md`.

#[allow(dead_code)]
mod article;
#[allow(dead_code)]
mod page;

use std::path::Path;

use extractor::{CodedEvent, EventCoder};
use lexicon::Lexicon;
use record::EventStatus;

#[test]
fn every_sentence_has_its_events() {
    let (coder, lexicon) = (EventCoder::shipped(), Lexicon::shipped());
    let mut report = String::new();
    for name in ["cooperation", "conflict", "mood", "silent"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("cases/action/{name}.md"));
        let cases = page::cases(&std::fs::read_to_string(path).expect("a page of text"));
        assert!(!cases.is_empty(), "no cases in {name}");
        for case in cases {
            let (doc, _) = article::read(&case.article());
            let events = coder.code(&doc, &lexicon);
            let gate = coder.may_tell(&doc.article.text, &lexicon);
            assert!(gate || events.is_empty(), "not let through: {}", case.title);
            events.iter().for_each(|e| grounded(e, &doc.article.text));
            let mut read: Vec<String> = events.iter().map(line).collect();
            let mut expected = case.expected.clone();
            expected.retain(|l| l != "nothing");
            read.sort();
            expected.sort();
            if read != expected {
                report += &format!("\n{name}: {}\n- {expected:?}\n+ {read:?}\n", case.title);
            }
        }
    }
    assert!(report.is_empty(), "events differ\n{report}");
}

#[test]
fn a_pattern_of_ones_own_wins_over_a_shipped_one() {
    let mut coder = EventCoder::shipped();
    assert_eq!(coder.book.add("[045]\npraise +\n"), []);
    let text = "Japan praised Vietnam.";
    let (doc, _) = article::read(&text::Article::of_paragraphs(text));
    let events = coder.code(&doc, &Lexicon::shipped());
    assert_eq!(events.iter().map(line).collect::<Vec<_>>(), ["JPN > VNM 045"]);
    assert_eq!(events[0].pattern, "praise +");
}

fn grounded(event: &CodedEvent, text: &str) {
    let words = text.get(event.span.start() as usize..event.span.end() as usize);
    assert!(words.is_some_and(|w| !w.is_empty()), "{event:?}");
}

fn line(event: &CodedEvent) -> String {
    let status = match event.status {
        EventStatus::Past => String::new(),
        status => format!(" {}", status.as_str()),
    };
    format!("{} > {} {}{status}", event.source, event.target, event.cameo)
}
