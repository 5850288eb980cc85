//! A team's record: several readers of one queue, some of them killed, and nothing lost or twice.
//!
//! `RAPPORTEUR_POSTGRES` names the server; without it these tests say that they are skipped.
//! `RAPPORTEUR_SOAK` makes them long: the number of pages, and one reader is killed each minute.
#![cfg(feature = "postgres")]

#[path = "../../store/tests/server/mod.rs"]
mod server;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use server::Database;

/// Readers at work at any time.
const READERS: usize = 4;

/// Pages, and how often one reader is killed.
struct Trial {
    pages: usize,
    each: Duration,
}

impl Trial {
    fn chosen() -> Trial {
        match std::env::var("RAPPORTEUR_SOAK").ok().and_then(|pages| pages.parse().ok()) {
            Some(pages) => Trial { pages, each: Duration::from_secs(60) },
            None => Trial { pages: 240, each: Duration::from_millis(1500) },
        }
    }
}

fn address(place: &Database) -> String {
    place.address().to_str().unwrap().to_owned()
}

fn count(place: &Database, sql: &str) -> i64 {
    place.client().query_one(sql, &[]).unwrap().get(0)
}

fn rapporteur(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(args).current_dir(folder).env("XDG_CONFIG_HOME", folder).stdin(Stdio::null());
    command
}

fn done(folder: &Path, args: &[&str]) -> Output {
    let output = rapporteur(folder, args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    output
}

/// Pages that differ, and each of which says something; every tenth file holds several.
fn pages(folder: &Path, many: usize) {
    let places = ["Tamar", "Ostrava", "Belisk", "Corvane", "Lunt"];
    let report = |n: usize| {
        let (place, day) = (places[n % places.len()], 1 + n % 28);
        format!(
            "Foreign Minister Sergei Lavrov met Turkish Foreign Minister Hakan Fidan in {place} on \
             {day} March 2024. Fidan demanded that convoy number {n} be let through. \"We will send \
             experts to {place} next week,\" Lavrov said."
        )
    };
    std::fs::create_dir(folder).unwrap();
    for n in 0..many {
        let row = |n: usize| {
            serde_json::json!({"id": format!("page-{n}"), "text": report(n),
            "published": format!("2024-03-{:02}", 1 + n % 28)})
            .to_string()
        };
        let rows: Vec<String> = match n % 10 {
            0 => (0..20).map(|more| row(1000 + n * 100 + more)).collect(),
            _ => vec![row(n)],
        };
        std::fs::write(folder.join(format!("{n}.jsonl")), rows.join("\n")).unwrap();
    }
}

fn reader(folder: &Path, address: &str) -> Child {
    let args = ["queue", "work", "--record", address, "--jobs", "1", "--until-empty"];
    rapporteur(folder, &args).stderr(Stdio::null()).spawn().unwrap()
}

/// Keeps so many readers at work, kills one at each turn of the clock, and returns how many were
/// killed before all ended by themselves.
fn keep_reading(folder: &Path, address: &str, trial: &Trial) -> usize {
    let mut readers: Vec<Child> = (0..READERS).map(|_| reader(folder, address)).collect();
    let (mut killed, mut last) = (0, Instant::now());
    while !readers.is_empty() {
        std::thread::sleep(Duration::from_millis(50));
        readers.retain_mut(|reader| match reader.try_wait().unwrap() {
            Some(status) => {
                assert!(status.success(), "a reader ended with {status}");
                false
            }
            None => true,
        });
        if last.elapsed() >= trial.each && readers.len() == READERS {
            let mut victim = readers.remove(killed % READERS);
            victim.kill().unwrap();
            victim.wait().unwrap();
            killed += 1;
            readers.push(reader(folder, address));
            last = Instant::now();
        }
    }
    killed
}

#[test]
fn readers_that_are_killed_lose_nothing_and_add_nothing_twice() {
    let Some(place) = Database::new("queue") else { return };
    let folder = tempfile::tempdir().unwrap();
    let trial = Trial::chosen();
    let pages_folder: PathBuf = folder.path().join("pages");
    pages(&pages_folder, trial.pages);
    let address = address(&place);
    done(folder.path(), &["queue", "add", "pages", "--record", &address]);
    let killed = keep_reading(folder.path(), &address, &trial);
    assert!(killed > 0, "no reader lived long enough to be killed");
    let state = done(folder.path(), &["queue", "show", "--record", &address, "--json"]);
    let state: serde_json::Value = serde_json::from_slice(&state.stdout).unwrap();
    assert_eq!(state, serde_json::json!({"waiting": 0, "taken": 0, "aside": 0}));
    let alone = folder.path().join("alone.db");
    let alone = alone.to_str().unwrap();
    done(folder.path(), &["read", pages_folder.to_str().unwrap(), "--record", alone, "--quiet"]);
    let export = |record: &str| {
        done(folder.path(), &["export", "--format", "json", "--record", record]).stdout
    };
    assert!(export(&address) == export(alone), "the team's record is another than that of one");
    let (articles, readings) = (
        count(&place, "SELECT count(*) FROM articles"),
        count(&place, "SELECT count(*) FROM readings"),
    );
    assert_eq!(articles, readings, "a page was read twice");
    eprintln!("{articles} pages, {killed} readers killed, nothing lost and nothing twice");
    done(folder.path(), &["verify", "--record", &address]);
}

#[test]
fn a_record_goes_to_a_server_and_back_the_same() {
    let Some(place) = Database::new("copy") else { return };
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/moscow-talks/pages");
    let example = example.to_str().unwrap();
    done(folder.path(), &["read", example, "--record", "a.db", "--quiet"]);
    let address = address(&place);
    done(folder.path(), &["copy", "a.db", &address]);
    done(folder.path(), &["copy", &address, "b.db"]);
    let shown = |record: &str, args: &[&str]| {
        let args = [args, &["--record", record]].concat();
        done(folder.path(), &args).stdout
    };
    for args in [
        &["export", "--format", "json"] as &[&str],
        &["show", "meetings"],
        &["verify", "--json"],
        &["show", "problems"],
    ] {
        let there = shown(&address, args);
        assert!(shown("a.db", args) == there && shown("b.db", args) == there, "{args:?}");
    }
    let found = shown(&address, &["search", "roadmap"]);
    assert!(!found.is_empty());
}
