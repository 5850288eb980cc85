//! A hash that is the same on every machine (FNV-1a, 64 bits), and sets of such hashes.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Of words in order.
pub(crate) fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> u64 {
    words.into_iter().fold(OFFSET, |hash, word| {
        let hash =
            word.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
        // A mark that no word holds, so that words do not run together.
        (hash ^ 0xff).wrapping_mul(PRIME)
    })
}

/// Of two hashes in order.
pub(crate) fn of_two(a: u64, b: u64) -> u64 {
    let bytes = a.to_le_bytes().into_iter().chain(b.to_le_bytes());
    bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// A set, sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hashes(Vec<u64>);

impl FromIterator<u64> for Hashes {
    fn from_iter<I: IntoIterator<Item = u64>>(hashes: I) -> Hashes {
        let mut hashes: Vec<u64> = hashes.into_iter().collect();
        hashes.sort_unstable();
        hashes.dedup();
        Hashes(hashes)
    }
}

impl Hashes {
    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        self.0.iter().copied()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True if it holds `hash`.
    pub fn contains(&self, hash: u64) -> bool {
        self.0.binary_search(&hash).is_ok()
    }

    /// How many are in both.
    pub fn shared(&self, other: &Hashes) -> usize {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }

    /// What share of the lesser set is in the other; 0 if it is empty.
    pub fn overlap(&self, other: &Hashes) -> f64 {
        let least = self.len().min(other.len());
        if least == 0 { 0.0 } else { self.shared(other) as f64 / least as f64 }
    }
}
