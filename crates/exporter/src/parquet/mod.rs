//! `parquet`: the tables of the record and their codebook, a file each.
//!
//! A table is one row group, a column one page: plain encoding, no compression, every column
//! optional. That is all that tables of this size need, and it saves a library that takes minutes
//! to build. The format: <https://parquet.apache.org/docs/file-format/>.

mod page;
mod thrift;

use self::page::{Page, Physical, page};
use self::thrift::Struct;
use crate::material::Material;
use crate::output::{Exported, Named, Output};
use crate::sheet::{Column, Kind, Sheet};
use crate::table::described_tables;

const MAGIC: &[u8] = b"PAR1";
const OPTIONAL: i32 = 1;
/// Converted types: what bytes and numbers stand for.
const UTF8: i32 = 0;
const DATE: i32 = 6;

/// The files.
pub fn parquet(material: &Material<'_>) -> Exported {
    let sheets = described_tables(material);
    let file =
        |sheet: &Sheet| Named { name: format!("{}.parquet", sheet.name), bytes: file(sheet) };
    Output::Folder(sheets.iter().map(file).collect()).into()
}

fn file(sheet: &Sheet) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    let mut chunks = Vec::new();
    for column in sheet.columns.iter().filter(|_| sheet.rows > 0) {
        let at = bytes.len();
        let page = page(column);
        bytes.extend(&page.bytes);
        chunks.push(chunk(column, &page, at));
    }
    let footer = footer(sheet, chunks, bytes.len() - MAGIC.len());
    bytes.extend(&footer);
    bytes.extend((footer.len() as u32).to_le_bytes());
    bytes.extend(MAGIC);
    bytes
}

/// `FileMetaData`
fn footer(sheet: &Sheet, chunks: Vec<Struct>, size: usize) -> Vec<u8> {
    let rows = sheet.rows as i64;
    let root = Struct::new().text(4, "table").int(5, sheet.columns.len() as i32);
    let schema = std::iter::once(root).chain(sheet.columns.iter().map(element)).collect();
    let group = Struct::new().structs(1, chunks).long(2, size as i64).long(3, rows);
    let groups = if sheet.rows > 0 { vec![group] } else { Vec::new() };
    let metadata = Struct::new().int(1, 1).structs(2, schema).long(3, rows).structs(4, groups);
    let about = Struct::new().text(1, "description").text(2, sheet.about);
    let made = concat!("rapporteur ", env!("CARGO_PKG_VERSION"));
    metadata.structs(5, vec![about]).text(6, made).done()
}

/// `SchemaElement`
fn element(column: &Column) -> Struct {
    let element = Struct::new()
        .int(1, Physical::of(column.kind) as i32)
        .int(3, OPTIONAL)
        .text(4, column.name);
    match column.kind {
        Kind::Text | Kind::List => element.int(6, UTF8),
        Kind::Day => element.int(6, DATE),
        Kind::Count | Kind::Number | Kind::Truth => element,
    }
}

/// `ColumnChunk` with its `ColumnMetaData`
fn chunk(column: &Column, page: &Page, at: usize) -> Struct {
    let size = page.bytes.len() as i64;
    let metadata = Struct::new()
        .int(1, Physical::of(column.kind) as i32)
        .ints(2, &[page::PLAIN, page::RLE])
        .texts(3, &[column.name])
        .int(4, 0)
        .long(5, column.cells.len() as i64)
        .long(6, size)
        .long(7, size)
        .long(9, at as i64);
    Struct::new().long(2, at as i64).inner(3, metadata)
}
