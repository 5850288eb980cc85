//! Comparing the articles of an archive in steps, each with a part of them: `pipeline::spread` over
//! Arrow. What goes from step to step is small: a key, a count, an id.

mod counted;
mod holders;
mod keyed;
mod paired;
mod side_by_side;
mod whole;

pub use counted::words;
pub use keyed::Telling;
pub use paired::pairs;
pub use side_by_side::compare;
pub use whole::Comparison;

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_cast::cast;
use arrow_schema::DataType;
use pipeline::Tools;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use pyo3_arrow::input::AnyRecordBatch;
use text::Article;

use crate::apart::guarded;
use crate::fault::Fault;

/// Gives each batch of a stream to `take`, off the interpreter's lock.
fn each(
    py: Python<'_>,
    rows: &Bound<'_, PyAny>,
    mut take: impl FnMut(&RecordBatch) -> Result<(), Fault> + Send,
) -> PyResult<()> {
    for batch in rows.extract::<AnyRecordBatch>()?.into_reader()? {
        let batch = batch.map_err(|error| Fault::Usage(error.to_string()))?;
        py.check_signals()?;
        py.detach(|| guarded(|| take(&batch)))?;
    }
    Ok(())
}

/// A batch as Python's libraries take it.
fn handed(batch: Result<RecordBatch, arrow_schema::ArrowError>) -> PyResult<PyRecordBatch> {
    let batch = batch.map_err(|error| Fault::Program(error.to_string()))?;
    Ok(PyRecordBatch::new(batch))
}

/// A column of this name and kind, whatever its width.
fn column(
    batch: &RecordBatch,
    name: &str,
    kind: &DataType,
) -> Result<arrow_array::ArrayRef, Fault> {
    let found = batch.column_by_name(name);
    let found = found.ok_or_else(|| Fault::Usage(format!("the rows have no column {name}")))?;
    cast(found, kind).map_err(|error| Fault::Usage(format!("{name}: {error}")))
}

/// The articles of a batch of readings; refused if another version read them, whose words may be parted otherwise.
fn articles(batch: &RecordBatch) -> Result<Vec<Article>, Fault> {
    let columns =
        ["article_json", "text", "tools"].map(|name| column(batch, name, &DataType::Utf8));
    let [jsons, texts, tools] = columns;
    let (jsons, texts, tools) = (jsons?, texts?, tools?);
    if let Some(theirs) = tools.as_string::<i32>().iter().flatten().find(|v| *v != Tools::version())
    {
        let ours = Tools::version();
        let hint = "read them again, with the same version everywhere";
        return Err(Fault::Usage(format!(
            "these were read by version {theirs}, this is {ours}; {hint}"
        )));
    }
    let rows = jsons.as_string::<i32>().iter().zip(texts.as_string::<i32>().iter());
    rows.filter_map(|(json, text)| Some(article(json?, text?))).collect()
}

fn article(json: &str, text: &str) -> Result<Article, Fault> {
    let article: Article = serde_json::from_str(json)
        .map_err(|error| Fault::Usage(format!("article_json does not read back: {error}")))?;
    Ok(Article { text: text.to_owned(), ..article })
}
