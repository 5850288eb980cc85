//! An article, put to an endpoint.

use std::sync::LazyLock;
use std::time::Duration;

use consult::{Address, Answers, Endpoint, Key, Patience, Report, Run, Sources};
use pipeline::{Reading, Tools};
use record::Claim;
use text::Article;

/// Unpacked once for all tests.
pub static TOOLS: LazyLock<Tools> = LazyLock::new(Tools::shipped);

/// The model's name in all tests.
pub const MODEL: &str = "stub-1";

/// A paragraph that asks for much: a demand, with who demands it.
pub const DEMAND: &str = "The talks in Muscat ended late. Iran insists that Turkey must withdraw its troops from northern Syria. Nobody else spoke.";
/// A condition.
pub const CONDITION: &str =
    "Saudi Arabia will not return its ambassador unless Iran ends its attacks on shipping.";

/// Waits that a test can afford.
pub fn patience() -> Patience {
    Patience { answer: Duration::from_secs(60), retries: 2, pause: Duration::ZERO }
}

/// An endpoint at an address, asked without a key.
pub fn endpoint(url: &str) -> Endpoint {
    Endpoint::new(Address::new(url, None).unwrap(), None, patience())
}

/// An endpoint, asked with a key.
pub fn with_key(url: &str, key: &str) -> Endpoint {
    let key = Key::new(key);
    Endpoint::new(Address::new(url, key.as_ref()).unwrap(), key, patience())
}

/// What came of a run over one article.
pub struct Outcome {
    /// What it cost and brought.
    pub report: Report,
    /// What is to be kept of the article.
    pub reading: Option<Reading>,
}

impl Outcome {
    /// The claims of the model and the rules.
    pub fn claims(&self) -> &[Claim] {
        self.reading.as_ref().map_or(&[], |reading| &reading.claims)
    }

    /// The codes of all problems, in order.
    pub fn codes(&self) -> Vec<&str> {
        let problems = self.reading.iter().flat_map(|reading| &reading.problems);
        problems.map(|problem| problem.code.0.as_str()).collect()
    }
}

/// Puts an article to an endpoint of which no rule has read anything.
pub fn ask(text: &str, endpoint: &Endpoint) -> Outcome {
    run(text, &[], &mut Answers::default(), Some(endpoint))
}

/// The same with what was read and answered before.
pub fn run(
    text: &str,
    claims: &[Claim],
    answers: &mut Answers,
    endpoint: Option<&Endpoint>,
) -> Outcome {
    let mut run = Run::new(MODEL, &TOOLS, Sources { answers, endpoint });
    let consulted = run.consult(&Article::of_paragraphs(text), claims, &[]).unwrap();
    Outcome { report: run.report, reading: consulted.reading }
}
