//! Stretches of lines that hold much running text.

use std::ops::Range;

use super::features::is_running;
use super::sort::Seen;

/// A stretch of lines.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Spread {
    pub first: usize,
    pub last: usize,
}

/// Words of running text that make up for a line of anything else: the fewer, the farther a stretch
/// reaches over such lines.
const COSTS: [f32; 3] = [20.0, 8.0, 3.0];

/// The best stretch at each cost.
pub(super) fn cores(seen: &[Seen]) -> [Spread; 3] {
    COSTS.map(|cost| best(seen.iter().map(|seen| worth(seen, cost))))
}

/// What a line adds to a stretch.
fn worth(seen: &Seen, cost: f32) -> f32 {
    let words = seen.shape.words as f32;
    match is_running(seen) {
        true if seen.is_listed() => words / 3.0 - cost / 2.0,
        true => words,
        false => -cost,
    }
}

/// The stretch whose lines are worth most together.
fn best(worths: impl Iterator<Item = f32>) -> Spread {
    let (mut found, mut most) = (Spread::default(), 0.0);
    let (mut first, mut sum) = (0, 0.0f32);
    for (at, worth) in worths.enumerate() {
        if sum <= 0.0 {
            (first, sum) = (at, 0.0);
        }
        sum += worth;
        if sum > most {
            (found, most) = (Spread { first, last: at }, sum);
        }
    }
    found
}

impl From<Range<usize>> for Spread {
    fn from(lines: Range<usize>) -> Spread {
        Spread { first: lines.start, last: lines.end.saturating_sub(1).max(lines.start) }
    }
}

impl Spread {
    pub fn holds(self, at: usize) -> bool {
        (self.first..=self.last).contains(&at)
    }

    /// Where a line stands as seen from the stretch: how far into it as a share, lines before or
    /// after it, and lines of it.
    pub fn against(self, at: usize) -> [f32; 3] {
        let lines = (self.last - self.first + 1) as f32;
        let place = (at as f32 - self.first as f32) / lines;
        let off = match at {
            _ if at < self.first => at as f32 - self.first as f32,
            _ => at.saturating_sub(self.last) as f32,
        };
        [place.clamp(-3.0, 4.0), off.clamp(-40.0, 40.0), lines.ln()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worthiest_stretch_is_found() {
        let worths = [3.0, -9.0, 5.0, -1.0, 7.0, -2.0, 1.0];
        assert_eq!(best(worths.into_iter()), Spread { first: 2, last: 4 });
        assert_eq!(best(std::iter::empty()), Spread::default());
    }
}
