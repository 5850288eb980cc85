//! What was said: one row for each claim that stands on words of its own.

use std::collections::BTreeMap;

use record::{Claim, Requires, RowId, RowKind, SpeechAct, Statement, StatementMention};
use text::{ArticleId, Span};

use crate::scope::Scope;

/// In order of document and place in it. Of several claims on the very same words the most telling.
pub(crate) fn rows(scope: &Scope) -> Vec<Statement> {
    let mut by_words: BTreeMap<(usize, Span, ArticleId), (&Claim, &StatementMention)> =
        BTreeMap::new();
    for (document, claim, mention) in scope.statements() {
        let key = (document, claim.shown().span(), claim.article);
        let held = by_words.entry(key).or_insert((claim, mention));
        if rank(claim, mention) < rank(held.0, held.1) {
            *held = (claim, mention);
        }
    }
    by_words.into_values().map(|(claim, mention)| row(claim, mention)).collect()
}

/// The more specific act first, then more known of it.
fn rank(claim: &Claim, mention: &StatementMention) -> (u8, bool, bool, record::ClaimId) {
    let act = match mention.act {
        SpeechAct::Precondition => 0,
        SpeechAct::Commitment => 1,
        SpeechAct::Denial => 2,
        SpeechAct::Offer => 3,
        SpeechAct::Demand => 4,
        SpeechAct::Characterization => 5,
        SpeechAct::Announcement => 6,
    };
    let speaker = &mention.speaker;
    (act, speaker.parties.is_empty(), speaker.person.is_none(), claim.id)
}

fn row(claim: &Claim, mention: &StatementMention) -> Statement {
    let speaker = &mention.speaker;
    let mut parties = speaker.parties.clone();
    parties.sort();
    parties.dedup();
    Statement {
        id: RowId::new(RowKind::Statement, claim.id),
        claim: claim.id,
        article: claim.article,
        speaker: speaker.person.clone().unwrap_or_else(|| speaker.words.clone()),
        parties,
        voices: claim.attribution.names(),
        act: mention.act,
        issues: mention.issues.clone(),
        evidence: claim.shown().clone(),
        verbatim: mention.verbatim,
        requires: mention.requires.as_ref().map(|r| Requires {
            what: r.what.gist(),
            depends_on: r.depends_on.gist(),
            unless: r.unless,
        }),
    }
}
