//! A person’s verdicts: they change the record, survive a reading, and can be taken back.

use serde_json::Value;

use crate::desk::{Desk, read};

fn meetings(desk: &Desk) -> Vec<String> {
    let page = desk.get("/meetings.json").json();
    let ids = page["meetings"].as_array().cloned().unwrap_or_default();
    ids.iter().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect()
}

fn judge(desk: &Desk, fields: &[(&str, &str)]) {
    let all: Vec<_> =
        [("token", desk.token.as_str())].into_iter().chain(fields.iter().copied()).collect();
    let reply = desk.post(&all);
    assert_eq!(reply.status, 303, "{}", reply.body);
}

#[test]
fn a_rejection_changes_the_record_survives_a_reading_and_can_be_taken_back() {
    let desk = Desk::of_example();
    let before = meetings(&desk);
    let first = before[0].clone();
    judge(&desk, &[("id", &first), ("verdict", "reject"), ("by", "R."), ("why", "a rehearsal")]);
    let after = meetings(&desk);
    assert_eq!(after.len(), before.len() - 1);
    read(
        &desk.record,
        vec![("later.txt".to_owned(), b"Nothing of note happened on Tuesday.".to_vec())],
    );
    assert_eq!(meetings(&desk), after, "a reading leaves it as it is");
    let held = desk.get("/review.json?coder=R.").json();
    let claims: Vec<&str> =
        held["recent"].as_array().unwrap().iter().filter_map(|v| v["claim"].as_str()).collect();
    assert!(!claims.is_empty());
    claims
        .iter()
        .for_each(|claim| judge(&desk, &[("id", claim), ("verdict", "withdraw"), ("by", "R.")]));
    assert_eq!(meetings(&desk), before);
}

#[test]
fn a_correction_is_shown_and_a_wrong_one_refused() {
    let desk = Desk::of_example();
    let row = |desk: &Desk, field: &str| -> Value {
        desk.get("/meetings.json").json()["meetings"][0][field].clone()
    };
    let id = row(&desk, "id").as_str().unwrap().to_owned();
    let sent = [
        ("id", id.as_str()),
        ("verdict", "correct"),
        ("field", "city"),
        ("value", "Kazan"),
        ("by", "R."),
    ];
    judge(&desk, &sent);
    assert_eq!(row(&desk, "place"), "Kazan");
    let wrong = [
        ("token", desk.token.as_str()),
        ("id", &id),
        ("verdict", "correct"),
        ("field", "status"),
        ("value", "perhaps"),
        ("by", "R."),
    ];
    assert_eq!(desk.post(&wrong).status, 400);
    judge(&desk, &[("id", &id), ("verdict", "withdraw"), ("by", "R.")]);
    assert_ne!(row(&desk, "place"), "Kazan");
}

#[test]
fn a_second_coder_is_blind_to_the_first_until_they_have_judged() {
    let desk = Desk::of_example();
    let id = meetings(&desk)[0].clone();
    judge(
        &desk,
        &[
            ("id", &id),
            ("verdict", "accept"),
            ("by", "First Coder"),
            ("why", "a reason that would sway"),
        ],
    );
    let card = |coder: &str| desk.get(&format!("/review?coder={coder}&row={id}")).body;
    assert!(!card("Second").contains("a reason that would sway"));
    judge(&desk, &[("id", &id), ("verdict", "reject"), ("by", "Third")]);
    judge(&desk, &[("id", &id), ("verdict", "withdraw"), ("by", "Third")]);
    judge(&desk, &[("id", &id), ("verdict", "accept"), ("by", "Second")]);
    assert!(card("Second").contains("a reason that would sway"));
    let agreement = desk.get("/review.json?coder=Second").json()["agreement"].clone();
    assert_eq!(agreement[0]["both"], agreement[0]["same"]);
}

#[test]
fn two_rows_become_one_and_two_again() {
    let desk = Desk::of_example();
    let before = meetings(&desk);
    judge(&desk, &[("id", &before[0]), ("other", &before[1]), ("verdict", "same"), ("by", "R.")]);
    assert_eq!(meetings(&desk).len(), before.len() - 1);
    let joined = meetings(&desk)[0].clone();
    judge(&desk, &[("id", &joined), ("verdict", "withdraw"), ("by", "R.")]);
    assert_eq!(meetings(&desk), before);
}

#[test]
fn a_verdict_without_a_name_or_on_nothing_is_refused() {
    let desk = Desk::of_example();
    let id = meetings(&desk)[0].clone();
    let token = desk.token.clone();
    assert_eq!(
        desk.post(&[("token", &token), ("id", &id), ("verdict", "reject"), ("by", " ")]).status,
        400
    );
    assert_eq!(
        desk.post(&[("token", &token), ("id", "m-none"), ("verdict", "reject"), ("by", "R.")])
            .status,
        404
    );
    assert_eq!(
        desk.post(&[("token", &token), ("id", &id), ("verdict", "like"), ("by", "R.")]).status,
        400
    );
}
