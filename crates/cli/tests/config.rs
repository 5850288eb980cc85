//! What is configured: who wins, and what is said of what is wrong; the manual, and what shells are told.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// A folder with nothing configured but what a test writes into it.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let path =
            std::env::temp_dir().join(format!("rapporteur-config-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(path.join("home/rapporteur")).unwrap();
        Place(path)
    }

    fn with(self, file: &str, text: &str) -> Place {
        std::fs::write(self.0.join(file), text).unwrap();
        self
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(args).current_dir(&self.0).env("XDG_CONFIG_HOME", self.0.join("home"));
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a key is, and where from.
    fn shown(&self, key: &str) -> (String, String) {
        shown(&self.run(&["config", "show", "--json"]), key)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn shown(output: &Output, key: &str) -> (String, String) {
    let all: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", err(output)));
    let row = all["keys"].as_array().unwrap().iter().find(|row| row["key"] == key).unwrap();
    let words: Vec<&str> =
        row["value"].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    (words.join(" "), row["origin"].as_str().unwrap().to_owned())
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const USER: &str = "home/rapporteur/config.toml";

#[test]
fn the_nearer_wins() {
    let place = Place::new("layers");
    assert_eq!(place.shown("fetch.max-pages"), ("50".into(), "default".into()));
    let place = place.with(USER, "jobs = 3\n[fetch]\nmax-pages = 7\n");
    let (value, origin) = place.shown("fetch.max-pages");
    assert_eq!(value, "7");
    assert!(origin.ends_with("config.toml:3"), "{origin}");
    let place = place.with("rapporteur.toml", "fetch.max-pages = 8\n");
    assert_eq!(place.shown("fetch.max-pages"), ("8".into(), "rapporteur.toml:1".into()));
    assert_eq!(place.shown("jobs").0, "3", "what the project does not set, the user's file does");
    let mut command = place.command(&["config", "show", "--json"]);
    let output = command.env("RAPPORTEUR_FETCH_MAX_PAGES", "9").output().unwrap();
    let variable = "RAPPORTEUR_FETCH_MAX_PAGES".to_owned();
    assert_eq!(shown(&output, "fetch.max-pages"), ("9".into(), variable));
}

#[test]
fn a_flag_wins_over_all_that_is_configured() {
    let place = Place::new("flag").with("rapporteur.toml", "record = \"configured.db\"\n");
    assert!(err(&place.run(&["show"])).contains("no record at configured.db"));
    assert!(err(&place.run(&["show", "--record", "flag.db"])).contains("no record at flag.db"));
    let mut command = place.command(&["show"]);
    let output = command.env("RAPPORTEUR_RECORD", "variable.db").output().unwrap();
    assert!(err(&output).contains("no record at variable.db"));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (text, told) in [
        ("# mine\nrecrd = \"x\"\n", ":2: there is no key `recrd`; did you mean `record`?"),
        (
            "[read]\nlanguage-pack = []\n",
            ":2: there is no key `read.language-pack`; did you mean `read.language-packs`?",
        ),
        ("weather = 1\n", ":1: there is no key `weather`; `rapporteur config show` lists all keys"),
        ("jobs = 0\n", ":1: jobs takes a whole number from 1"),
        ("jobs = \"two\"\n", ":1: jobs takes a whole number from 1"),
        ("color = \"mauve\"\n", ":1: color takes one of \"auto\", \"always\", \"never\""),
        ("\n[export]\nfull-text = \"yes\"\n", ":3: export.full-text takes true or false"),
        ("record = \"a.db\"\nrecord = \"b.db\"\n", ":2: duplicate key"),
        ("jobs = [\n", ":1: "),
    ] {
        let place = Place::new("wrong").with("rapporteur.toml", text);
        for args in [&["show"][..], &["config", "show"]] {
            let output = place.run(args);
            assert_eq!(output.status.code(), Some(2), "{text}");
            assert!(err(&output).contains(&format!("rapporteur.toml{told}")), "{}", err(&output));
        }
        let output = place.run(&["completions", "bash"]);
        assert_eq!(output.status.code(), Some(0), "what needs no configuration works without");
    }
}

#[test]
fn a_variable_that_is_wrong_is_named() {
    let place = Place::new("variable");
    let output = place.command(&["show"]).env("RAPPORTEUR_JOBS", "many").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("RAPPORTEUR_JOBS: jobs takes a whole number"));
}

#[test]
fn paths_of_a_file_start_at_its_folder() {
    let place =
        Place::new("paths").with(USER, "[read]\nlanguage-packs = [\"packs/xx\", \"~/yy\"]\n");
    let output = place.command(&["config", "show", "--json"]).env("HOME", "/home/ada").output();
    let (value, _) = shown(&output.unwrap(), "read.language-packs");
    assert!(value.ends_with("home/rapporteur/packs/xx /home/ada/yy"), "{value}");
}

#[test]
fn a_truth_can_be_taken_back_on_the_command_line() {
    let place = Place::new("truth").with("rapporteur.toml", "export.full-text = true\n");
    let example = "../../examples/moscow-talks/pages/08-barada-press-withdrawal.txt";
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(example);
    place.run(&["read", page.to_str().unwrap()]);
    let holds = |args: &[&str]| out(&place.run(args)).contains("\"texts\": {");
    assert!(holds(&["export", "--format", "json"]));
    assert!(!holds(&["export", "--format", "json", "--full-text=false"]));
    assert!(holds(&["export", "--format", "json", "--full-text"]));
}

#[test]
fn every_shell_is_told_of_every_command() {
    let place = Place::new("shells");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = out(&place.run(&["completions", shell]));
        for command in ["read", "show", "judge", "completions"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(place.run(&["completions", "abacus"]).status.code(), Some(2));
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let place = Place::new("manual");
    assert_eq!(place.run(&["man", "--dir", "pages"]).status.code(), Some(0));
    for page in ["rapporteur.1", "rapporteur-read.1", "rapporteur-judge-same.1"] {
        let text = std::fs::read_to_string(place.0.join("pages").join(page)).unwrap();
        assert!(text.contains(".SH NAME") && text.contains(".SH SYNOPSIS"), "{page}");
    }
    assert!(!place.0.join("pages/rapporteur-help.1").exists());
    assert!(out(&place.run(&["man", "judge", "same"])).contains("rapporteur\\-judge\\-same"));
    assert_eq!(place.run(&["man", "juggle"]).status.code(), Some(2));
}

#[test]
fn quiet_says_nothing_and_colour_is_as_it_is_told() {
    let place = Place::new("quiet");
    let page = "HAVEN, 5 March 2024 — The ministers met in Haven on Monday.";
    std::fs::write(place.0.join("a.txt"), page).unwrap();
    let loud = place.run(&["read", "a.txt", "--color", "always"]);
    assert!(!loud.stderr.is_empty() && out(&loud).contains("\x1b[1m"));
    let quiet = place.run(&["--quiet", "read", "a.txt"]);
    assert!(quiet.stderr.is_empty() && !out(&quiet).contains('\x1b'), "{}", err(&quiet));
    let missing = place.run(&["--quiet", "show", "--record", "none.db"]);
    assert!(err(&missing).starts_with("error: "), "why it failed is always said");
    let forced = place.command(&["show"]).env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(out(&forced).contains("\x1b["));
    let both = [("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")];
    let plain = place.command(&["show"]).envs(both).output().unwrap();
    assert!(!out(&plain).contains('\x1b'));
}
