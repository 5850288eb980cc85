//! Who may ask and who may write.

use server::{Reach, Settings, listen};

use crate::desk::{Desk, form};
use crate::http::send;

const KIND: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

#[test]
fn a_name_that_is_not_ours_is_refused() {
    let desk = Desk::of_example();
    let ask =
        |host: &str| send(desk.address, "GET", "/meetings", &[("Host", host)], "").unwrap().status;
    assert_eq!(ask(&desk.address.to_string()), 200);
    assert_eq!(ask("localhost"), 200);
    // A stranger’s name that leads to this machine.
    assert_eq!(ask("rebound.example.org"), 403);
    assert_eq!(ask("127.0.0.1.example.org"), 403);
    assert_eq!(ask("localhost.example.org:80"), 403);
}

#[test]
fn nothing_is_changed_from_elsewhere_or_without_the_token() {
    let desk = Desk::of_example();
    let id = desk.get("/meetings.json").json()["meetings"][0]["id"].as_str().unwrap().to_owned();
    let host = desk.address.to_string();
    let own = format!("http://{host}");
    let with = form(&[("token", &desk.token), ("id", &id), ("verdict", "reject"), ("by", "R.")]);
    let without = form(&[("id", &id), ("verdict", "reject"), ("by", "R.")]);
    let wrong = form(&[("token", "0000"), ("id", &id), ("verdict", "reject"), ("by", "R.")]);
    let bearer = format!("Bearer {}", desk.token);
    let tries: [(&str, &[(&str, &str)], &str, u16); 8] = [
        ("POST", &[("Origin", "http://evil.example")], &with, 403),
        ("POST", &[("Origin", "null")], &with, 403),
        ("POST", &[("Origin", "http://127.0.0.1:1")], &with, 403),
        ("POST", &[("Origin", &own), ("Sec-Fetch-Site", "cross-site")], &with, 403),
        ("POST", &[("Origin", &own)], &without, 403),
        ("POST", &[("Origin", &own)], &wrong, 403),
        ("PUT", &[("Origin", &own)], &with, 405),
        ("DELETE", &[("Authorization", &bearer)], &with, 405),
    ];
    for (method, headers, body, status) in tries {
        let all: Vec<_> =
            [("Host", host.as_str()), KIND].into_iter().chain(headers.iter().copied()).collect();
        let reply = send(desk.address, method, "/review", &all, body).unwrap();
        assert_eq!(reply.status, status, "{method} {headers:?} {body}");
    }
    // Nor by asking for a page.
    let asked = format!("/review?{with}");
    assert_eq!(desk.get(&asked).status, 400);
    let meetings = desk.get("/meetings.json").json();
    assert_eq!(meetings["meetings"][0]["id"], id.as_str(), "nothing was judged");
    // A program with the token may.
    let headers = [("Host", host.as_str()), KIND, ("Authorization", &bearer)];
    assert_eq!(send(desk.address, "POST", "/review", &headers, &without).unwrap().status, 303);
    assert_ne!(desk.get("/meetings.json").json()["meetings"][0]["id"], id.as_str());
}

#[test]
fn beyond_this_machine_nothing_is_shown_without_a_token() {
    let reach = Reach::Hosts(vec!["desk.example.org".to_owned()]);
    let (desk, holders) = Desk::guarded_example(|settings| Settings { reach, ..settings });
    let ask =
        |headers: &[(&str, &str)]| send(desk.address, "GET", "/meetings", headers, "").unwrap();
    let bearer = format!("Bearer {}", holders.reader);
    let nobody = ask(&[("Host", "desk.example.org")]);
    assert_eq!(nobody.status, 401);
    assert!(nobody.header("www-authenticate").is_some_and(|how| how.starts_with("Basic ")));
    assert!(!nobody.body.contains("Moscow"));
    assert_eq!(ask(&[("Host", "desk.example.org"), ("Authorization", "Bearer no")]).status, 401);
    assert_eq!(ask(&[("Host", "localhost"), ("Authorization", &bearer)]).status, 403);
    assert_eq!(ask(&[("Host", "desk.example.org"), ("Authorization", &bearer)]).status, 200);
}

#[test]
fn nobody_is_served_elsewhere_without_tokens() {
    let record = Desk::of(Vec::new(), Reach::Loopback).record;
    let refused = |bind: [u8; 4], reach| {
        let bind = (bind, 0).into();
        listen(Settings { bind, reach, ..Settings::of(&record) }).err().map(|e| e.to_string())
    };
    let names = || Reach::Hosts(vec!["desk.example.org".to_owned()]);
    assert!(refused([0, 0, 0, 0], Reach::Loopback).is_some_and(|why| why.contains("--host")));
    assert!(refused([0, 0, 0, 0], names()).is_some_and(|why| why.contains("--tokens")));
    assert!(refused([127, 0, 0, 1], names()).is_some_and(|why| why.contains("--tokens")));
    assert_eq!(refused([127, 0, 0, 1], Reach::Loopback), None);
}

#[test]
fn a_long_body_is_not_read() {
    let desk = Desk::of_example();
    let long = "x".repeat(300_000);
    let reply =
        desk.post(&[("token", &desk.token), ("id", "m"), ("verdict", "reject"), ("why", &long)]);
    assert_eq!(reply.status, 413);
}
