//! One row after another, to be judged; what one has judged; how far coders agree.

use std::collections::{BTreeMap, BTreeSet};

use record::{
    ClaimId, Content, Field, Judgement, Level, SpeechAct, Status, Thing, Verdict, standing,
};
use schemars::JsonSchema;
use serde::Serialize;
use view::{Opened, Target};

use super::parts::{self, Choice, Named};
use crate::ask::{Ask, CODER, ROW, STATE};
use crate::evidence::{self, Evidence};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// Own verdicts shown, the latest first.
const RECENT: usize = 12;

/// `/review`
pub const PAGE: Page = Page {
    name: "review",
    path: "/review",
    title: "Review",
    about: "Is it right? One row at a time, each verdict kept for good and replayed over every new reading",
    group: Group::Desk,
    asks: &[CODER, ROW, STATE],
    shape: shape::<Review>,
    tool: None,
    show,
};

/// The desk of one coder.
#[derive(Serialize, JsonSchema)]
struct Review {
    /// Who judges; nothing until they have said so.
    coder: Option<String>,
    /// Kinds of row to choose by.
    kinds: Vec<Choice>,
    /// How many rows there are to judge.
    all: usize,
    /// How many this coder has judged.
    judged: usize,
    /// The row to judge now.
    card: Option<Card>,
    /// The one after it.
    after: Option<String>,
    /// The one before it.
    before: Option<String>,
    /// What this coder held last.
    recent: Vec<Recent>,
    /// How far coders agree on what two of them have judged.
    agreement: Vec<Agreement>,
}

/// A row to judge.
#[derive(Serialize, JsonSchema)]
struct Card {
    /// What stands behind it. What others hold is left out until this coder has judged.
    evidence: Evidence,
    /// What this coder holds of it, if they have judged.
    mine: Vec<String>,
    /// What others hold of it; left out until this coder has judged.
    others: Vec<String>,
    /// Fields that can be corrected, with what was read and what could be said.
    fields: Vec<Correctable>,
}

/// A field that can be corrected.
#[derive(Serialize, JsonSchema)]
struct Correctable {
    /// Its name.
    field: String,
    /// What was read; empty if nothing.
    value: String,
    /// What it can be; empty where any words will do.
    values: Vec<String>,
}

/// A verdict.
#[derive(Serialize, JsonSchema)]
struct Recent {
    /// Of which claim.
    claim: String,
    /// Its words.
    quote: String,
    /// What is held.
    verdict: String,
    /// Why.
    why: String,
    /// When, RFC 3339.
    at: String,
}

/// How far two coders agree.
#[derive(Serialize, JsonSchema)]
struct Agreement {
    /// One.
    first: String,
    /// The other.
    second: String,
    /// Claims that both have judged.
    both: usize,
    /// Claims of which they hold the same.
    same: usize,
    /// Cohen’s kappa: agreement beyond chance, 1 at most; nothing where chance explains all of it.
    kappa: Option<f64>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, opened) = (view.snapshot, &view.snapshot.opened);
    let coder = view.ask.words(CODER).map(str::trim).filter(|name| !name.is_empty());
    let judgements = snapshot.judgements();
    let held: Vec<&Judgement> = standing(&judgements).collect();
    let own: Vec<&Judgement> =
        held.iter().copied().filter(|judgement| judgement.person() == coder).collect();
    let done = judged(&own);
    let rows = rows(opened, view.ask);
    let is_done = |row: &(String, Vec<ClaimId>)| row.1.iter().any(|claim| done.contains(claim));
    let at = match view.ask.words(ROW) {
        Some(id) => rows.iter().position(|(row, _)| row.starts_with(id)),
        None => rows.iter().position(|row| !is_done(row)),
    };
    let id = |at: usize| rows.get(at).map(|(id, _)| id.clone());
    let asked = view.ask.words(ROW).map(str::to_owned);
    let row = at.and_then(id).or(asked);
    let card = match (coder, row) {
        (Some(coder), Some(row)) => Some(card(snapshot, &row, coder, &held)?),
        _ => None,
    };
    Shown::of(Review {
        coder: coder.map(str::to_owned),
        kinds: kinds(opened),
        all: rows.len(),
        judged: rows.iter().filter(|row| is_done(row)).count(),
        card,
        after: at.and_then(|at| id(at + 1)),
        before: at.and_then(|at| id(at.checked_sub(1)?)),
        recent: if coder.is_some() { recent(opened, own) } else { Vec::new() },
        agreement: agreement(&held),
    })
}

/// Every row of a kind that is read from words, with its claims.
fn rows(opened: &Opened, ask: &Ask) -> Vec<(String, Vec<ClaimId>)> {
    let record = &opened.record;
    let kind = ask.words(STATE);
    let meetings = record.meetings.iter().filter(|_| kind.is_none_or(|kind| kind == "meeting"));
    let meetings =
        meetings.map(|row| (row.id.0.clone(), row.reports.iter().map(|r| r.claim).collect()));
    let said = record.statements.iter();
    let said = said.filter(|row| kind.is_none_or(|kind| kind == row.act.as_str()));
    meetings.chain(said.map(|row| (row.id.0.clone(), vec![row.claim]))).collect()
}

fn kinds(opened: &Opened) -> Vec<Choice> {
    let named = |word: &str| Named { key: word.to_owned(), name: word.to_owned() };
    let meetings = opened.record.meetings.iter().map(|_| named("meeting"));
    parts::choices(
        meetings.chain(opened.record.statements.iter().map(|row| named(row.act.as_str()))),
    )
}

fn judged(own: &[&Judgement]) -> BTreeSet<ClaimId> {
    let things = own.iter().flat_map(|judgement| [Some(judgement.left), judgement.right]);
    let claim = |thing: Thing| match thing {
        Thing::Claim(id) => Some(id),
        Thing::Article(_) => None,
    };
    things.flatten().filter_map(claim).collect()
}

fn card(snapshot: &Snapshot, row: &str, coder: &str, held: &[&Judgement]) -> Result<Card, Refusal> {
    let opened = &snapshot.opened;
    let target = view::target(opened, row)?;
    let claims: BTreeSet<ClaimId> = target.claims(opened).into_iter().collect();
    let of_row = held.iter().copied().filter(|judgement| touches(judgement, &claims));
    let (own, others): (Vec<&Judgement>, Vec<&Judgement>) =
        of_row.partition(|judgement| judgement.person() == Some(coder));
    let mine: BTreeSet<String> = own.into_iter().map(line).collect();
    let mut evidence = evidence::first(snapshot, row)?;
    evidence.judgements = evidence::by_tools(snapshot, target);
    let named = |judgement: &Judgement| {
        format!("{}: {}", judgement.person().unwrap_or_default(), line(judgement))
    };
    let others: BTreeSet<String> =
        others.into_iter().filter(|_| !mine.is_empty()).map(named).collect();
    let (mine, others) = (mine.into_iter().collect(), others.into_iter().collect());
    Ok(Card { evidence, mine, others, fields: fields(opened, target) })
}

fn touches(judgement: &Judgement, claims: &BTreeSet<ClaimId>) -> bool {
    let is_of = |thing: Thing| matches!(thing, Thing::Claim(id) if claims.contains(&id));
    is_of(judgement.left) || judgement.right.is_some_and(is_of)
}

fn line(judgement: &Judgement) -> String {
    let verdict = verdict(judgement);
    if judgement.reason.is_empty() { verdict } else { format!("{verdict}: {}", judgement.reason) }
}

fn verdict(judgement: &Judgement) -> String {
    let word = parts::word(&judgement.verdict);
    match &judgement.correction {
        Some(correction) => format!("{word} {}", correction.line()),
        None => word,
    }
}

/// What can be corrected in the first claim behind a row.
fn fields(opened: &Opened, target: Target<'_>) -> Vec<Correctable> {
    let claims = target.claims(opened);
    let Some(claim) = claims.first().and_then(|id| opened.claim(*id)) else { return Vec::new() };
    match &claim.content {
        Content::Meeting(meeting) => {
            let place = meeting.place.as_ref();
            let day = meeting.time.as_ref().and_then(|time| time.when.as_ref());
            let of = correctable;
            vec![
                of(Field::Status, Some(meeting.status.as_str()), &STATUSES.map(Status::as_str)),
                of(Field::Level, meeting.level.map(Level::as_str), &LEVELS.map(Level::as_str)),
                of(Field::City, place.and_then(|place| place.city.as_deref()), &[]),
                of(Field::Country, place.and_then(|place| place.country.as_deref()), &[]),
                of(Field::Day, day.map(|when| when.from.to_string()).as_deref(), &[]),
            ]
        }
        Content::Statement(said) => vec![
            correctable(Field::Act, Some(said.act.as_str()), &ACTS.map(SpeechAct::as_str)),
            correctable(Field::Issue, said.issues.first().map(String::as_str), &[]),
        ],
        Content::Event(_) | Content::Outcome(_) => Vec::new(),
    }
}

const STATUSES: [Status; 5] =
    [Status::Held, Status::Scheduled, Status::Postponed, Status::Cancelled, Status::Contact];
const LEVELS: [Level; 8] = [
    Level::HeadOfState,
    Level::ForeignMinister,
    Level::DefenceMinister,
    Level::Intelligence,
    Level::DeputyMinister,
    Level::SpecialEnvoy,
    Level::Delegation,
    Level::Other,
];
const ACTS: [SpeechAct; 7] = [
    SpeechAct::Demand,
    SpeechAct::Precondition,
    SpeechAct::Commitment,
    SpeechAct::Denial,
    SpeechAct::Offer,
    SpeechAct::Characterization,
    SpeechAct::Announcement,
];

fn correctable(field: Field, value: Option<&str>, values: &[&str]) -> Correctable {
    Correctable {
        field: field.as_str().to_owned(),
        value: value.unwrap_or_default().to_owned(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    }
}

fn recent(opened: &Opened, mut own: Vec<&Judgement>) -> Vec<Recent> {
    own.sort_by(|a, b| b.said_at().cmp(&a.said_at()));
    let told = |judgement: &Judgement| {
        let Thing::Claim(claim) = judgement.left else { return None };
        Some(Recent {
            claim: claim.0.to_string(),
            quote: opened.claim(claim)?.shown().words().to_owned(),
            verdict: verdict(judgement),
            why: judgement.reason.clone(),
            at: judgement.said_at().unwrap_or_default().to_owned(),
        })
    };
    own.into_iter().filter_map(told).take(RECENT).collect()
}

/// Of every two coders who have judged the same claims.
fn agreement(held: &[&Judgement]) -> Vec<Agreement> {
    let mut coders: BTreeMap<&str, BTreeMap<ClaimId, Verdict>> = BTreeMap::new();
    for judgement in held {
        let is_single =
            matches!(judgement.verdict, Verdict::Accept | Verdict::Reject | Verdict::Correct);
        if let (Some(name), Thing::Claim(claim), true) =
            (judgement.person(), judgement.left, is_single)
        {
            coders.entry(name).or_default().insert(claim, judgement.verdict);
        }
    }
    let pairs = coders
        .iter()
        .enumerate()
        .flat_map(|(at, first)| coders.iter().skip(at + 1).map(move |second| (first, second)));
    let agree =
        |((first, a), (second, b)): ((&&str, &BTreeMap<_, _>), (&&str, &BTreeMap<_, _>))| {
            let both: Vec<(Verdict, Verdict)> =
                a.iter().filter_map(|(claim, held)| Some((*held, *b.get(claim)?))).collect();
            (!both.is_empty()).then(|| Agreement {
                first: (*first).to_owned(),
                second: (*second).to_owned(),
                both: both.len(),
                same: both.iter().filter(|(a, b)| a == b).count(),
                kappa: kappa(&both),
            })
        };
    pairs.filter_map(agree).collect()
}

/// Cohen’s kappa.
fn kappa(both: &[(Verdict, Verdict)]) -> Option<f64> {
    let all = both.len() as f64;
    let share = |count: usize| count as f64 / all;
    let observed = share(both.iter().filter(|(a, b)| a == b).count());
    let verdicts: BTreeSet<Verdict> = both.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let by_chance = |verdict: Verdict| {
        let first = share(both.iter().filter(|(a, _)| *a == verdict).count());
        first * share(both.iter().filter(|(_, b)| *b == verdict).count())
    };
    let chance: f64 = verdicts.into_iter().map(by_chance).sum();
    (chance < 1.0).then(|| (observed - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Accept, Reject};

    #[test]
    fn kappa_is_what_the_textbook_says() {
        // 20 both yes, 15 both no, 5 and 10 apart: observed .7, by chance .5.
        let table = [
            ((Accept, Accept), 20),
            ((Accept, Reject), 5),
            ((Reject, Accept), 10),
            ((Reject, Reject), 15),
        ];
        let both: Vec<_> = table.iter().flat_map(|(pair, times)| vec![*pair; *times]).collect();
        assert!((kappa(&both).unwrap_or_default() - 0.4).abs() < 1e-9);
        assert_eq!(kappa(&[(Accept, Accept)]), None, "chance explains it all");
    }
}
