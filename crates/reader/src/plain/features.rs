//! What is known of each line of a text, as numbers for the model that tells the article from the rest.

use std::collections::HashMap;

use super::clean::{self, Title};
use super::headline;
use super::label::{Label, normal};
use super::look::{self, form};
use super::sort::{Seen, Sort};
use super::spread::{Spread, cores};
use super::vocabulary::Vocabulary;
use crate::look::{sort, truth};
use crate::terms::{Terms, terms};

/// One row of numbers for each line. `title` is what the story is called, if that is known.
pub(super) fn rows(seen: &[Seen], title: Option<Title>) -> Vec<Vec<f32>> {
    let page = Page::of(seen, title);
    (0..seen.len()).map(|at| page.row(at)).collect()
}

/// A text with everything that its lines are compared with.
pub(super) struct Page<'a> {
    seen: &'a [Seen<'a>],
    terms: Vec<Vec<u64>>,
    /// Stretches that hold much running text, from strict to generous.
    cores: [Spread; 3],
    title: Terms,
    /// The first paragraphs of the strictest stretch, and all of its running text.
    lead: Terms,
    story: Terms,
    /// The lines of running text, and those that are the lead.
    running: Vec<usize>,
    led: Vec<usize>,
    heading: Option<usize>,
    /// How often each line stands in the text, numbers aside, and how many begin with its first word.
    copies: HashMap<String, f32>,
    openings: HashMap<&'a str, f32>,
    places: Vec<Place>,
    whole: [f32; 7],
    /// Where the rules find the article.
    ruled: Option<Spread>,
}

/// Where a line stands among the others.
#[derive(Clone, Copy)]
struct Place {
    /// Words of running text before it.
    before: f32,
    /// Lines since and until running text.
    since: f32,
    until: f32,
    /// Lines since the last line of dates, of names, stock phrase that opens a box or ends the article.
    marked: [f32; 4],
    /// Such lines before it.
    counts: [f32; 4],
    /// The lines around it that are set alike: how many, how many of them above, words of each.
    alike: [f32; 3],
}

/// Lines beyond which nothing is near.
const FAR: f32 = 40.0;
/// Paragraphs of the lead.
const LEAD: usize = 3;
/// Paragraphs on each side that a line is compared with.
const NEAR: usize = 3;

impl<'a> Page<'a> {
    pub fn of(seen: &'a [Seen<'a>], title: Option<Title>) -> Page<'a> {
        let terms: Vec<Vec<u64>> = seen.iter().map(|seen| terms(&seen.line.text)).collect();
        let cores = cores(seen);
        let mut page = Page {
            cores,
            title: Terms::default(),
            lead: Terms::default(),
            story: Terms::default(),
            running: (0..seen.len()).filter(|at| is_running(&seen[*at])).collect(),
            led: Vec::new(),
            heading: None,
            copies: HashMap::new(),
            openings: HashMap::new(),
            places: places(seen),
            whole: whole(seen, cores[0]),
            ruled: clean::article(seen).map(Spread::from),
            terms,
            seen,
        };
        page.read_story();
        page.read_title(title);
        for seen in seen {
            *page.copies.entry(normal(&seen.line.text)).or_default() += 1.0;
            *page.openings.entry(opening(&seen.line.text)).or_default() += 1.0;
        }
        page
    }

    /// One past the article's last line as the rules find it, if they find one.
    pub fn end_by_rules(&self) -> Option<usize> {
        self.ruled.map(|lines| lines.last + 1)
    }

    fn read_story(&mut self) {
        let core = self.cores[0];
        let prose = self.running.iter().copied().filter(|at| core.holds(*at));
        self.led = prose.clone().take(LEAD).collect();
        prose.for_each(|at| self.story.add(&self.terms[at]));
        self.led.iter().for_each(|at| self.lead.add(&self.terms[*at]));
    }

    fn read_title(&mut self, title: Option<Title>) {
        let (above, rest) = self.seen.split_at(self.cores[0].first.min(self.seen.len()));
        let lead = rest.iter().filter(|seen| is_running(seen)).take(12);
        let body = Vocabulary::of(lead.map(|seen| seen.line.text.as_str()));
        self.heading = headline::find(above, title, &body);
        match (self.heading, title) {
            (Some(at), _) => self.title.add(&self.terms[at]),
            (None, Some(title)) => self.title.add(&terms(title.text())),
            _ => {}
        }
    }

    /// The numbers of a line.
    pub fn row(&self, at: usize) -> Vec<f32> {
        let mut row = Vec::with_capacity(128);
        look::numbers(&self.seen[at], self.terms[at].len(), &mut row);
        self.company(at, &mut row);
        self.place(at, &mut row);
        row
    }

    /// What it has in common with other lines.
    fn company(&self, at: usize, row: &mut Vec<f32>) {
        let (seen, terms) = (&self.seen[at], &self.terms[at]);
        let own = u32::from(self.cores[0].holds(at) && is_running(seen));
        let led = u32::from(self.led.contains(&at));
        row.extend([
            self.title.share(terms, 0),
            self.title.covered(terms),
            self.story.share(terms, own),
            self.lead.share(terms, led),
            self.copies.get(&normal(&seen.line.text)).copied().unwrap_or_default(),
            self.openings.get(opening(&seen.line.text)).copied().unwrap_or_default(),
            seen.run.lines as f32,
            seen.run.numbered as f32,
        ]);
        let (above, rest) = self.running.split_at(self.running.partition_point(|r| *r < at));
        let below = rest.iter().filter(|other| **other != at);
        row.push(self.shared(above.iter().rev().take(NEAR), at));
        row.push(self.shared(below.take(NEAR), at));
        for reach in [3, 8, 20] {
            row.extend(self.density(at, reach));
        }
        for step in [-4, -3, -2, -1, 1, 2, 3, 4] {
            self.neighbour(at, step, row);
        }
    }

    /// The share of a line's words that other lines have.
    fn shared<'b>(&self, others: impl Iterator<Item = &'b usize>, at: usize) -> f32 {
        let mut known = Terms::default();
        others.for_each(|other| known.add(&self.terms[*other]));
        known.share(&self.terms[at], 0)
    }

    /// Share of running text among the lines around it, and their words.
    fn density(&self, at: usize, reach: usize) -> [f32; 2] {
        let from = at.saturating_sub(reach);
        let around = self.seen.iter().skip(from).take(at - from + reach + 1);
        let (mut all, mut prose, mut lines) = (0.0, 0.0, 0.0);
        for seen in around {
            all += seen.shape.words as f32;
            prose += if is_running(seen) { seen.shape.words as f32 } else { 0.0 };
            lines += 1.0;
        }
        [prose / all.max(1.0), (all / lines).ln_1p()]
    }

    fn neighbour(&self, at: usize, step: isize, row: &mut Vec<f32>) {
        let next = at.checked_add_signed(step).and_then(|at| self.seen.get(at));
        match next {
            Some(next) => row.extend([
                (next.shape.words as f32).ln_1p(),
                sort(next.sort),
                form(next.line.form),
                truth(next.shape.ends),
            ]),
            None => row.extend([-1.0; 4]),
        }
    }

    /// Where it stands.
    fn place(&self, at: usize, row: &mut Vec<f32>) {
        let place = self.places[at];
        let [lines, prose, ..] = self.whole;
        let gap = |at: usize| self.seen.get(at).map_or(9.0, |seen| seen.line.gap.min(9) as f32);
        row.extend(self.whole);
        row.extend([
            at as f32 / lines.max(1.0),
            (at as f32).ln_1p(),
            (lines - at as f32).ln_1p(),
            place.before / prose.max(1.0),
            place.before.ln_1p(),
            (prose - place.before).max(0.0).ln_1p(),
            place.since,
            place.until,
            gap(at),
            gap(at + 1),
            self.heading.map_or(200.0, |h| (at as f32 - h as f32).clamp(-100.0, 100.0)),
        ]);
        row.extend(place.marked);
        row.extend(place.counts);
        row.extend(place.alike);
        for core in self.cores.into_iter().chain([self.ruled.unwrap_or_default()]) {
            row.extend(core.against(at));
        }
        row.extend([gap(at + 2), at.checked_sub(1).map_or(9.0, gap)]);
    }
}

/// Running text by its look alone.
pub(super) fn is_running(seen: &Seen) -> bool {
    matches!(seen.sort, Sort::Prose | Sort::Sentence)
}

fn opening(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// What the text is like as a whole: lines, words of running text, and shares of lines that are
/// in the best stretch, running text, listed, stock phrases, and without a blank line before them.
fn whole(seen: &[Seen], core: Spread) -> [f32; 7] {
    let lines = seen.len().max(1) as f32;
    let running = seen.iter().filter(|seen| is_running(seen));
    let prose: usize = running.clone().map(|seen| seen.shape.words).sum();
    let inside = seen.get(core.first..=core.last).unwrap_or_default();
    let held: usize = inside.iter().filter(|seen| is_running(seen)).map(|s| s.shape.words).sum();
    let share = |test: fn(&&Seen) -> bool| seen.iter().filter(test).count() as f32 / lines;
    [
        lines,
        prose as f32,
        held as f32 / prose.max(1) as f32,
        running.count() as f32 / lines,
        share(|seen| seen.is_listed()),
        share(|seen| matches!(seen.sort, Sort::Furniture(_))),
        share(|seen| seen.line.gap == 0),
    ]
}

fn places(seen: &[Seen]) -> Vec<Place> {
    let mut place = Place {
        before: 0.0,
        since: FAR,
        until: FAR,
        marked: [FAR; 4],
        counts: [0.0; 4],
        alike: [0.0; 3],
    };
    let mut places = Vec::with_capacity(seen.len());
    for seen in seen {
        places.push(place);
        let running = is_running(seen);
        place.before += if running { seen.shape.words as f32 } else { 0.0 };
        place.since = if running { 0.0 } else { (place.since + 1.0).min(FAR) };
        place.marked.iter_mut().for_each(|since| *since = (*since + 1.0).min(FAR));
        if let Some(mark) = mark(seen.sort) {
            place.marked[mark] = 0.0;
            place.counts[mark] += 1.0;
        }
    }
    let mut until = FAR;
    for (place, seen) in places.iter_mut().zip(seen).rev() {
        place.until = until;
        until = if is_running(seen) { 0.0 } else { (until + 1.0).min(FAR) };
    }
    measure_alike(seen, &mut places);
    places
}

/// Lines that say what comes after them.
fn mark(sort: Sort) -> Option<usize> {
    match sort {
        Sort::Stamp(_) => Some(0),
        Sort::Byline(_) => Some(1),
        Sort::Furniture(Label::Box) => Some(2),
        Sort::Furniture(Label::Tail) => Some(3),
        _ => None,
    }
}

fn measure_alike(seen: &[Seen], places: &mut [Place]) {
    let mut start = 0;
    for run in seen.chunk_by(|a, b| a.is_listed() == b.is_listed()) {
        let words: usize = run.iter().map(|seen| seen.shape.words).sum();
        let each = words as f32 / run.len() as f32;
        let here = places.iter_mut().skip(start).take(run.len());
        here.enumerate().for_each(|(at, place)| place.alike = [run.len() as f32, at as f32, each]);
        start += run.len();
    }
}
