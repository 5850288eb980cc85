//! Endpoints that are not there, refuse, stall or break: the record goes on without them.

use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use consult::{Address, Endpoint, Patience};

use crate::desk::{CONDITION, DEMAND, ask, endpoint, patience};
use crate::stub::{Stub, completion, http, statements};

/// Five passages.
fn five() -> String {
    [DEMAND, CONDITION, DEMAND, CONDITION, DEMAND].join("\n\n")
}

#[test]
fn where_nothing_listens_one_passage_is_asked_and_the_rest_told() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let outcome = ask(&five(), &endpoint(&format!("http://{free}/v1")));
    assert_eq!((outcome.report.asked, outcome.report.unanswered), (1, 5));
    let why = outcome.report.stopped.as_deref().unwrap_or_default();
    assert!(why.contains("is the endpoint running"), "{why}");
    assert_eq!(outcome.codes(), ["L001"], "what was not asked is no problem of the page");
    assert!(outcome.claims().is_empty());
}

#[test]
fn a_refusal_is_told_with_what_to_do_and_not_repeated() {
    for (status, hint) in [
        (401, "RAPPORTEUR_MODEL_KEY"),
        (403, "RAPPORTEUR_MODEL_KEY"),
        (404, "--model"),
        (400, "response_format"),
        (302, "leads elsewhere"),
    ] {
        let stub = Stub::refusing(status, "no");
        let outcome = ask(&five(), &endpoint(&stub.url));
        let why = outcome.report.stopped.unwrap_or_default();
        assert!(why.contains(&status.to_string()) && why.contains(hint), "{status}: {why}");
        assert_eq!(stub.asked().len(), 1, "{status}");
    }
}

#[test]
fn a_busy_endpoint_is_asked_again_a_few_times_and_then_left_alone() {
    let stub = Stub::refusing(503, "busy");
    let outcome = ask(&five(), &endpoint(&stub.url));
    assert_eq!(
        stub.asked().len(),
        3 * (1 + patience().retries as usize),
        "three passages, each three times"
    );
    assert_eq!((outcome.report.asked, outcome.report.unanswered), (3, 5));
    assert_eq!(outcome.codes(), ["L001"; 3]);
}

#[test]
fn a_slow_answer_is_not_waited_for() {
    let stub = Stub::new(|_| {
        thread::sleep(Duration::from_secs(30));
        completion(&statements(&[]))
    });
    let short = Patience { answer: Duration::from_millis(200), retries: 0, ..patience() };
    let outcome = ask(DEMAND, &Endpoint::new(Address::new(&stub.url, None).unwrap(), None, short));
    assert_eq!(outcome.codes(), ["L001"]);
}

#[test]
fn broken_answers_are_told_and_nothing_is_taken_of_them() {
    let cut = completion(&statements(&[]));
    let cut = cut[..cut.len() - 10].to_vec();
    let no_content =
        br#"{"choices":[{"message":{"tool_calls":[{"name":"delete"}],"content":null}}]}"#;
    for (answer, code) in [
        (http(200, "", b"not JSON"), "L001"),
        (http(200, "", b"{}"), "L001"),
        (http(200, "", br#"{"choices":[]}"#), "L001"),
        (http(200, "", no_content), "L001"),
        (http(200, "", &[0xff; 100]), "L001"),
        (http(200, "", &vec![b' '; 300 * 1024]), "L001"),
        (b"SSH-2.0-OpenSSH\r\n".to_vec(), "L001"),
        (Vec::new(), "L001"),
        (cut, "L001"),
        (completion("Certainly! Here are the statements."), "L002"),
        (completion(""), "L002"),
        (completion(&"[".repeat(100_000)), "L002"),
    ] {
        let shown = String::from_utf8_lossy(&answer[..answer.len().min(120)]).into_owned();
        let stub = Stub::new(move |_| answer.clone());
        let outcome = ask(DEMAND, &endpoint(&stub.url));
        assert_eq!(outcome.codes(), [code], "{shown}");
        assert!(outcome.claims().is_empty(), "{shown}");
    }
}
