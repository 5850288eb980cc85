//! What is told twice in one article is noted once.
//!
//! A lead tells in brief what the body quotes. Of two statements of one party that share most of their
//! words, the one in which more is done is kept, then the quotation, then the one that stands later.

use std::collections::HashSet;

use record::{Claim, Content, SpeechAct, StatementMention};
use text::{Span, TokenRange, Upos};

use crate::reading::Reading;

/// The statements without those that say again what another says, in order.
pub(super) fn noted_once(reading: &Reading, mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|c| (weight(c), !is_verbatim(c), reversed(c), c.id));
    let mut kept: Vec<(Claim, HashSet<String>)> = Vec::new();
    for claim in claims {
        let words = words(reading, &claim);
        if !kept.iter().any(|(k, said)| says_again(&claim, &words, k, said)) {
            kept.push((claim, words));
        }
    }
    let mut claims: Vec<Claim> = kept.into_iter().map(|(claim, _)| claim).collect();
    claims.sort_by_key(|c| (c.shown().span(), c.id));
    claims
}

fn reversed(claim: &Claim) -> std::cmp::Reverse<Span> {
    std::cmp::Reverse(claim.shown().span())
}

fn statement(claim: &Claim) -> Option<&StatementMention> {
    match &claim.content {
        Content::Statement(statement) => Some(statement),
        Content::Meeting(_) | Content::Event(_) | Content::Outcome(_) => None,
    }
}

fn is_verbatim(claim: &Claim) -> bool {
    statement(claim).is_some_and(|s| s.verbatim)
}

/// Lower is kept first.
pub(super) fn weight(claim: &Claim) -> u8 {
    statement(claim).map_or(4, |s| match s.act {
        SpeechAct::Precondition => 0,
        SpeechAct::Denial | SpeechAct::Demand | SpeechAct::Commitment | SpeechAct::Offer => 1,
        SpeechAct::Characterization => 2,
        SpeechAct::Announcement => 3,
    })
}

/// The share of the shorter one's words from which on two say the same.
const SAME: f64 = 0.5;

/// The same for two quotations: they are two sentences, unless it is one that stands twice.
const SAME_WORDS: f64 = 0.9;

/// Fewer words than this are too few to tell.
const ENOUGH: usize = 3;

fn says_again(
    claim: &Claim,
    words: &HashSet<String>,
    other: &Claim,
    said: &HashSet<String>,
) -> bool {
    let (Some(a), Some(b)) = (statement(claim), statement(other)) else { return false };
    let same_side = a.speaker.parties.iter().any(|p| b.speaker.parties.contains(p));
    let same_deed = a.act == b.act || weight(claim) >= 2;
    let shorter = words.len().min(said.len());
    if !same_side || !same_deed || shorter < ENOUGH {
        return false;
    }
    let shared = words.intersection(said).count();
    let share = if a.verbatim && b.verbatim { SAME_WORDS } else { SAME };
    shared as f64 >= share * shorter as f64
}

/// Words that say nothing of what is spoken of.
const EMPTY: [&str; 10] =
    ["say", "have", "make", "take", "get", "give", "think", "country", "good", "very"];

/// What a claim's words speak of, without those who are named.
fn words(reading: &Reading, claim: &Claim) -> HashSet<String> {
    let span = claim.shown().span();
    let Some(TokenRange { start, end }) = reading.tokens_in(span, span) else {
        return HashSet::new();
    };
    let tokens = &reading.doc().tokens[start.at()..end.at()];
    tokens
        .iter()
        .filter(|t| matches!(t.upos, Upos::NOUN | Upos::VERB | Upos::ADJ | Upos::NUM))
        .map(|t| t.lemma.to_lowercase())
        .filter(|lemma| lemma.chars().count() > 2 && !EMPTY.contains(&lemma.as_str()))
        .collect()
}
