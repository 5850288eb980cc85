//! How much is taken in at most.

/// How much of a source is taken in. What is beyond is left out, with a problem that says so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Most bytes of a page, a message, a record of an archive, an element of a feed. Larger ones are programs in disguise.
    pub page_bytes: usize,
    /// Most bytes of a row of JSON or of a table. A quotation mark that is never closed makes a row of all the rest.
    pub row_bytes: usize,
    /// Most times that what is packed may grow, beyond its first 4 MiB. Text packs 3 to 15 times, repetitive markup up
    /// to 60.
    pub growth: u64,
    /// Most members of a zip archive.
    pub members: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { page_bytes: 32 << 20, row_bytes: 64 << 20, growth: 200, members: 1_000_000 }
    }
}

/// Growth is not looked at below this size: a short page of one repeated word is harmless.
const HARMLESS: u64 = 4 << 20;

impl Limits {
    /// Most bytes that so many packed ones may become; more were made to do harm.
    pub(crate) fn grown(&self, packed: u64) -> u64 {
        HARMLESS.max(packed.saturating_mul(self.growth))
    }
}

/// A number of bytes as a message tells it.
pub(crate) fn size(bytes: usize) -> String {
    match bytes >> 20 {
        0 => format!("{bytes} bytes"),
        mebibytes => format!("{mebibytes} MiB"),
    }
}
