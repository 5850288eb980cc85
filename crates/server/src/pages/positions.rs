//! Where each party stands on each issue, and where it moved.

use std::collections::BTreeMap;

use record::{Moved, Party, Position, RowId, SpeechAct, Step};
use schemars::JsonSchema;
use serde::Serialize;
use view::{names, told};

use super::parts::{self, Choice, Extent, Named};
use crate::ask::{AS_OF, Ask, FOCUS, ISSUE, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/positions`
pub const PAGE: Page = Page {
    name: "positions",
    path: "/positions",
    title: "Positions",
    about: "Where each party stands on each issue, and where it moved",
    group: Group::Words,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Positions>,
    tool: Some(Tool {
        name: "positions",
        about: "Where each party stands on each issue and where it moved. Without arguments a grid of parties and issues; with both `party` and \
                `issue` the whole history of that party on that issue, the latest first.",
        grounds: &["/rows/*/cells/*/latest", "/history/steps/*/id"],
    }),
    show,
};

/// Columns of the grid, unless one issue is asked for.
const COLUMNS: usize = 6;
/// Acts that a cell shows of the way there.
const TRAIL: usize = 8;

/// Parties down, issues across.
#[derive(Serialize, JsonSchema)]
struct Positions {
    /// Which parties are given, or which statements of a history.
    extent: Extent,
    /// The columns, those most spoken of first.
    columns: Vec<Named>,
    /// The parties, those that say most first.
    rows: Vec<Row>,
    /// All statements of one party on one issue, the latest first, where both are asked for.
    history: Option<History>,
    /// Parties to choose by.
    parties: Vec<Choice>,
    /// Issues to choose by.
    issues: Vec<Choice>,
}

/// A party's line of the grid.
#[derive(Clone, Debug, JsonSchema, Serialize)]
struct Row {
    /// Who.
    party: Named,
    /// A cell a column; nothing where the party is not reported to have spoken.
    cells: Vec<Option<Cell>>,
}

/// Where a party stands on an issue.
#[derive(Clone, Debug, JsonSchema, Serialize)]
struct Cell {
    /// `demand`, `offer`, …
    act: String,
    /// When it was reported.
    reported: Option<String>,
    /// The latest move: what it did before.
    moved_from: Option<String>,
    /// When it moved.
    moved: Option<String>,
    /// For a position that depends on something: on what.
    condition: Option<String>,
    /// How many statements.
    statements: usize,
    /// The last acts, in order of time.
    trail: Vec<String>,
    /// The row of the latest.
    latest: String,
}

/// A party's statements on an issue.
#[derive(Clone, Debug, JsonSchema, Serialize)]
struct History {
    /// Whose.
    party: Named,
    /// On what.
    issue: Named,
    /// Each statement.
    steps: Vec<Said>,
}

/// One statement of it.
#[derive(Clone, Debug, JsonSchema, Serialize)]
struct Said {
    /// Its row.
    id: String,
    /// What was done by saying it.
    act: String,
    /// When it was reported.
    reported: Option<String>,
    /// The act before, where this is another.
    moved_from: Option<String>,
    /// On what it depends.
    condition: Option<String>,
    /// The words.
    quote: String,
    /// Whose, and through whom.
    source: String,
    /// BCP 47.
    language: String,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, ask) = (view.snapshot, view.ask);
    let opened = &snapshot.opened;
    let positions = &opened.record.positions;
    let fit: Vec<&Position> = positions.iter().filter(|position| fits(position, ask)).collect();
    let sole = ask.words(PARTY).and(ask.words(ISSUE)).and(fit.first().copied());
    let columns = most_said(fit.iter().map(|p| (p.issue.as_str(), p.steps.len())));
    let sides = most_said(fit.iter().map(|p| (&p.party, p.steps.len())));
    let range = ask.range(sole.map_or(sides.len(), |position| position.steps.len()));
    let extent = parts::extent(&range, sole.map_or(sides.len(), |p| p.steps.len()));
    let columns: Vec<&str> = columns.into_iter().take(COLUMNS).collect();
    let cells: BTreeMap<(&Party, &str), &Position> = fit
        .iter()
        .map(|position| ((&position.party, position.issue.as_str()), *position))
        .collect();
    let row = |party: &&Party| Row {
        party: parts::party(opened, party),
        cells: columns.iter().map(|key| cell(snapshot, cells.get(&(*party, *key))?)).collect(),
    };
    let rows = if sole.is_some() { 0..0 } else { range.clone() };
    let page = Positions {
        extent,
        columns: columns.iter().map(|key| parts::issue(opened, key)).collect(),
        rows: sides[rows].iter().map(row).collect(),
        history: sole.map(|position| history(snapshot, position, range)),
        parties: choices(positions, |p| parts::party(opened, &p.party)),
        issues: choices(positions, |p| parts::issue(opened, &p.issue)),
    };
    let heading = page.history.as_ref().map(|h| format!("{} on {}", h.party.name, h.issue.name));
    let shown = Shown::of(page)?;
    Ok(match heading {
        Some(heading) => shown.headed(heading),
        None => shown,
    })
}

fn fits(position: &Position, ask: &Ask) -> bool {
    ask.words(PARTY).is_none_or(|party| position.party.0 == party)
        && ask.words(ISSUE).is_none_or(|issue| position.issue == issue)
}

/// Each once, those with most statements first.
fn most_said<T: Ord + Copy>(counts: impl Iterator<Item = (T, usize)>) -> Vec<T> {
    let mut sums: BTreeMap<T, usize> = BTreeMap::new();
    counts.for_each(|(of, statements)| *sums.entry(of).or_default() += statements);
    let mut sums: Vec<(T, usize)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, statements)| std::cmp::Reverse(*statements));
    sums.into_iter().map(|(of, _)| of).collect()
}

/// The last step whose day is known tells where a party stands; without any, the last.
fn cell(snapshot: &Snapshot, position: &Position) -> Option<Cell> {
    let dated = position.steps.iter().rev().find(|step| step.reported.is_some());
    let latest = dated.or(position.steps.last())?;
    let moved = position.moved.last();
    let early = position.steps.len().saturating_sub(TRAIL);
    Some(Cell {
        act: latest.act.as_str().to_owned(),
        reported: latest.reported.map(|day| day.to_string()),
        moved_from: moved.map(|moved| moved.from.as_str().to_owned()),
        moved: moved.map(|moved| moved.reported.to_string()),
        condition: condition(snapshot, latest),
        statements: position.steps.len(),
        trail: position.steps[early..].iter().map(|step| step.act.as_str().to_owned()).collect(),
        latest: latest.statement.0.clone(),
    })
}

/// On what a conditional step depends: "if the army leaves".
fn condition(snapshot: &Snapshot, step: &Step) -> Option<String> {
    let is_conditional = step.act == SpeechAct::Precondition;
    let said = snapshot.statement(&step.statement).filter(|_| is_conditional)?;
    let requires = said.requires.as_ref()?;
    let tie = if requires.unless { "unless" } else { "if" };
    Some(format!("{tie} {}", requires.depends_on))
}

fn history(snapshot: &Snapshot, position: &Position, range: std::ops::Range<usize>) -> History {
    let opened = &snapshot.opened;
    let moves: BTreeMap<&RowId, &Moved> =
        position.moved.iter().map(|moved| (&moved.statement, moved)).collect();
    let said = |step: &Step| {
        let said = snapshot.statement(&step.statement)?;
        let article = opened.article(said.article);
        Some(Said {
            id: step.statement.0.clone(),
            act: step.act.as_str().to_owned(),
            reported: step.reported.map(names::day),
            moved_from: moves.get(&step.statement).map(|moved| moved.from.as_str().to_owned()),
            condition: condition(snapshot, step),
            quote: said.evidence.words().to_owned(),
            source: told::source_line(said, opened),
            language: article.map(|article| article.language.clone()).unwrap_or_default(),
        })
    };
    let latest = position.steps.iter().rev().skip(range.start).take(range.len());
    History {
        party: parts::party(opened, &position.party),
        issue: parts::issue(opened, &position.issue),
        steps: latest.filter_map(said).collect(),
    }
}

fn choices(positions: &[Position], name: impl Fn(&Position) -> Named) -> Vec<Choice> {
    let mut sums: BTreeMap<Named, usize> = BTreeMap::new();
    for position in positions {
        *sums.entry(name(position)).or_default() += position.steps.len();
    }
    let choice = |(value, rows): (Named, usize)| Choice { key: value.key, name: value.name, rows };
    let mut choices: Vec<Choice> = sums.into_iter().map(choice).collect();
    choices.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.name.cmp(&b.name)));
    choices
}
