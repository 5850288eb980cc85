//! Thrift's compact protocol, as far as a file's description needs it.

use super::page::varint;

const INT: u8 = 5;
const LONG: u8 = 6;
const TEXT: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// Lists from this length on have it in bytes of its own.
const LONG_LIST: usize = 15;

/// A structure under construction; fields in the order of their numbers.
pub struct Struct {
    bytes: Vec<u8>,
    last: u8,
}

impl Struct {
    /// Without fields.
    pub fn new() -> Struct {
        Struct { bytes: Vec::new(), last: 0 }
    }

    /// With a number of 32 bits.
    pub fn int(self, field: u8, value: i32) -> Struct {
        self.number(field, INT, value.into())
    }

    /// With a number of 64 bits.
    pub fn long(self, field: u8, value: i64) -> Struct {
        self.number(field, LONG, value)
    }

    /// With words.
    pub fn text(mut self, field: u8, words: &str) -> Struct {
        self.field(field, TEXT);
        text(&mut self.bytes, words);
        self
    }

    /// With a structure.
    pub fn inner(mut self, field: u8, inner: Struct) -> Struct {
        self.field(field, STRUCT);
        self.bytes.extend(inner.done());
        self
    }

    /// With numbers of 32 bits.
    pub fn ints(mut self, field: u8, values: &[i32]) -> Struct {
        self.list(field, INT, values.len());
        values.iter().for_each(|value| varint(&mut self.bytes, zigzag((*value).into())));
        self
    }

    /// With words, several.
    pub fn texts(mut self, field: u8, values: &[&str]) -> Struct {
        self.list(field, TEXT, values.len());
        values.iter().for_each(|words| text(&mut self.bytes, words));
        self
    }

    /// With structures.
    pub fn structs(mut self, field: u8, values: Vec<Struct>) -> Struct {
        self.list(field, STRUCT, values.len());
        values.into_iter().for_each(|value| self.bytes.extend(value.done()));
        self
    }

    /// Its bytes.
    pub fn done(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }

    fn number(mut self, field: u8, kind: u8, value: i64) -> Struct {
        self.field(field, kind);
        varint(&mut self.bytes, zigzag(value));
        self
    }

    /// How far its number is from the last one's, and its kind.
    fn field(&mut self, field: u8, kind: u8) {
        self.bytes.push((field - self.last) << 4 | kind);
        self.last = field;
    }

    fn list(&mut self, field: u8, kind: u8, length: usize) {
        self.field(field, LIST);
        if length < LONG_LIST {
            self.bytes.push((length as u8) << 4 | kind);
        } else {
            self.bytes.push(0xF0 | kind);
            varint(&mut self.bytes, length as u64);
        }
    }
}

fn text(bytes: &mut Vec<u8>, words: &str) {
    varint(bytes, words.len() as u64);
    bytes.extend(words.as_bytes());
}

/// Small numbers of either sign in few bits.
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}
