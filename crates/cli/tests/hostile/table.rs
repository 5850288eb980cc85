//! Many inputs in one run of the program, each a row of a table: what it is, and what is to come of it.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::job::Place;

/// An input and what is expected of it.
pub struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    articles: usize,
    codes: &'static str,
    words: &'static str,
}

/// An input; how many articles it gives, the codes of what is told of it, in order, and words that stand in those articles, parted by `|`. Words
/// behind `!` must not.
pub fn case(
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    (articles, codes): (usize, &'static str),
    words: &'static str,
) -> Case {
    Case { name, bytes: bytes.into(), articles, codes, words }
}

/// What a record holds of each file.
pub struct Found {
    documents: Vec<Value>,
    problems: Vec<Value>,
    texts: BTreeMap<String, String>,
}

impl Found {
    /// Everything in the record.
    pub fn of(place: &Place) -> Found {
        let whole = place.whole();
        let list = |name: &str| whole[name].as_array().unwrap().clone();
        let texts = whole["texts"].as_object().unwrap().iter();
        let texts = texts.map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned()));
        Found { documents: list("documents"), problems: list("problems"), texts: texts.collect() }
    }

    /// Articles of a file.
    fn articles(&self, path: &str) -> Vec<&Value> {
        let of = |row: &&Value| is_of(row["path"].as_str().unwrap(), path);
        self.documents.iter().filter(of).collect()
    }

    /// What was odd about a file and its articles, each code once.
    fn codes(&self, path: &str) -> String {
        let names: Vec<&Value> = self.articles(path).iter().map(|row| &row["id"]).collect();
        let of = |row: &&Value| {
            names.contains(&&row["document"]) || is_of(row["document"].as_str().unwrap(), path)
        };
        let odd = self.problems.iter().filter(of);
        let mut codes: Vec<_> = odd.map(|row| row["code"].as_str().unwrap()).collect();
        codes.sort();
        codes.dedup();
        codes.join(" ")
    }

    /// All that the articles of a file say: titles, outlets, days, texts.
    fn words(&self, path: &str) -> String {
        let said = |row: &&Value| {
            let name = row["id"].as_str().unwrap();
            let text = self.texts.get(name).map_or("", String::as_str);
            format!("{}\n{}\n{}\n{text}\n", row["title"], row["outlet"], row["published"])
        };
        self.articles(path).iter().map(said).collect()
    }

    /// What is not as the case says.
    fn amiss(&self, case: &Case) -> Vec<String> {
        let path = format!("in/m-{}", case.name);
        let (articles, codes) = (self.articles(&path).len(), self.codes(&path));
        let words = self.words(&path);
        let mut amiss = Vec::new();
        if (articles, codes.as_str()) != (case.articles, case.codes) {
            amiss.push(format!(
                "{}: {articles} articles, {codes:?}, not {}, {:?}",
                case.name, case.articles, case.codes
            ));
        }
        for wanted in case.words.split('|').filter(|words| !words.is_empty()) {
            let (there, wanted) = wanted.strip_prefix('!').map_or((true, wanted), |w| (false, w));
            if words.contains(wanted) != there {
                let begin: String = words.chars().take(400).collect();
                amiss.push(format!("{}: {wanted:?} is there: {}: {begin:?}", case.name, !there));
            }
        }
        amiss
    }
}

/// True for a file and for what is in it.
fn is_of(found: &str, path: &str) -> bool {
    found.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Reads all inputs between the two good pages in one run, which ends as told, and looks at each; then all that comes after.
pub fn together(exit: i32, cases: Vec<Case>) {
    let place = Place::new();
    for case in &cases {
        let path = place.input(&format!("m-{}", case.name));
        assert!(!path.exists(), "{} is there twice", case.name);
        fs::write(path, &case.bytes).unwrap();
    }
    let ended = place.read();
    assert_ne!(ended, -1, "the run did not end by itself: one of the inputs took too much");
    let found = Found::of(&place);
    let mut amiss: Vec<String> = cases.iter().flat_map(|case| found.amiss(case)).collect();
    if ended != exit {
        amiss.push(format!("it ended with {ended}, not {exit}"));
    }
    for good in ["a-good", "z-good"] {
        if found.articles(&format!("in/{good}.html")).len() != 1 {
            amiss.push(format!("{good} is not there"));
        }
    }
    assert!(amiss.is_empty(), "\n{}", amiss.join("\n"));
    place.finish();
}
