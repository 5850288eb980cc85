//! The whole job on one hostile input between two good pages: read, verify, export, dossier, each a process with little memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::shown;

/// Address space, in KiB, and seconds of CPU: what one process gets. A page that needs more ends the process, and the test.
const LIMITS: &str = "ulimit -v 1500000; ulimit -t 300; exec \"$0\" \"$@\"";

/// One input and what is expected of it.
pub struct Hostile {
    /// Its file.
    pub name: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// How `read` ends.
    pub exit: i32,
    /// Articles that it gives.
    pub articles: usize,
    /// What is told of it, in order of code.
    pub codes: &'static str,
}

/// An input, how `read` ends, how many articles it gives, and the codes of what is told of it.
pub fn hostile(
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    (exit, articles, codes): (i32, usize, &'static str),
) -> Hostile {
    Hostile { name, bytes: bytes.into(), exit, articles, codes }
}

/// A folder with `in`, two good pages in it, and room for something between them.
pub struct Place(TempDir);

impl Place {
    /// With the good pages.
    pub fn new() -> Place {
        let place = Place(tempfile::tempdir().unwrap());
        fs::create_dir(place.input("")).unwrap();
        fs::write(place.input("a-good.html"), good("The Example Courier")).unwrap();
        fs::write(place.input("z-good.html"), good("The Example Gazette")).unwrap();
        place
    }

    /// The folder in which the program runs.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// A path in the folder that is read.
    pub fn input(&self, name: &str) -> PathBuf {
        self.0.path().join("in").join(name)
    }

    /// Runs the program there, within its limits.
    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new("sh");
        command.args(["-c", LIMITS, env!("CARGO_BIN_EXE_rapporteur")]).args(args);
        command.current_dir(self.0.path()).env("XDG_CONFIG_HOME", self.0.path());
        command.stdin(Stdio::null()).output().unwrap()
    }

    /// Reads the folder; how that ends, which must be a way that leaves a record.
    pub fn read(&self) -> i32 {
        let output = self.run(&["read", "in", "--record", "r.db", "--jobs", "1"]);
        shown::on_a_terminal(&output.stdout);
        shown::on_a_terminal(&output.stderr);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(self.folder().join("r.db").exists(), "it ended with {}: {told}", output.status);
        code(&output)
    }

    /// A part of the record, as JSON.
    pub fn show(&self, what: &str) -> Vec<Value> {
        let shown = self.json(&["show", what, "--record", "r.db", "--json"]);
        serde_json::from_value(shown).unwrap()
    }

    /// The names of all documents.
    pub fn documents(&self) -> Vec<String> {
        let name = |row: &Value| row["id"].as_str().unwrap().to_owned();
        self.show("documents").iter().map(name).collect()
    }

    /// What was odd, each code once.
    pub fn codes(&self) -> Vec<String> {
        let code = |row: &Value| row["code"].as_str().unwrap().to_owned();
        let mut codes: Vec<_> = self.show("problems").iter().map(code).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// The whole record with all texts, as JSON.
    pub fn whole(&self) -> Value {
        self.json(&["export", "--format", "json", "--full-text", "--record", "r.db"])
    }

    /// What a command prints, which is JSON and the end of it good.
    fn json(&self, job: &[&str]) -> Value {
        let output = self.run(job);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(code(&output), 0, "{job:?} ended with {}: {told}", output.status);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{job:?}: {error}"))
    }

    /// Runs a command on the record, which must end well and show nothing that commands a terminal.
    pub fn ends_well(&self, job: &[&str]) {
        let (name, rest) = job.split_first().unwrap();
        let output = self.run(&[&[*name, "--record", "r.db"], rest].concat());
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(code(&output), 0, "{job:?}: {told}");
        shown::on_a_terminal(&output.stdout);
        shown::on_a_terminal(&output.stderr);
    }

    /// Everything that comes after reading, each of which must end well, and what is shown: on a terminal, as a page, as
    /// tables.
    pub fn finish(&self) {
        for job in [
            &["verify"][..],
            &["export", "--format", "csv", "--full-text", "--output", "tables"],
            &["export", "--format", "html", "--full-text", "--output", "r.html"],
            &["show"],
            &["show", "documents"],
            &["show", "problems"],
            &["show", "timeline"],
        ] {
            self.ends_well(job);
        }
        shown::as_a_page(&fs::read_to_string(self.folder().join("r.html")).unwrap());
        let tables: Vec<_> = fs::read_dir(self.folder().join("tables")).unwrap().collect();
        assert!(tables.len() > 5, "{tables:?}");
        for table in tables.into_iter().map(|table| table.unwrap().path()) {
            if table.extension().is_some_and(|end| end == "csv") {
                shown::as_a_table(&fs::read_to_string(table).unwrap());
            }
        }
    }
}

/// How a program ended.
fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// A page with meetings in it.
fn good(outlet: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Ministers meet in Moscow</title><meta property='og:site_name' \
         content='{outlet}'><meta property='article:published_time' content='2023-05-10T10:00:00Z'></head><body><article>\
         <h1>Ministers meet in Moscow</h1><p>Turkey's Foreign Minister Mevlut Cavusoglu met Syria's Foreign Minister Faisal \
         Mekdad in Moscow on Wednesday, the Russian Foreign Ministry said.</p><p>\"Turkey must withdraw its troops from \
         Syria,\" Mekdad said after the talks.</p></article></body></html>"
    )
}

/// Runs the whole job on each input.
pub fn whole(inputs: Vec<Hostile>) {
    for input in inputs {
        let place = Place::new();
        fs::write(place.input(&format!("m-{}", input.name)), &input.bytes).unwrap();
        let (exit, documents) = (place.read(), place.documents());
        for good in ["a-good", "z-good"] {
            assert!(
                documents.iter().any(|name| name == good),
                "{}: {good} was not read",
                input.name
            );
        }
        let found = (exit, documents.len() - 2, place.codes().join(" "));
        assert_eq!(found, (input.exit, input.articles, input.codes.to_owned()), "{}", input.name);
        place.finish();
    }
}
