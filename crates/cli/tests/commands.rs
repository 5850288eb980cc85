//! What every command promises: exit codes, messages, shapes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

/// A folder that goes when the test is over.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let path =
            std::env::temp_dir().join(format!("rapporteur-cli-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Place(path)
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command
            .args(args)
            .current_dir(&self.0)
            .env_remove("COLUMNS")
            .env("XDG_CONFIG_HOME", &self.0)
            .stdin(Stdio::null());
        command
    }

    fn with_stdin(&self, args: &[&str], input: &[u8]) -> Output {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        child.wait_with_output().unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The example's record, made once; tests that write take a copy.
static EXAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let place = Place::new("example");
    assert_eq!(code(&place.run(&["read", &pages(), "--record", "e.db"])), 0);
    std::fs::read(place.0.join("e.db")).unwrap()
});

fn pages() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/moscow-talks/pages");
    folder.to_str().unwrap().to_owned()
}

/// A folder with the example's record in its usual place.
fn example(name: &str) -> Place {
    let place = Place::new(name);
    std::fs::write(place.0.join("rapporteur.db"), &*EXAMPLE).unwrap();
    place
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", err(output)))
}

#[test]
fn bad_usage_is_exit_code_two() {
    let place = example("usage");
    for args in [
        &[][..],
        &["read"],
        &["read", "a.html", "--jobs", "0"],
        &["read", "a.html", "--published", "last Tuesday"],
        &["read", "a.html", "--no-such-flag"],
        &["show", "secrets"],
        &["show", "meetings", "--as-of", "2023-02-30"],
        &["show", "meetings", "--party", "Ruritania"],
        &["show", "meetings", "m-nope"],
        &["diff", "one.db"],
        &["diff"],
        &["export", "--format", "papyrus"],
        &["judge", "same", "a", "b"],
        &["judge", "reject", "m-", "--why", " "],
        &["code", "--jobs", "none"],
        &["serve", "--bind", "nowhere"],
        &["serve", "--host", "desk.example.org", "--record", "a.db"],
        &["serve", "--new-token", "ana=review"],
        &["serve", "--new-token", "ana=owner", "--tokens", "a.tokens"],
        &["config", "forget"],
    ] {
        let output = place.run(args);
        assert_eq!(code(&output), 2, "{args:?}: {}", err(&output));
        assert!(!output.stderr.is_empty(), "{args:?} says nothing");
    }
}

#[test]
fn odd_ids_are_refused_with_a_hint() {
    let place = example("ids");
    for id in ["", "zzz", "m-", "m-00000000000", "' OR 1=1 --", "м-1", "s"] {
        let output = place.run(&["explain", id]);
        assert_eq!(code(&output), 2, "{id:?}: {}", out(&output));
        assert!(err(&output).starts_with("error: "), "{}", err(&output));
    }
}

#[test]
fn a_file_that_is_not_there_is_exit_code_three() {
    let place = Place::new("missing");
    let output = place.run(&["read", "nowhere.html"]);
    assert_eq!(code(&output), 3);
    assert!(err(&output).contains("P001 nowhere.html"), "{}", err(&output));
    assert!(place.0.join("rapporteur.db").exists());
}

#[test]
fn an_empty_page_is_odd_and_no_failure() {
    let place = Place::new("empty");
    let output = place.with_stdin(&["read", "-"], b"");
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("R006"), "{}", err(&output));
    assert!(out(&output).contains("No talks found"), "{}", out(&output));
}

#[test]
fn a_record_that_is_missing_or_none_is_exit_code_one() {
    let place = Place::new("none");
    let output = place.run(&["show", "meetings"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("rapporteur read"), "{}", err(&output));
    std::fs::write(place.0.join("letter.txt"), "Dear all, ".repeat(200)).unwrap();
    for command in
        [&["verify", "--record", "letter.txt"][..], &["read", "-", "--record", "letter.txt"]]
    {
        let output = place.run(command);
        assert_eq!(code(&output), 1);
        assert!(err(&output).contains("letter.txt is not a record"), "{}", err(&output));
    }
    assert!(!place.0.join("rapporteur.db").exists());
}

#[test]
fn every_part_is_shown_in_words_and_in_json() {
    let place = example("parts");
    for part in [
        "meetings",
        "statements",
        "conditions",
        "commitments",
        "positions",
        "timeline",
        "origins",
        "disagreements",
        "actors",
        "documents",
        "problems",
    ] {
        let shown = place.run(&["show", part]);
        assert_eq!(code(&shown), 0, "{part}: {}", err(&shown));
        assert!(!out(&shown).contains('\x1b'), "{part} has escapes in a pipe");
        let rows = json(&place.run(&["show", part, "--json"]));
        assert!(rows.is_array(), "{part}");
    }
}

#[test]
fn the_dossier_names_what_differs_and_leaves_the_words_to_explain() {
    let place = example("dossier");
    let text = out(&place.run(&["show"]));
    let record = json(&place.run(&["export", "--format", "json"]));
    let (_, differing) = text.split_once("Where accounts differ\n").expect("they differ");
    let (differing, _) = differing.split_once("\n\n").unwrap_or((differing, ""));
    assert!(!differing.contains('“'), "{differing}");
    for row in record["disagreements"].as_array().unwrap() {
        assert!(differing.contains(row["id"].as_str().unwrap()), "{differing}");
    }
    for condition in record["conditions"].as_array().unwrap() {
        let times = text.matches(condition["id"].as_str().unwrap()).count();
        assert!(times <= 1, "{text}");
    }
    assert!(!text.contains("troop-withdrawal"), "a key where a title is known: {text}");
}

#[test]
fn a_day_or_a_file_that_is_none_is_refused_with_what_to_do() {
    let place = example("refused");
    let day = place.run(&["show", "--as-of", "yesterday"]);
    assert_eq!(code(&day), 2);
    assert!(err(&day).contains("write it as YYYY-MM-DD"), "{}", err(&day));
    for command in [&["show", "--record", "."][..], &["read", "-", "--record", "."]] {
        let output = place.run(command);
        assert_eq!(code(&output), 1);
        assert!(err(&output).contains(". is a folder; name a record"), "{}", err(&output));
    }
    std::fs::create_dir(place.0.join("bare")).unwrap();
    let bare = place.run(&["read", "bare"]);
    assert_eq!(code(&bare), 0);
    assert!(err(&bare).contains("no files there"), "{}", err(&bare));
}

#[test]
fn pages_fit_the_width() {
    let place = example("width");
    for width in [40_usize, 80] {
        let mut command = place.command(&["show"]);
        let output = command.env("COLUMNS", width.to_string()).output().unwrap();
        let text = out(&output);
        let wide =
            text.lines().find(|line| line.chars().count() > width && line.trim().contains(' '));
        assert_eq!(wide, None);
    }
}

#[test]
fn an_export_is_the_same_twice_and_its_quotes_are_verbatim() {
    let place = example("export");
    let first = place.run(&["export", "--format", "json"]);
    let second = place.run(&["export", "--format", "json", "-o", "r.json"]);
    assert_eq!((code(&first), code(&second)), (0, 0));
    assert_eq!(first.stdout, std::fs::read(place.0.join("r.json")).unwrap());
    let record = json(&first);
    let articles = place.run(&["article", &pages(), "--json"]);
    let texts: std::collections::BTreeMap<String, String> = out(&articles)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|a| (a["id"].as_str().unwrap().to_owned(), a["text"].as_str().unwrap().to_owned()))
        .collect();
    let reports = record["meetings"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|m| m["reports"].as_array().unwrap());
    let statements = record["statements"].as_array().unwrap().iter();
    let mut checked = 0;
    for row in reports.chain(statements) {
        let text = &texts[row["document"].as_str().unwrap()];
        let end = |name: &str| row[name].as_u64().unwrap() as usize;
        assert_eq!(text.get(end("start")..end("end")), row["quote"].as_str());
        checked += 1;
    }
    assert!(checked > 10, "{checked} quotes");
}

#[test]
fn a_second_reading_adds_nothing() {
    let place = example("again");
    let output = place.run(&["read", &pages()]);
    assert!(err(&output).contains("new: 0 articles, 0 claims"), "{}", err(&output));
    assert!(std::fs::read(place.0.join("rapporteur.db")).unwrap() == *EXAMPLE, "the file changed");
}

#[test]
fn every_row_can_be_explained() {
    let place = example("explained");
    let record = json(&place.run(&["export", "--format", "json"]));
    for kind in [
        "meetings",
        "statements",
        "conditions",
        "commitments",
        "disagreements",
        "documents",
        "origins",
    ] {
        for row in record[kind].as_array().unwrap().iter().take(3) {
            let id = row["id"].as_str().unwrap();
            let output = place.run(&["explain", id]);
            assert_eq!(code(&output), 0, "{id}: {}", err(&output));
            let told = out(&output);
            assert!(told.contains(id), "{id}: {told}");
            let quotes = !["documents", "origins"].contains(&kind);
            assert!(told.contains('«') || !quotes, "{id}: {told}");
            let explained = json(&place.run(&["explain", id, "--json"]));
            assert_eq!(format!("{}s", explained["kind"].as_str().unwrap()), kind);
        }
    }
}

#[test]
fn a_rejected_row_is_withdrawn_and_the_diff_says_so() {
    let place = example("rejected");
    let record = json(&place.run(&["export", "--format", "json"]));
    let id = record["statements"][0]["id"].as_str().unwrap();
    let kept = place.run(&["judge", "reject", id, "--why", "a test", "--by", "R. Eviewer"]);
    assert_eq!(code(&kept), 0, "{}", err(&kept));
    assert_eq!(code(&place.run(&["explain", id])), 2, "the row is still there");
    std::fs::write(place.0.join("before.db"), &*EXAMPLE).unwrap();
    let diff = place.run(&["diff", "before.db", "rapporteur.db"]);
    assert!(out(&diff).contains("withdrawn statement"), "{}", out(&diff));
    assert_eq!(code(&place.run(&["verify"])), 0);
}

#[test]
fn a_record_does_not_differ_from_itself() {
    let place = example("itself");
    let diff = place.run(&["diff", "rapporteur.db", "rapporteur.db"]);
    assert_eq!(out(&diff), "no difference\n");
    let since = place.run(&["diff", "--since", "2023-05-01", "--json"]);
    let changes = json(&since);
    let kinds: Vec<_> = changes.as_array().unwrap().iter().map(|c| c["change"].clone()).collect();
    assert!(kinds.contains(&"new".into()), "{changes}");
}

#[test]
fn search_finds_a_word_and_says_where() {
    let place = example("search");
    let output = place.run(&["search", "roadmap"]);
    assert!(out(&output).contains("«roadmap»"), "{}", out(&output));
    assert_eq!(out(&place.run(&["search", "zyzzyva"])), "nothing found\n");
    assert!(json(&place.run(&["search", "\"AND", "(", "--json"])).is_array());
}

#[test]
fn annotations_have_ten_columns() {
    let place = Place::new("conllu");
    let page = b"Envoys met\n\nThe envoys met in Geneva on Monday.";
    let output = place.with_stdin(&["annotate", "-"], page);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let text = out(&output);
    assert!(text.contains("# text = The envoys met in Geneva on Monday."), "{text}");
    for row in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        assert_eq!(row.split('\t').count(), 10, "{row}");
    }
}

#[test]
fn attributions_stand_in_the_rows_own_text() {
    let place = Place::new("attributions");
    let row = r#"{"id": "a", "text": "Café owners met.\nThe envoy said that it rained."}"#;
    for (unit, content) in [("bytes", "[[33,47]]"), ("characters", "[[32,46]]")] {
        let args = ["annotate", "--attributions", "--unit", unit, "-"];
        let output = place.with_stdin(&args, row.as_bytes());
        assert_eq!(code(&output), 0, "{}", err(&output));
        let line = out(&output);
        assert!(line.starts_with(r#"{"id":"a","attributions":[{"source":"#), "{line}");
        assert!(line.contains(&format!(r#""content":{content}"#)), "{line}");
        assert!(line.contains(r#""kind":"speech","manner":"paraphrase""#), "{line}");
    }
}

#[test]
fn annotations_are_as_the_page_shows_them() {
    let file = include_str!("conllu.md");
    let fence = |kind| file.split_once(kind).and_then(|(_, rest)| rest.split_once("\n```"));
    let (text, _) = fence("```text\n").expect("a text");
    let (rows, _) = fence("```conllu\n").expect("rows");
    let place = Place::new("conllu-page");
    let output = place.with_stdin(&["annotate", "-", "--published", "2023-05-12"], text.as_bytes());
    let found = out(&output).replace('\t', " ");
    assert!(found.contains(&format!("\n{rows}\n\n")), "{found}");
}

#[test]
fn annotations_say_how_likely_a_place_stands_for_those_who_act() {
    let place = Place::new("metonymy");
    let page = b"Talks\n\nStockholm rejected the plan. The envoys flew to Stockholm on Monday.";
    let text = out(&place.with_stdin(&["annotate", "-"], page));
    let likely = |row: &str| {
        let misc = row.split('\t').nth(9)?;
        misc.split('|').find_map(|note| note.strip_prefix("Metonymy=")?.parse::<f64>().ok())
    };
    let found: Vec<f64> = text.lines().filter_map(likely).collect();
    assert!(matches!(found[..], [acts, lies] if acts > 0.5 && lies < 0.5), "{text}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = example("pipe");
    let mut child = place
        .command(&["export", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output)), (0, String::new()));
}

#[test]
fn a_place_that_cannot_be_written_is_exit_code_one() {
    let place = example("unwritable");
    let output = place.run(&["export", "--format", "json", "-o", "no/such/folder/r.json"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("no/such/folder/r.json"), "{}", err(&output));
}

#[test]
fn sentences_are_coded_line_by_line() {
    let place = Place::new("code");
    let input = b"{\"id\": 7, \"text\": \"Poland criticised Belarus.\", \"date\": \"2023-09-25\"}\nnot JSON\n\
        {\"id\": \"b\", \"text\": \"It rained.\"}\n";
    let output = place.with_stdin(&["code", "-", "--json"], input);
    assert_eq!(code(&output), 3, "{}", err(&output));
    let rows: Vec<Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 3);
    let event = &rows[0]["events"][0];
    let words = ["source", "target", "cameo", "plover", "quote", "date"].map(|k| event[k].as_str());
    let date = "2023-09-25";
    assert_eq!(words, ["POL", "BLR", "111", "ACCUSE", "Poland criticised Belarus", date].map(Some));
    assert_eq!((&rows[0]["id"], event["start"].as_u64()), (&Value::from(7), Some(0)));
    assert!(rows[1]["problem"].is_string() && rows[1]["events"] == Value::from(Vec::<u8>::new()));
    assert_eq!(rows[2]["events"], Value::from(Vec::<u8>::new()));
}

#[test]
fn actor_phrases_are_answered_line_by_line() {
    let place = Place::new("actor");
    let input = b"{\"id\": 1, \"text\": \"Angela Merkel\", \"date\": \"2017-04-01\"}\nnot JSON\n\
        {\"text\": \"officials\", \"context\": \"In Oslo, officials met.\", \"start\": 9, \"end\": 18}\n\
        {\"text\": \"officials\", \"context\": \"In Oslo, officials met.\", \"start\": 9, \"end\": 999}\n\
        {\"text\": \"the mechanism\"}\n";
    let output = place.with_stdin(&["actor", "-", "--json"], input);
    assert_eq!(code(&output), 3, "{}", err(&output));
    let rows: Vec<Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = |row: &Value| {
        ["country", "sector", "code", "basis"]
            .map(|key| row[key].as_str().unwrap_or("-").to_owned())
    };
    assert_eq!(told(&rows[0]), ["DEU", "GOV", "DEUGOV", "words"]);
    assert_eq!(rows[0]["name"], "Angela Merkel");
    assert!(rows[1]["problem"].is_string() && rows[1]["code"].is_null());
    assert_eq!(told(&rows[2]), ["NOR", "GOV", "NORGOV", "context"]);
    assert_eq!(told(&rows[3]), told(&rows[2]));
    assert_eq!((told(&rows[4]), rows.len()), (["-"; 4].map(str::to_owned), 5));
}

#[test]
fn a_bad_pattern_is_told_with_its_line() {
    let place = Place::new("patterns");
    std::fs::write(place.0.join("own.txt"), "[046]\nhold {nothing}\n").unwrap();
    let output = place.with_stdin(&["code", "-", "--patterns", "own.txt"], b"");
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("own.txt, line 2: no class `{nothing}`"), "{}", err(&output));
}

#[test]
fn layers_are_json_on_request_and_stand_where_they_say() {
    let place = Place::new("layers");
    let page =
        "Berg will sign\n\n“We will sign it,” Anna Berg said. The envoys met in Geneva on Monday.";
    let output = place.with_stdin(&["annotate", "-", "--json"], page.as_bytes());
    let layers: Value = serde_json::from_str(out(&output).lines().next().unwrap()).unwrap();
    for layer in ["sentences", "entities", "times", "quotations"] {
        assert!(!layers[layer].as_array().unwrap().is_empty(), "{layer}: {layers}");
    }
    let tokens = layers["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|s| s["tokens"].as_array().unwrap());
    assert!(tokens.clone().any(|token| token["lemma"] == "sign" && token["upos"] == "VERB"));
    assert!(tokens.clone().any(|token| token["head"] == 0 && token["deprel"] == "root"));
}

#[test]
fn an_export_into_a_file_says_so_in_json() {
    let place = example("said");
    let args = ["export", "--format", "gdelt", "--dyads", "-o", "events.tsv", "--json", "--quiet"];
    let output = place.run(&args);
    let said = json(&output);
    assert_eq!(said["format"], "gdelt");
    assert!(
        said["notes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|note| note.as_str().unwrap().contains("each two sides"))
    );
    assert!(output.stderr.is_empty() && place.0.join("events.tsv").exists());
}

#[cfg(feature = "serve")]
#[test]
fn a_token_is_printed_once_and_kept_as_a_hash() {
    let place = Place::new("tokens");
    let make = |of: &str| place.run(&["serve", "--tokens", "a.tokens", "--new-token", of]);
    let made = make("ana=review");
    assert_eq!(made.status.code(), Some(0));
    let token = String::from_utf8(made.stdout).unwrap().trim().to_owned();
    assert!(token.starts_with("rap_") && token.len() == 68, "{token}");
    let file = std::fs::read_to_string(place.0.join("a.tokens")).unwrap();
    assert!(file.contains("ana review ") && !file.contains(&token), "{file}");
    let again = make("ana=admin");
    assert_eq!(again.status.code(), Some(2), "{}", String::from_utf8_lossy(&again.stderr));
    assert_eq!(make("bo=read").status.code(), Some(0));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(place.0.join("a.tokens")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads it");
    }
}
