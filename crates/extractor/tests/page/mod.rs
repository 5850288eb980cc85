//! Case files: `##` headings, what the page says of itself, a passage in a fence, the claims in it.

use text::{Article, BlockKind};

use crate::article::{self, Page};

/// One passage and the claims that are to be read from it.
#[derive(Debug)]
pub struct Case {
    /// Why it is hard.
    pub title: String,
    /// What the page says of itself.
    pub page: Page,
    /// The passage, block by block.
    pub blocks: Vec<(BlockKind, String)>,
    /// Why the expected answer is not the right one, if it is not.
    pub wrong: Option<String>,
    /// Other claims may stand beside the expected ones.
    pub at_least: bool,
    /// The expected claims, in the notation of `cases/README.md`.
    pub expected: Vec<String>,
}

impl Case {
    /// The passage as an article.
    pub fn article(&self) -> Article {
        article::article(&self.page, &self.blocks)
    }
}

/// The cases of a file.
pub fn cases(file: &str) -> Vec<Case> {
    file.split("\n## ").skip(1).map(case).collect()
}

fn case(section: &str) -> Case {
    let (title, rest) = section.split_once('\n').unwrap_or((section, ""));
    let (before, rest) =
        rest.split_once("```text\n").unwrap_or_else(|| panic!("{title}: no passage"));
    let (passage, after) =
        rest.split_once("\n```").unwrap_or_else(|| panic!("{title}: open fence"));
    let mut case = Case {
        title: title.to_owned(),
        page: Page::default(),
        blocks: passage.split("\n\n").map(block).collect(),
        wrong: None,
        at_least: false,
        expected: Vec::new(),
    };
    for line in before.lines().chain(after.lines()).filter(|line| !line.is_empty()) {
        setting(&mut case, line);
    }
    assert!(!case.expected.is_empty(), "{title}: no claims listed; write `- nothing` for none");
    case.expected.retain(|line| line != "nothing");
    case
}

/// `# ` before a headline, as on a page of Markdown.
fn block(words: &str) -> (BlockKind, String) {
    let words = words.replace('\n', " ");
    match words.strip_prefix("# ") {
        Some(headline) => (BlockKind::Headline, headline.to_owned()),
        None => (BlockKind::Paragraph, words),
    }
}

fn setting(case: &mut Case, line: &str) {
    let title = &case.title;
    match line.split_once(' ') {
        Some(("-", claim)) => case.expected.push(claim.to_owned()),
        Some(("published:", day)) => {
            let day = day.parse().unwrap_or_else(|e| panic!("{title}: {day} is no day: {e}"));
            case.page.published = Some(day);
        }
        Some(("outlet:", name)) => case.page.outlet = Some(name.to_owned()),
        Some(("wrong:", why)) => case.wrong = Some(why.to_owned()),
        _ if line == "at least" => case.at_least = true,
        _ => panic!("{title}: cannot read the line {line:?}"),
    }
}
