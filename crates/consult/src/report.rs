//! What a run cost and what it brought.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// Cost and gain of a run.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub struct Report {
    /// Articles looked at.
    pub articles: usize,
    /// Passages that the rules chose.
    pub passages: usize,
    /// Of these asked now.
    pub asked: usize,
    /// Of these answered by what was recorded.
    pub recorded: usize,
    /// Of these without an answer.
    pub unanswered: usize,
    /// Tokens of all questions, as the endpoint counts them; those of recorded answers too.
    pub asked_tokens: u64,
    /// Tokens of all answers.
    pub answered_tokens: u64,
    /// Time that all answers took, when they were given.
    pub milliseconds: u64,
    /// Statements that the model gave.
    pub offered: usize,
    /// Of these accepted as claims.
    pub accepted: usize,
    /// Of these dropped, by the code of the problem; answers without the shape asked for too.
    pub dropped: BTreeMap<String, usize>,
    /// Statements that the rules read in the same articles.
    pub by_rules: usize,
    /// Claims gained over the rules, by what is done by saying them.
    pub gained: BTreeMap<String, usize>,
    /// Why asking stopped before the end.
    pub stopped: Option<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { passages, articles, asked, recorded, unanswered, .. } = self;
        let (tenths, gain) = (self.milliseconds / 100, listed(&self.gained));
        writeln!(
            f,
            "passages     {passages} of {articles} articles: {asked} asked, {recorded} recorded, {unanswered} unanswered"
        )?;
        writeln!(f, "tokens       {} in, {} out", self.asked_tokens, self.answered_tokens)?;
        writeln!(f, "seconds      {}.{}", tenths / 10, tenths % 10)?;
        writeln!(f, "statements   {} offered, {} accepted", self.offered, self.accepted)?;
        writeln!(f, "dropped      {}", listed(&self.dropped))?;
        writeln!(f, "gained       {gain}; the rules read {} statements", self.by_rules)?;
        match &self.stopped {
            Some(why) => writeln!(f, "stopped      {why}"),
            None => Ok(()),
        }
    }
}

fn listed(counts: &BTreeMap<String, usize>) -> String {
    let told: Vec<_> = counts.iter().map(|(of, count)| format!("{count} {of}")).collect();
    if told.is_empty() { "nothing".to_owned() } else { told.join(", ") }
}
