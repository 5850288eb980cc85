//! A network as bytes, and back.

use ndarray::Array2;

use super::dense::{Dense, Sizes};
use super::embedding::{Keys, PARTS};
use super::{Lookup, Net, Packed};
use crate::bytes::{put, put_all, read_varint, take, take_all, varint};

impl Net<Packed> {
    /// Appends the network.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let Sizes { vector, width, hidden, tags, labels, names } = self.sizes;
        for size in [vector, width, hidden, tags, labels, names] {
            varint(size as u64, out);
        }
        for table in &self.tables {
            let (scales, bytes) = table.parts();
            put_all(scales.iter().map(|scale| scale.to_le_bytes()), out);
            put(bytes, out);
        }
        let Lookup { words, vectored, places, width: _, vectors } = &self.lookup;
        put_all(words.all().iter().map(|key| key.to_le_bytes()), out);
        put_all(vectored.all().iter().map(|key| key.to_le_bytes()), out);
        put_all(places.iter().map(|place| place.to_le_bytes()), out);
        put_all(vectors.iter().map(|number| number.to_le_bytes()), out);
        for part in self.dense.parts() {
            put_all(part.iter().map(|number| number.to_le_bytes()), out);
        }
    }

    /// Takes what [`Net::write`] appended off the front of `bytes`; `None` if they are not such.
    pub(crate) fn read_file(bytes: &mut &[u8]) -> Option<Net<Packed>> {
        let mut size = || usize::try_from(read_varint(bytes)?).ok().filter(|size| *size < 1 << 12);
        let [vector, width, hidden] = [size()?, size()?, size()?];
        let [tags, labels, names] = [size()?, size()?, size()?];
        let sizes = Sizes { vector, width, hidden, tags, labels, names };
        let table = |bytes: &mut &[u8]| {
            let scales = take_all(bytes, f32::from_le_bytes)?;
            Packed::new(width, scales, take(bytes)?.to_vec())
        };
        let tables = (0..=PARTS.len()).map(|_| table(bytes)).collect::<Option<Vec<_>>>()?;
        let lookup = Lookup {
            words: Keys::new(take_all(bytes, u32::from_le_bytes)?),
            vectored: Keys::new(take_all(bytes, u32::from_le_bytes)?),
            places: take_all(bytes, u16::from_le_bytes)?,
            width: vector,
            vectors: take_all(bytes, i8::from_le_bytes)?,
        };
        let mut dense = Dense::zeros(sizes);
        for part in dense.parts_mut() {
            let numbers = take_all(bytes, f32::from_le_bytes)?;
            *part = Array2::from_shape_vec(part.dim(), numbers).ok()?;
        }
        Some(Net { sizes, tables, lookup, dense })
    }

    /// That knows nothing, and has one tag.
    pub(crate) fn blank(labels: usize, names: usize) -> Net<Packed> {
        let sizes = Sizes { vector: 0, width: 4, hidden: 1, tags: 1, labels, names };
        let tables = vec![Packed::default(); 1 + PARTS.len()];
        Net { sizes, tables, lookup: Lookup::default(), dense: Dense::zeros(sizes) }
    }
}
