//! `code_sentences`: the event coder alone.

use std::num::NonZero;

use arrow_array::StringArray;
use arrow_array::cast::AsArray;
use arrow_cast::cast;
use arrow_schema::DataType;
use exporter::{Draft, Kind, Sheet, list};
use jiff::civil::Date;
use pipeline::{Coded, Row, code};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3_arrow::input::AnyArray;
use view::CodedOut;

use crate::apart::{Stop, apart};
use crate::asked::{day, jobs, shipped};
use crate::fault::Fault;
use crate::table::Table;

/// Codes sentences: who does what to whom, with the words that say so. A table of one row an event.
///
/// `sentences` is a list of `str`, or an Arrow array of strings from any library; `None` is passed over. `date` is the
/// day that times are counted from and offices are held on, one for all or one each. Columns: `sentence` (its place
/// in the input, from 0), `source`, `target`, `cameo`, `plover`, `mode`, `contexts`, `quad`, `goldstein` (-10 to
/// 10), `status`, `quote`, `start` and `end` (bytes of the sentence in UTF-8), `date`, `pattern`, `problem`.
#[pyfunction]
#[pyo3(signature = (sentences, date=None, *, jobs=None))]
pub fn code_sentences(
    py: Python<'_>,
    sentences: &Bound<'_, PyAny>,
    date: Option<&Bound<'_, PyAny>>,
    jobs: Option<usize>,
) -> PyResult<Table> {
    let texts = texts(sentences)?;
    let dates = dates(date, texts.len())?;
    let jobs = self::jobs(jobs)?;
    let row = |(text, date): (Option<String>, Option<Date>)| text.map(|text| Row { text, date });
    let rows: Vec<_> = texts.into_iter().zip(dates).map(row).collect();
    apart(py, |stop| Table::of(coded(rows, jobs, stop)?))
}

/// An event of a sentence, or why there are none.
struct Line {
    sentence: usize,
    event: Result<CodedOut, String>,
}

fn coded(rows: Vec<Option<Row>>, jobs: NonZero<usize>, stop: &Stop) -> Result<Sheet, Fault> {
    let (tools, mut lines) = (shipped(), Vec::new());
    code(rows.into_iter().enumerate(), (&tools, &tools.coder), jobs, |sentence, coded| {
        match coded {
            None => {}
            Some(Coded { row, events: Ok(events) }) => {
                let events = events.into_iter().map(|event| Ok(CodedOut::of(event, &row)));
                lines.extend(events.map(|event| Line { sentence, event }));
            }
            Some(Coded { events: Err(problem), .. }) => {
                lines.push(Line { sentence, event: Err(problem.message) });
            }
        }
        stop.check()
    })?;
    Ok(sheet(&lines))
}

/// What an event has in a column.
fn of<'a, T>(field: impl Fn(&'a CodedOut) -> T) -> impl Fn(&'a Line) -> Option<T> {
    move |line| line.event.as_ref().ok().map(&field)
}

/// What an event may have in a column.
fn may<'a, T>(field: impl Fn(&'a CodedOut) -> Option<T>) -> impl Fn(&'a Line) -> Option<T> {
    move |line| line.event.as_ref().ok().and_then(&field)
}

fn sheet(lines: &[Line]) -> Sheet {
    let failed = |line: &Line| line.event.as_ref().err().cloned();
    Draft::new("events", "an event that a sentence tells", lines)
        .column("sentence", Kind::Count, "its place in the input, from 0", |line| line.sentence)
        .column("source", Kind::Text, "who acts; CAMEO actor code", of(|e| &*e.source))
        .column("target", Kind::Text, "on or with whom; CAMEO actor code", of(|e| &*e.target))
        .column("cameo", Kind::Text, "CAMEO event code; digits are text", of(|e| &*e.cameo))
        .column("plover", Kind::Text, "PLOVER event type", may(|e| e.plover))
        .column("mode", Kind::Text, "PLOVER mode, where the code settles it", may(|e| e.mode))
        .column("contexts", Kind::List, "PLOVER contexts", may(|e| list(&e.contexts)))
        .column("quad", Kind::Count, QUAD, of(|e| u32::from(e.quad)))
        .column("goldstein", Kind::Number, GOLDSTEIN, of(|e| f64::from(e.goldstein)))
        .column("status", Kind::Text, "past, future, negated or hypothetical", of(|e| e.status))
        .column("quote", Kind::Text, "the words", of(|e| &*e.quote))
        .column("start", Kind::Count, "where they begin; bytes of the sentence", of(|e| e.start))
        .column("end", Kind::Count, "one past where they end; bytes", of(|e| e.end))
        .column("date", Kind::Day, "the day that was given with the sentence", may(|e| e.date))
        .column("pattern", Kind::Text, "the pattern that fired", of(|e| &*e.pattern))
        .column("problem", Kind::Text, "why there is none, if the coder failed", failed)
        .done()
}

const QUAD: &str = "1 verbal, 2 material cooperation; 3, 4 conflict";
const GOLDSTEIN: &str = "from -10, conflict, to 10, cooperation";

/// From an Arrow array, or anything that yields words.
fn texts(given: &Bound<'_, PyAny>) -> PyResult<Vec<Option<String>>> {
    if given.is_instance_of::<PyString>() {
        return Err(Fault::Usage("give a list of sentences, not one".to_owned()).into());
    }
    let is_arrow = given.hasattr("__arrow_c_array__")? || given.hasattr("__arrow_c_stream__")?;
    if !is_arrow {
        return given.try_iter()?.map(|text| text?.extract()).collect();
    }
    let mut texts = Vec::new();
    let arrays = given.extract::<AnyArray>()?.into_reader()?;
    let kind = arrays.field().data_type().clone();
    if !is_words(&kind) {
        return Err(Fault::Usage(format!("give an array of strings, not of {kind}")).into());
    }
    for array in arrays {
        let array = array.and_then(|array| cast(&array, &DataType::Utf8));
        let array = array.map_err(|error| Fault::Usage(error.to_string()))?;
        let words: &StringArray = array.as_string();
        texts.extend(words.iter().map(|text| text.map(str::to_owned)));
    }
    Ok(texts)
}

fn is_words(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, value) => is_words(value),
        _ => matches!(
            kind,
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null
        ),
    }
}

/// One day for all, or one each.
fn dates(given: Option<&Bound<'_, PyAny>>, count: usize) -> PyResult<Vec<Option<Date>>> {
    let Some(given) = given.filter(|given| !given.is_none()) else { return Ok(vec![None; count]) };
    if given.is_instance_of::<PyString>() || given.try_iter().is_err() {
        return Ok(vec![day(Some(given))?; count]);
    }
    let dates = given.try_iter()?.map(|date| day(Some(&date?)));
    let dates = dates.collect::<PyResult<Vec<_>>>()?;
    let wrong = || format!("{} days for {count} sentences; give one, or one each", dates.len());
    if dates.len() == count { Ok(dates) } else { Err(Fault::Usage(wrong()).into()) }
}
