//! Sides on a circle, a thread between two that met, as thick as they met often.
//!
//! A circle keeps every name readable and is the same for the same record; which side stands beside which is chosen so that
//! the threads are short.

use std::collections::BTreeMap;
use std::f64::consts::{FRAC_PI_2, PI, TAU};

use serde::Serialize;

use super::measure::{clipped, tenth, width_of};
use crate::ask::{Ask, FOCUS, PAGE, PARTY};
use crate::pages::network::{Network, Tie};
use crate::pages::parts::Choice;

/// The most sides that are drawn.
const MOST: usize = 40;
/// With more sides than this, names are written outward from the circle.
const LEVEL: usize = 18;
/// Letters of a name.
const LETTERS: usize = 20;

/// A drawn network.
#[derive(Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// The sides.
    pub nodes: Vec<Node>,
    /// The threads, thin ones first.
    pub threads: Vec<Thread>,
    /// Pairs of the page that are not drawn.
    pub left_out: usize,
}

/// A side.
#[derive(Debug, PartialEq, Serialize)]
pub struct Node {
    /// Its code.
    pub key: String,
    /// The query that shows its pairs alone.
    pub query: String,
    /// Its whole name.
    pub name: String,
    /// What is written.
    pub label: String,
    /// How many meetings.
    pub meetings: usize,
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// How large.
    pub r: f64,
    /// Where its name begins or ends.
    pub text: (f64, f64),
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// How far its name is turned, in degrees.
    pub turn: f64,
}

/// Between two sides.
#[derive(Debug, PartialEq, Serialize)]
pub struct Thread {
    /// How it runs.
    pub path: String,
    /// How thick it is.
    pub width: f64,
    /// `met`, `indirect`, `planned`
    pub kind: &'static str,
    /// In words.
    pub title: String,
}

/// The pairs of a page; nothing if there is none.
pub fn draw(page: &Network, ask: &Ask) -> Option<Drawn> {
    let sides: Vec<&Choice> = page.parties.iter().take(MOST).collect();
    let at: BTreeMap<&str, usize> =
        sides.iter().enumerate().map(|(at, side)| (side.key.as_str(), at)).collect();
    let both = |tie: &Tie| Some((*at.get(tie.one.key.as_str())?, *at.get(tie.other.key.as_str())?));
    let mut ties: Vec<((usize, usize), &Tie)> =
        page.ties.iter().filter_map(|tie| Some((both(tie)?, tie))).collect();
    if ties.is_empty() {
        return None;
    }
    let places = places(sides.len(), &ties);
    let circle = Circle::of(&sides);
    let most = sides.iter().map(|side| side.rows).max().unwrap_or_default().max(1) as f64;
    let node = |(at, side): (usize, &&Choice)| Node {
        query: query(ask, &side.key),
        ..circle.node(side, places[at], most)
    };
    let mut nodes: Vec<Node> = sides.iter().enumerate().map(node).collect();
    let thickest = ties.iter().map(|(_, tie)| tie.weight()).max().unwrap_or_default().max(1);
    ties.sort_by_key(|(_, tie)| tie.weight());
    let thread = |((one, other), tie): &((usize, usize), &Tie)| Thread {
        path: circle.path(places[*one], places[*other]),
        width: tenth(1.2 + 7.0 * tie.weight() as f64 / thickest as f64),
        kind: kind(tie),
        title: title(tie),
    };
    let threads = ties.iter().map(thread).collect();
    nodes.sort_by(|a, b| b.meetings.cmp(&a.meetings).then_with(|| a.key.cmp(&b.key)));
    let (width, height) = (tenth(circle.x * 2.0), tenth(circle.y * 2.0));
    Some(Drawn { width, height, nodes, threads, left_out: page.ties.len() - ties.len() })
}

/// The question that shows one side's pairs alone; of the side that is shown, the question for all.
fn query(ask: &Ask, side: &str) -> String {
    let chosen = ask.words(PARTY) == Some(side);
    ask.changed(&[(PARTY.name, (!chosen).then_some(side)), (PAGE.name, None), (FOCUS.name, None)])
}

fn kind(tie: &Tie) -> &'static str {
    match (tie.met + tie.contacts, tie.indirect) {
        (0, 0) => "planned",
        (0, _) => "indirect",
        _ => "met",
    }
}

fn title(tie: &Tie) -> String {
    let counts = [
        (tie.met, "met"),
        (tie.contacts, "in contact"),
        (tie.indirect, "through others"),
        (tie.planned, "planned"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, word)| format!("{word} {count}")).collect();
    format!("{} and {}: {}", tie.one.name, tie.other.name, counts.join(", "))
}

/// For each side its place on the circle, so that those who met often stand near each other.
fn places(sides: usize, ties: &[((usize, usize), &Tie)]) -> Vec<usize> {
    /// More rounds change nothing that can be seen.
    const ROUNDS: usize = 8;
    let mut places: Vec<usize> = (0..sides).collect();
    let cost = |places: &[usize]| -> usize {
        let apart = |one: usize, other: usize| {
            let apart = places[one].abs_diff(places[other]);
            apart.min(sides - apart)
        };
        ties.iter().map(|((one, other), tie)| (tie.weight() + 1) * apart(*one, *other)).sum()
    };
    let mut least = cost(&places);
    for _ in 0..ROUNDS {
        let before = least;
        for one in 0..sides {
            for other in one + 1..sides {
                places.swap(one, other);
                let swapped = cost(&places);
                match swapped < least {
                    true => least = swapped,
                    false => places.swap(one, other),
                }
            }
        }
        if least == before {
            break;
        }
    }
    places
}

/// Where the sides stand.
struct Circle {
    sides: usize,
    radius: f64,
    x: f64,
    y: f64,
}

impl Circle {
    /// With room for the names: beside it where they lie level, all around where they are turned.
    fn of(sides: &[&Choice]) -> Circle {
        let label = |side: &&Choice| width_of(&clipped(&side.name, LETTERS), 12.5) + 40.0;
        let longest = sides.iter().map(label).fold(0.0, f64::max);
        let (radius, above) = match sides.len() {
            few if few <= LEVEL => (130.0 + 6.0 * few as f64, 46.0),
            _ => (200.0, longest),
        };
        let (x, y) = (tenth(radius + longest), tenth(radius + above));
        Circle { sides: sides.len(), radius, x, y }
    }

    fn angle(&self, place: usize) -> f64 {
        TAU * place as f64 / self.sides.max(1) as f64 - FRAC_PI_2
    }

    fn at(&self, place: usize, radius: f64) -> (f64, f64) {
        let angle = self.angle(place);
        (tenth(self.x + radius * angle.cos()), tenth(self.y + radius * angle.sin()))
    }

    /// Bent towards the middle, so that threads between neighbours run apart from the circle.
    fn path(&self, one: usize, other: usize) -> String {
        let (a, b) = (self.at(one, self.radius), self.at(other, self.radius));
        let bend = |a: f64, b: f64, middle: f64| tenth(middle + 0.6 * ((a + b) / 2.0 - middle));
        let (x, y) = (bend(a.0, b.0, self.x), bend(a.1, b.1, self.y));
        format!("M{} {}Q{x} {y} {} {}", a.0, a.1, b.0, b.1)
    }

    fn node(&self, side: &Choice, place: usize, most: f64) -> Node {
        let (x, y) = self.at(place, self.radius);
        let r = tenth(4.0 + 9.0 * (side.rows as f64 / most).sqrt());
        let text = self.at(place, self.radius + r + 7.0);
        let (anchor, turn) = self.lie(place);
        Node {
            key: side.key.clone(),
            query: String::new(),
            name: side.name.clone(),
            label: clipped(&side.name, LETTERS),
            meetings: side.rows,
            x,
            y,
            r,
            text: if self.sides > LEVEL { text } else { (text.0, self.beside(place, text.1)) },
            anchor,
            turn,
        }
    }

    /// Above the uppermost, below the lowest.
    fn beside(&self, place: usize, y: f64) -> f64 {
        tenth(y + 6.0 * self.angle(place).sin())
    }

    /// On which side of its place a name stands, and how far it is turned.
    fn lie(&self, place: usize) -> (&'static str, f64) {
        let (angle, right) = (self.angle(place), self.angle(place).cos());
        let anchor = match right {
            right if self.sides <= LEVEL && right.abs() < 0.12 => "middle",
            right if right < 0.0 => "end",
            _ => "start",
        };
        let turn = if right < 0.0 { angle - PI } else { angle };
        (anchor, if self.sides > LEVEL { tenth(turn.to_degrees()) } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::parts::{self, plain};

    /// So many sides, each of which met the next.
    fn page(sides: usize) -> Network {
        let key = |at: usize| format!("P{:02}", at % sides.max(1));
        let tie = |at: usize| Tie {
            one: plain(&key(at)),
            other: plain(&key(at + 1)),
            met: at + 1,
            contacts: 0,
            indirect: 0,
            planned: 0,
            first: None,
            last: None,
            latest: "m-1".to_owned(),
        };
        let side = |at: usize| Choice { key: key(at), name: format!("Party {at}"), rows: at + 1 };
        Network {
            extent: parts::extent(&(0..sides), sides),
            ties: (0..sides).map(tie).collect(),
            parties: (0..sides).map(side).collect(),
            meetings: sides,
            sides: Vec::new(),
            issues: Vec::new(),
        }
    }

    #[test]
    fn sides_stand_in_the_frame_and_apart() {
        for sides in [2, 3, 12, 18, 19, 40, 60] {
            let drawn = draw(&page(sides), &Ask::default()).expect("a drawing");
            assert!(drawn.nodes.len() <= MOST);
            let inside = |n: &Node| {
                (0.0..=drawn.width).contains(&n.x) && (0.0..=drawn.height).contains(&n.y)
            };
            assert!(drawn.nodes.iter().all(inside), "{sides}");
            for (at, one) in drawn.nodes.iter().enumerate() {
                let apart = |other: &Node| (one.x - other.x).hypot(one.y - other.y) >= 26.0;
                assert!(drawn.nodes[at + 1..].iter().all(apart), "{sides}");
            }
            assert_eq!(drawn.threads.len() + drawn.left_out, sides, "no pair is lost");
        }
    }

    #[test]
    fn those_that_met_stand_side_by_side() {
        let drawn = draw(&page(8), &Ask::default()).expect("a drawing");
        let at = |key: &str| drawn.nodes.iter().find(|node| node.key == key).map(|n| (n.x, n.y));
        let (one, other) = at("P00").zip(at("P01")).expect("both");
        let far = at("P04").expect("a third");
        let long = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
        assert!(long(one, other) < long(one, far));
    }

    #[test]
    fn the_same_pairs_give_the_same_drawing_and_none_give_none() {
        let draw_it = || draw(&page(20), &Ask::default());
        assert_eq!(draw_it(), draw_it());
        assert_eq!(draw(&page(0), &Ask::default()), None);
    }
}
