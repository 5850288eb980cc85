//! `xlsx`: the tables of the record and their codebook, a sheet each.
//!
//! All words are written as text, never as a formula; what would look like one is led by `'` all the
//! same, for the day on which somebody saves the sheet as CSV.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::material::Material;
use crate::output::{Exported, Output};
use crate::plain::{cell, clip};
use crate::sheet::{Cell, Column, Kind, Sheet};
use crate::table::described_tables;

/// Excel's limit is 32,767 UTF-16 units; a character may be two.
const LONGEST_CELL: usize = 16_000;
/// Excel's limit is 1,048,576 rows, the header among them.
const MOST_ROWS: usize = 1_048_575;

/// The workbook.
pub fn xlsx(material: &Material<'_>) -> Exported {
    let sheets = described_tables(material);
    let left = sheets.iter().map(|sheet| sheet.rows.saturating_sub(MOST_ROWS)).sum();
    match workbook(&sheets) {
        Ok(bytes) => {
            Exported::from(Output::File(bytes)).without(left, "rows left out: Excel has no more")
        }
        Err(error) => Exported {
            output: Output::File(Vec::new()),
            notes: vec![format!("nothing is written: {error}")],
        },
    }
}

fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // No clock: a workbook is as old as the format of its archive.
    let epoch = ExcelDateTime::from_ymd(1980, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (at, column) in (0..).zip(&sheet.columns) {
        worksheet.write_string_with_format(0, at, column.name, &bold)?;
        worksheet.set_column_width(at, width(column))?;
        for (row, cell) in (1..).zip(column.cells.iter().take(MOST_ROWS)) {
            put(worksheet, (row, at), cell)?;
        }
    }
    Ok(())
}

/// In characters.
fn width(column: &Column) -> f64 {
    match (column.kind, column.name) {
        (Kind::Count | Kind::Number | Kind::Day | Kind::Truth, _) => 12.0,
        (_, "quote" | "text" | "action" | "what" | "depends_on" | "why" | "description") => 60.0,
        _ => 20.0,
    }
}

fn put(worksheet: &mut Worksheet, (row, at): (u32, u16), value: &Cell) -> Result<(), XlsxError> {
    match value {
        Cell::Empty => return Ok(()),
        Cell::Text(words) => worksheet.write_string(row, at, clip(&cell(words), LONGEST_CELL))?,
        Cell::Count(count) => worksheet.write_number(row, at, *count as f64)?,
        Cell::Number(number) => worksheet.write_number(row, at, *number)?,
        Cell::Truth(truth) => worksheet.write_boolean(row, at, *truth)?,
        Cell::Day(day) => {
            let format = Format::new().set_num_format("yyyy-mm-dd");
            match ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8) {
                Ok(date) => worksheet.write_datetime_with_format(row, at, &date, &format)?,
                // Before Excel's first day.
                Err(_) => worksheet.write_string(row, at, day.to_string())?,
            }
        }
    };
    Ok(())
}
