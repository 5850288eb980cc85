//! Swim-lanes over time: a mark where a row stands, as wide as its days are unsure, with a thread from the day it was announced.

use jiff::civil::Date;
use serde::Serialize;

use super::axis::{Axis, Tick};
use super::measure::{clipped, tenth, width_of};
use super::overview::{self, Bar};
use crate::ask::{Ask, FROM, UNTIL};
use crate::pages::timeline::{Entry, Lane, Timeline};

/// Where the first day stands.
pub const LEFT: f64 = 12.0;
/// How wide the days are together.
pub const WIDTH: f64 = 736.0;
/// The side of the square that belongs to a mark, so that it can be hit.
const ROOM: f64 = 24.0;
/// The most rows of marks in a lane; what has no room there is counted.
const DEPTH: [usize; 3] = [14, 9, 9];
/// Letters of a name beside a mark.
const LETTERS: usize = 22;
/// How high they are.
const SIZE: f64 = 12.0;

/// A drawn timeline.
#[derive(Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// How high it is.
    pub height: f64,
    /// Ticks of the axis.
    pub ticks: Vec<Tick>,
    /// The lanes, from the top.
    pub lanes: Vec<DrawnLane>,
    /// All rows by parts of the time.
    pub bars: Vec<Bar>,
    /// How many rows of this page are too far off, or have no room.
    pub left_out: usize,
}

/// One lane.
#[derive(Debug, PartialEq, Serialize)]
pub struct DrawnLane {
    /// Among what its rows stand.
    pub lane: Lane,
    /// Its upper edge.
    pub y: f64,
    /// How high it is.
    pub height: f64,
    /// Its marks.
    pub marks: Vec<Mark>,
    /// How many had no room, where.
    pub more: Vec<More>,
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// The row.
    pub id: String,
    /// Its state: what shape it has.
    pub state: String,
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// From the first to the last day that it can have been, if these are two.
    pub bar: Option<(f64, f64)>,
    /// Since when it was announced.
    pub planned: Option<f64>,
    /// By when it is due.
    pub due: Option<f64>,
    /// Words beside it, and on which side.
    pub label: Option<Label>,
    /// All of it in words.
    pub title: String,
}

/// Words beside a mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Label {
    /// Where they begin or end.
    pub x: f64,
    /// `start` or `end`
    pub anchor: &'static str,
    /// The words.
    pub words: String,
}

/// Rows that had no room.
#[derive(Debug, PartialEq, Serialize)]
pub struct More {
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
    /// How many.
    pub rows: usize,
    /// The query that shows these days alone.
    pub query: String,
}

/// The rows of a page.
pub fn draw(page: &Timeline, ask: &Ask) -> Option<Drawn> {
    let axis = axis(page, ask)?;
    let mut y = 0.0;
    let mut lanes = Vec::new();
    let is_on = |entry: &&Entry| day(entry).is_some_and(|day| axis.holds(day));
    for (lane, depth) in Lane::ALL.into_iter().zip(DEPTH) {
        let entries: Vec<&Entry> =
            page.entries.iter().filter(|e| e.lane == lane).filter(is_on).collect();
        if !entries.is_empty() {
            let drawn = drawn_lane((lane, depth), &entries, &axis, ask).lowered(y);
            y = tenth(drawn.y + drawn.height + 6.0);
            lanes.push(drawn);
        }
    }
    let shown: usize = lanes.iter().map(|lane| lane.marks.len()).sum();
    let left_out = page.entries.len() - shown;
    let is_part = left_out > 0 || page.extent.all > page.entries.len();
    let bars = if is_part { overview::bars(&page.bins, ask) } else { Vec::new() };
    Some(Drawn { height: y, ticks: axis.ticks(), lanes, bars, left_out })
}

/// Over the days that were asked for, else over those of the rows.
fn axis(page: &Timeline, ask: &Ask) -> Option<Axis> {
    let over = Axis::over(page.entries.iter().filter_map(day).collect(), LEFT, WIDTH)?;
    Some(match (ask.day(FROM), ask.day(UNTIL)) {
        (Some(first), Some(last)) if first < last => Axis::new(first, last, LEFT, WIDTH),
        _ => over,
    })
}

/// Where a row is drawn.
fn day(entry: &Entry) -> Option<Date> {
    entry.from.or(entry.last)
}

fn drawn_lane(
    (lane, depth): (Lane, usize),
    entries: &[&Entry],
    axis: &Axis,
    ask: &Ask,
) -> DrawnLane {
    /// With more marks than this, names beside them would push each other about.
    const NAMED: usize = 40;
    /// What the words over a lane take.
    const HEAD: f64 = 22.0;
    let is_named = entries.len() <= NAMED;
    let mut ends: Vec<f64> = Vec::new();
    let mut marks = Vec::new();
    let mut crowded = Vec::new();
    for entry in entries {
        let mark = mark(entry, axis, is_named);
        let (left, right) = extent(&mark);
        let row = ends.iter().position(|end| *end <= left).unwrap_or(ends.len());
        if row >= depth {
            crowded.push((mark.x, *entry));
            continue;
        }
        ends.resize(ends.len().max(row + 1), 0.0);
        ends[row] = right;
        marks.push(Mark { y: HEAD + (row as f64 + 0.5) * ROOM, ..mark });
    }
    let foot = HEAD + ends.len() as f64 * ROOM;
    let more = more(&crowded, foot, ask);
    let height = foot + if more.is_empty() { 0.0 } else { ROOM };
    DrawnLane { lane, y: 0.0, height, marks, more }
}

impl DrawnLane {
    fn lowered(mut self, by: f64) -> DrawnLane {
        self.y += by;
        self.marks.iter_mut().for_each(|mark| mark.y = tenth(mark.y + by));
        self.more.iter_mut().for_each(|more| more.y = tenth(more.y + by));
        self
    }
}

/// Those that had no room, by the part of the lane that they are in.
fn more(crowded: &[(f64, &Entry)], y: f64, ask: &Ask) -> Vec<More> {
    /// How wide such a part is.
    const PART: f64 = 46.0;
    let part = |x: f64| ((x - LEFT) / PART).floor();
    let more = |rows: &[(f64, &Entry)]| {
        let days = || rows.iter().filter_map(|(_, entry)| day(entry));
        let (first, last) = (days().min()?, days().max()?);
        let x = tenth((LEFT + (part(rows[0].0) + 0.5) * PART).min(LEFT + WIDTH - PART / 2.0));
        let query = overview::query(ask, first, last);
        Some(More { x, y: y + ROOM / 2.0, rows: rows.len(), query })
    };
    crowded.chunk_by(|a, b| part(a.0) == part(b.0)).filter_map(more).collect()
}

fn mark(entry: &Entry, axis: &Axis, is_named: bool) -> Mark {
    let (first, last) = (entry.from.or(entry.last), entry.last.or(entry.from));
    let ends = first.zip(last).map(|(first, last)| (axis.x(first), axis.x(last)));
    let bar = ends.filter(|(left, right)| right - left > 3.0);
    let x = ends.map_or(LEFT, |(left, right)| tenth((left + right) / 2.0));
    let is_apart = |to: &f64| (to - x).abs() > 8.0;
    let planned = entry.planned.map(|day| axis.x(day)).filter(|from| *from < x && is_apart(from));
    let due = entry.due.map(|day| axis.x(day)).filter(|to| *to > x && is_apart(to));
    let name = entry.short.as_deref().filter(|_| is_named);
    let right = bar.map_or(x, |(_, right)| right);
    let left = planned.unwrap_or(x).min(bar.map_or(x, |(left, _)| left));
    Mark {
        id: entry.id.clone(),
        state: entry.state.clone(),
        x,
        y: 0.0,
        bar,
        planned,
        due,
        label: name.map(|name| label(name, left, right)),
        title: format!("{}: {}; {}", entry.when, clipped(&entry.line, 240), entry.state),
    }
}

/// Behind the mark, or before it where there is no room behind.
fn label(name: &str, left: f64, right: f64) -> Label {
    let words = clipped(name, LETTERS);
    let (behind, before) = (right + 10.0, left - 10.0);
    let fits = behind + width_of(&words, SIZE) <= LEFT + WIDTH;
    let (x, anchor) = if fits { (behind, "start") } else { (before, "end") };
    Label { x: tenth(x), anchor, words }
}

/// What a mark takes of its row, with its thread and its words.
fn extent(mark: &Mark) -> (f64, f64) {
    let half = ROOM / 2.0;
    let label = mark.label.as_ref().map(|label| {
        let width = width_of(&label.words, SIZE);
        if label.anchor == "start" {
            (label.x, label.x + width + 6.0)
        } else {
            (label.x - width - 6.0, label.x)
        }
    });
    let parts = [
        Some((mark.x - half, mark.x + half)),
        mark.bar,
        mark.planned.map(|from| (from - 5.0, mark.x)),
        mark.due.map(|to| (mark.x, to + 5.0)),
        label,
    ];
    let parts = parts.into_iter().flatten();
    parts.fold((mark.x, mark.x), |(left, right), part| (left.min(part.0), right.max(part.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::parts;
    use jiff::ToSpan;
    use jiff::civil::date;

    fn entry(lane: Lane, from: Date, last: Date) -> Entry {
        Entry {
            id: format!("m-{from}"),
            lane,
            edtf: String::new(),
            when: from.to_string(),
            from: Some(from),
            last: Some(last),
            state: "held".to_owned(),
            line: "a meeting".to_owned(),
            short: Some("Some Town".to_owned()),
            planned: from.checked_sub(20.days()).ok(),
            due: None,
            origins: Some(1),
        }
    }

    fn page(entries: Vec<Entry>) -> Timeline {
        Timeline {
            extent: parts::extent(&(0..entries.len()), entries.len()),
            entries,
            bins: Vec::new(),
            bin: String::new(),
            undated: 0,
            parties: Vec::new(),
            issues: Vec::new(),
            states: Vec::new(),
        }
    }

    fn many() -> Timeline {
        let day = |n: i32| date(2022, 1, 1).checked_add((n * n % 500).days()).expect("a day");
        let mut days: Vec<Date> = (0..300).map(day).collect();
        days.sort();
        let last =
            |n: usize, day: Date| day.checked_add((n as i32 % 7 / 6 * 30).days()).expect("a day");
        page(
            days.iter()
                .enumerate()
                .map(|(n, d)| entry(Lane::ALL[n % 3], *d, last(n, *d)))
                .collect(),
        )
    }

    fn draw_it(page: &Timeline) -> Drawn {
        draw(page, &Ask::default()).expect("a drawing")
    }

    #[test]
    fn every_mark_is_in_the_frame_and_none_is_lost() {
        let page = many();
        let drawn = draw_it(&page);
        let marks: Vec<&Mark> = drawn.lanes.iter().flat_map(|lane| &lane.marks).collect();
        assert!(marks.iter().all(|mark| (LEFT..=LEFT + WIDTH).contains(&mark.x)));
        assert!(marks.iter().all(|mark| (0.0..=drawn.height).contains(&mark.y)));
        let more: usize =
            drawn.lanes.iter().flat_map(|lane| &lane.more).map(|more| more.rows).sum();
        assert_eq!(marks.len() + more, page.entries.len());
        assert_eq!(drawn.left_out, more);
    }

    #[test]
    fn no_two_marks_of_a_row_are_nearer_than_a_finger_needs() {
        let drawn = draw_it(&many());
        for lane in &drawn.lanes {
            for pair in lane.marks.iter().zip(lane.marks.iter().skip(1)) {
                let (one, other) = pair;
                assert!(
                    one.y != other.y || (one.x - other.x).abs() >= ROOM - 0.2,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn a_day_is_a_dot_a_range_a_bar_and_a_plan_a_thread() {
        let (one, other) = (date(2023, 5, 10), date(2023, 6, 30));
        let drawn =
            draw_it(&page(vec![entry(Lane::Meeting, one, one), entry(Lane::Meeting, one, other)]));
        let marks = &drawn.lanes[0].marks;
        assert_eq!((marks[0].bar, marks[0].planned.is_some()), (None, true));
        assert!(marks[1].bar.is_some_and(|(left, right)| left < marks[1].x && marks[1].x < right));
        assert!(marks[0].x < marks[1].x, "the later stands to the right");
    }

    #[test]
    fn the_same_rows_give_the_same_drawing_and_no_row_gives_none() {
        assert_eq!(draw_it(&many()), draw_it(&many()));
        assert_eq!(draw(&page(Vec::new()), &Ask::default()), None);
    }
}
