//! On whose word it is known: each chain of voices from the outlet inward, with how much hangs on it.

use std::collections::HashMap;

use record::{Attribution, Claim, ClaimId, Party, Source, Voice};
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{self, Choice, Extent, Named};
use super::statements::party_name;
use super::weight::{self, Weight};
use crate::ask::{AS_OF, Ask, FOCUS, OUTLET, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/attribution`
pub const PAGE: Page = Page {
    name: "attribution",
    path: "/attribution",
    title: "On whose word",
    about: "Through which voices each thing is known, from the outlet inward",
    group: Group::Sources,
    asks: &[AS_OF, FOCUS, PARTY, STATE, OUTLET, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Chains>,
    tool: None,
    show,
};

/// Chains, those that most hangs on first.
#[derive(Serialize, JsonSchema)]
struct Chains {
    /// Which of them are given.
    extent: Extent,
    /// The chains.
    chains: Vec<Chain>,
    /// Claims with a source that has a name.
    named: usize,
    /// Claims whose source has none.
    unnamed: usize,
    /// Claims that outlets make on their own account.
    own: usize,
    /// Parties that sources speak for, to choose by.
    parties: Vec<Choice>,
    /// `named`, `unnamed`, `own words`
    states: Vec<Choice>,
    /// Outlets to choose by.
    outlets: Vec<Choice>,
}

/// One chain of voices.
#[derive(Serialize, JsonSchema)]
struct Chain {
    /// From the outlet inward.
    links: Vec<Link>,
    /// Whom the innermost voice speaks for; empty if not known.
    principals: Vec<Named>,
    /// `named`, `unnamed`, `own words`
    state: &'static str,
    /// Claims that hang on it.
    claims: usize,
    /// In which documents.
    weight: Weight,
    /// One of the claims, for its evidence.
    claim: String,
}

/// One voice.
#[derive(Serialize, JsonSchema)]
struct Link {
    /// Its name, else the words for it.
    name: String,
    /// `outlet`, `named`, `unnamed`
    kind: &'static str,
}

/// What is the same in all claims of one chain.
type Key<'a> = Vec<(&'static str, &'a str)>;

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let snapshot = view.snapshot;
    let claims: Vec<&Claim> = claims(snapshot).collect();
    let chains = chains(claims.iter().copied().filter(|claim| fits(claim, view.ask)));
    let range = view.ask.range(chains.len());
    let count = |wanted| claims.iter().filter(|c| state(&c.attribution) == wanted).count();
    let sources = claims.iter().flat_map(|claim| principals(&claim.attribution));
    Shown::of(Chains {
        extent: parts::extent(&range, chains.len()),
        chains: chains[range].iter().filter_map(|claims| chain(snapshot, claims)).collect(),
        named: count("named"),
        unnamed: count("unnamed"),
        own: count("own words"),
        parties: weight::choices(sources.map(|party| party.0.as_str()), |key| {
            party_name(&snapshot.opened, key)
        }),
        states: weight::choices(claims.iter().map(|c| state(&c.attribution)), str::to_owned),
        outlets: weight::choices(
            claims.iter().filter_map(|claim| Some(name(claim.attribution.voices().first()?))),
            str::to_owned,
        ),
    })
}

/// Claims by their chains, those that most hangs on first.
fn chains<'a>(claims: impl Iterator<Item = &'a Claim>) -> Vec<Vec<&'a Claim>> {
    let mut chains: HashMap<Key<'_>, Vec<&Claim>> = HashMap::new();
    for claim in claims {
        chains.entry(key(&claim.attribution)).or_default().push(claim);
    }
    let mut chains: Vec<_> = chains.into_iter().collect();
    chains.sort_by(|(a, own), (b, others)| others.len().cmp(&own.len()).then_with(|| a.cmp(b)));
    chains.into_iter().map(|(_, claims)| claims).collect()
}

/// Claims behind statements and meetings that are shown.
fn claims(snapshot: &Snapshot) -> impl Iterator<Item = &Claim> {
    let record = &snapshot.opened.record;
    let told = record.meetings.iter().flat_map(|row| &row.reports).map(|report| report.claim);
    let said = record.statements.iter().map(|row| row.claim);
    said.chain(told).filter_map(|id: ClaimId| snapshot.opened.claim(id))
}

fn fits(claim: &Claim, ask: &Ask) -> bool {
    let attribution = &claim.attribution;
    let outlet = attribution.voices().first().map(name);
    ask.words(STATE).is_none_or(|asked| state(attribution) == asked)
        && ask.words(OUTLET).is_none_or(|asked| outlet == Some(asked))
        && ask.words(PARTY).is_none_or(|asked| principals(attribution).iter().any(|p| p.0 == asked))
}

fn key(attribution: &Attribution) -> Key<'_> {
    attribution.voices().iter().map(|voice| (kind(voice), name(voice))).collect()
}

/// The person, else the words.
fn name(voice: &Voice) -> &str {
    match &voice.source {
        Source::Outlet { name } => name,
        Source::Named(actor) | Source::Unnamed { actor, .. } => {
            actor.person.as_deref().unwrap_or(&actor.words)
        }
    }
}

fn kind(voice: &Voice) -> &'static str {
    match voice.source {
        Source::Outlet { .. } => "outlet",
        Source::Named(_) => "named",
        Source::Unnamed { .. } => "unnamed",
    }
}

/// Whether somebody can be asked who stands for it.
fn state(attribution: &Attribution) -> &'static str {
    match attribution.origin().map(kind) {
        Some("named") => "named",
        Some("unnamed") => "unnamed",
        _ => "own words",
    }
}

fn principals(attribution: &Attribution) -> &[Party] {
    let actor = attribution.origin().and_then(|voice| voice.source.actor());
    actor.map_or(&[], |actor| actor.parties.as_slice())
}

fn chain(snapshot: &Snapshot, claims: &[&Claim]) -> Option<Chain> {
    let first = claims.first()?;
    let link = |voice: &Voice| Link { name: name(voice).to_owned(), kind: kind(voice) };
    let mut parties: Vec<&Party> =
        claims.iter().flat_map(|claim| principals(&claim.attribution)).collect();
    parties.sort();
    parties.dedup();
    Some(Chain {
        links: first.attribution.voices().iter().map(link).collect(),
        principals: parties.iter().map(|party| parts::party(&snapshot.opened, party)).collect(),
        state: state(&first.attribution),
        claims: claims.len(),
        weight: Weight::of(snapshot, claims.iter().map(|claim| claim.article)),
        claim: first.id.0.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_speaks_on_its_own_account_until_somebody_is_cited() {
        let own = Attribution::outlet("Gazette");
        assert_eq!(state(&own), "own words");
        assert_eq!(key(&own), [("outlet", "Gazette")]);
        assert!(principals(&own).is_empty());
    }
}
