//! `export`: where files go, and what is said of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with a record of one page, that goes when the test is over.
struct Place(PathBuf);

const PAGE: &str = "The foreign ministers of Turkey and Syria met in Moscow on 10 May 2023.";

impl Place {
    fn new(name: &str) -> Place {
        let name = format!("rapporteur-export-{}-{name}", std::process::id());
        let place = Place(std::env::temp_dir().join(name));
        fs::create_dir_all(&place.0).unwrap();
        fs::write(place.0.join("page.txt"), PAGE).unwrap();
        assert!(place.run(&["read", "page.txt"]).status.success());
        place
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(args).current_dir(&self.0).env("XDG_CONFIG_HOME", &self.0).output().unwrap()
    }

    fn export(&self, format: &str, path: &str) -> PathBuf {
        let run = self.run(&["export", "--format", format, "-o", path]);
        assert!(run.status.success(), "{format}: {}", String::from_utf8_lossy(&run.stderr));
        self.0.join(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn is_archive(path: &Path) -> bool {
    fs::read(path).unwrap().starts_with(b"PK")
}

#[test]
fn several_files_are_a_folder_or_an_archive() {
    let place = Place::new("several");
    let folder = place.export("csv", "tables");
    assert!(fs::read_to_string(folder.join("meetings.csv")).unwrap().contains("Moscow"));
    assert!(folder.join("codebook.csv").is_file());
    assert!(is_archive(&place.export("csv", "tables.zip")));
    let piped = place.run(&["export", "--format", "csv"]);
    assert!(piped.stdout.starts_with(b"PK"));
}

#[test]
fn an_unknown_format_is_answered_by_the_known_ones() {
    let place = Place::new("unknown");
    let run = place.run(&["export", "--format", "cuneiform"]);
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8(run.stderr).unwrap();
    for format in exporter::Format::ALL {
        assert!(said.contains(format.as_str()), "{format}");
    }
}

#[test]
fn the_text_is_written_only_on_request() {
    let place = Place::new("text");
    let short = place.run(&["export", "--format", "jsonl"]).stdout;
    let full = place.run(&["export", "--format", "jsonl", "--full-text"]).stdout;
    assert!(full.len() > short.len());
    assert!(String::from_utf8(full).unwrap().contains("\"table\":\"texts\""));
}

#[test]
fn a_folder_that_is_not_there_is_an_error_of_the_world() {
    let place = Place::new("nowhere");
    let run = place.run(&["export", "--format", "ics", "-o", "no/such/folder.ics"]);
    assert_eq!(run.status.code(), Some(1));
}
