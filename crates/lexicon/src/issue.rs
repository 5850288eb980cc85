//! What is bargained over, and the words for it.

use std::collections::HashMap;

use serde::Deserialize;

/// An issue.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Issue {
    /// As records name it: `troop-withdrawal`.
    pub id: String,
    /// For people: "Withdrawal of troops".
    pub title: String,
    /// In lemmas. `/` stands between words that do alike, `..` for up to four words of any kind.
    pub phrases: Vec<String>,
}

/// An issue found in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct IssueHit<'a> {
    /// Its id.
    pub issue: &'a str,
    /// First lemma.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// All issues, with their phrases by first word.
pub struct Issues {
    issues: Vec<Issue>,
    by_first_word: HashMap<String, Vec<Phrase>>,
}

struct Phrase {
    issue: usize,
    /// What follows the first word.
    rest: Vec<Step>,
}

enum Step {
    /// One of these.
    Word(Vec<String>),
    /// Anything, a little.
    Gap,
}

/// How many words `..` may stand for: "withdraw all of its remaining troops".
const GAP: usize = 4;

const TABLE: &str = include_str!("../data/issues.toml");

#[derive(Deserialize)]
struct Table {
    issue: Vec<Issue>,
}

impl Issues {
    pub(crate) fn shipped() -> Issues {
        let issues = toml::from_str::<Table>(TABLE).map(|table| table.issue).unwrap_or_default();
        let mut by_first_word: HashMap<String, Vec<Phrase>> = HashMap::new();
        for (issue, words) in phrases(&issues) {
            let mut steps = words.split(' ').map(Step::parse);
            let Some(Step::Word(first)) = steps.next() else { continue };
            let rest: Vec<Step> = steps.collect();
            for word in first {
                let rest = rest.iter().map(Step::copy).collect();
                by_first_word.entry(word).or_default().push(Phrase { issue, rest });
            }
        }
        Issues { issues, by_first_word }
    }

    /// All issues, in the order of the table.
    pub fn all(&self) -> &[Issue] {
        &self.issues
    }

    /// The issue of that id.
    pub fn get(&self, id: &str) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }

    /// Where issues are named, in text order; of hits of one issue that overlap, the first and longest.
    pub fn find(&self, lemmas: &[&str]) -> Vec<IssueHit<'_>> {
        let lower: Vec<String> = lemmas.iter().map(|lemma| lemma.to_lowercase()).collect();
        let mut hits: Vec<IssueHit> = Vec::new();
        for start in 0..lower.len() {
            let mut here = self.starting_at(&lower, start);
            here.sort_by(|a, b| (b.end, a.issue).cmp(&(a.end, b.issue)));
            for hit in here {
                if !hits.iter().any(|h| h.issue == hit.issue && h.end > hit.start) {
                    hits.push(hit);
                }
            }
        }
        hits
    }

    fn starting_at(&self, lemmas: &[String], start: usize) -> Vec<IssueHit<'_>> {
        let first = lemmas.get(start).and_then(|lemma| self.by_first_word.get(lemma));
        let hit = |phrase: &Phrase| {
            let end = end_of(&phrase.rest, lemmas, start + 1)?;
            Some(IssueHit { issue: self.issues.get(phrase.issue)?.id.as_str(), start, end })
        };
        first.into_iter().flatten().filter_map(hit).collect()
    }
}

impl Step {
    fn parse(word: &str) -> Step {
        match word {
            ".." => Step::Gap,
            word => Step::Word(word.split('/').map(str::to_owned).collect()),
        }
    }

    fn copy(&self) -> Step {
        match self {
            Step::Gap => Step::Gap,
            Step::Word(words) => Step::Word(words.clone()),
        }
    }
}

fn phrases(issues: &[Issue]) -> impl Iterator<Item = (usize, &str)> {
    let numbered = issues.iter().enumerate();
    numbered.flat_map(|(n, issue)| issue.phrases.iter().map(move |phrase| (n, phrase.as_str())))
}

/// Where the steps end if they lead from `at`; a gap is as short as it can be.
fn end_of(steps: &[Step], lemmas: &[String], at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::Word(words) => {
            let lemma = lemmas.get(at)?;
            words.contains(lemma).then(|| end_of(rest, lemmas, at + 1)).flatten()
        }
        Step::Gap => (at..=at + GAP).find_map(|next| end_of(rest, lemmas, next)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn found(text: &str) -> Vec<(String, usize, usize)> {
        let lemmas: Vec<&str> = text.split(' ').collect();
        let issues = Issues::shipped();
        issues.find(&lemmas).iter().map(|h| (h.issue.to_owned(), h.start, h.end)).collect()
    }

    #[test]
    fn the_table_parses_and_no_phrase_has_two_issues() {
        let table: Table = toml::from_str(TABLE).unwrap();
        let ids: HashSet<_> = table.issue.iter().map(|i| &i.id).collect();
        assert_eq!(ids.len(), table.issue.len());
        let mut seen = HashSet::new();
        for (_, phrase) in phrases(&table.issue) {
            assert!(seen.insert(phrase), "{phrase} stands twice");
            assert!(!phrase.starts_with("..") && !phrase.ends_with("..") && !phrase.contains("  "));
            assert_eq!(phrase.to_lowercase(), *phrase);
        }
    }

    #[test]
    fn every_phrase_finds_its_issue() {
        let issues = Issues::shipped();
        for (n, phrase) in phrases(&issues.issues) {
            let words = phrase.split(' ').map(|step| step.split('/').next().unwrap_or(step));
            let words: Vec<&str> = words.map(|w| if w == ".." { "the" } else { w }).collect();
            let hits = issues.find(&words);
            assert!(hits.iter().any(|hit| hit.issue == issues.issues[n].id), "{phrase}");
        }
    }

    #[test]
    fn a_gap_is_bridged_but_not_a_sentence() {
        let hit = ("troop-withdrawal".to_owned(), 0, 5);
        assert_eq!(found("withdraw all of its troop from the north"), [hit]);
        assert!(found("withdraw the motion that had been put forward by a troop").is_empty());
    }
}
