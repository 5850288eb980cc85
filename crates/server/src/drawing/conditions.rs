//! Who waits on the left, what and for what in the middle, whose move it is on the right; and each deadlock as a ring.

use std::f64::consts::{FRAC_PI_2, TAU};

use serde::Serialize;

use super::measure::{clipped, tenth};
use crate::pages::conditions::{Circle, ConditionLine, Conditions};
use crate::pages::parts::Named;

/// The most conditions that are drawn.
const MOST: usize = 24;
/// Where the cards begin and how wide they are.
const CARD: (f64, f64) = (196.0, 368.0);
/// How high a card is, and with the gap below it.
const HIGH: (f64, f64) = (48.0, 58.0);
/// What the words over the columns take.
const HEAD: f64 = 30.0;
/// Letters of a line of a card.
const LETTERS: usize = 50;
/// Letters of a party's name.
const NAME: usize = 22;
/// Stands for whoever is not told.
const NOBODY: &str = "not said";

/// What is drawn of a page of conditions.
#[derive(Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// How high the columns are.
    pub height: f64,
    /// The conditions.
    pub cards: Vec<Card>,
    /// Who waits.
    pub left: Vec<Side>,
    /// Who is waited for.
    pub right: Vec<Side>,
    /// From a party to a card, from a card to a party.
    pub threads: Vec<Thread>,
    /// Conditions of the page that are not drawn.
    pub left_out: usize,
    /// The deadlocks.
    pub rings: Vec<Ring>,
}

/// A condition.
#[derive(Debug, PartialEq, Serialize)]
pub struct Card {
    /// Its row.
    pub id: String,
    /// Its upper edge.
    pub y: f64,
    /// What must wait.
    pub what: String,
    /// For what.
    pub after: String,
    /// True of what comes unless the other does.
    pub unless: bool,
    /// All of it in words.
    pub title: String,
    /// True in a deadlock.
    pub in_deadlock: bool,
}

/// A party in a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// Its code; nothing for whoever is not told.
    pub key: Option<String>,
    /// Its whole name.
    pub name: String,
    /// What is written.
    pub label: String,
    /// Where.
    pub y: f64,
    /// In how many conditions of the drawing.
    pub conditions: usize,
}

/// A line between a party and a card.
#[derive(Debug, PartialEq, Serialize)]
pub struct Thread {
    /// How it runs.
    pub path: String,
    /// True if it leads to whoever is waited for.
    pub onward: bool,
    /// True in a deadlock.
    pub in_deadlock: bool,
}

/// A deadlock: its parties on a ring, an arrow to whomever each waits for.
#[derive(Debug, PartialEq, Serialize)]
pub struct Ring {
    /// The parties.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub arrows: Vec<String>,
}

/// A party on a ring.
#[derive(Debug, PartialEq, Serialize)]
pub struct Node {
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// Where its name is.
    pub text: (f64, f64),
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// What is written.
    pub label: String,
}

/// The conditions of a page; nothing if there is none.
pub fn draw(page: &Conditions) -> Option<Drawn> {
    let lines = page.conditions.get(..MOST.min(page.conditions.len()))?;
    if lines.is_empty() {
        return None;
    }
    let cards: Vec<Card> = lines.iter().enumerate().map(|(at, line)| card(line, at)).collect();
    let height = HEAD + HIGH.1 * cards.len() as f64;
    let left = column(lines, |line| &line.set_by, height);
    let right = column(lines, |line| &line.awaits, height);
    let threads = lines.iter().zip(&cards).flat_map(|(line, card)| {
        let from = ends(&left, &line.set_by).map(|side| thread(side, card, End::Waits));
        let onward = ends(&right, &line.awaits).map(|side| thread(side, card, End::Awaited));
        from.chain(onward).collect::<Vec<_>>()
    });
    Some(Drawn {
        height,
        threads: threads.collect(),
        cards,
        left,
        right,
        left_out: page.conditions.len() - lines.len(),
        rings: page.deadlocks.iter().map(ring).collect(),
    })
}

fn card(line: &ConditionLine, at: usize) -> Card {
    let tie = if line.unless { "unless" } else { "waits for" };
    Card {
        id: line.id.clone(),
        y: HEAD + HIGH.1 * at as f64,
        what: clipped(&line.what, LETTERS),
        after: clipped(&line.depends_on, LETTERS),
        title: clipped(&format!("{} — {tie}: {}", line.what, line.depends_on), 400),
        unless: line.unless,
        in_deadlock: line.in_deadlock,
    }
}

/// Each party once, as near to its cards as the others leave room.
fn column(
    lines: &[ConditionLine],
    of: impl Fn(&ConditionLine) -> &Vec<Named>,
    height: f64,
) -> Vec<Side> {
    let mut found: Vec<(Side, f64)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let middle = HEAD + HIGH.1 * at as f64 + HIGH.0 / 2.0;
        for side in named(of(line)) {
            match found.iter_mut().find(|(known, _)| known.key == side.key) {
                Some((known, sum)) => {
                    known.conditions += 1;
                    *sum += middle;
                }
                None => found.push((side, middle)),
            }
        }
    }
    let middle = |(side, sum): (Side, f64)| Side { y: sum / side.conditions as f64, ..side };
    let mut sides: Vec<Side> = found.into_iter().map(middle).collect();
    sides.sort_by(|a, b| a.y.total_cmp(&b.y).then_with(|| a.key.cmp(&b.key)));
    spread(&mut sides, height);
    sides
}

fn named(parties: &[Named]) -> Vec<Side> {
    let side = |key: Option<String>, name: &str| Side {
        key,
        name: name.to_owned(),
        label: clipped(name, NAME),
        y: 0.0,
        conditions: 1,
    };
    match parties {
        [] => vec![side(None, NOBODY)],
        parties => parties.iter().map(|p| side(Some(p.key.clone()), &p.name)).collect(),
    }
}

/// Pushed down until none is over another, then up from the foot.
fn spread(sides: &mut [Side], height: f64) {
    let count = sides.len().max(1) as f64;
    let gap = ((height - HEAD) / count).min(26.0);
    let mut least = HEAD;
    for side in sides.iter_mut() {
        side.y = side.y.max(least);
        least = side.y + gap;
    }
    let mut most = height - gap / 2.0;
    for side in sides.iter_mut().rev() {
        side.y = tenth(side.y.min(most));
        most = side.y - gap;
    }
}

fn ends<'a>(column: &'a [Side], parties: &'a [Named]) -> impl Iterator<Item = &'a Side> {
    column.iter().filter(|side| match &side.key {
        Some(key) => parties.iter().any(|party| party.key == *key),
        None => parties.is_empty(),
    })
}

/// On which side of a card a party stands.
#[derive(Clone, Copy, Eq, PartialEq)]
enum End {
    Waits,
    Awaited,
}

fn thread(side: &Side, card: &Card, end: End) -> Thread {
    let middle = card.y + HIGH.0 / 2.0;
    let (a, b) = match end {
        End::Waits => ((CARD.0 - 42.0, side.y), (CARD.0, middle)),
        End::Awaited => ((CARD.0 + CARD.1, middle), (CARD.0 + CARD.1 + 36.0, side.y)),
    };
    let bend = (a.0 + b.0) / 2.0;
    Thread {
        path: format!("M{} {}C{bend} {} {bend} {} {} {}", a.0, a.1, a.1, b.1, b.0, b.1),
        onward: end == End::Awaited,
        in_deadlock: card.in_deadlock,
    }
}

fn ring(circle: &Circle) -> Ring {
    let place = |key: &str| circle.parties.iter().position(|party| party.key == key);
    let count = circle.parties.len();
    let arrows = circle.waits.iter().filter_map(|wait| {
        let (from, to) = (place(&wait.party.key)?, place(&wait.awaits.key)?);
        (from != to).then(|| arrow(on_ring(from, count), on_ring(to, count)))
    });
    let node = |(at, party): (usize, &Named)| {
        let (x, y) = on_ring(at, count);
        let anchor = match x - MIDDLE.0 {
            apart if apart.abs() < 20.0 => "middle",
            apart if apart < 0.0 => "end",
            _ => "start",
        };
        let below = if y > MIDDLE.1 + 20.0 { 24.0 } else { -16.0 };
        let text = match anchor {
            "middle" => (x, tenth(y + below)),
            "end" => (tenth(x - 14.0), tenth(y + 4.0)),
            _ => (tenth(x + 14.0), tenth(y + 4.0)),
        };
        Node { x, y, text, anchor, label: clipped(&party.name, NAME) }
    };
    Ring { nodes: circle.parties.iter().enumerate().map(node).collect(), arrows: arrows.collect() }
}

/// The middle of a ring.
const MIDDLE: (f64, f64) = (200.0, 80.0);

/// Two stand side by side, more around the ring.
fn on_ring(at: usize, count: usize) -> (f64, f64) {
    let start = if count == 2 { FRAC_PI_2 * 2.0 } else { -FRAC_PI_2 };
    let angle = start + TAU * at as f64 / count.max(1) as f64;
    (tenth(MIDDLE.0 + 62.0 * angle.cos()), tenth(MIDDLE.1 + 48.0 * angle.sin()))
}

/// Bent to its left, so that there and back are two; with its head.
fn arrow(from: (f64, f64), to: (f64, f64)) -> String {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / long, dy / long);
    let bend = (long * 0.22).min(24.0);
    let middle = ((from.0 + to.0) / 2.0 + uy * bend, (from.1 + to.1) / 2.0 - ux * bend);
    let toward = |a: (f64, f64), b: (f64, f64), by: f64| {
        let long = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
        (a.0 + (b.0 - a.0) / long * by, a.1 + (b.1 - a.1) / long * by)
    };
    let (start, end) = (toward(from, middle, 11.0), toward(to, middle, 12.0));
    let back = toward(end, middle, 8.0);
    let (wx, wy) = ((end.1 - back.1) / 2.0, (back.0 - end.0) / 2.0);
    let p = |(x, y): (f64, f64)| format!("{} {}", tenth(x), tenth(y));
    let (one, other) = ((back.0 + wx, back.1 + wy), (back.0 - wx, back.1 - wy));
    format!("M{}Q{} {}M{}L{}L{}", p(start), p(middle), p(end), p(one), p(end), p(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::conditions::Waiting;
    use crate::pages::parts::{self, plain};

    fn line(at: usize, set_by: &[&str], awaits: &[&str]) -> ConditionLine {
        let named = |keys: &[&str]| keys.iter().map(|key| plain(key)).collect();
        ConditionLine {
            id: format!("k-{at}"),
            set_by: named(set_by),
            what: "normal relations ".repeat(40),
            depends_on: "the army leaves".to_owned(),
            unless: false,
            awaits: named(awaits),
            blocks: Vec::new(),
            statements: 1,
            origins: 1,
            in_deadlock: false,
        }
    }

    fn page(conditions: Vec<ConditionLine>) -> Conditions {
        Conditions {
            deadlocks: Vec::new(),
            extent: parts::extent(&(0..conditions.len()), conditions.len()),
            conditions,
            parties: Vec::new(),
            issues: Vec::new(),
        }
    }

    #[test]
    fn each_party_stands_once_in_a_column_and_in_order() {
        let keys: Vec<String> = (0..60).map(|at| format!("P{at}")).collect();
        let lines = (0..60).map(|at| line(at, &[&keys[at % 7]], &[&keys[at]])).collect();
        let drawn = draw(&page(lines)).expect("a drawing");
        assert_eq!((drawn.cards.len(), drawn.left_out), (MOST, 60 - MOST));
        assert_eq!((drawn.left.len(), drawn.right.len()), (7, MOST));
        for column in [&drawn.left, &drawn.right] {
            assert!(column.windows(2).all(|two| two[1].y - two[0].y >= 13.0), "{column:?}");
            assert!(column.iter().all(|side| (0.0..=drawn.height).contains(&side.y)));
        }
    }

    #[test]
    fn who_is_not_told_is_not_made_up() {
        let drawn = draw(&page(vec![line(0, &["SYR"], &[])])).expect("a drawing");
        assert_eq!((drawn.right[0].key.as_deref(), drawn.right[0].name.as_str()), (None, NOBODY));
        assert_eq!(drawn.threads.len(), 2);
        assert!(drawn.cards[0].what.chars().count() <= LETTERS);
        assert_eq!(draw(&page(Vec::new())), None);
    }

    #[test]
    fn a_ring_has_an_arrow_for_each_who_waits_and_there_and_back_are_two() {
        let wait = |party: &str, awaits: &str| Waiting {
            party: plain(party),
            awaits: plain(awaits),
            condition: "k-1".to_owned(),
            line: String::new(),
        };
        for count in 2..6 {
            let keys: Vec<String> = (0..count).map(|at| format!("P{at}")).collect();
            let waits = (0..count).map(|at| wait(&keys[at], &keys[(at + 1) % count]));
            let parties = keys.iter().map(|key| plain(key)).collect();
            let ring = ring(&Circle { line: String::new(), parties, waits: waits.collect() });
            assert_eq!((ring.nodes.len(), ring.arrows.len()), (count, count));
            assert!(ring.arrows.windows(2).all(|two| two[0] != two[1]));
            assert!(ring.arrows.iter().all(|path| !path.contains("NaN")));
            let inside =
                |n: &Node| (0.0..=400.0).contains(&n.x) && (0.0..=160.0).contains(&n.text.1);
            assert!(ring.nodes.iter().all(inside));
        }
    }
}
