//! Which words get rows of their own.

use super::vectors::Vectors;
use crate::net::{Keys, Lookup};
use crate::word::Spelling;

/// The words that stand twice or more, and the words with vectors.
pub(crate) fn lookup<'a>(forms: impl Iterator<Item = &'a String>, vectors: &Vectors) -> Lookup {
    let mut spelling = Spelling::default();
    let mut keys: Vec<u32> = forms.map(|form| Keys::key(&spelling.read(form))).collect();
    keys.sort_unstable();
    let again = keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
    let mut words: Vec<u32> = again.collect();
    words.dedup();
    let places =
        vectors.words.iter().map(|(word, place)| (Keys::key(&spelling.read(word)), *place));
    let mut places: Vec<(u32, u16)> = places.collect();
    places.sort_by_key(|(key, _)| *key);
    places.dedup_by_key(|(key, _)| *key);
    Lookup {
        words: Keys::new(words),
        vectored: Keys::new(places.iter().map(|(key, _)| *key).collect()),
        places: places.into_iter().map(|(_, place)| place).collect(),
        width: vectors.width,
        vectors: vectors.rows.clone(),
    }
}
