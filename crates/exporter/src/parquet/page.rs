//! The page of a column: which rows have a value, then the values.

use jiff::civil::{Date, date};

use super::thrift::Struct;
use crate::plain::plain;
use crate::sheet::{Cell, Column, Kind};

/// Values one after another.
pub const PLAIN: i32 = 0;
/// Runs of equal values.
pub const RLE: i32 = 3;

/// Days are counted from here.
const EPOCH: Date = date(1970, 1, 1);

/// How values lie in a file.
#[derive(Clone, Copy)]
pub enum Physical {
    /// A bit each.
    Boolean = 0,
    /// Four bytes.
    Int32 = 1,
    /// Eight bytes.
    Int64 = 2,
    /// Eight bytes.
    Double = 5,
    /// A length of four bytes, then so many.
    ByteArray = 6,
}

impl Physical {
    /// Of the cells of a column.
    pub fn of(kind: Kind) -> Physical {
        match kind {
            Kind::Text | Kind::List => Physical::ByteArray,
            Kind::Count => Physical::Int64,
            Kind::Number => Physical::Double,
            Kind::Day => Physical::Int32,
            Kind::Truth => Physical::Boolean,
        }
    }
}

/// A page with its header.
pub struct Page {
    /// All of it.
    pub bytes: Vec<u8>,
}

/// The one page of a column.
pub fn page(column: &Column) -> Page {
    let mut content = levels(&column.cells);
    content.extend(values(column));
    let size = content.len() as i32;
    let data =
        Struct::new().int(1, column.cells.len() as i32).int(2, PLAIN).int(3, RLE).int(4, RLE);
    let mut bytes = Struct::new().int(1, 0).int(2, size).int(3, size).inner(5, data).done();
    bytes.extend(content);
    Page { bytes }
}

/// Runs of rows with and without a value, after their length.
fn levels(cells: &[Cell]) -> Vec<u8> {
    let mut runs = Vec::new();
    for run in cells.chunk_by(|a, b| is_empty(a) == is_empty(b)) {
        varint(&mut runs, (run.len() as u64) << 1);
        runs.push(u8::from(!is_empty(&run[0])));
    }
    let mut levels = (runs.len() as u32).to_le_bytes().to_vec();
    levels.extend(runs);
    levels
}

fn is_empty(cell: &Cell) -> bool {
    matches!(cell, Cell::Empty)
}

fn values(column: &Column) -> Vec<u8> {
    match column.kind {
        Kind::Truth => bits(&column.cells),
        _ => column.cells.iter().flat_map(value).collect(),
    }
}

fn value(cell: &Cell) -> Vec<u8> {
    match cell {
        Cell::Empty | Cell::Truth(_) => Vec::new(),
        Cell::Count(count) => count.to_le_bytes().to_vec(),
        Cell::Number(number) => number.to_le_bytes().to_vec(),
        Cell::Day(day) => (*day - EPOCH).get_days().to_le_bytes().to_vec(),
        Cell::Text(words) => {
            let words = plain(words);
            [&(words.len() as u32).to_le_bytes()[..], words.as_bytes()].concat()
        }
    }
}

/// Eight to a byte, the first lowest.
fn bits(cells: &[Cell]) -> Vec<u8> {
    let truths = cells.iter().filter_map(|cell| match cell {
        Cell::Truth(truth) => Some(*truth),
        _ => None,
    });
    let truths: Vec<bool> = truths.collect();
    let byte =
        |eight: &[bool]| (0..).zip(eight).fold(0, |byte, (at, bit)| byte | u8::from(*bit) << at);
    truths.chunks(8).map(byte).collect()
}

/// Seven bits a byte, the lowest first.
pub fn varint(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
