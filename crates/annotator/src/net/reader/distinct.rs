//! The words of a text, each looked up once: half of them have stood there before.

use rustc_hash::FxHashMap;

use crate::net::Lookup;
use crate::net::embedding::Reading;
use crate::net::sheet::Sheet;
use crate::word::Word;

/// Words that differ, and where they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Distinct {
    pub(super) readings: Vec<Reading>,
    /// For each word of the text its place among the readings.
    pub(super) places: Vec<u32>,
}

impl Distinct {
    /// The words of a text. A word is what its letters and its shape are.
    pub(super) fn of(words: &[Word], lookup: &Lookup) -> Distinct {
        let mut distinct = Distinct::default();
        let mut known: FxHashMap<(u64, u64), u32> = FxHashMap::default();
        for word in words {
            let place = *known.entry((word.form, word.shape)).or_insert_with(|| {
                distinct.readings.push(lookup.read(word));
                distinct.readings.len() as u32 - 1
            });
            distinct.places.push(place);
        }
        distinct
    }

    /// A row for each word of the text, of rows for those that differ.
    #[inline(always)]
    pub(super) fn spread(&self, rows: &Sheet) -> Sheet {
        let mut words = Sheet::zeros(self.places.len(), rows.width);
        for (word, place) in words.rows_mut().zip(&self.places) {
            word.copy_from_slice(rows.row(*place as usize));
        }
        words
    }
}
