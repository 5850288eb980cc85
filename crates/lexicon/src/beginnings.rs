//! Where in a sorted list the keys stand that begin alike, so that a search has few of them before it.

use std::ops::Range;

/// For each way to begin the place of the first key that begins so or higher; then the end.
pub(crate) struct Beginnings(Vec<u32>);

/// Bytes that a beginning has.
const BYTES: usize = 3;

/// Kinds of bytes: those below the letters, the letters, those above them.
const KINDS: usize = 28;

impl Beginnings {
    /// Of keys in order.
    pub(crate) fn of<'a>(keys: impl Iterator<Item = &'a str>) -> Beginnings {
        let mut starts = Vec::with_capacity(KINDS.pow(BYTES as u32) + 1);
        let mut end = 0;
        for key in keys {
            starts.resize(starts.len().max(beginning(key) + 1), end);
            end += 1;
        }
        starts.resize(KINDS.pow(BYTES as u32) + 1, end);
        Beginnings(starts)
    }

    /// The keys before which a key may stand: those that begin as it does, and the one behind them.
    pub(crate) fn of_key(&self, key: &str) -> Range<usize> {
        let beginning = beginning(key);
        let at = |place: usize| self.0.get(place).map_or(0, |start| *start as usize);
        at(beginning)..at(beginning + 1)
    }
}

/// The kinds of the first bytes as one number, never lower for a higher key. Behind a byte that is no letter
/// nothing is looked at: others of its kind stand on both sides of it.
fn beginning(key: &str) -> usize {
    let mut kinds = key.bytes().take(BYTES).map(kind);
    let mut letters = true;
    (0..BYTES).fold(0, |number, _| {
        let kind = kinds.next().filter(|_| letters).unwrap_or_default();
        letters = (1..KINDS - 1).contains(&kind);
        number * KINDS + kind
    })
}

fn kind(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        byte if byte < b'a' => 0,
        _ => KINDS - 1,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_search_near_the_beginning_finds_the_same_place(
            mut keys in proptest::collection::vec("[a-c0+éß]{0,5}", 0..60),
            sought in "[a-d0+é]{0,5}",
        ) {
            keys.sort();
            let near = Beginnings::of(keys.iter().map(String::as_str)).of_key(&sought);
            let found = near.start + keys[near].partition_point(|key| *key < sought);
            prop_assert_eq!(found, keys.partition_point(|key| *key < sought));
        }
    }
}
