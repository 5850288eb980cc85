//! Verdicts, claims and ids as JSON: what is read is written the same.

use record::{Claim, Judgement, standing};
use serde::Serialize;
use serde::de::DeserializeOwned;
use text::{Article, Digest, Problem, When};

use crate::ground::chosen;
use crate::kept;

/// The first byte chooses what is read.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let text = String::from_utf8_lossy(rest);
    match choice % 6 {
        0 => judgement(&text),
        1 => round::<Claim>(&text, |claim| assert!(!claim.shown().words().is_empty())),
        2 => round::<Article>(&text, |_| ()),
        3 => round::<Problem>(&text, |_| ()),
        4 => round::<When>(&text, |when| {
            when.last();
            when.is_day();
        }),
        _ => digest(&text),
    }
}

fn round<T: DeserializeOwned + Serialize + PartialEq>(text: &str, look: fn(&T)) {
    let Ok(read) = serde_json::from_str::<T>(text) else { return };
    look(&read);
    let written = serde_json::to_string(&read).expect("what was read is written");
    let again: T = serde_json::from_str(&written).expect("what was written is read");
    assert!(again == read, "{written} is not what was read");
    assert_eq!(serde_json::to_string(&again).ok(), Some(written));
}

fn judgement(text: &str) {
    round::<Judgement>(text, |judgement| {
        assert_eq!(judgement.id(), judgement.clone().id());
        assert!(standing(std::slice::from_ref(judgement)).count() <= 1);
        let Some(correction) = &judgement.correction else { return };
        for claim in kept::claims() {
            if let Some(read) = correction.applied(claim) {
                assert_eq!((read.id, &read.evidence), (claim.id, &claim.evidence));
            }
        }
    });
}

/// Only what a digest writes is read as one.
fn digest(text: &str) {
    if let Ok(digest) = text.parse::<Digest>() {
        assert_eq!(digest.to_string(), text.to_ascii_lowercase(), "no digest is written so");
    }
}
