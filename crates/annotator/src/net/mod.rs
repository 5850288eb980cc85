//! A small network that reads a sentence: tags, heads, relations and names from one encoder.
//!
//! ```text
//! word, vector, affixes ─sum→ norm → 3 gated convolutions → attention → tags, names
//!                                                               └────→ heads → relations
//! ```
//!
//! Everything is a sum, a product or one of a few curves; what the numbers are worth is learned by
//! `training`.

mod attention;
mod convolution;
mod curves;
mod dense;
mod embedding;
mod file;
mod heads;
mod kernel;
mod lanes;
mod linear;
mod lookup;
#[expect(clippy::module_inception, reason = "the network of the module of networks")]
mod net;
mod noise;
mod norm;
mod packed;
mod panels;
mod reader;
mod sheet;
mod tree;

use attention::{Attention, EYES, FAR};
use convolution::Convolution;
use dense::REACHES;
pub(crate) use dense::{Dense, Errors, Sizes};
pub(crate) use embedding::{Keys, Reading};
use linear::Linear;
pub(crate) use lookup::Lookup;
pub(crate) use net::Net;
pub(crate) use noise::Noise;
use norm::Norm;
pub(crate) use packed::Packed;
pub(crate) use reader::{Answers, SentenceReader};
pub(crate) use tree::best_tree;

use std::ops::Range;

use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis, Slice};

/// A matrix: a row for each word.
pub(crate) type Matrix = Array2<f32>;

/// All rows, or all columns.
const ALL: Range<usize> = 0..usize::MAX;

/// What stands in some rows and columns.
fn part(matrix: &Matrix, rows: Range<usize>, columns: Range<usize>) -> ArrayView2<'_, f32> {
    let mut view = matrix.view();
    let [rows, columns] = within(matrix, [rows, columns]);
    view.slice_axis_inplace(Axis(0), rows);
    view.slice_axis_inplace(Axis(1), columns);
    view
}

/// The same, to be changed.
fn part_mut(
    matrix: &mut Matrix,
    rows: Range<usize>,
    columns: Range<usize>,
) -> ArrayViewMut2<'_, f32> {
    let [rows, columns] = within(matrix, [rows, columns]);
    let mut view = matrix.view_mut();
    view.slice_axis_inplace(Axis(0), rows);
    view.slice_axis_inplace(Axis(1), columns);
    view
}

fn within(matrix: &Matrix, ranges: [Range<usize>; 2]) -> [Slice; 2] {
    let ends = [matrix.nrows(), matrix.ncols()];
    std::array::from_fn(|k| Slice::from(ranges[k].start.min(ends[k])..ranges[k].end.min(ends[k])))
}

/// Adds what stands in the same place of another matrix.
fn add(to: &mut Matrix, from: &Matrix) {
    if let (Some(to), Some(from)) = (to.as_slice_mut(), from.as_slice()) {
        to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
    }
}

/// Multiplies by what stands in the same place of another matrix.
fn multiply(to: &mut Matrix, by: &Matrix) {
    if let (Some(to), Some(by)) = (to.as_slice_mut(), by.as_slice()) {
        to.iter_mut().zip(by).for_each(|(to, by)| *to *= by);
    }
}
