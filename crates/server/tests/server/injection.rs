//! Hostile words in every field of a record and in every question: they stay words.

use std::fs;
use std::sync::OnceLock;

use serde_json::{Value, json};
use server::{PAGES, Page, ParamKind, Reach};

use crate::crawl;
use crate::desk::Desk;
use crate::driver::Browser;
use crate::http::{Reply, send};
use crate::markup::{Known, is_own};
use crate::payload;

/// What `7 * 191919` would become if a template read it.
const COMPUTED: &str = "1343433";
/// Pages of a hostile record that a crawl asks for at most.
const MOST: usize = 300;

/// A report with the same hostile words in each of its fields, in a form in which nothing cleans them.
fn row(number: usize, words: &str) -> String {
    let text = format!(
        "MOSCOW — Turkish Foreign Minister Mevlut Cavusoglu met Syrian Foreign Minister Faisal Mekdad in Moscow on \
         Wednesday, {words} the ministry said.\n\n\"Turkey must withdraw its troops {words} from Syria,\" Mekdad said \
         after the talks.\n\nThe ministers agreed to meet again in Astana in June, {words} said."
    );
    let day = number % 28 + 1;
    let row = json!({
        "id": format!("{number}-{words}"), "title": format!("Talks {words}"), "outlet": words, "url": words,
        "author": words, "language": "en", "date": format!("2023-05-{day:02}"), "text": text,
    });
    row.to_string()
}

/// A desk over such a record, on which a hostile coder has judged too.
fn hostile() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let rows: Vec<String> =
            payload::all().iter().enumerate().map(|(at, words)| row(at, words)).collect();
        let file = ("rows.jsonl".to_owned(), rows.join("\n").into_bytes());
        let desk = Desk::of(vec![file], Reach::Loopback);
        let told = desk.get("/statements.json").json();
        let ids = told["statements"].as_array().cloned().unwrap_or_default();
        assert!(ids.len() > 20, "the rows are read: {} statements", ids.len());
        for (row, words) in ids.iter().zip(payload::all()) {
            judge(&desk, row["id"].as_str().unwrap_or_default(), &words);
        }
        desk
    })
}

fn judge(desk: &Desk, id: &str, words: &str) {
    let by = format!("A. {words}");
    let sent = [
        ("token", desk.token.as_str()),
        ("id", id),
        ("verdict", "accept"),
        ("by", &by),
        ("why", words),
    ];
    assert_eq!(desk.post(&sent).status, 303, "{words:?}");
}

/// No answer that is not meant, nothing in the page that no template has, no header that a question brought in.
fn check(known: &Known, path: &str, reply: &Reply) {
    assert!(
        matches!(reply.status, 200 | 400 | 404),
        "{path}: {} {}",
        reply.status,
        reply.body.get(..300).unwrap_or_default()
    );
    assert!(reply.header("x-injected").is_none() && reply.header("set-cookie").is_none(), "{path}");
    assert!(!reply.body.contains(COMPUTED), "{path} computes what it was given");
    assert!(!reply.body.contains("root:x:"), "{path} shows a file");
    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
    if reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        let strange = known.strange(&reply.body);
        assert!(strange.is_empty(), "{path}:\n{}", strange.join("\n"));
    }
}

#[test]
fn no_field_of_a_record_becomes_a_tag_or_leads_elsewhere() {
    let (desk, known) = (hostile(), Known::of_templates());
    let seen = crawl::all(desk, MOST);
    assert!(seen.len() > 100, "only {} pages found", seen.len());
    seen.iter().for_each(|(path, reply)| check(&known, path, reply));
    let words = seen.values().filter(|reply| reply.body.contains("&lt;script&gt;alert(1)")).count();
    assert!(words > 0, "the words themselves are shown somewhere");
}

/// An address of the page; hostile words stand for the row where it is about one.
fn address(page: &Page, words: &str) -> String {
    page.path.replace("{id}", &payload::escaped(words))
}

#[test]
fn no_question_to_any_page_is_taken_for_more_than_words() {
    let (desk, known) = (hostile(), Known::of_templates());
    let first = desk.get("/meetings.json").json();
    let row = first["meetings"][0]["id"].as_str().unwrap_or_default().to_owned();
    for page in PAGES {
        for words in payload::all() {
            let path = address(page, &words);
            if page.path.contains("{id}") {
                check(&known, &path, &desk.get(&path));
            }
            let path = path.replace(&payload::escaped(&words), &row);
            let coded = payload::escaped(&words);
            for param in page.asks.iter().filter(|param| param.kind == ParamKind::Words) {
                let path = format!("{path}?{}={coded}", param.name);
                check(&known, &path, &desk.get(&path));
            }
            let name = format!("{path}?{coded}=1");
            assert_eq!(desk.get(&name).status, 400, "{name}: no page knows that parameter");
        }
    }
}

#[test]
fn asking_changes_nothing() {
    let desk = Desk::of_example();
    let before = fs::read(&desk.record).unwrap();
    for words in payload::all() {
        let coded = payload::escaped(&words);
        for path in [
            format!("/search?q={coded}"),
            format!("/evidence/{coded}"),
            format!("/documents/{coded}"),
        ] {
            desk.get(&path);
        }
    }
    assert!(fs::read(&desk.record).unwrap() == before, "the record’s file is another");
}

#[test]
fn nobody_is_led_to_another_server() {
    let desk = Desk::of_example();
    let first = desk.get("/meetings.json").json();
    let id = first["meetings"][0]["id"].as_str().unwrap_or_default().to_owned();
    for words in payload::all().into_iter().chain(["/review?coder=R.".to_owned()]) {
        let sent = [
            ("token", desk.token.as_str()),
            ("id", &id),
            ("verdict", "accept"),
            ("by", "R."),
            ("next", &words),
        ];
        let reply = desk.post(&sent);
        assert_eq!(reply.status, 303, "{words:?}: {}", reply.body);
        let to = reply.header("location").unwrap_or_default();
        assert!(is_own(to) && to.starts_with('/'), "{words:?} leads to {to:?}");
        assert!(
            reply.header("x-injected").is_none() && reply.header("set-cookie").is_none(),
            "{words:?}"
        );
    }
}

#[test]
fn every_field_of_a_verdict_is_only_words() {
    let (desk, known) = (Desk::of_example(), Known::of_templates());
    let fields = ["id", "verdict", "other", "field", "value", "why", "by", "next"];
    let first = desk.get("/meetings.json").json();
    let id = first["meetings"][0]["id"].as_str().unwrap_or_default().to_owned();
    // Each line in two of the fields, each field with a quarter of the lines: every verdict makes the record anew.
    for (at, words) in payload::all().into_iter().enumerate() {
        for (_, hostile) in
            fields.into_iter().enumerate().filter(|(field, _)| (at + field) % 4 == 0)
        {
            let usual = |name: &str| match name {
                "id" => id.clone(),
                "verdict" => "correct".to_owned(),
                "field" => "city".to_owned(),
                "by" => "R.".to_owned(),
                _ => String::new(),
            };
            let value = |name: &str| if name == hostile { words.clone() } else { usual(name) };
            let sent: Vec<(&str, String)> =
                fields.iter().map(|name| (*name, value(name))).collect();
            let token = [("token", desk.token.as_str())];
            let sent: Vec<(&str, &str)> = token
                .into_iter()
                .chain(sent.iter().map(|(name, value)| (*name, value.as_str())))
                .collect();
            let reply = desk.post(&sent);
            assert!(
                matches!(reply.status, 303 | 400 | 404),
                "{hostile} {words:?}: {}",
                reply.status
            );
            assert_eq!(known.strange(&reply.body), [""; 0], "{hostile} {words:?}");
        }
    }
    crawl::all(&desk, 60).iter().for_each(|(path, reply)| check(&known, path, reply));
}

#[test]
fn an_oversized_address_is_refused_and_the_next_one_answered() {
    let desk = Desk::of_example();
    for length in [3_000, 20_000, 70_000, 500_000] {
        let path = format!("/meetings?party={}", "x".repeat(length));
        // The connection may be closed before all of it is sent.
        if let Ok(reply) = send(desk.address, "GET", &path, &[("Host", "localhost")], "") {
            assert!(matches!(reply.status, 0 | 400 | 414 | 431), "{length}: {}", reply.status);
        }
        let many = "page=1&".repeat(length / 7);
        if let Ok(reply) =
            send(desk.address, "GET", &format!("/meetings?{many}"), &[("Host", "localhost")], "")
        {
            assert!(
                matches!(reply.status, 0 | 200 | 400 | 414 | 431),
                "{length}: {}",
                reply.status
            );
        }
        assert_eq!(desk.get("/meetings").status, 200);
    }
}

#[test]
fn a_header_with_hostile_words_changes_nothing() {
    let desk = Desk::of_example();
    let host = desk.address.to_string();
    let known = Known::of_templates();
    for words in payload::all().iter().filter(|words| !words.contains(['\r', '\n', '\0'])) {
        for name in [
            "Referer",
            "User-Agent",
            "X-Forwarded-Host",
            "X-Forwarded-For",
            "Accept-Language",
            "Cookie",
        ] {
            let headers = [("Host", host.as_str()), (name, words.as_str())];
            let reply = send(desk.address, "GET", "/meetings", &headers, "").unwrap();
            assert!(matches!(reply.status, 200 | 400), "{name}: {words:?}");
            assert_eq!(known.strange(&reply.body), [""; 0], "{name}: {words:?}");
        }
    }
}

/// Every page of the hostile record, a few rows of it, and a question that is said back.
fn addresses(desk: &Desk) -> Vec<String> {
    let first = |path: &str, list: &str, field: &str| -> Vec<String> {
        let told = desk.get(path).json()[list].as_array().cloned().unwrap_or_default();
        told.iter().filter_map(|row| row[field].as_str().map(payload::escaped)).take(12).collect()
    };
    let meetings = first("/meetings.json", "meetings", "id");
    let documents = first("/documents.json", "documents", "name");
    let plain = PAGES.iter().filter(|page| !page.path.contains("{id}"));
    let mut all: Vec<String> = plain.map(|page| page.path.to_owned()).collect();
    all.extend(
        meetings.iter().flat_map(|id| [format!("/meetings/{id}"), format!("/evidence/{id}")]),
    );
    all.extend(documents.iter().map(|name| format!("/documents/{name}")));
    for words in payload::all().iter().take(12) {
        let coded = payload::escaped(words);
        all.push(format!("/search?q={coded}"));
        all.push(format!("/review?coder={coded}"));
    }
    all
}

#[test]
fn a_browser_runs_nothing_and_asks_nobody_else() {
    let Some(browser) = Browser::start() else { return };
    let desk = hostile();
    let base = format!("http://{}", desk.address);
    let mut wrong: Vec<String> = Vec::new();
    for path in addresses(desk) {
        browser.go(&format!("{base}{path}"));
        // A dialog would make these fail.
        browser.run("for (const one of document.querySelectorAll('details')) one.open = true");
        browser.run("document.querySelectorAll('main *').forEach(one => one.dispatchEvent(new Event('mouseover')))");
        let said = browser.complaints().into_iter().filter(|line| !line.contains("status of 404"));
        wrong.extend(said.map(|line| format!("{path}: {line}")));
        let asked = browser.requests();
        assert!(!asked.is_empty(), "{path}: what the browser asks for is seen");
        let others = asked.into_iter().filter(|url| !url.starts_with(&base) && !is_inner(url));
        wrong.extend(others.map(|url| format!("{path} asks {url}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An address of the browser's own.
fn is_inner(url: &str) -> bool {
    ["chrome", "about:", "data:"].iter().any(|scheme| url.starts_with(scheme))
}

#[test]
fn json_is_said_to_be_json_and_nothing_in_it_is_hidden() {
    let desk = hostile();
    let reply = desk.get("/documents.json?rows=1000");
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let told = reply.json();
    let documents: Vec<Value> = told["documents"].as_array().cloned().unwrap_or_default();
    assert!(documents.len() > 50, "{}", documents.len());
    let held = |row: &Value| row.to_string().contains("<script>alert(1)</script>");
    assert!(documents.iter().any(held), "as it was read");
}
