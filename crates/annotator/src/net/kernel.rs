//! Products of whole numbers, on the widest lanes that the processor has.
//!
//! The sums are exact, so every processor gives the same.

/// Columns of a panel, whose sums are made together.
pub(crate) const COLUMNS: usize = 16;

/// What each column of a panel makes of two numbers: of the first column both, then of the next.
pub(crate) type Weights = [i16; 2 * COLUMNS];

/// A number for each column of a panel.
pub(crate) type Columns = [f32; COLUMNS];

/// Rows whose sums are made together: with two sums for each, weights and numbers, all stay in the
/// sixteen places that processors have.
const ROWS: usize = 5;

/// A product: rows put together of a matrix's rows, times panels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Product<'a, const TAPS: usize> {
    /// The matrix: two numbers at a time, so many of these in a row.
    pub(crate) numbers: &'a [[i16; 2]],
    pub(crate) width: usize,
    /// What the whole numbers of each of its rows are to be multiplied by.
    pub(crate) scales: &'a [f32],
    /// Of which of its rows each row is put together; all have the scale of the middle one.
    pub(crate) rows: &'a [[usize; TAPS]],
    /// All panels one after another, each with weights for the whole of a row.
    pub(crate) panels: &'a [Weights],
    /// For each panel what sums are to be multiplied by, and what is added then.
    pub(crate) ends: &'a [[Columns; 2]],
}

impl<const TAPS: usize> Product<'_, TAPS> {
    /// Writes what comes out: for each row its panels side by side.
    pub(crate) fn write(self, out: &mut [Columns]) {
        #[cfg(target_arch = "x86_64")]
        if let Some(lanes) = pulp::x86::V3::try_new() {
            return lanes.vectorize(wide::Task { lanes, product: self, out });
        }
        self.walk(Plain, out);
    }

    #[inline(always)]
    fn walk(self, lanes: impl Lanes, out: &mut [Columns]) {
        for panel in 0..self.ends.len() {
            let mut at = 0;
            while at + ROWS <= self.rows.len() {
                self.block::<_, ROWS>(lanes, at, panel, out);
                at += ROWS;
            }
            while at + 2 <= self.rows.len() {
                self.block::<_, 2>(lanes, at, panel, out);
                at += 2;
            }
            if at < self.rows.len() {
                self.block::<_, 1>(lanes, at, panel, out);
            }
        }
    }

    /// Some rows and one panel.
    #[inline(always)]
    fn block<L: Lanes, const N: usize>(
        self,
        lanes: L,
        at: usize,
        panel: usize,
        out: &mut [Columns],
    ) {
        let (width, rows) = (self.width, &self.rows[at..at + N]);
        let mut sums = [lanes.none(); N];
        for tap in 0..TAPS {
            let weights = &self.panels[(panel * TAPS + tap) * width..][..width];
            let mut numbers: [&[[i16; 2]]; N] = [&[]; N];
            for k in 0..N {
                numbers[k] = &self.numbers[rows[k][tap] * width..][..width];
            }
            for (at, weights) in weights.iter().enumerate() {
                for k in 0..N {
                    sums[k] = lanes.add(sums[k], numbers[k][at], weights);
                }
            }
        }
        for k in 0..N {
            let scale = self.scales[rows[k][TAPS / 2]];
            out[(at + k) * self.ends.len() + panel] = lanes.end(sums[k], scale, &self.ends[panel]);
        }
    }
}

/// How a processor adds up products.
trait Lanes: Copy {
    /// Sums of a panel's columns.
    type Sums: Copy;

    /// No sums yet.
    fn none(self) -> Self::Sums;

    /// Adds the products of two numbers with each column's weights.
    fn add(self, sums: Self::Sums, numbers: [i16; 2], weights: &Weights) -> Self::Sums;

    /// What comes out.
    fn end(self, sums: Self::Sums, scale: f32, ends: &[Columns; 2]) -> Columns;
}

/// Any processor.
#[derive(Clone, Copy)]
struct Plain;

impl Lanes for Plain {
    type Sums = [i32; COLUMNS];

    #[inline(always)]
    fn none(self) -> Self::Sums {
        [0; COLUMNS]
    }

    #[inline(always)]
    fn add(self, mut sums: Self::Sums, [a, b]: [i16; 2], weights: &Weights) -> Self::Sums {
        let (weights, _) = weights.as_chunks::<2>();
        for (sum, [first, second]) in sums.iter_mut().zip(weights) {
            let first = i32::from(a) * i32::from(*first);
            *sum = sum.wrapping_add(first).wrapping_add(i32::from(b) * i32::from(*second));
        }
        sums
    }

    #[inline(always)]
    fn end(self, sums: Self::Sums, scale: f32, [by, plus]: &[Columns; 2]) -> Columns {
        std::array::from_fn(|k| sums[k] as f32 * (scale * by[k]) + plus[k])
    }
}

/// x86 processors since about 2013. What is given to closures leaves the lanes, so there are none.
#[cfg(target_arch = "x86_64")]
mod wide {
    use pulp::x86::V3;
    use pulp::{f32x8, i16x16, i32x8};

    use super::{Columns, Lanes, Product, Weights};

    pub(super) struct Task<'a, const TAPS: usize> {
        pub(super) lanes: V3,
        pub(super) product: Product<'a, TAPS>,
        pub(super) out: &'a mut [Columns],
    }

    impl<const TAPS: usize> pulp::NullaryFnOnce for Task<'_, TAPS> {
        type Output = ();

        #[inline(always)]
        fn call(self) {
            self.product.walk(self.lanes, self.out);
        }
    }

    impl Lanes for V3 {
        type Sums = [i32x8; 2];

        #[inline(always)]
        fn none(self) -> [i32x8; 2] {
            [self.splat_i32x8(0); 2]
        }

        #[inline(always)]
        fn add(self, sums: [i32x8; 2], numbers: [i16; 2], weights: &Weights) -> [i32x8; 2] {
            let numbers: i16x16 = pulp::cast(self.splat_i32x8(pulp::cast(numbers)));
            let [first, second]: [i16x16; 2] = pulp::cast(*weights);
            let first = self.multiply_wrapping_add_adjacent_i16x16(numbers, first);
            let second = self.multiply_wrapping_add_adjacent_i16x16(numbers, second);
            [self.wrapping_add_i32x8(sums[0], first), self.wrapping_add_i32x8(sums[1], second)]
        }

        #[inline(always)]
        fn end(self, sums: [i32x8; 2], scale: f32, ends: &[Columns; 2]) -> Columns {
            let scale = self.splat_f32x8(scale);
            let [by, plus]: [[f32x8; 2]; 2] = pulp::cast(*ends);
            let mut out = by;
            for k in 0..2 {
                let sum = self.convert_i32x8_to_f32x8(sums[k]);
                let product = self.mul_f32x8(sum, self.mul_f32x8(scale, by[k]));
                out[k] = self.add_f32x8(product, plus[k]);
            }
            pulp::cast(out)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_lanes_give_the_same() {
        let width = 5;
        let number = |at: usize| ((at * 7_919 + 13) % 4_001) as i16 - 2_000;
        let numbers: Vec<[i16; 2]> =
            (0..9 * width).map(|at| [number(at), number(at + 77)]).collect();
        let weights = |at: usize| std::array::from_fn(|k| number(at * 31 + k));
        let panels: Vec<Weights> = (0..2 * 3 * width).map(weights).collect();
        let rows: Vec<[usize; 3]> = (0..9).map(|at| [at, (at + 1) % 9, 0]).collect();
        let scales: Vec<f32> = (0..9).map(|at| 0.1 + at as f32).collect();
        let ends = [[[0.3; COLUMNS], [7.5; COLUMNS]]; 2];
        let product = Product {
            numbers: &numbers,
            width,
            scales: &scales,
            rows: &rows,
            panels: &panels,
            ends: &ends,
        };
        let mut plain = vec![[0.0; COLUMNS]; 18];
        let mut fast = plain.clone();
        product.walk(Plain, &mut plain);
        product.write(&mut fast);
        assert_eq!(fast, plain);
        let one = |row: usize, column: usize| {
            let all = (0..3).flat_map(|tap| (0..width).map(move |at| (tap, at)));
            let products = all.map(|(tap, at)| {
                let [a, b] = numbers[rows[row][tap] * width + at].map(i32::from);
                let weights = panels[(column / COLUMNS * 3 + tap) * width + at];
                let k = column % COLUMNS * 2;
                a * i32::from(weights[k]) + b * i32::from(weights[k + 1])
            });
            products.sum::<i32>() as f32 * (scales[rows[row][1]] * 0.3) + 7.5
        };
        for (at, out) in plain.as_flattened().iter().enumerate() {
            assert_eq!(*out, one(at / 32, at % 32), "{at}");
        }
    }
}
