//! From pages to a record and its exports: the rules' claims, then the model's beside them.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use consult::{Answers, Report, Run, Sources};
use pipeline::{Given, Input, Reader, Tools, read_into};
use record::{ClaimId, Tier};
use serde_json::Value;
use store::Store;
use view::Opened;

use crate::desk::{MODEL, TOOLS, with_key};
use crate::stub::{Stub, completion, statement, statements};

const CANARY: &str = "sk-canary-51c0de";
/// The rules read the first condition; the second is put as no rule expects it.
const PAGE: &str = "Iran says it will not sign unless Turkey pulls out of Syria\n\nTEHRAN, May 3, 2023 (Tarn Wire) - Iran will not sign the \
    document unless Turkey pulls its troops out of Syria, Foreign Minister Hossein Amir-Abdollahian said on Wednesday after the talks.\n\n\
    For Iran a pullout of Turkey's troops from Syria would have to come first and only then a signature, as it was put in the corridors.\n";
const QUOTE: &str =
    "a pullout of Turkey's troops from Syria would have to come first and only then a signature";

/// A file that goes when the test is over.
struct File(PathBuf);

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn file(name: &str) -> File {
    let name = format!("rapporteur-consult-{}-{name}", std::process::id());
    let file = File(std::env::temp_dir().join(name));
    let _ = fs::remove_file(&file.0);
    file
}

fn read(path: &Path) -> Store {
    let mut store = Store::create(path).unwrap();
    let given = Given::default();
    let reader = Reader { tools: &TOOLS, given: &given, jobs: NonZero::<usize>::MIN };
    let page = Input::Held { name: "page.txt".to_owned(), bytes: PAGE.as_bytes().to_vec() };
    read_into(&mut store, &[page], &reader, |_| {}).unwrap();
    store
}

fn consult(store: &mut Store, stub: &Stub, answers: &Path) -> (Report, usize) {
    let endpoint = with_key(&stub.url, CANARY);
    let mut answers = Answers::kept(answers).unwrap();
    let sources = Sources { answers: &mut answers, endpoint: Some(&endpoint) };
    let mut run = Run::new(MODEL, &TOOLS, sources);
    let (claims, problems) = (store.claims().unwrap(), store.problems().unwrap());
    let problems: Vec<_> = problems.into_iter().map(|(_, problem)| problem).collect();
    let mut readings = Vec::new();
    for article in store.articles().unwrap() {
        readings.extend(run.consult(&article, &claims, &problems).unwrap().reading);
    }
    store.add(&readings, "test").unwrap();
    (run.report, readings.len())
}

fn exported(store: &Store) -> Value {
    let opened = Opened::of(store, None, Tools::shipped()).unwrap();
    serde_json::to_value(exporter::whole(&opened.record, &opened.index)).unwrap()
}

fn rules(store: &Store) -> Vec<ClaimId> {
    let claims = store.claims().unwrap().into_iter();
    claims.filter(|claim| claim.tool.tier == Tier::Rule).map(|claim| claim.id).collect()
}

/// Answers on the one sentence that it knows.
fn stub() -> Stub {
    Stub::new(|body| {
        let asked = body["messages"][1]["content"].as_str().unwrap_or_default();
        let parts = [Some("a signature"), Some("a pullout of Turkey's troops from Syria")];
        let known = asked.contains("SENTENCE\nFor Iran");
        completion(&statements(
            &known
                .then(|| statement("condition", "Iran", QUOTE, parts))
                .into_iter()
                .collect::<Vec<_>>(),
        ))
    })
}

#[test]
fn the_model_s_claims_stand_beside_the_rules_and_are_marked() {
    let (record, answers) = (file("marked.db"), file("marked.jsonl"));
    let mut store = read(&record.0);
    let (before, rules_before) = (exported(&store), rules(&store));
    assert!(!before.to_string().contains("read_by"), "rules alone mark nothing");
    let stub = stub();
    let (report, changed) = consult(&mut store, &stub, &answers.0);
    assert_eq!((report.accepted, changed), (1, 1), "{report}");
    assert_eq!(rules(&store), rules_before, "no rule's claim is touched");
    assert!(store.verify().unwrap().mismatches.is_empty(), "every quote stands where its row says");

    let after = exported(&store);
    let marked = |row: &&Value| row["read_by"] == "language-model/stub-1";
    let statements = after["statements"].as_array().unwrap();
    let quotes: Vec<_> = statements.iter().filter(marked).map(|row| &row["quote"]).collect();
    assert_eq!(quotes, [QUOTE]);
    assert_eq!(statements.len(), before["statements"].as_array().unwrap().len() + 1);
    let conditions = after["conditions"].as_array().unwrap();
    assert!(conditions.iter().any(|row| marked(&row)));
    let both = conditions.iter().find(|row| row["claims"].as_array().is_some_and(|c| c.len() == 2));
    assert_eq!(
        both.map(|row| &row["origins"]),
        Some(&1.into()),
        "two tiers on one page are one origin"
    );

    let (again, changed) = consult(&mut store, &stub, &answers.0);
    assert_eq!((again.asked, changed), (0, 0), "{again}");
    assert_eq!(exported(&store), after);
    drop(store);
    for path in [&record.0, &answers.0] {
        let bytes = fs::read(path).unwrap();
        assert!(!bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()));
    }
    assert!(!after.to_string().contains(CANARY));
}
