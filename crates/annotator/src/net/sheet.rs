//! Rows of numbers, as they are and as whole numbers.

use super::curves::nearest;

/// A row of numbers for each word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) width: usize,
    pub(crate) numbers: Vec<f32>,
}

impl Sheet {
    /// Of zeros.
    pub(crate) fn zeros(rows: usize, width: usize) -> Sheet {
        Sheet { width, numbers: vec![0.0; rows * width] }
    }

    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.numbers.chunks_exact(self.width.max(1))
    }

    pub(crate) fn rows_mut(&mut self) -> impl ExactSizeIterator<Item = &mut [f32]> {
        self.numbers.chunks_exact_mut(self.width.max(1))
    }

    pub(crate) fn row(&self, at: usize) -> &[f32] {
        &self.numbers[at * self.width..(at + 1) * self.width]
    }
}

/// The highest whole number that a row is written in.
pub(crate) const TOP: i16 = 8_191;

/// Rows of whole numbers; row 0 is of zeros, the row of the first word is the next.
#[derive(Clone, Debug)]
pub(crate) struct Wholes {
    /// Pairs of numbers in a row.
    pub(crate) width: usize,
    pub(crate) pairs: Vec<[i16; 2]>,
    /// What each row's numbers are to be multiplied by.
    pub(crate) scales: Vec<f32>,
}

impl Wholes {
    /// Of nothing but the row of zeros.
    pub(crate) fn none(width: usize, rows: usize) -> Wholes {
        let width = width.div_ceil(2);
        let mut pairs = Vec::with_capacity((rows + 1) * width);
        pairs.resize(width, [0; 2]);
        Wholes { width, pairs, scales: vec![0.0] }
    }

    /// Rows of which no number is above `most`: all are written in the same scale.
    #[inline(always)]
    pub(crate) fn within<'a>(
        most: f32,
        width: usize,
        rows: impl ExactSizeIterator<Item = &'a [f32]>,
    ) -> Wholes {
        let mut wholes = Wholes::none(width, rows.len());
        for row in rows {
            wholes.push(row, most);
        }
        wholes
    }

    /// Any rows, each in its own scale.
    #[inline(always)]
    pub(crate) fn of<'a>(width: usize, rows: impl ExactSizeIterator<Item = &'a [f32]>) -> Wholes {
        let mut wholes = Wholes::none(width, rows.len());
        for row in rows {
            wholes.push(row, most(row));
        }
        wholes
    }

    #[inline(always)]
    fn push(&mut self, row: &[f32], most: f32) {
        let top = f32::from(TOP);
        let scale = if most > 0.0 { top / most } else { 0.0 };
        let start = self.pairs.len();
        self.pairs.resize(start + row.len().div_ceil(2), [0; 2]);
        for (whole, number) in self.pairs[start..].as_flattened_mut().iter_mut().zip(row) {
            *whole = nearest((number * scale).clamp(-top, top));
        }
        self.scales.push(most / top);
    }

    /// The words' own rows.
    pub(crate) fn each(&self) -> Vec<[usize; 1]> {
        (1..self.scales.len()).map(|at| [at]).collect()
    }
}

/// Numbers that are worked on side by side.
pub(crate) const SIDES: usize = 8;

/// The largest number of a row, whatever its sign.
#[inline(always)]
fn most(row: &[f32]) -> f32 {
    let (blocks, rest) = row.as_chunks::<SIDES>();
    let mut most = [0.0; SIDES];
    for block in blocks {
        for k in 0..SIDES {
            most[k] = if block[k].abs() > most[k] { block[k].abs() } else { most[k] };
        }
    }
    most.iter().chain(rest).fold(0.0, |most, number| most.max(number.abs()))
}
