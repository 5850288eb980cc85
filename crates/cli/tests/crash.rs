//! The program is killed while it writes: nothing that a reader has seen is lost, `verify` holds, the next run goes on, and
//! what comes out in the end is what an undisturbed run makes.
//!
//! `RAPPORTEUR_KILLS` says how often; each kind of writing gets its share.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Pages in a file, and files.
const PAGES: usize = 12;
const FILES: usize = 4;

fn kills() -> usize {
    std::env::var("RAPPORTEUR_KILLS").ok().and_then(|many| many.parse().ok()).unwrap_or(50)
}

/// What is under way when the program is killed.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Writing {
    Read,
    Judge,
    Copy,
    ExportFile,
    ExportFolder,
}

impl Writing {
    const ALL: [Writing; 5] = [
        Writing::Read,
        Writing::Judge,
        Writing::Copy,
        Writing::ExportFile,
        Writing::ExportFolder,
    ];

    /// The words of the command; `turn` makes one unlike the other.
    fn words(self, turn: usize) -> Vec<String> {
        let words = match self {
            Writing::Read => format!("read pages/{}.jsonl --record r.db --jobs 1", turn % FILES),
            Writing::Judge => format!(
                "judge reject page-0-{} --record r.db --by Reviewer --why turn-{turn}",
                turn % PAGES
            ),
            Writing::Copy => "copy r.db copy.db".to_owned(),
            Writing::ExportFile => "export --record r.db --format json --output out.json".to_owned(),
            Writing::ExportFolder => "export --record r.db --format csv --output tables".to_owned(),
        };
        words.split(' ').map(str::to_owned).collect()
    }
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        let desk = Desk(tempfile::tempdir().unwrap());
        std::fs::create_dir(desk.path().join("pages")).unwrap();
        for file in 0..FILES {
            let rows: Vec<String> = (0..PAGES).map(|page| row(file, page)).collect();
            std::fs::write(desk.path().join(format!("pages/{file}.jsonl")), rows.join("\n")).unwrap();
        }
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn command(&self, words: &[String]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(words).current_dir(self.path()).env("XDG_CONFIG_HOME", self.path());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn done(&self, words: &str) -> Output {
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        let output = self.command(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
        assert!(output.status.success(), "{words:?}: {output:?}");
        output
    }

    /// The ids of what a reader sees in a record now; nothing if there is none yet.
    fn seen(&self, record: &str) -> BTreeSet<String> {
        let Ok(store) = store::Store::open(self.path().join(record).as_path()) else {
            return BTreeSet::new();
        };
        let articles = store.articles().unwrap_or_default();
        let claims = store.all_claims().unwrap_or_default();
        let judgements = store.judgements().unwrap_or_default();
        let articles = articles.into_iter().map(|article| article.id.0.to_string());
        let claims = claims.into_iter().map(|claim| claim.id.0.to_string());
        articles.chain(claims).chain(judgements.iter().map(|held| held.id().to_string())).collect()
    }

    fn store(&self, record: &str) -> store::Store {
        store::Store::open(self.path().join(record).as_path()).unwrap()
    }
}

fn row(file: usize, page: usize) -> String {
    let (day, other) = (1 + page % 28, 1 + file);
    let text = format!(
        "Foreign Minister Sergei Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara on {day} March 2024. Fidan \
         demanded that convoy number {file}{page} be let through. \"We will send {other} experts next week,\" Lavrov said."
    );
    serde_json::json!({"id": format!("page-{file}-{page}"), "text": text, "published": format!("2024-03-{day:02}")})
        .to_string()
}

/// Lets the program run for a while, or until it begins to change the record, and kills it. True if it had ended before.
fn kill(desk: &Desk, child: &mut Child, chance: &mut Chance, usual: Duration) -> bool {
    let micros = u64::try_from(usual.as_micros()).unwrap_or(u64::MAX);
    let begun = Instant::now();
    if chance.below(2) == 0 {
        let patience = Duration::from_micros(chance.below(micros * 5 / 4));
        std::thread::sleep(patience);
    } else {
        let journals = ["r.db-journal", "copy.db-journal"].map(|name| desk.path().join(name));
        while begun.elapsed() < usual * 2 && !journals.iter().any(|journal| journal.exists()) {
            std::thread::sleep(Duration::from_micros(100));
        }
        std::thread::sleep(Duration::from_micros(chance.below(9_000)));
    }
    let ended = child.try_wait().unwrap().is_some();
    child.kill().unwrap();
    child.wait().unwrap();
    ended
}

/// The files of an export, each as it is.
fn files(at: &Path) -> BTreeMap<String, Vec<u8>> {
    if at.is_file() {
        return BTreeMap::from([(String::new(), std::fs::read(at).unwrap())]);
    }
    let entries = std::fs::read_dir(at).into_iter().flatten().map(|entry| entry.unwrap().path());
    let named = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let shown = entries.filter(|path| !named(path).starts_with('.'));
    shown.map(|path| (named(&path), std::fs::read(&path).unwrap())).collect()
}

/// An export that was broken off: each file is whole, as of now or as of the last time, or not there.
fn check_export(desk: &Desk, writing: Writing, before: &BTreeMap<String, Vec<u8>>, trial: &str) {
    let name = if writing == Writing::ExportFile { "out.json" } else { "tables" };
    let broken_off = files(&desk.path().join(name));
    desk.done(&writing.words(0).join(" "));
    let whole = files(&desk.path().join(name));
    for (name, bytes) in broken_off {
        let is_whole = whole.get(&name) == Some(&bytes) || before.get(&name) == Some(&bytes);
        assert!(is_whole, "{trial}: {name} is torn, {} bytes", bytes.len());
    }
}

#[test]
fn a_killed_program_loses_nothing() {
    let desk = Desk::new();
    desk.done("read pages --record whole.db");
    desk.done("read pages/0.jsonl --record r.db");
    let (mut chance, mut early, mut usual) = (Chance(1), 0, BTreeMap::new());
    let mut known = desk.seen("r.db");
    for turn in 0..kills() {
        let writing = Writing::ALL[turn % Writing::ALL.len()];
        let trial = format!("kill {turn}, {writing:?}");
        let exports = [files(&desk.path().join("out.json")), files(&desk.path().join("tables"))];
        let usual = usual.entry(writing).or_insert_with(|| time(writing));
        let mut child = desk.command(&writing.words(turn / Writing::ALL.len())).spawn().unwrap();
        early += usize::from(!kill(&desk, &mut child, &mut chance, *usual));

        let seen = desk.seen("r.db");
        assert!(seen.is_superset(&known), "{trial}: {} of {} left", seen.len(), known.len());
        known = seen;
        desk.done("verify --record r.db");
        match writing {
            Writing::ExportFile => check_export(&desk, writing, &exports[0], &trial),
            Writing::ExportFolder => check_export(&desk, writing, &exports[1], &trial),
            Writing::Copy if desk.path().join("copy.db").exists() => {
                desk.done("copy r.db copy.db");
                assert!(desk.seen("copy.db") == known, "{trial}: the copy");
                std::fs::remove_file(desk.path().join("copy.db")).unwrap();
            }
            _ => {}
        }
    }
    assert!(early * 2 > kills(), "only {early} of {} were killed before they had ended", kills());
    for file in 0..FILES {
        desk.done(&format!("read pages/{file}.jsonl --record r.db"));
    }
    desk.done("verify --record r.db");
    let (record, whole) = (desk.store("r.db"), desk.store("whole.db"));
    assert_eq!(record.articles().unwrap(), whole.articles().unwrap());
    assert_eq!(record.claims().unwrap(), whole.claims().unwrap());
}

/// How long such a command takes here, on a record of its own.
fn time(writing: Writing) -> Duration {
    let desk = Desk::new();
    desk.done("read pages/1.jsonl pages/0.jsonl --record r.db");
    let begun = Instant::now();
    desk.done(&writing.words(0).join(" "));
    begun.elapsed()
}
