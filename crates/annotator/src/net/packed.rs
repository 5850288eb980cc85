//! Tables in a quarter of the space: a byte for each number, a scale for each row.

use super::Matrix;

/// A table of rows of bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Packed {
    width: usize,
    scales: Vec<f32>,
    bytes: Vec<u8>,
}

impl Packed {
    /// The nearest to a table of numbers.
    pub(crate) fn pack(table: &Matrix) -> Packed {
        let mut packed = Packed { width: table.ncols(), ..Packed::default() };
        for row in table.rows() {
            let most = row.iter().fold(0.0, |most: f32, number| most.max(number.abs()));
            let scale = most / f32::from(i8::MAX);
            let byte = |number: &f32| if scale > 0.0 { (number / scale).round() as i8 } else { 0 };
            packed.scales.push(scale);
            packed.bytes.extend(row.iter().map(|number| byte(number) as u8));
        }
        packed
    }

    /// From its parts, if they fit.
    pub(crate) fn new(width: usize, scales: Vec<f32>, bytes: Vec<u8>) -> Option<Packed> {
        (bytes.len() == width * scales.len()).then_some(Packed { width, scales, bytes })
    }

    /// Adds a row to what is there.
    #[inline(always)]
    pub(crate) fn add(&self, row: usize, to: &mut [f32]) {
        let (Some(scale), Some(bytes)) =
            (self.scales.get(row), self.bytes.get(row * self.width..(row + 1) * self.width))
        else {
            return;
        };
        for (byte, to) in bytes.iter().zip(to) {
            *to += f32::from(*byte as i8) * scale;
        }
    }

    /// Scales and bytes.
    pub(crate) fn parts(&self) -> (&[f32], &[u8]) {
        (&self.scales, &self.bytes)
    }
}
