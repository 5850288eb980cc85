//! The key: in the header of a request, and nowhere else.

use std::fs;

use consult::Answers;

use crate::desk::{DEMAND, run, with_key};
use crate::stub::{Stub, completion, http, statement, statements};

const CANARY: &str = "sk-canary-7f3a91";

#[test]
fn the_key_is_in_the_header_and_in_nothing_that_is_kept_or_told() {
    let path = std::env::temp_dir().join(format!("rapporteur-secret-{}.jsonl", std::process::id()));
    let quote = "Turkey must withdraw its troops from northern Syria";
    let good = statements(&[statement("demand", "Iran", quote, [None, None])]);
    let echo = format!("{{\"error\":{{\"message\":\"wrong key {CANARY}\"}}}}");
    for answer in [
        completion(&good),
        completion(&statements(&[statement("demand", CANARY, CANARY, [None, None])])),
        completion(&format!("your key is {CANARY}")),
        http(401, "", echo.as_bytes()),
        http(400, &format!("X-Key: {CANARY}\r\n"), echo.as_bytes()),
        http(503, "", echo.as_bytes()),
        http(302, &format!("Location: /{CANARY}\r\n"), b""),
        http(200, "", echo.as_bytes()),
        format!("HTTP/1.1 200 {CANARY}\r\n{CANARY}\r\n\r\n").into_bytes(),
    ] {
        let _ = fs::remove_file(&path);
        let shown = String::from_utf8_lossy(&answer).into_owned();
        let stub = Stub::new(move |_| answer.clone());
        let mut answers = Answers::kept(&path).unwrap();
        let outcome = run(DEMAND, &[], &mut answers, Some(&with_key(&stub.url, CANARY)));
        assert!(stub.asked()[0].header.contains(&format!("Bearer {CANARY}")));
        assert!(!stub.asked()[0].body.to_string().contains(CANARY));
        let reading = outcome.reading.map(|reading| (reading.claims, reading.problems));
        let told = format!("{reading:?} {:?} {}", outcome.report, outcome.report);
        assert!(!told.contains(CANARY), "{shown}: {told}");
        let kept = fs::read_to_string(&path).unwrap();
        assert!(!kept.contains(CANARY), "{shown}: {kept}");
    }
    fs::remove_file(&path).unwrap();
}

#[test]
fn the_key_does_not_follow_a_redirection() {
    let other = Stub::answering(statements(&[]));
    let to = format!("Location: {}/chat/completions\r\n", other.url);
    let stub = Stub::new(move |_| http(307, &to, b""));
    run(DEMAND, &[], &mut Answers::default(), Some(&with_key(&stub.url, CANARY)));
    assert_eq!((stub.asked().len(), other.asked().len()), (1, 0));
}
