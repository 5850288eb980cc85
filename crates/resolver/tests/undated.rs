//! Reports that bear no date: what else they say has to speak for one meeting.

mod build;

use build::{met, page, settled};
use record::{Claim, Record};
use resolver::Desk;
use text::Article;

const BRIDGE: &str = "Envoys of Iran and the United States met in Muscat and agreed on the repair of the \
    Tessel bridge, on forty wells along the river, and on a ferry for pilgrims whose barges had been \
    impounded by customs officers since the harvest riots near Qalat, a diplomat said.";

const BRIDGE_AGAIN: &str = "Iranian and American envoys, meeting in Muscat, settled a quarrel over forty wells, \
    impounded barges and the Tessel bridge; the ferry for pilgrims, idle since the harvest riots near \
    Qalat, will run again once customs officers release the barges, according to a diplomat.";

const PRISONERS: &str = "In Muscat envoys of Iran and the United States met to speak of eleven prisoners held in \
    Evin, the price of carpets and a frozen bank account in Seoul; a lawyer for two of the families \
    called the mood warm, and hoped that her clients would be home before the snow.";

const OTHERS: [&str; 6] = [
    "Rain fell on the orchards of the south for a ninth day and the roads were closed to lorries.",
    "The museum of glass reopened with a show of lamps lent by collectors from four provinces.",
    "A strike of tram drivers ended when the council raised the night wage by a fifth.",
    "Two astronomers found a comet that will be seen with the naked eye in the spring.",
    "The price of saffron doubled after blight destroyed half of the fields in the east.",
    "A court freed the editor of a weekly who had printed the letters of a general.",
];

fn record(texts: &[&str]) -> Record {
    let mut lines: Vec<&str> = texts.to_vec();
    lines.extend(OTHERS);
    let pages: Vec<Article> =
        lines.iter().enumerate().map(|(n, text)| page(&format!("p{n}"), None, &[text])).collect();
    let claims: Vec<Claim> = pages.iter().map(|page| told(page)).collect();
    settled(&pages, &claims)
}

fn told(page: &Article) -> Claim {
    let words = &page.text[..40];
    let other = OTHERS.contains(&page.text.as_str());
    let sides = if other { "FRA DEU" } else { "IRN USA" };
    let told = met(page, words, sides);
    if other { told.claim() } else { told.place("Muscat", "OMN").claim() }
}

fn together(record: &Record, words: &str, others: &str) -> bool {
    let has = |m: &record::Meeting, start: &str| {
        m.reports.iter().any(|r| start.starts_with(r.evidence.words()))
    };
    record.meetings.iter().any(|m| has(m, words) && has(m, others))
}

#[test]
fn the_same_sides_and_the_same_matters_are_one_meeting() {
    let record = record(&[BRIDGE, BRIDGE_AGAIN, PRISONERS]);
    assert!(together(&record, BRIDGE, BRIDGE_AGAIN));
}

#[test]
fn the_same_sides_and_the_same_city_alone_are_not() {
    let record = record(&[BRIDGE, BRIDGE_AGAIN, PRISONERS]);
    assert!(!together(&record, BRIDGE, PRISONERS));
}

#[test]
fn a_desk_finds_the_meeting_and_the_copy() {
    let pages = [
        page("first", Some("2024-03-10"), &[BRIDGE, "The envoys met on 9 March 2024."]),
        page("copy", Some("2024-03-11"), &[BRIDGE, "The envoys met on 9 March 2024."]),
        page("later", Some("2024-08-02"), &["Envoys of both met in Doha on 1 August 2024."]),
    ];
    let on = |page: &Article, words: &str, day: &str| {
        vec![met(page, words, "IRN USA").at(words, day).claim()]
    };
    let claims = [
        on(&pages[0], "on 9 March 2024", "2024-03-09"),
        on(&pages[1], "on 9 March 2024", "2024-03-09"),
        on(&pages[2], "on 1 August 2024", "2024-08-01"),
    ];
    let mut desk = Desk::default();
    let noted: Vec<_> =
        pages.iter().zip(&claims).map(|(page, claims)| desk.add(page, claims)).collect();
    assert_eq!(noted[0].seated[0].meeting, noted[1].seated[0].meeting);
    assert_ne!(noted[0].seated[0].meeting, noted[2].seated[0].meeting);
    assert_eq!(noted[1].copies.as_ref().map(|(of, _)| *of), Some(pages[0].id));
    assert_eq!(noted[2].copies, None);
}
