//! `consult` as it is typed: what it prints, keeps and refuses. Only in builds that have it.

#![cfg(feature = "consult")]

#[allow(dead_code, reason = "shared with tests that use all of it")]
#[path = "../../consult/tests/consult/stub.rs"]
mod stub;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use stub::{Stub, completion, statement, statements};

const CANARY: &str = "sk-canary-90bd2e";

/// A folder with the example's record, that goes when the test is over.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let name = format!("rapporteur-consult-cli-{}-{name}", std::process::id());
        let place = Place(std::env::temp_dir().join(name));
        let _ = fs::remove_dir_all(&place.0);
        fs::create_dir_all(&place.0).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
        let pages = root.join("examples/moscow-talks/pages");
        let output = place.run(&["read", "--quiet", &pages.to_string_lossy()]);
        assert!(output.status.success(), "{}", err(&output));
        place
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(args).current_dir(&self.0).env("XDG_CONFIG_HOME", &self.0);
        command.env("RAPPORTEUR_MODEL_KEY", CANARY).output().unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", err(&output)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Says of the first sentence it sees that Turkey demands it, whatever it is; of half of them rightly.
fn stub() -> Stub {
    Stub::new(|body| {
        let passage = body["messages"][1]["content"].as_str().unwrap_or_default();
        let sentence = passage.split("SENTENCE\n").nth(1).unwrap_or_default();
        let sentence = sentence.split("\nEND\n").next().unwrap_or_default();
        completion(&statements(&[statement("demand", "Turkey", sentence, [None, None])]))
    })
}

#[test]
fn what_it_brings_is_printed_kept_marked_and_repeated_without_a_network() {
    let (place, stub) = (Place::new("whole"), stub());
    let ask = ["consult", "--model", "stub", "--endpoint", &stub.url, "--json"];
    let first = place.json(&ask);
    let accepted = first["accepted"].as_u64().unwrap();
    assert!(accepted > 0 && first["dropped"]["L004"].as_u64() > Some(0), "{first}");
    let again = place.json(&[
        "consult",
        "--model",
        "stub",
        "--recorded",
        "rapporteur.db.answers.jsonl",
        "--json",
    ]);
    assert_eq!((&again["asked"], &again["recorded"]), (&0.into(), &first["asked"]));
    assert_eq!(again["gained"], first["gained"]);

    let marked = |row: &&Value| row["read_by"] == "language-model/stub";
    let export = place.json(&["export", "--format", "json"]);
    let rows = export["statements"].as_array().unwrap().iter().filter(marked);
    let ids: Vec<&str> = rows.filter_map(|row| row["id"].as_str()).collect();
    assert_eq!(ids.len() as u64, accepted);
    let told = place.json(&["explain", ids[0], "--json"]);
    assert!(told.to_string().contains("language-model/stub version 1 (a language model)"), "{told}");
    assert!(place.run(&["verify"]).status.success());
    for entry in fs::read_dir(&place.0).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()));
    }
    assert!(!export.to_string().contains(CANARY));
}

#[test]
fn a_dry_run_sends_nothing_and_needs_no_endpoint() {
    let place = Place::new("dry");
    let output = place.run(&["consult", "--model", "stub", "--dry-run"]);
    assert!(output.status.success(), "{}", err(&output));
    assert!(output.stdout.windows(2).filter(|two| two == b": ").count() > 5);
    assert!(!place.0.join("rapporteur.db.answers.jsonl").exists());
}

#[test]
fn what_makes_no_sense_is_refused_and_what_is_not_there_is_told() {
    let place = Place::new("refused");
    for (args, code, words) in [
        (&["consult", "--model", "m"][..], 2, "--endpoint"),
        (&["consult", "--model", "m", "--endpoint", "ftp://a"], 2, "not an address"),
        (&["consult", "--model", "m", "--endpoint", "http://a.example/v1"], 2, "use https"),
        (&["consult", "--model", "m", "--endpoint", "http://u:p@127.0.0.1/v1"], 2, "environment"),
        (&["consult", "--model", "m", "--recorded", "none.jsonl"], 1, "none.jsonl"),
    ] {
        let output = place.run(args);
        let told = err(&output);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
        assert!(told.contains(words) && !told.contains(CANARY), "{args:?}: {told}");
    }
    let stub = Stub::refusing(401, CANARY);
    let output = place.run(&["consult", "--model", "m", "--endpoint", &stub.url]);
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), err(&output));
    assert_eq!(output.status.code(), Some(3), "{told}");
    assert!(told.contains("RAPPORTEUR_MODEL_KEY") && !told.contains(CANARY), "{told}");
    assert!(place.run(&["show"]).status.success(), "the record goes on without it");
}
