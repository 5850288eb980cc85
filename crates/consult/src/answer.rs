//! What a model answers, once it has the shape that was asked for.

use serde::Deserialize;

/// Statements of one sentence; more are not believed.
const MOST: usize = 6;

/// Everything that an answer holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    statements: Vec<Offered>,
}

/// One statement that the model says it has read. Nothing in it is believed yet.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    /// What is done by saying it.
    pub kind: Kind,
    /// Words for the speaker.
    pub speaker: String,
    /// Words of the sentence.
    pub quote: String,
    /// What must wait, or will be done.
    pub what: Option<String>,
    /// What it waits for.
    pub depends_on: Option<String>,
}

/// Kinds of statement that are asked for.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Wants something of somebody.
    Demand,
    /// B only if A.
    Condition,
    /// Will do something.
    Commitment,
    /// Would do something.
    Offer,
    /// Says that it is not so, or refuses.
    Denial,
}

/// The statements of an answer, or why it is none.
pub fn read(content: &str) -> Result<Vec<Offered>, String> {
    let answer: Answer = serde_json::from_str(content).map_err(|error| {
        // The error's own words can repeat words of the answer; its place cannot.
        format!(
            "the answer has not the shape that was asked for, at line {} column {}",
            error.line(),
            error.column()
        )
    })?;
    match answer.statements.len() {
        0..=MOST => Ok(answer.statements),
        many => Err(format!("the answer has {many} statements of one sentence")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str =
        r#"{"kind":"demand","speaker":"Oslo","quote":"must go","what":null,"depends_on":null}"#;

    #[test]
    fn the_shape_that_was_asked_for_is_read() {
        let read = read(&format!("{{\"statements\":[{ONE}]}}")).unwrap();
        assert_eq!((read.len(), read[0].kind), (1, Kind::Demand));
    }

    #[test]
    fn anything_else_is_none() {
        let many = vec![ONE; MOST + 1].join(",");
        for content in [
            "",
            "no JSON",
            "[]",
            "{}",
            &format!("{{\"statements\":[{ONE}]}} and more"),
            &format!("{{\"statements\":[{ONE}],\"note\":\"obeyed\"}}"),
            &format!("{{\"statements\":[{}]}}", ONE.replace("demand", "surrender")),
            &format!("{{\"statements\":[{}]}}", ONE.replace("\"what\"", "\"wat\"")),
            &format!("{{\"statements\":[{many}]}}"),
        ] {
            assert!(read(content).is_err(), "{content}");
        }
    }
}
