//! What is known of each line of a page, as numbers for the model that tells the article from the rest.

use std::cell::OnceCell;

use rustc_hash::FxHashMap as HashMap;

use super::groups::{Top, alike, card, cards, is_inside, keys, ratio, tops};
use super::outline::{Frame, NOWHERE, Outline, Strip, Tag, Weight};
use super::places::{Place, places};
use crate::look::{Letters, first, last, sort, truth};
use crate::plain::{Form, Seen, normal};
use crate::terms::{Terms, terms};

/// What the page says of itself.
#[derive(Clone, Copy, Default)]
pub(super) struct About<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// The story as given in the page's structured data.
    pub body: &'a str,
}

/// A page with everything that lines are compared with.
pub(super) struct Page<'a> {
    outline: &'a Outline,
    seen: &'a [Seen<'a>],
    /// The words of each line that was asked for.
    terms: Vec<OnceCell<Vec<u64>>>,
    title: Terms,
    description: Terms,
    /// The letters of the story as the structured data gives it.
    body: String,
    story: Terms,
    /// Elements of the same name and class that hold running text, and how many lines each has.
    cards: HashMap<u64, (f32, f32)>,
    total: Weight,
    /// Elements that hold most of the running text, by different measures.
    tops: [Top; 3],
    /// Running text in elements of the same name and class, by the element and those around it.
    alike: [HashMap<u64, (f32, f32)>; 2],
    copies: HashMap<&'a str, f32>,
    /// The line that is the title.
    heading: Option<usize>,
    places: Vec<Place>,
}

/// Lines beyond which nothing is near.
pub(super) const FAR: usize = 30;

impl<'a> Page<'a> {
    /// Looks at the whole of a page.
    pub fn of(outline: &'a Outline, seen: &'a [Seen<'a>], about: About) -> Page<'a> {
        let total = outline.frames.first().map(|frame| frame.weight).unwrap_or_default();
        let tops = tops(outline, total);
        let mut copies: HashMap<&str, f32> = HashMap::default();
        outline.lines.iter().for_each(|line| *copies.entry(&line.text).or_default() += 1.0);
        let title = normal(about.title);
        let heading = outline.lines.iter().position(|line| {
            !title.is_empty()
                && line.text.len() < 2 * about.title.len() + 20
                && normal(&line.text) == title
        });
        let mut page = Page {
            places: places(outline, seen),
            alike: alike(outline),
            cards: cards(outline),
            body: letters(about.body).collect(),
            title: one(about.title),
            description: one(about.description),
            outline,
            seen,
            terms: vec![OnceCell::new(); outline.lines.len()],
            story: Terms::default(),
            total,
            tops,
            copies,
            heading,
        };
        for at in 0..seen.len() {
            if page.own(at) > 0 {
                page.story.add(page.terms[at].get_or_init(|| terms(&outline.lines[at].text)));
            }
        }
        page.heading = page.heading.or_else(|| page.likest_heading());
        page
    }

    /// The different content words of a line.
    fn terms(&self, at: usize) -> &[u64] {
        self.terms[at].get_or_init(|| terms(&self.outline.lines[at].text))
    }

    /// The heading that shares most with the title.
    fn likest_heading(&self) -> Option<usize> {
        let headings =
            self.outline.lines.iter().enumerate().filter(|(_, l)| l.form == Form::Heading);
        let shares = headings.map(|(at, _)| (at, self.title.covered(self.terms(at))));
        shares.filter(|(_, s)| *s > 0.5).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
    }

    /// The numbers of a line.
    pub fn row(&self, at: usize) -> Vec<f32> {
        let mut row = Vec::with_capacity(160);
        self.words(at, &mut row);
        self.setting(at, &mut row);
        self.groups(at, &mut row);
        self.order(at, &mut row);
        row
    }

    /// What its words look like.
    fn words(&self, at: usize, row: &mut Vec<f32>) {
        let (line, strip, seen) =
            (&self.outline.lines[at], &self.outline.strips[at], &self.seen[at]);
        let chars = strip.chars.max(1) as f32;
        let share = |n: usize| n as f32 / chars;
        let text = line.text.as_str();
        let letters = Letters::of(text);
        let words = seen.shape.words as f32;
        row.extend([
            words.ln_1p(),
            chars.ln(),
            truth(seen.shape.ends),
            truth(seen.shape.inner_end),
            share(strip.linked),
            share(strip.strong),
            share(strip.slanted),
            form(line.form),
            sort(seen.sort),
            letters.commas as f32 / (words + 1.0),
            share(letters.digits),
            share(letters.capitals),
            first(text),
            last(text),
            strip.anchors as f32,
            truth(strip.opens_linked),
            strip.pictures.min(9) as f32,
            self.outline.strips.get(at + 1).map_or(0, |next| next.pictures.min(9)) as f32,
            self.in_body(text),
            letters.capitalised as f32 / (words + 1.0),
            letters.rules as f32,
            truth(letters.ats > 0) + 2.0 * truth(text.contains("http")),
            truth(letters.rights > 0),
            chars / (words + 1.0),
            self.title.share(self.terms(at), 0),
            self.title.covered(self.terms(at)),
            self.description.share(self.terms(at), 0),
            self.description.covered(self.terms(at)),
            self.story.share(self.terms(at), self.own(at)),
            self.terms(at).len() as f32,
            self.copies.get(text).copied().unwrap_or_default(),
            seen.run.lines as f32,
            seen.run.numbered as f32,
        ]);
    }

    /// Whether the structured data has the line, if it has the story at all.
    fn in_body(&self, text: &str) -> f32 {
        if self.body.is_empty() {
            return -1.0;
        }
        let start: String = letters(text).take(START).collect();
        truth(!start.is_empty() && self.body.contains(&start))
    }

    /// Lines of the story that the line itself is: its words are not compared with themselves.
    fn own(&self, at: usize) -> u32 {
        let strip = &self.outline.strips[at];
        u32::from(strip.running && is_inside(self.outline, strip.owner, self.tops[0].frame))
    }

    fn frame(&self, at: usize) -> &Frame {
        &self.outline.frames[at]
    }

    /// What the elements around it say.
    fn setting(&self, at: usize, row: &mut Vec<f32>) {
        let frame = self.frame(self.outline.strips[at].owner);
        row.push(f32::from(frame.depth));
        row.push(frame.tag as u8 as f32);
        row.extend(frame.nearest.iter().map(|place| match *place {
            NOWHERE => 20.0,
            place => f32::from(frame.depth - place).min(15.0),
        }));
    }

    /// How much running text stands around it.
    fn groups(&self, at: usize, row: &mut Vec<f32>) {
        let strip = &self.outline.strips[at];
        let mut frame = strip.owner;
        for _ in 0..4 {
            let found = self.frame(frame);
            let weight = found.weight;
            row.extend([
                ratio(weight.prose, self.total.prose),
                ratio(weight.linked, weight.chars),
                ratio(weight.chars, self.total.chars),
                ratio(weight.near, self.total.prose),
                (weight.lines as f32).ln_1p(),
            ]);
            frame = found.parent;
        }
        for (alike, key) in self.alike.iter().zip(self.keys(strip)) {
            let (prose, lines) = alike.get(&key).copied().unwrap_or_default();
            row.extend([
                prose / (self.total.prose.max(1) as f32),
                lines.ln_1p(),
                prose / lines.max(1.0),
            ]);
        }
        for top in self.tops {
            row.extend(self.against(at, strip, top));
        }
        let mut frame = strip.owner;
        for _ in 0..3 {
            frame = self.frame(frame).parent;
            let (count, lines) = self.cards.get(&self.card(frame)).copied().unwrap_or_default();
            row.extend([count, lines / count.max(1.0)]);
        }
        self.story_frame(strip, row);
    }

    fn card(&self, frame: usize) -> u64 {
        card(self.outline, frame)
    }

    /// The nearest element that calls itself an article, or main.
    fn story_frame(&self, strip: &Strip, row: &mut Vec<f32>) {
        let mut frame = strip.owner;
        while self.frame(frame).tag != Tag::Article && self.frame(frame).parent != frame {
            frame = self.frame(frame).parent;
        }
        let found = self.frame(frame);
        let headed =
            self.heading.map_or(-1.0, |at| truth(self.holds(frame, self.outline.strips[at].owner)));
        let (count, _) = self.cards.get(&self.card(frame)).copied().unwrap_or_default();
        row.extend([
            ratio(found.weight.prose, self.total.prose),
            headed,
            count,
            f32::from(self.frame(strip.owner).depth - found.depth),
        ]);
    }

    fn keys(&self, strip: &Strip) -> [u64; 2] {
        keys(self.outline, strip)
    }

    /// Where the line stands as seen from an element that may be the article's.
    fn against(&self, at: usize, strip: &Strip, top: Top) -> [f32; 4] {
        let mut frame = strip.owner;
        let mut up = 0;
        let end = self.frame(top.frame).end;
        while !(frame <= top.frame && self.frame(frame).end >= end)
            && up < FAR
            && !self.holds(top.frame, frame)
        {
            frame = self.frame(frame).parent;
            up += 1;
        }
        let inside = self.holds(top.frame, strip.owner);
        let levels = if inside {
            f32::from(self.frame(strip.owner).depth) - f32::from(self.frame(top.frame).depth)
        } else {
            -1.0 - f32::from(self.frame(top.frame).depth.saturating_sub(self.frame(frame).depth))
        };
        let width = (top.last.saturating_sub(top.first) + 1) as f32;
        let place = (at as f32 - top.first as f32) / width;
        let off = if at < top.first {
            at as f32 - top.first as f32
        } else {
            at.saturating_sub(top.last) as f32
        };
        [levels, place.clamp(-3.0, 4.0), off.clamp(-40.0, 40.0), top.share]
    }

    fn holds(&self, outer: usize, inner: usize) -> bool {
        is_inside(self.outline, inner, outer)
    }

    /// What stands before and after it.
    fn order(&self, at: usize, row: &mut Vec<f32>) {
        let place = self.places[at];
        let lines = self.outline.lines.len();
        let heading =
            self.heading.map_or(200.0, |heading| (at as f32 - heading as f32).clamp(-100.0, 100.0));
        row.extend([
            at as f32 / lines as f32,
            ratio(place.before, self.total.prose),
            place.since.min(FAR) as f32,
            place.until.min(FAR) as f32,
            place.headed.min(FAR) as f32,
            place.heading,
            place.boxed.min(FAR) as f32,
            place.tailed.min(2 * FAR) as f32,
            heading,
            (lines as f32).ln(),
            (self.total.prose as f32).ln_1p(),
        ]);
        for step in [-3, -2, -1, 1, 2, 3] {
            self.neighbour(at, step, row);
        }
        for reach in [3, 8] {
            row.push(self.density(at, reach));
        }
    }

    fn neighbour(&self, at: usize, step: isize, row: &mut Vec<f32>) {
        let Some(next) =
            at.checked_add_signed(step).filter(|next| *next < self.outline.lines.len())
        else {
            row.extend([-1.0; 6]);
            return;
        };
        let (strip, other) = (&self.outline.strips[at], &self.outline.strips[next]);
        let (own, its) = (self.frame(strip.owner), self.frame(other.owner));
        row.extend([
            (self.seen[next].shape.words as f32).ln_1p(),
            ratio(other.linked, other.chars),
            sort(self.seen[next].sort),
            truth(own.parent == its.parent),
            truth(own.signature == its.signature),
            f32::from(own.depth) - f32::from(its.depth),
        ]);
    }

    /// Share of running text among the lines around it.
    fn density(&self, at: usize, reach: usize) -> f32 {
        let from = at.saturating_sub(reach);
        let around = self.outline.strips.iter().skip(from).take(at - from + reach + 1);
        let (mut all, mut prose) = (0, 0);
        for strip in around {
            all += strip.chars;
            prose += if strip.running { strip.chars } else { 0 };
        }
        ratio(prose, all)
    }
}

fn one(text: &str) -> Terms {
    let mut found = Terms::default();
    found.add(&terms(text));
    found
}

/// Letters and figures alone, in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Letters at a line's start that are looked for in the story.
const START: usize = 40;

fn form(form: Form) -> f32 {
    match form {
        Form::Plain => 0.0,
        Form::Item | Form::Indented => 1.0,
        Form::Heading => 2.0,
        Form::Caption => 3.0,
        Form::Linked => 4.0,
    }
}
