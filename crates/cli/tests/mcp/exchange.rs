//! An exchange that was recorded over the bundled example, replayed.
//!
//! Each line of `exchange.jsonl` is a note, what the client sends, or what the server answers. The text that repeats an answer for
//! older clients, and the shapes of answers, are left out there: other tests look at them. `cargo xtask book` records it anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::client::Place;

/// Stands for the text that is the answer once more.
const REPEATED: &str = "(the structured content)";

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mcp/exchange.jsonl")
}

#[test]
fn the_recorded_exchange_is_repeated_word_for_word() {
    let is = fs::read_to_string(file()).unwrap();
    let place = Place::of_example("exchange");
    let mut client = place.serve();
    let (mut should, mut ids) = (String::new(), BTreeMap::new());
    for line in is.lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        let mut now = line.to_owned();
        if message.get("client").is_some() {
            now = renamed(line, &ids);
            let message: Value = serde_json::from_str(&now).unwrap();
            client.send(&message["client"]);
        } else if message.get("server").is_some() {
            now = json!({ "server": folded(client.receive()) }).to_string();
            learn(line, &now, &mut ids);
        }
        should.push_str(&format!("{now}\n"));
    }
    assert!(client.close().success(), "it ends when standard input is closed");
    if std::env::var("RAPPORTEUR_BOOK").is_ok_and(|wish| wish == "write") {
        fs::write(file(), should).unwrap();
        return;
    }
    let differing = is.lines().zip(should.lines()).find(|(is, should)| is != should);
    assert!(is == should, "the exchange is old; run `cargo xtask book`: {differing:#?}");
}

/// Without what is there twice, after a look at whether it is the same.
fn folded(mut message: Value) -> Value {
    if let Some(answer) = message.pointer("/result/structuredContent").cloned() {
        let text = message.pointer_mut("/result/content/0/text").expect("a text beside the answer");
        let repeated: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
        assert_eq!(repeated, answer);
        *text = REPEATED.into();
    }
    for tool in
        message.pointer_mut("/result/tools").and_then(Value::as_array_mut).into_iter().flatten()
    {
        tool["outputSchema"] = "…".into();
    }
    message
}

/// Notes which id of a line has become which.
fn learn(old: &str, new: &str, ids: &mut BTreeMap<String, String>) {
    ids.extend(words(old).into_iter().zip(words(new)));
}

fn words(line: &str) -> Vec<String> {
    line.split('"').filter(|word| is_id(word)).map(str::to_owned).collect()
}

fn renamed(line: &str, ids: &BTreeMap<String, String>) -> String {
    let word = |word: &str| ids.get(word).cloned().unwrap_or_else(|| word.to_owned());
    line.split('"').map(word).collect::<Vec<_>>().join("\"")
}

/// `m-1fd2195f`
fn is_id(word: &str) -> bool {
    let digits = word.split_once('-').filter(|(kind, _)| kind.len() == 1).map(|(_, rest)| rest);
    digits.is_some_and(|rest| rest.len() == 8 && rest.chars().all(|c| c.is_ascii_hexdigit()))
}
