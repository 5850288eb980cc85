//! A table of the exporter as Arrow: the same columns that `rapporteur export --format parquet` writes.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, RecordBatchOptions,
    StringArray,
};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use exporter::{Cell, Column, Kind, Sheet, plain};
use jiff::civil::{Date, date};

/// Days are counted from here.
const EPOCH: Date = date(1970, 1, 1);

/// All rows of a table.
pub fn batch(sheet: &Sheet) -> Result<RecordBatch, ArrowError> {
    let about = HashMap::from([("description".to_owned(), sheet.about.to_owned())]);
    let fields: Vec<Field> = sheet.columns.iter().map(field).collect();
    let arrays = sheet.columns.iter().map(array).collect();
    let options = RecordBatchOptions::new().with_row_count(Some(sheet.rows));
    let schema = Arc::new(Schema::new_with_metadata(fields, about));
    RecordBatch::try_new_with_options(schema, arrays, &options)
}

fn field(column: &Column) -> Field {
    let kind = match column.kind {
        Kind::Text | Kind::List => DataType::Utf8,
        Kind::Count => DataType::Int64,
        Kind::Number => DataType::Float64,
        Kind::Day => DataType::Date32,
        Kind::Truth => DataType::Boolean,
    };
    Field::new(column.name, kind, true).with_metadata(described(column))
}

/// What the codebook says of a column.
fn described(column: &Column) -> HashMap<String, String> {
    let mut about = HashMap::from([("description".to_owned(), column.about.to_owned())]);
    if column.kind == Kind::List {
        about.insert("separator".to_owned(), "; ".to_owned());
    }
    if !column.values.is_empty() {
        about.insert("values".to_owned(), column.values.join("; "));
    }
    about
}

fn array(column: &Column) -> ArrayRef {
    let cells = column.cells.iter();
    match column.kind {
        Kind::Text | Kind::List => Arc::new(cells.map(words).collect::<StringArray>()),
        Kind::Count => Arc::new(cells.map(count).collect::<Int64Array>()),
        Kind::Number => Arc::new(cells.map(number).collect::<Float64Array>()),
        Kind::Day => Arc::new(cells.map(days).collect::<Date32Array>()),
        Kind::Truth => Arc::new(cells.map(truth).collect::<BooleanArray>()),
    }
}

/// As every frame has them: without signs that mislead whoever shows them.
fn words(cell: &Cell) -> Option<String> {
    if let Cell::Text(words) = cell { Some(plain(words)) } else { None }
}

fn count(cell: &Cell) -> Option<i64> {
    if let Cell::Count(count) = cell { Some(*count) } else { None }
}

fn number(cell: &Cell) -> Option<f64> {
    if let Cell::Number(number) = cell { Some(*number) } else { None }
}

fn days(cell: &Cell) -> Option<i32> {
    if let Cell::Day(day) = cell { Some((*day - EPOCH).get_days()) } else { None }
}

fn truth(cell: &Cell) -> Option<bool> {
    if let Cell::Truth(truth) = cell { Some(*truth) } else { None }
}
