//! The book says what the program does: its commands are run, what they print is compared, its pages of
//! reference are made anew, and every field of the JSON is looked for.
//!
//! `cargo xtask book` runs these tests with `RAPPORTEUR_BOOK=write`, and they write what they find instead.

#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Stands for lines that are left out.
const ELISION: &str = "…";

/// A folder with the examples in it, that goes when the test is over.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let path = env::temp_dir().join(format!("rapporteur-book-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        symlink(root().join("examples"), path.join("examples")).unwrap();
        Place(path)
    }

    /// Runs a line as a shell would.
    fn run(&self, line: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_rapporteur")).parent().unwrap();
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([program.to_owned()].into_iter().chain(env::split_paths(&path)));
        let mut shell = Command::new("sh");
        shell.args(["-c", line]).current_dir(&self.0).env("XDG_CONFIG_HOME", &self.0);
        shell.env_remove("COLUMNS").env("LC_ALL", "C.UTF-8").env("PATH", path.unwrap());
        shell.output().unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn book() -> PathBuf {
    root().join("docs/book/src")
}

fn writes() -> bool {
    env::var("RAPPORTEUR_BOOK").is_ok_and(|wish| wish == "write")
}

/// Compares a page with what it should be, or writes it.
fn settle(page: &Path, should: &str) {
    if writes() {
        fs::write(page, should).unwrap();
        return;
    }
    let is = fs::read_to_string(page).unwrap_or_default();
    let differing = is.lines().zip(should.lines()).find(|(is, should)| is != should);
    let lengths = (is.lines().count(), should.lines().count());
    let page = page.display();
    assert!(is == should, "{page} is old; run `cargo xtask book`: {differing:?} {lengths:?}");
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => pages.extend(self::pages(&path)),
            false => pages.push(path),
        }
    }
    pages.sort();
    pages
}

/// The page with what its commands print now. Ids that have changed are changed in later commands too.
fn replayed(page: &str, place: &Place) -> String {
    let mut ids = BTreeMap::new();
    let mut out = String::new();
    let mut lines = page.lines().peekable();
    let mut within = false;
    while let Some(line) = lines.next() {
        within = if line == "```console" { true } else { within && line != "```" };
        let Some(command) = line.strip_prefix("$ ").filter(|_| within) else {
            out.push_str(&format!("{line}\n"));
            continue;
        };
        let command = renamed(command, &ids);
        let mut before = Vec::new();
        while let Some(line) = lines.next_if(|line| *line != "```" && !line.starts_with("$ ")) {
            before.push(line.to_owned());
        }
        let output = place.run(&command);
        let failed = !output.status.success() && output.stdout.is_empty();
        assert!(!failed, "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let now = String::from_utf8(output.stdout).unwrap();
        let now: Vec<String> = now.lines().map(str::to_owned).collect();
        let shown = shown(&before, &now);
        before.iter().zip(&shown).for_each(|(old, new)| learn(old, new, &mut ids));
        out.push_str(&format!("$ {command}\n"));
        shown.iter().for_each(|line| out.push_str(&format!("{line}\n")));
    }
    out
}

/// As many lines of what is printed as stood there before and after the elision, or all if there is none.
fn shown(before: &[String], now: &[String]) -> Vec<String> {
    let Some(head) = before.iter().position(|line| line == ELISION) else { return now.to_vec() };
    let tail = before.len() - head - 1;
    let mut shown: Vec<String> = now.iter().take(head).cloned().collect();
    shown.push(ELISION.to_owned());
    shown.extend(now.iter().skip(now.len().saturating_sub(tail)).cloned());
    shown
}

/// Notes which id of a line has become which.
fn learn(old: &str, new: &str, ids: &mut BTreeMap<String, String>) {
    let known = |line: &str| {
        let words = line.split_whitespace().map(str::to_owned);
        words.filter(|word| is_id(word)).collect::<Vec<_>>()
    };
    ids.extend(known(old).into_iter().zip(known(new)));
}

fn renamed(command: &str, ids: &BTreeMap<String, String>) -> String {
    let word = |word: &str| ids.get(word).cloned().unwrap_or_else(|| word.to_owned());
    command.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// `m-1fd2195f`
fn is_id(word: &str) -> bool {
    let digits = word.split_once('-').filter(|(kind, _)| kind.len() == 1).map(|(_, rest)| rest);
    digits.is_some_and(|rest| rest.len() == 8 && rest.chars().all(|c| c.is_ascii_hexdigit()))
}

#[test]
fn every_command_prints_what_the_book_says() {
    for (at, page) in pages(&book()).iter().enumerate() {
        let text = fs::read_to_string(page).unwrap();
        if text.contains("\n```console\n") {
            settle(page, &replayed(&text, &Place::new(&at.to_string())));
        }
    }
}

#[test]
fn the_reference_is_what_the_program_knows() {
    let place = Place::new("reference");
    let output = place.run("rapporteur man --markdown --dir pages");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for page in pages(&place.0.join("pages")) {
        let should = fs::read_to_string(&page).unwrap();
        settle(&book().join("reference").join(page.file_name().unwrap()), &should);
    }
}

#[test]
fn every_field_of_the_json_is_described() {
    let place = Place::new("fields");
    place.run("rapporteur read examples/moscow-talks/pages");
    let meetings = place.run("rapporteur show meetings --json");
    let meetings: Value = serde_json::from_slice(&meetings.stdout).unwrap();
    let id = meetings[0]["id"].as_str().unwrap();
    let judged =
        place.run(&format!("rapporteur judge correct {id} level other --why tested --by Ada"));
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
    let output = place.run("rapporteur export --format json");
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    let page = fs::read_to_string(book().join("reference/json.md")).unwrap();
    let mut fields = BTreeSet::new();
    walk(&all, "", &mut fields);
    assert!(fields.len() > 200, "the example has rows of nearly all kinds");
    for field in fields {
        assert!(page.contains(&format!("\n| `{field}` | ")), "{field} is not in json.md");
    }
}

fn walk(value: &Value, path: &str, fields: &mut BTreeSet<String>) {
    match value {
        Value::Object(inner) => inner.iter().for_each(|(name, value)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            walk(value, &path, fields);
            fields.insert(path);
        }),
        Value::Array(rows) => rows.iter().for_each(|row| walk(row, &format!("{path}[]"), fields)),
        _ => {}
    }
}

#[test]
fn every_page_is_in_the_summary_and_every_link_leads_somewhere() {
    let summary = fs::read_to_string(book().join("SUMMARY.md")).unwrap();
    for page in pages(&book()) {
        let name = page.strip_prefix(book()).unwrap().to_str().unwrap().to_owned();
        assert!(name == "SUMMARY.md" || summary.contains(&format!("({name})")), "{name}");
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text) {
            let target = page.parent().unwrap().join(link);
            assert!(target.exists(), "{name}: {link} leads nowhere");
        }
    }
}

/// The files that a page links to, without what stands behind `#`.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files = ends.map(|link| link.split('#').next().unwrap_or(link));
    files.filter(|link| !link.is_empty() && !link.contains("://") && !link.contains(' '))
}
