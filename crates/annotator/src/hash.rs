//! Features as hashes: no dictionary of words is kept, a word is its hash.

/// Odd, from the golden ratio (Knuth's multiplicative hashing).
const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// Joins a value to a hash.
#[inline]
pub(crate) fn join(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(K)
}

/// The hash of a feature template, to which values are joined.
#[inline]
pub(crate) fn template(number: u64) -> u64 {
    join(0x51_7C_C1_B7_27_22_0A_95, number)
}

/// The row of a table with `2^bits` rows.
#[inline]
pub(crate) fn row(hash: u64, bits: u32) -> usize {
    ((hash ^ (hash >> 29)).wrapping_mul(K) >> (64 - bits)) as usize
}
