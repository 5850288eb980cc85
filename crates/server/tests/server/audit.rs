//! Who changed what is noted, and so is what was refused; tokens never are.

use std::fs;
use std::path::PathBuf;

use server::Settings;

use crate::desk::{Desk, FORM, Holders, form};
use crate::http::send;

fn noted(desk: &Desk, holders: &Holders) -> Vec<serde_json::Value> {
    let page = desk.get_as(&holders.admin, "/audit.json").json();
    assert_eq!(page["broken"], serde_json::json!([]));
    page["entries"].as_array().unwrap().clone()
}

fn first(desk: &Desk, holders: &Holders) -> String {
    let page = desk.get_as(&holders.reader, "/meetings.json").json();
    page["meetings"][0]["id"].as_str().unwrap().to_owned()
}

fn file(desk: &Desk) -> PathBuf {
    desk.record.with_file_name("talks.db.audit.jsonl")
}

#[test]
fn what_was_kept_and_what_was_refused_is_told_with_who_and_from_where() {
    let (desk, holders) = Desk::guarded_example(|settings| settings);
    let id = first(&desk, &holders);
    assert!(!file(&desk).exists(), "looking is not noted");
    let fields = [("id", id.as_str()), ("verdict", "reject"), ("by", "R."), ("why", "a rehearsal")];
    assert_eq!(desk.post_as(&holders.reader, &fields).status, 403);
    assert_eq!(desk.post_as("rap_guess", &fields).status, 401);
    assert_eq!(
        desk.post_as(&holders.reviewer, &[("id", "m-nothing"), ("verdict", "like"), ("by", "R.")])
            .status,
        404
    );
    let before = fs::read(file(&desk)).unwrap();
    assert_eq!(desk.post_as(&holders.reviewer, &fields).status, 303);
    let entries = noted(&desk, &holders);
    let told = |at: usize, field: &str| entries[at][field].as_str().unwrap_or_default().to_owned();
    let who: Vec<_> = (0..entries.len()).map(|at| (told(at, "who"), told(at, "state"))).collect();
    let expected =
        [("review", "kept"), ("review", "refused"), ("nobody", "refused"), ("read", "refused")];
    assert_eq!(who, expected.map(|(who, state)| (who.to_owned(), state.to_owned())));
    assert_eq!(entries[0]["asked"]["id"], id.as_str());
    assert_eq!(entries[0]["asked"]["why"], "a rehearsal");
    assert!(entries.iter().all(|entry| entry["from"] == "127.0.0.1"));
    assert!(fs::read(file(&desk)).unwrap().starts_with(&before), "what was written stays");
    let refused = desk.get_as(&holders.admin, "/audit.json?state=refused").json();
    assert_eq!(refused["extent"]["all"], 3);
    let page = desk.get_as(&holders.admin, "/audit").body;
    assert!(page.contains("a rehearsal") && page.contains("127.0.0.1"));
}

#[test]
fn no_token_is_written_anywhere() {
    let (desk, holders) = Desk::guarded_example(|settings| settings);
    let id = first(&desk, &holders);
    let Holders { reader, reviewer, admin } = &holders;
    let leaks = |why: &str, by: &str| {
        desk.post_as(
            reviewer,
            &[("token", reader), ("id", &id), ("verdict", "accept"), ("why", why), ("by", by)],
        )
        .status
    };
    assert_eq!(leaks(&format!("I am {reviewer}"), "R."), 400);
    assert_eq!(leaks("", reviewer), 400);
    assert_eq!(leaks("nothing to see", "R."), 303);
    let mut all = Vec::new();
    for entry in fs::read_dir(desk.record.parent().unwrap()).unwrap() {
        all.extend(fs::read(entry.unwrap().path()).unwrap());
    }
    for token in [reader, reviewer, admin] {
        let found = all.windows(token.len()).any(|bytes| bytes == token.as_bytes());
        assert!(!found, "a token stands beside the record");
    }
}

#[test]
fn nothing_is_changed_that_cannot_be_noted() {
    let audit = std::env::temp_dir();
    let (desk, holders) = Desk::guarded_example(|settings| Settings { audit, ..settings });
    let id = first(&desk, &holders);
    let fields = [("id", id.as_str()), ("verdict", "reject"), ("by", "R.")];
    assert_eq!(desk.post_as(&holders.reviewer, &fields).status, 500);
    assert_eq!(first(&desk, &holders), id, "it is still there");
}

/// A log that can be opened and not written to: a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn nothing_is_changed_where_the_log_has_no_room() {
    let audit = "/dev/full".into();
    let (desk, holders) = Desk::guarded_example(|settings| Settings { audit, ..settings });
    let id = first(&desk, &holders);
    let fields = [("id", id.as_str()), ("verdict", "reject"), ("by", "R.")];
    assert_eq!(desk.post_as(&holders.reviewer, &fields).status, 500);
    assert_eq!(first(&desk, &holders), id, "it is still there");
}

#[test]
fn where_a_request_comes_from_is_told_by_our_proxy_alone() {
    let from = |proxy: Option<&str>, told: &str| {
        let proxy = proxy.map(|address| address.parse().unwrap());
        let (desk, holders) = Desk::guarded_example(|settings| Settings { proxy, ..settings });
        let (host, bearer) = (desk.address.to_string(), format!("Bearer {}", holders.reader));
        let headers =
            [("Host", host.as_str()), ("Authorization", &bearer), ("X-Forwarded-For", told), FORM];
        let body = form(&[("id", "m-1"), ("verdict", "accept"), ("by", "R.")]);
        assert_eq!(send(desk.address, "POST", "/review", &headers, &body).unwrap().status, 403);
        noted(&desk, &holders)[0]["from"].as_str().unwrap().to_owned()
    };
    assert_eq!(from(None, "192.0.2.7"), "127.0.0.1", "nobody is believed");
    assert_eq!(from(Some("192.0.2.1"), "192.0.2.7"), "127.0.0.1", "another is the proxy");
    assert_eq!(from(Some("127.0.0.1"), "192.0.2.7"), "192.0.2.7");
    assert_eq!(
        from(Some("127.0.0.1"), "10.0.0.1, 192.0.2.7"),
        "192.0.2.7",
        "the last is the proxy's"
    );
    assert_eq!(from(Some("127.0.0.1"), "<script>"), "127.0.0.1");
}
