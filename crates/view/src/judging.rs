//! What a person holds of rows, as judgements of the claims behind them.

use record::{Claim, ClaimId, Correction, Judge, Judgement, Thing, Verdict, standing};

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
    let judgement =
        |claim| Judgement::of_one(Thing::Claim(claim), verdict, judge.clone(), why.to_owned());
    target.claims(opened).into_iter().map(judgement).collect()
}

/// Takes back everything that a person holds of the claims behind a row.
pub fn withdrawal(
    opened: &Opened,
    target: Target<'_>,
    (judge, why): (&Judge, &str),
) -> Vec<Judgement> {
    let Judge::Person { name, .. } = judge else { return Vec::new() };
    let claims = target.claims(opened);
    let touches = |thing: &Thing| matches!(thing, Thing::Claim(id) if claims.contains(id));
    let own = standing(&opened.kept.judgements).filter(|held| held.person() == Some(name));
    let own = own.filter(|held| touches(&held.left) || held.right.as_ref().is_some_and(touches));
    let taken_back = |held: &Judgement| Judgement {
        verdict: Verdict::Withdraw,
        judge: judge.clone(),
        reason: why.to_owned(),
        ..held.clone()
    };
    own.map(taken_back).collect()
}

/// One field of every claim behind a row should have been read otherwise.
pub fn correction(
    opened: &Opened,
    target: Target<'_>,
    correction: &Correction,
    (judge, why): (&Judge, &str),
) -> Result<Vec<Judgement>, Usage> {
    let claims = target.claims(opened).into_iter().filter_map(|id| opened.claim(id));
    let fitting = claims.filter(|claim| correction.applied(claim).is_some());
    let judgement = |claim: &Claim| Judgement {
        correction: Some(correction.clone()),
        ..Judgement::of_one(Thing::Claim(claim.id), Verdict::Correct, judge.clone(), why.to_owned())
    };
    let judgements: Vec<Judgement> = fitting.map(judgement).collect();
    let none = || Usage(format!("nothing here can be corrected to “{}”", correction.line()));
    if judgements.is_empty() { Err(none()) } else { Ok(judgements) }
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
