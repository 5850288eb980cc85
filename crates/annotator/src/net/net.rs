//! The network with its tables.

use std::ops::Range;

use ndarray::Array2;

use super::dense::{Dense, Sizes, Trace};
use super::embedding::{PARTS, Reading, sums, vectors};
use super::{Lookup, Matrix, Noise, Packed};

/// A network: tables of rows, and the inside that reads their sums.
#[derive(Clone, Debug)]
pub(crate) struct Net<T> {
    pub(crate) sizes: Sizes,
    /// Of words, then of parts.
    pub(crate) tables: Vec<T>,
    /// Which words have which rows, and vectors that others learned.
    pub(crate) lookup: Lookup,
    pub(crate) dense: Dense,
}

impl Net<Matrix> {
    /// Reads sentences.
    pub(crate) fn forward(
        &self,
        readings: &[Reading],
        sentences: &[Range<usize>],
        noise: &mut Noise,
    ) -> Trace {
        let sums = sums(&self.tables, readings, self.sizes.width);
        let vectors = vectors(&self.lookup, readings, self.sizes.vector);
        self.dense.forward(sums, vectors, sentences, noise)
    }
}

/// How far the numbers of tables are from zero before anything was learned.
const SPREAD: f32 = 0.15;

impl Net<Matrix> {
    /// That has learned nothing.
    pub(crate) fn new(sizes: Sizes, lookup: Lookup, noise: &mut Noise) -> Net<Matrix> {
        let rows = std::iter::once(lookup.words.all().len() + 1).chain(PARTS.map(|bits| 1 << bits));
        let mut random = |spread: f32| (noise.number().unwrap_or(0.5) * 2.0 - 1.0) * spread;
        let tables = rows
            .map(|rows| Array2::from_shape_simple_fn((rows, sizes.width), || random(SPREAD)))
            .collect();
        let mut dense = Dense::zeros(sizes);
        for part in dense.parts_mut() {
            let (rows, columns) = part.dim();
            let spread = if rows == 1 { 0.0 } else { (6.0 / (rows + columns) as f32).sqrt() };
            part.mapv_inplace(|_| random(spread));
        }
        dense.heads.root.mapv_inplace(|_| random(0.3));
        dense.attention.distance.fill(0.0);
        dense.norms_mut().into_iter().for_each(|norm| norm.gain.fill(1.0));
        Net { sizes, tables, lookup, dense }
    }

    /// The same with its tables in less space.
    pub(crate) fn pack(self) -> Net<Packed> {
        let tables = self.tables.iter().map(Packed::pack).collect();
        Net { sizes: self.sizes, tables, lookup: self.lookup, dense: self.dense }
    }
}
