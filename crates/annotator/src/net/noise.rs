//! Numbers that look random, and the masks that training puts over what a layer says.

use super::Matrix;

/// Where noise comes from; silent when a sentence is only read.
#[derive(Clone, Debug)]
pub(crate) enum Noise {
    /// None.
    Silent,
    /// From a state that each number changes.
    Random(u64),
}

impl Noise {
    /// A number from 0 up to 1, if there is noise.
    pub(crate) fn number(&mut self) -> Option<f32> {
        let Noise::Random(state) = self else { return None };
        // SplitMix64.
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Some(((z ^ (z >> 31)) >> 40) as f32 / (1u32 << 24) as f32)
    }

    /// True for one call in so many.
    pub(crate) fn hits(&mut self, share: f32) -> bool {
        self.number().is_some_and(|number| number < share)
    }

    /// Silences a share of the numbers and raises the rest; what was done, to be done to the gradient.
    pub(crate) fn mask(&mut self, matrix: &mut Matrix, share: f32) -> Option<Matrix> {
        if matches!(self, Noise::Silent) || share == 0.0 {
            return None;
        }
        let kept = 1.0 / (1.0 - share);
        let mask = matrix.mapv(|_| if self.hits(share) { 0.0 } else { kept });
        *matrix *= &mask;
        Some(mask)
    }
}

/// Puts a mask over a gradient.
pub(crate) fn masked(gradient: Matrix, mask: Option<&Matrix>) -> Matrix {
    match mask {
        Some(mask) => gradient * mask,
        None => gradient,
    }
}
