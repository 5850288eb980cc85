//! What a line is, looked at alone.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::page_date::Order;

use super::byline::is_byline;
use super::label::{Label, Labels};
use super::line::{Form, Line, Part};
use super::openings::{Openings, opening};
use super::picture::{self, Picture};
use super::shape::Shape;
use super::stamp::{self, Stamp};

/// What a line may be. Its neighbours decide the rest.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sort {
    Furniture(Label),
    /// Nothing but dates.
    Stamp(Stamp),
    /// With the dates in it.
    Byline(Stamp),
    PhotoCredit,
    Caption,
    /// Who stands behind the text.
    Credit,
    Correction,
    /// Surely running text.
    Prose,
    /// Running text, if its neighbours are.
    Sentence,
    /// No sentence: a headline, a subheading, a name, a menu item.
    Short,
}

/// A line and what was seen of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen<'a> {
    pub line: &'a Line,
    pub shape: Shape,
    pub sort: Sort,
    /// Of lines without a sentence: the run it stands in.
    pub run: Run,
}

/// Lines without a sentence, one after another.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    pub lines: usize,
    /// Those with a number.
    pub numbered: usize,
}

impl Run {
    /// Rows of a table or a list of dates: nearly every line has a number in it.
    pub fn is_table(self) -> bool {
        self.lines >= TABLE && self.numbered * 10 >= self.lines * 8
    }
}

/// Lines from which on a run of short ones can be a table.
const TABLE: usize = 5;

impl Seen<'_> {
    pub fn has_number(&self) -> bool {
        self.line.text.contains(|c: char| c.is_ascii_digit())
    }

    /// Running text that is not part of a list.
    pub fn is_plain_prose(&self) -> bool {
        self.sort == Sort::Prose && matches!(self.line.form, Form::Plain)
    }

    /// In a masthead, a side column, a footer.
    pub fn is_in_margin(&self) -> bool {
        self.line.part == Part::Margin
    }

    /// Part of a list, by bullet, indent or links.
    pub fn is_listed(&self) -> bool {
        matches!(self.line.form, Form::Item | Form::Indented | Form::Linked)
    }
}

/// Looks at every line.
pub(crate) fn sort_all<'a>(lines: &'a [Line], order: Order) -> Vec<Seen<'a>> {
    let labels = Labels::shared();
    let seen = |line: &'a Line| {
        let shape = Shape::of(&line.text);
        Seen { line, shape, sort: sort(line, shape, labels, order), run: Run::default() }
    };
    let mut all: Vec<Seen> = lines.iter().map(seen).collect();
    mark_captions(&mut all);
    measure_runs(&mut all);
    all
}

/// Words of the shortest line whose repetition means something.
const REPEATED: usize = 8;

/// A sentence that stands in a list and again elsewhere is a picture's; so is one with a photograph's
/// credit directly under it.
fn mark_captions(all: &mut [Seen]) {
    let listed = all.iter().filter(|seen| seen.is_listed() && seen.shape.words >= REPEATED);
    let mut copies: FxHashMap<&str, usize> =
        listed.map(|seen| (seen.line.text.as_str(), 0)).collect();
    for seen in all.iter() {
        if let Some(count) = copies.get_mut(seen.line.text.as_str()) {
            *count += 1;
        }
    }
    for at in 0..all.len() {
        let again = copies.get(all[at].line.text.as_str()).is_some_and(|count| *count > 1);
        let credited = all
            .get(at + 1)
            .is_some_and(|next| next.sort == Sort::PhotoCredit && next.line.gap == 0);
        if all[at].sort == Sort::Prose && (again || credited) {
            all[at].sort = Sort::Caption;
        }
    }
}

/// Tells every line without a sentence how many such stand together.
fn measure_runs(all: &mut [Seen]) {
    for run in all.chunk_by_mut(|a, b| a.sort == Sort::Short && b.sort == Sort::Short) {
        let numbered = run.iter().filter(|seen| seen.has_number()).count();
        let measured = Run { lines: run.len(), numbered };
        run.iter_mut().for_each(|seen| seen.run = measured);
    }
}

/// Words of the longest line that is only dates and names.
const DATED: usize = 40;

fn sort(line: &Line, shape: Shape, labels: &Labels, order: Order) -> Sort {
    let text = line.text.as_str();
    let dated = shape.words <= DATED && text.contains(char::is_numeric);
    if dated && let Some(stamp) = stamp::parse(text, order) {
        return Sort::Stamp(stamp);
    }
    let opening = opening(text);
    if is_credit(text, &opening, shape) {
        return Sort::Credit;
    }
    if is_biography(text, shape) {
        return Sort::Furniture(Label::Line);
    }
    if let Some(label) = labels.of(text) {
        return Sort::Furniture(label);
    }
    if CORRECTING.open(&opening) {
        return Sort::Correction;
    }
    if shape.words <= DATED && is_byline(text, order) {
        return Sort::Byline(Stamp::within(text, order));
    }
    match (line.form, picture::sort(text, &opening)) {
        (Form::Caption, _) | (_, Some(Picture::Caption)) => Sort::Caption,
        (_, Some(Picture::Credit)) => Sort::PhotoCredit,
        _ if shape.is_prose() => Sort::Prose,
        _ if shape.is_sentence() => Sort::Sentence,
        _ => Sort::Short,
    }
}

/// Openings of lines that say where the text comes from.
const CREDITS: &[&str] = &[
    "source:",
    "source :",
    "sources:",
    "source -",
    "reporting by",
    "(reporting by",
    "additional reporting by",
    "(additional reporting",
    "editing by",
    "(editing by",
    "writing by",
    "(writing by",
    "(with inputs from",
    "with inputs from",
    "(with agency inputs",
    "with agency inputs",
    "our standards:",
    "with reporting by",
    "(with reporting by",
    "compiled by",
    "translated by",
    "translation by",
    "quelle:",
    "fuente:",
    "fonte:",
    "kaynak:",
    "источник:",
    "المصدر:",
    "منبع:",
    "this story was originally published",
    "this article was originally published",
    "this article originally appeared",
    "this story originally appeared",
];
/// Words of the longest such line; Reuters names up to ten reporters.
const LONGEST_CREDIT: usize = 45;

static CREDITING: LazyLock<Openings> = LazyLock::new(|| Openings::new(CREDITS));

fn is_credit(text: &str, opening: &str, shape: Shape) -> bool {
    let agency_alone = text.starts_with('(')
        && text.ends_with(')')
        && shape.words <= 3
        && text.contains(char::is_uppercase);
    shape.words <= LONGEST_CREDIT && CREDITING.open(opening) || agency_alone
}

const CORRECTIONS: &[&str] = &[
    "correction:",
    "corrections:",
    "correction (",
    "(corrects",
    "(this story has been",
    "this story has been corrected",
    "this story has been updated",
    "this article has been corrected",
    "this article has been updated",
    "(this story corrects",
    "an earlier version of this",
    "a previous version of this",
    "editor's note:",
    "editor’s note:",
    "clarification:",
    "this story was corrected",
    "this article was corrected",
    "this story was updated",
    "this article was updated",
    "(refiles",
    "(updates with",
    "(adds ",
    "this article was amended",
];

static CORRECTING: LazyLock<Openings> = LazyLock::new(|| Openings::new(CORRECTIONS));

/// Words of the longest note about an author.
const BIOGRAPHY: usize = 60;

/// What a note about an author calls its subject.
const WORKS: &[&str] = &[
    "reporter",
    "writer",
    "editor",
    "correspondent",
    "journalist",
    "columnist",
    "producer",
    "contributor",
];

/// "Jane Doe is a staff writer for …": who the author is.
fn is_biography(text: &str, shape: Shape) -> bool {
    let Some(rest) = said_of_name(text).filter(|_| shape.words <= BIOGRAPHY) else { return false };
    let rest = rest.to_lowercase();
    let mut head = rest.split(' ').take(9);
    head.any(|word| WORKS.contains(&word.trim_end_matches([',', '.'])))
        && [" for ", " at ", " with ", " based ", " covering ", " who ", " covers "]
            .iter()
            .any(|cue| rest.contains(cue))
}

/// What follows up to four names and "is a" or "is the".
fn said_of_name(text: &str) -> Option<&str> {
    let mut rest = text;
    for names in 0..=4 {
        let (word, after) = rest.split_once(' ')?;
        let said = after.starts_with('a') || after.starts_with("the ");
        match word {
            "is" if said && names > 0 => return Some(after),
            _ if word.starts_with(char::is_uppercase) => rest = after.trim_start(),
            _ => return None,
        }
    }
    None
}
