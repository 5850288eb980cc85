//! `walls`: which crate may use which, how long each may grow, and what a stage may not reach for.
//!
//! The table is the one in `docs/architecture.md`. A new arrow is a change to both, reviewed alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use toml::Table;

use crate::tree;

/// A crate, what it may use of the workspace, and how many lines it may have, tests apart.
struct Room {
    name: &'static str,
    uses: &'static [&'static str],
    lines: usize,
    kind: Kind,
}

/// What a crate is for.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    /// Pure: no files, network, environment, clock or changing globals.
    Stage,
    /// Meets the world.
    Door,
}

const ROOMS: [Room; 21] = [
    Room { name: "text", uses: &[], lines: 3_000, kind: Kind::Stage },
    Room { name: "lexicon", uses: &["text"], lines: 3_000, kind: Kind::Stage },
    Room { name: "record", uses: &["text"], lines: 5_000, kind: Kind::Stage },
    Room { name: "dates", uses: &[], lines: 1_500, kind: Kind::Stage },
    Room { name: "capture", uses: &["text"], lines: 3_000, kind: Kind::Stage },
    Room { name: "reader", uses: &["text", "dates", "capture"], lines: 9_000, kind: Kind::Stage },
    Room { name: "annotator", uses: &["text", "lexicon"], lines: 11_500, kind: Kind::Stage },
    Room {
        name: "extractor",
        uses: &["text", "lexicon", "record"],
        // Twelve thousand until the event coder answered for actors alone, and what has become of promises was read; two
        // hundred more since meetings are read that are told from one side, or by the body that sat, and since what is denied
        // is told from what was.
        lines: 14_300,
        kind: Kind::Stage,
    },
    Room {
        name: "resolver",
        uses: &["text", "lexicon", "record"],
        lines: 8_000,
        kind: Kind::Stage,
    },
    Room { name: "exporter", uses: &["text", "record"], lines: 5_000, kind: Kind::Stage },
    Room { name: "store", uses: &["text", "record"], lines: 7_000, kind: Kind::Door },
    Room { name: "queue", uses: &[], lines: 1_000, kind: Kind::Door },
    Room { name: "fetch", uses: &["text"], lines: 2_000, kind: Kind::Door },
    Room {
        name: "pipeline",
        uses: &[
            "text",
            "lexicon",
            "record",
            "reader",
            "annotator",
            "extractor",
            "resolver",
            "store",
        ],
        lines: 3_000,
        kind: Kind::Door,
    },
    Room {
        name: "consult",
        uses: &["text", "lexicon", "record", "pipeline"],
        lines: 1_500,
        kind: Kind::Door,
    },
    Room {
        name: "view",
        uses: &["pipeline", "store", "exporter", "record", "text"],
        lines: 2_000,
        kind: Kind::Door,
    },
    Room {
        name: "server",
        uses: &["view", "pipeline", "store", "exporter", "record", "text"],
        // Eight thousand until it had tokens, limits and an audit log.
        lines: 8_300,
        kind: Kind::Door,
    },
    Room { name: "mcp", uses: &["server", "view", "record"], lines: 1_000, kind: Kind::Door },
    Room {
        name: "cli",
        uses: &[
            "server", "mcp", "view", "consult", "pipeline", "queue", "fetch", "store", "exporter",
            "record", "text",
        ],
        lines: 4_100,
        kind: Kind::Door,
    },
    // A workspace of its own, so that nobody needs Python to build the command.
    Room {
        name: "python",
        uses: &["view", "pipeline", "store", "exporter", "record", "text"],
        // Two thousand until the articles of an archive were compared in steps, each an Arrow table in and one out.
        lines: 2_400,
        kind: Kind::Door,
    },
    Room {
        name: "xtask",
        uses: &["text", "lexicon", "record", "reader", "annotator", "resolver", "pipeline"],
        // The chores, the invented world that the resolver is measured on, the soak, the book and the release.
        lines: 3_300,
        kind: Kind::Door,
    },
];

/// What a stage may not name outside its tests.
const OUTSIDE: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "SystemTime",
    "Instant::now",
    "thread_local!",
    "static mut",
];

/// Prints each crate's length; fails with a list of all breaches.
pub fn run() -> anyhow::Result<()> {
    let root = tree::root();
    let mut breaches = strangers(&root.join("crates"))?;
    for room in &ROOMS {
        let folder = folder(&root, room.name);
        breaches.extend(arrows(room, &folder)?);
        breaches.extend(length(room, &folder)?);
        if room.kind == Kind::Stage {
            breaches.extend(reaches(room, &folder)?);
        }
    }
    if !breaches.is_empty() {
        bail!("walls:\n  {}", breaches.join("\n  "));
    }
    println!("walls: all stand");
    Ok(())
}

/// Where a crate is.
fn folder(root: &Path, name: &str) -> PathBuf {
    match name {
        "python" => root.join(name),
        _ => root.join("crates").join(name),
    }
}

/// Crates that the table does not know.
fn strangers(crates: &Path) -> anyhow::Result<Vec<String>> {
    let mut strangers = Vec::new();
    for entry in fs::read_dir(crates)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if ROOMS.iter().all(|room| room.name != name) {
            strangers.push(format!("{name}: not in the table; add it with what it may use"));
        }
    }
    Ok(strangers)
}

/// Dependencies within the workspace that the table does not allow. Those of tests are free.
fn arrows(room: &Room, folder: &Path) -> anyhow::Result<Vec<String>> {
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)
        .with_context(|| format!("cannot read {}", manifest.display()))?;
    let manifest: Table = text.parse()?;
    let own: BTreeSet<&str> = ROOMS.iter().map(|room| room.name).collect();
    let sections = ["dependencies", "build-dependencies"];
    let used = sections.iter().filter_map(|name| manifest.get(*name)?.as_table());
    let used = used.flat_map(|section| section.keys());
    let forbidden = used.filter(|name| own.contains(name.as_str()));
    let forbidden = forbidden.filter(|name| !room.uses.contains(&name.as_str()));
    Ok(forbidden.map(|name| format!("{}: may not use {name}", room.name)).collect())
}

fn length(room: &Room, folder: &Path) -> anyhow::Result<Option<String>> {
    let mut lines = 0;
    for source in sources(folder)? {
        lines += source.1.lines().count();
    }
    println!("{:10} {lines:6} of {:6} lines", room.name, room.lines);
    let over = lines > room.lines;
    Ok(over.then(|| format!("{}: {lines} lines, at most {} are allowed", room.name, room.lines)))
}

fn reaches(room: &Room, folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for (path, code) in sources(folder)? {
        for word in OUTSIDE.iter().filter(|word| code.contains(**word)) {
            found.push(format!(
                "{}: {path} names {word}; a stage is given what it needs",
                room.name
            ));
        }
    }
    Ok(found)
}

/// Each source file's path and code: without its tests, files of tests, and comments.
fn sources(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut sources = Vec::new();
    let mut tests = BTreeSet::new();
    for path in tree::files(&folder.join("src")) {
        if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path)?;
            tests.extend(test_files(&path, &text));
            sources.push((path, text));
        }
    }
    sources.retain(|(path, _)| !tests.contains(path));
    let told =
        |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
    Ok(sources.iter().map(|(path, text)| (told(path), code(text))).collect())
}

const TESTS: &str = "#[cfg(test)]\nmod ";

/// The files of modules that are compiled for tests alone.
fn test_files(path: &Path, text: &str) -> Vec<PathBuf> {
    let is_folder = path.file_stem().is_some_and(|stem| stem == "mod" || stem == "lib");
    let folder = if is_folder { path.with_file_name("") } else { path.with_extension("") };
    let named = text.split(TESTS).skip(1).filter_map(|rest| rest.split_once(';'));
    let names = named.map(|(name, _)| name).filter(|name| !name.contains(char::is_whitespace));
    names.map(|name| folder.join(name).with_extension("rs")).collect()
}

/// What stands before the tests, without comments.
fn code(text: &str) -> String {
    let is_tests = |at: &usize| text[*at..].split('\n').nth(1).is_some_and(|l| l.ends_with('{'));
    let past = text.match_indices(TESTS).map(|(at, _)| at).find(is_tests).unwrap_or(text.len());
    let lines = text[..past].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_point_down() {
        for (at, room) in ROOMS.iter().enumerate() {
            for used in room.uses {
                let below = ROOMS[..at].iter().any(|lower| lower.name == *used);
                assert!(below, "{} uses {used}, which does not stand below it", room.name);
            }
        }
    }

    #[test]
    fn a_forbidden_arrow_is_found() {
        let place = tree::scratch("walls").unwrap();
        let manifest = "[dependencies]\nstore.workspace = true\ntext.workspace = true\n\n\
            [dev-dependencies]\npipeline.workspace = true\n";
        fs::write(place.join("Cargo.toml"), manifest).unwrap();
        let room = ROOMS.iter().find(|room| room.name == "resolver").unwrap();
        assert_eq!(arrows(room, &place).unwrap(), ["resolver: may not use store"]);
        fs::remove_dir_all(place).unwrap();
    }
}
