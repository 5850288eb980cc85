//! `judge`: a person's verdict. It outweighs the tools' and is never overwritten.

use jiff::Timestamp;
use record::{ClaimId, Judge, Judgement, Thing, Verdict};
use store::Store;

use crate::args::{self, Reason};
use crate::opened::Opened;
use crate::seek::{self, Target};
use crate::status::{Status, Usage};
use crate::{names, output};

/// Keeps the verdict and says what it is about.
pub fn run(args: &args::Judge) -> anyhow::Result<Status> {
    match args {
        args::Judge::Same(pair) => of_two(pair, Verdict::Same),
        args::Judge::Different(pair) => of_two(pair, Verdict::Different),
        args::Judge::Reject(single) => reject(single),
    }
}

fn of_two(pair: &args::Pair, verdict: Verdict) -> anyhow::Result<Status> {
    let opened = open(&pair.reason)?;
    let first = seek::target(&opened, &pair.first)?;
    let second = seek::target(&opened, &pair.second)?;
    if let (Target::Document(_), Target::Document(_)) = (first, second) {
        let hint = "two documents cannot be judged; judge the rows or claims that they give";
        return Err(Usage(hint.to_owned()).into());
    }
    let (own, others) = (claims_of(&opened, first, second), claims_of(&opened, second, first));
    let things = pairs(&own, &others, verdict);
    if things.iter().all(|(a, b)| a == b) {
        return Err(Usage("the two are one and the same claim; name two".to_owned()).into());
    }
    let judge = judge(&pair.reason);
    let judgement =
        |(a, b)| Judgement::of_two(a, b, verdict, judge.clone(), pair.reason.why.clone());
    keep(&pair.reason, &things.into_iter().map(judgement).collect::<Vec<_>>())
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

fn reject(single: &args::Single) -> anyhow::Result<Status> {
    let opened = open(&single.reason)?;
    let judge = judge(&single.reason);
    let judgement = |claim| Judgement {
        left: Thing::Claim(claim),
        right: None,
        verdict: Verdict::Reject,
        judge: judge.clone(),
        reason: single.reason.why.clone(),
    };
    let claims = seek::target(&opened, &single.id)?.claims(&opened);
    keep(&single.reason, &claims.into_iter().map(judgement).collect::<Vec<_>>())
}

fn open(reason: &Reason) -> anyhow::Result<Opened> {
    if reason.why.trim().is_empty() {
        return Err(Usage("a judgement needs a reason; give it with --why".to_owned()).into());
    }
    Opened::at(&reason.kept.record, None)
}

fn judge(reason: &Reason) -> Judge {
    let login = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
    let name = reason.by.clone().or_else(login).unwrap_or_else(|| "unnamed".to_owned());
    Judge::Person { name, at: Timestamp::now().to_string() }
}

fn keep(reason: &Reason, judgements: &[Judgement]) -> anyhow::Result<Status> {
    if judgements.is_empty() {
        return Err(Usage("no claims stand behind these ids; nothing to judge".to_owned()).into());
    }
    Store::reopen(&reason.kept.record)?.judge(judgements)?;
    if reason.kept.json {
        output::print_json(&judgements)?;
    } else {
        output::print(&format!("kept: {}\n", names::count(judgements.len(), "judgement")))?;
    }
    Ok(Status::Done)
}
