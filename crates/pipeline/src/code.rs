//! Sentences to coded events, many at a time.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};

use extractor::{CodedEvent, EventCoder};
use jiff::civil::Date;
use text::{Anchor, Article, DateBasis, Problem, Published, When};

use crate::parallel::{self, Heavy};
use crate::{Tools, problems};

/// A text to be coded.
#[derive(Clone, Debug)]
pub struct Row {
    /// As it stands; offsets of events are bytes of it.
    pub text: String,
    /// The day that its times are counted from.
    pub date: Option<Date>,
}

/// What came of a text.
#[derive(Debug)]
pub struct Coded {
    /// The text.
    pub row: Row,
    /// Its events, or why there are none.
    pub events: Result<Vec<CodedEvent>, Problem>,
}

/// A row with what its giver wants back beside it.
struct Item<K>(K, Option<Row>);

impl<K> Heavy for Item<K> {
    fn weight(&self) -> usize {
        self.1.as_ref().map_or(0, |row| row.text.len())
    }
}

/// Codes rows by so many threads; `take` is given each key with its outcome in the order of the rows.
/// A key without a row passes by.
pub fn code<K: Send, E>(
    rows: impl Iterator<Item = (K, Option<Row>)> + Send,
    (tools, coder): (&Tools, &EventCoder),
    jobs: NonZero<usize>,
    mut take: impl FnMut(K, Option<Coded>) -> Result<(), E>,
) -> Result<(), E> {
    let items = || rows.map(|(key, row)| Item(key, row));
    let work = |Item(key, row): Item<K>| (key, row.map(|row| events(row, tools, coder)));
    parallel::each(jobs, items, work, |(key, coded)| take(key, coded))
}

fn events(row: Row, tools: &Tools, coder: &EventCoder) -> Coded {
    let read = || {
        if !coder.may_tell(&row.text, &tools.lexicon) {
            return Vec::new();
        }
        let mut article = Article::of_paragraphs(&row.text);
        article.published = row.date.map(given);
        let (annotated, _) = tools.annotator.annotate(&article, &tools.lexicon);
        coder.code(&annotated, &tools.lexicon)
    };
    let events = catch_unwind(AssertUnwindSafe(read))
        .map_err(|panic| problems::failed("annotator or coder", &*panic));
    Coded { row, events }
}

/// A day that the giver of a text vouches for.
pub(crate) fn given(day: Date) -> Published {
    Published { when: When::day(day, Anchor::Stated), basis: DateBasis::Given, agreeing: 1 }
}
