//! What a person holds of rows, as judgements of the claims behind them.

use record::{ClaimId, Judge, Judgement, Thing, Verdict};

use crate::{Opened, Target, Usage};

/// Two rows are one, or are not.
pub fn of_two(
    opened: &Opened,
    (first, second): (Target<'_>, Target<'_>),
    verdict: Verdict,
    (judge, why): (&Judge, &str),
) -> Result<Vec<Judgement>, Usage> {
    if let (Target::Document(_), Target::Document(_)) = (first, second) {
        let hint = "two documents cannot be judged; judge the rows or claims that they give";
        return Err(Usage(hint.to_owned()));
    }
    let (own, others) = (claims_of(opened, first, second), claims_of(opened, second, first));
    let things = pairs(&own, &others, verdict);
    if things.iter().all(|(a, b)| a == b) {
        return Err(Usage("the two are one and the same claim; name two".to_owned()));
    }
    let judgement = |(a, b)| Judgement::of_two(a, b, verdict, judge.clone(), why.to_owned());
    Ok(things.into_iter().map(judgement).collect())
}

/// One verdict on every claim behind a row.
pub fn of_one(
    opened: &Opened,
    target: Target<'_>,
    verdict: Verdict,
    (judge, why): (&Judge, &str),
) -> Vec<Judgement> {
    let judgement = |claim| Judgement {
        left: Thing::Claim(claim),
        right: None,
        verdict,
        judge: judge.clone(),
        reason: why.to_owned(),
    };
    target.claims(opened).into_iter().map(judgement).collect()
}

/// Of a document beside a row, only what the document adds to the row; of a row beside a part of
/// it, only the rest.
fn claims_of(opened: &Opened, one: Target<'_>, other: Target<'_>) -> Vec<ClaimId> {
    let (own, others) = (one.claims(opened), other.claims(opened));
    let shared: Vec<_> = own.iter().copied().filter(|claim| others.contains(claim)).collect();
    match one {
        _ if shared.is_empty() => own,
        Target::Document(_) | Target::Claim(_) => shared,
        _ => own.into_iter().filter(|claim| !others.contains(claim)).collect(),
    }
}

/// One pair joins two rows; only all pairs keep them apart.
fn pairs(first: &[ClaimId], second: &[ClaimId], verdict: Verdict) -> Vec<(Thing, Thing)> {
    let thing = |a: &ClaimId, b: &ClaimId| (Thing::Claim(*a), Thing::Claim(*b));
    let all = first.iter().flat_map(|a| second.iter().map(move |b| thing(a, b)));
    let all = all.filter(|(a, b)| a != b);
    if verdict == Verdict::Same { all.take(1).collect() } else { all.collect() }
}
