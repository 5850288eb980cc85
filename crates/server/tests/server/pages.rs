//! Every page of the list: for people and for programs, on a full record and on an empty one.

use server::{PAGES, Reach};

use crate::crawl;
use crate::desk::Desk;

/// Pages that a crawl of the example asks for at most.
const MOST: usize = 700;

/// A page’s address, with a row that there is.
fn address(desk: &Desk, path: &str) -> String {
    let first = |page: &str, field: &str| {
        desk.get(page)
            .json()
            .pointer(field)
            .and_then(|id| id.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let id = match path {
        "/documents/{id}" => first("/documents.json", "/documents/0/name"),
        _ => first("/meetings.json", "/meetings/0/id"),
    };
    path.replace("{id}", &id.replace('.', "%2E"))
}

#[test]
fn every_page_answers_people_and_programs() {
    let desk = Desk::of_example();
    for page in PAGES {
        let path = address(&desk, page.path);
        let html = desk.get(&path);
        assert_eq!(html.status, 200, "{path}: {}", html.body);
        assert_eq!(html.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        assert!(html.body.contains("<h1"), "{path} has no heading");
        let json = desk.get(&format!("{}.json", if path == "/" { "/changes" } else { &path }));
        assert_eq!(json.status, 200, "{path}.json: {}", json.body);
        let schema = (page.shape)();
        let given = json.json();
        for key in given.as_object().expect("a page gives an object").keys() {
            assert!(
                schema.pointer(&format!("/properties/{key}")).is_some(),
                "{path}: {key} is not described"
            );
        }
    }
}

#[test]
fn an_empty_record_has_all_pages_too() {
    let desk = Desk::of(Vec::new(), Reach::Loopback);
    for page in PAGES.iter().filter(|page| !page.path.contains("{id}")) {
        assert_eq!(desk.get(page.path).status, 200, "{}", page.path);
    }
}

#[test]
fn no_link_is_broken_and_nothing_is_inline() {
    let desk = Desk::of_example();
    let seen = crawl::all(&desk, MOST);
    assert!(seen.len() > 50, "only {} pages found", seen.len());
    for (path, reply) in &seen {
        assert_eq!(reply.status, 200, "{path}: {}", reply.body);
        assert!(
            reply
                .header("content-security-policy")
                .is_some_and(|policy| policy.contains("default-src 'none'")),
            "{path}"
        );
        if reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            for forbidden in
                [" style=\"", "<style", " onclick=", "javascript:", "http://fonts", "undefined"]
            {
                assert!(!reply.body.contains(forbidden), "{path} holds {forbidden}");
            }
        }
    }
}

#[test]
fn the_api_describes_every_page() {
    let desk = Desk::of_example();
    let document = desk.get("/openapi.json").json();
    assert_eq!(document["openapi"], "3.1.0");
    for page in PAGES {
        let path = if page.path == "/" {
            "/changes.json".to_owned()
        } else {
            format!("{}.json", page.path)
        };
        let names: Vec<_> = document["paths"][&path]["get"]["parameters"]
            .as_array()
            .unwrap_or_else(|| panic!("{path} is not described"))
            .iter()
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        assert!(page.asks.iter().all(|asked| names.contains(&asked.name)), "{path}: {names:?}");
    }
}

#[test]
fn a_wrong_question_is_told_what_is_wrong() {
    let desk = Desk::of_example();
    for (path, status) in [
        ("/meetings?colour=red", 400),
        ("/meetings?as_of=May", 400),
        ("/meetings?page=0", 400),
        ("/meetings?page=%FF", 400),
        ("/meetings/m-nothing", 404),
        ("/nowhere", 404),
        ("/documents/..%2F..%2Fetc%2Fpasswd", 404),
        ("/assets/00000000/../../Cargo.toml", 404),
    ] {
        let reply = desk.get(path);
        assert_eq!(reply.status, status, "{path}: {}", reply.body);
        assert!(!reply.body.is_empty(), "{path}");
    }
    let json = desk.get("/meetings.json?as_of=May");
    assert!(json.json()["error"].as_str().is_some_and(|error| error.contains("2023-05-10")));
}

#[test]
fn an_earlier_day_knows_fewer_documents() {
    let desk = Desk::of_example();
    let count = |path: &str| desk.get(path).json()["extent"]["all"].as_u64().unwrap_or_default();
    let (then, now) = (count("/meetings.json?as_of=2023-01-05"), count("/meetings.json"));
    assert!(0 < then && then < now, "{then} then, {now} now");
}
