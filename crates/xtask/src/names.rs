//! `score names`: the annotator's names beside those of sets labelled by hand.
//!
//! A name is right if its bytes and its kind are. Everything is read as running text, a sentence a
//! paragraph, so that a token cut otherwise costs what it costs in use.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use pipeline::Tools;
use text::{Article, EntityKind, EntityMention};

use crate::name_sets::{Name, NameKind, NamedText, read_names};

/// Parts of the names of files from which the shipped model learned: no measure of it.
const LEARNED_FROM: [&str; 2] = ["wikigold", "politics_train"];

/// Names found, wanted and both.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    wanted: usize,
    found: usize,
    right: usize,
}

impl Tally {
    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.wanted + self.found).max(1) as f64
    }

    fn line(self) -> String {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        format!("{:.1} (P {:.1} R {:.1})", self.f1(), share(self.found), share(self.wanted))
    }
}

/// Reads sets of names and prints F1 for each, in all and by kind; with what went wrong, if asked.
pub fn names(sets: &[PathBuf], misses: bool) -> anyhow::Result<()> {
    let tools = Tools::shipped();
    for path in sets {
        let set =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut tallies = [Tally::default(); 3];
        for document in read_names(&set) {
            let found = found(&document, &tools);
            count(&document, &found, &mut tallies);
            if misses {
                tell(&document, &found);
            }
        }
        print(path, tallies);
    }
    Ok(())
}

fn print(path: &Path, tallies: [Tally; 3]) {
    let all = tallies.iter().fold(Tally::default(), |a, t| Tally {
        wanted: a.wanted + t.wanted,
        found: a.found + t.found,
        right: a.right + t.right,
    });
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let learned = LEARNED_FROM.iter().any(|part| name.contains(part));
    let note = if learned { ", learned from" } else { "" };
    let kinds =
        NameKind::ALL.iter().zip(tallies).map(|(kind, t)| format!("{kind:?} {:.1}", t.f1()));
    println!("{name}{note}: F1 {} · {}", all.line(), kinds.collect::<Vec<_>>().join(" "));
}

/// The names that the annotator finds, in order.
fn found(document: &NamedText, tools: &Tools) -> Vec<Name> {
    let article = Article::of_paragraphs(&document.text);
    let (annotated, _) = tools.annotator.annotate(&article, &tools.lexicon);
    let name = |e: &EntityMention| {
        let place = e.span.start() as usize..e.span.end() as usize;
        Name { place, kind: kind(e.kind) }.trimmed(&document.text)
    };
    annotated.entities.iter().map(name).collect()
}

fn kind(kind: EntityKind) -> NameKind {
    match kind {
        EntityKind::Person => NameKind::Person,
        EntityKind::Organization => NameKind::Organization,
        EntityKind::GeopoliticalEntity | EntityKind::Location | EntityKind::Facility => {
            NameKind::Place
        }
    }
}

fn count(document: &NamedText, found: &[Name], tallies: &mut [Tally; 3]) {
    for (kind, tally) in NameKind::ALL.iter().zip(tallies) {
        let of_kind = |names: &[Name]| names.iter().filter(|n| n.kind == *kind).count();
        tally.wanted += of_kind(&document.names);
        tally.found += of_kind(found);
        tally.right +=
            found.iter().filter(|n| n.kind == *kind && document.names.contains(n)).count();
    }
}

/// A line for each name that one side has and the other has not: how it differs, and the words around.
fn tell(document: &NamedText, found: &[Name]) {
    let rival = |name: &Name, others: &[Name]| {
        let overlaps = |o: &&Name| o.place.start < name.place.end && name.place.start < o.place.end;
        others.iter().find(overlaps).cloned()
    };
    for name in document.names.iter().filter(|n| !found.contains(n)) {
        let way = match rival(name, found) {
            None => "missed".to_owned(),
            Some(o) if o.place == name.place => format!("kind {:?}", o.kind),
            Some(o) if o.kind == name.kind => format!("cut {:?}", &document.text[o.place]),
            Some(o) => format!("both {:?} {:?}", o.kind, &document.text[o.place]),
        };
        println!("{}", line(document, name, &way));
    }
    for name in found.iter().filter(|n| rival(n, &document.names).is_none()) {
        println!("{}", line(document, name, "invented"));
    }
}

fn line(document: &NamedText, name: &Name, way: &str) -> String {
    let sentence = document.sentences.iter().find(|s| s.contains(&name.place.start));
    let around = sentence.map_or("", |s| &document.text[s.clone()]);
    let words = &document.text[name.place.clone()];
    format!("{way}\t{:?}\t{words}\t{around}", name.kind)
}
