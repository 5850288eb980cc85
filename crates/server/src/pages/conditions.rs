//! Who waits for whom, and for what.

use std::collections::BTreeSet;

use record::{Condition, Deadlock, Party, RowId, Wait};
use schemars::JsonSchema;
use serde::Serialize;
use view::{names, told};

use super::parts::{self, Choice, Extent, Named};
use crate::ask::{AS_OF, Ask, FOCUS, ISSUE, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM};
use crate::drawing::conditions;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/conditions`
pub const PAGE: Page = Page {
    name: "conditions",
    path: "/conditions",
    title: "Conditions",
    about: "Who waits for whom, for what, and where nobody can move first",
    group: Group::Words,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Conditions>,
    tool: Some(Tool {
        name: "conditions",
        about: "Who makes what depend on what (B only if A), whose move it is, and deadlocks: circles of parties that wait for each other.",
        grounds: &["/deadlocks/*/waits/*/condition", "/conditions/*/id"],
    }),
    show,
};

/// Conditions, those of deadlocks first, then those that most origins report.
#[derive(Serialize, JsonSchema)]
pub struct Conditions {
    /// Circles of parties that wait for each other.
    pub deadlocks: Vec<Circle>,
    /// Which conditions are given.
    pub extent: Extent,
    /// The conditions.
    pub conditions: Vec<ConditionLine>,
    /// Parties that set one or are waited for, to choose by.
    pub parties: Vec<Choice>,
    /// Issues that one blocks, to choose by.
    pub issues: Vec<Choice>,
}

/// Parties of which each waits for another.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Circle {
    /// In words.
    pub line: String,
    /// Who.
    pub parties: Vec<Named>,
    /// Each who waits for whom, once.
    pub waits: Vec<Waiting>,
}

/// One waits for another.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Waiting {
    /// Who.
    pub party: Named,
    /// For whom.
    pub awaits: Named,
    /// The condition's row.
    pub condition: String,
    /// The condition in words.
    pub line: String,
}

/// One condition.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ConditionLine {
    /// Its row.
    pub id: String,
    /// Who sets it; nobody if no report says.
    pub set_by: Vec<Named>,
    /// What must wait.
    pub what: String,
    /// For what.
    pub depends_on: String,
    /// True of what comes unless the other does.
    pub unless: bool,
    /// Whose move it is; nobody if the words do not say.
    pub awaits: Vec<Named>,
    /// The issues that it blocks.
    pub blocks: Vec<Named>,
    /// How many statements set it.
    pub statements: usize,
    /// From how many independent origins.
    pub origins: usize,
    /// True if it is part of a deadlock.
    pub in_deadlock: bool,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, ask) = (view.snapshot, view.ask);
    let record = &snapshot.opened.record;
    let waits = record.deadlocks.iter().flat_map(|deadlock| &deadlock.waits);
    let stuck: BTreeSet<&RowId> = waits.map(|wait| &wait.condition).collect();
    let mut fit: Vec<&Condition> = record.conditions.iter().filter(|c| fits(c, ask)).collect();
    fit.sort_by_key(|c| (!stuck.contains(&c.id), std::cmp::Reverse(c.origins)));
    let range = ask.range(fit.len());
    let line = |c: &&Condition| line(snapshot, c, stuck.contains(&c.id));
    let page = Conditions {
        deadlocks: record.deadlocks.iter().map(|deadlock| circle(snapshot, deadlock)).collect(),
        extent: parts::extent(&range, fit.len()),
        conditions: fit[range].iter().map(line).collect(),
        parties: parties(snapshot),
        issues: issues(snapshot),
    };
    let drawn = conditions::draw(&page);
    Ok(Shown::of(page)?.drawn(drawn))
}

fn fits(condition: &Condition, ask: &Ask) -> bool {
    let sides = || condition.set_by.iter().chain(&condition.awaits);
    ask.words(PARTY).is_none_or(|asked| sides().any(|party| party.0 == asked))
        && ask.words(ISSUE).is_none_or(|asked| condition.blocks.iter().any(|key| key == asked))
}

fn line(snapshot: &Snapshot, condition: &Condition, in_deadlock: bool) -> ConditionLine {
    let opened = &snapshot.opened;
    let named = |parties: &[Party]| parties.iter().map(|p| parts::party(opened, p)).collect();
    ConditionLine {
        id: condition.id.0.clone(),
        set_by: named(&condition.set_by),
        what: condition.what.clone(),
        depends_on: condition.depends_on.clone(),
        unless: condition.unless,
        awaits: named(&condition.awaits),
        blocks: condition.blocks.iter().map(|key| parts::issue(opened, key)).collect(),
        statements: condition.statements.len(),
        origins: condition.origins,
        in_deadlock,
    }
}

fn circle(snapshot: &Snapshot, deadlock: &Deadlock) -> Circle {
    let opened = &snapshot.opened;
    let mut waits = deadlock.waits.clone();
    waits.sort();
    waits.dedup_by(|a, b| (&a.party, &a.awaits) == (&b.party, &b.awaits));
    let name = |party: &Party| opened.tools.party_name(party).to_owned();
    let told: Vec<String> = waits
        .iter()
        .map(|wait| format!("{} waits for {}", name(&wait.party), name(&wait.awaits)))
        .collect();
    Circle {
        line: format!("{}: nobody can move first.", names::listed(&told)),
        parties: deadlock.parties.iter().map(|party| parts::party(opened, party)).collect(),
        waits: waits.iter().map(|wait| waiting(snapshot, wait)).collect(),
    }
}

fn waiting(snapshot: &Snapshot, wait: &Wait) -> Waiting {
    let opened = &snapshot.opened;
    Waiting {
        party: parts::party(opened, &wait.party),
        awaits: parts::party(opened, &wait.awaits),
        condition: wait.condition.0.clone(),
        line: snapshot.condition(&wait.condition).map(told::condition_line).unwrap_or_default(),
    }
}

fn parties(snapshot: &Snapshot) -> Vec<Choice> {
    let conditions = snapshot.opened.record.conditions.iter();
    let sides = conditions.flat_map(|condition| {
        condition.set_by.iter().chain(&condition.awaits).collect::<BTreeSet<_>>()
    });
    parts::counted(sides, |party| parts::party(&snapshot.opened, party))
}

fn issues(snapshot: &Snapshot) -> Vec<Choice> {
    let keys = snapshot.opened.record.conditions.iter().flat_map(|condition| &condition.blocks);
    parts::counted(keys, |key| parts::issue(&snapshot.opened, key))
}
