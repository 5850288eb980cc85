//! `csv`: the tables of the record, one file each, and a codebook that describes every column.
//!
//! RFC 4180, UTF-8, `\n` at the ends of lines, a header. What a spreadsheet would take for a
//! formula is led by `'`. `csv-metadata.json` says the same as the codebook in the W3C's words for
//! tables (CSVW).

use serde_json::{Value, json};

use crate::material::Material;
use crate::output::{Exported, Named, Output};
use crate::plain;
use crate::sheet::{Cell, Column, Draft, Kind, Sheet, list};
use crate::table::tables;
use crate::written::pretty;

/// The tables, the codebook and its twin for machines.
pub fn csv(material: &Material<'_>) -> Exported {
    let sheets = tables(material);
    let mut files: Vec<Named> = sheets.iter().map(file).collect();
    files.push(file(&codebook(&sheets)));
    let metadata = pretty(&csvw(&sheets)).into_bytes();
    files.push(Named { name: "csv-metadata.json".into(), bytes: metadata });
    Output::Folder(files).into()
}

/// A table that describes the columns of all others.
pub fn codebook(sheets: &[Sheet]) -> Sheet {
    let rows: Vec<(&Sheet, &Column)> =
        sheets.iter().flat_map(|s| s.columns.iter().map(move |column| (s, column))).collect();
    Draft::new("codebook", "a column of another table", &rows)
        .column("table", Kind::Text, "the table's name", |(sheet, _)| sheet.name)
        .column("column", Kind::Text, "the column's name", |(_, column)| column.name)
        .column("type", Kind::Text, "a type of XML Schema", |(_, column)| column.kind.as_str())
        .column("separator", Kind::Text, "between several in one cell", |(_, column)| {
            (column.kind == Kind::List).then_some("; ")
        })
        .column("description", Kind::Text, "what it holds, with its unit", |(_, column)| {
            column.about
        })
        .column("values", Kind::List, "all words it may hold, if few", |(_, column)| {
            list(column.values)
        })
        .done()
}

fn file(sheet: &Sheet) -> Named {
    Named { name: format!("{}.csv", sheet.name), bytes: table(sheet) }
}

fn table(sheet: &Sheet) -> Vec<u8> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // Neither can fail: memory takes all, and every row has one cell a column.
    let _ = writer.write_record(sheet.columns.iter().map(|column| column.name));
    for row in 0..sheet.rows {
        let _ = writer.write_record(sheet.columns.iter().map(|column| cell(&column.cells[row])));
    }
    writer.into_inner().unwrap_or_default()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => plain::cell(words),
        _ => cell.written(),
    }
}

fn csvw(sheets: &[Sheet]) -> Value {
    let column = |column: &Column| {
        let mut described = json!({
            "name": column.name, "titles": column.name, "dc:description": column.about,
            "datatype": column.kind.as_str(),
        });
        if column.kind == Kind::List {
            described["separator"] = json!("; ");
        }
        if !column.values.is_empty() {
            let format = column.values.join("|");
            described["datatype"] = json!({ "base": "string", "format": format });
        }
        described
    };
    let table = |sheet: &Sheet| {
        let columns: Vec<Value> = sheet.columns.iter().map(column).collect();
        json!({
            "url": format!("{}.csv", sheet.name), "dc:description": sheet.about,
            "tableSchema": { "columns": columns },
        })
    };
    let tables: Vec<Value> = sheets.iter().map(table).collect();
    json!({ "@context": "http://www.w3.org/ns/csvw", "tables": tables })
}
