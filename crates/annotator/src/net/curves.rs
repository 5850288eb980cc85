//! The curves of the network, made of sums and products alone: every processor gives the same.

/// Slope of [`leaky`] below zero.
pub(crate) const LEAK: f32 = 0.1;

/// Numbers below zero made small.
#[inline(always)]
pub(crate) fn leaky(x: f32) -> f32 {
    if x < 0.0 { x * LEAK } else { x }
}

/// From 0 to 1.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Added and taken away again, it leaves a whole number; added, it leaves that in the lowest bits.
const ROUND: f32 = 12_582_912.0;

/// Sixteen bits of the whole number next to one of no more than sixteen bits.
#[inline(always)]
pub(crate) fn nearest(x: f32) -> i16 {
    (x + ROUND).to_bits() as i16
}

/// The logarithm of two in two parts, so that its multiples are exact.
const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];

/// What follows 1 + x + in the sum, times x²: Moshier's way (Cephes).
const TERMS: [f32; 6] =
    [1.987_569_1e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 0.166_666_65, 0.5];

/// *e* to a power, but for the last bits.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 88.0);
    let rounded = x * std::f32::consts::LOG2_E + ROUND;
    let twos = rounded - ROUND;
    let x = x - twos * LN_2[0] - twos * LN_2[1];
    let mut terms = TERMS[0];
    for term in &TERMS[1..] {
        terms = terms * x + term;
    }
    let power = f32::from_bits((rounded.to_bits() << 23).wrapping_add(1.0f32.to_bits()));
    (terms * x * x + x + 1.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_right_to_a_millionth() {
        for at in -8_600..8_700 {
            let x = at as f32 / 100.0;
            let right = f64::from(x).exp();
            assert!((f64::from(exp(x)) / right - 1.0).abs() < 1e-6, "{x}");
        }
        assert!(exp(-1e9) < 1e-37);
        assert!((sigmoid(0.0) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn the_nearest_whole_number() {
        for (x, whole) in [(0.4, 0), (-0.6, -1), (8_191.4, 8_191), (-8_190.7, -8_191)] {
            assert_eq!(nearest(x), whole);
        }
    }
}
