//! Weights of features, and what they add up to.

use text::Likelihood;

use crate::table::Table;

/// Rows of the table, as a power of two: features seldom share one.
pub(crate) const BITS: u32 = 20;

/// Stored weights per unit of weight.
const SCALE: f64 = 1_024.0;

static SHIPPED: &[u8] = include_bytes!("metonymy.model");

/// What was learned: a weight for each row of features.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    table: Table,
}

impl Weights {
    /// Those that come with the program.
    pub(crate) fn shipped() -> Weights {
        Weights::read(SHIPPED).unwrap_or_else(|| Weights { table: Table::blank(1) })
    }

    /// From a weight for each row; `None` if they are not `2^BITS`.
    pub(crate) fn new(rows: &[f64]) -> Option<Weights> {
        let small = |w: &f64| (w * SCALE).round().clamp(-32_767.0, 32_767.0) as i16;
        Some(Weights { table: Table::new(BITS, 1, rows.iter().map(small).collect())? })
    }

    /// The weight of each row; zeros for a table of another size.
    pub(crate) fn rows(&self) -> Vec<f64> {
        let mut rows: Vec<f64> =
            self.table.weights().iter().map(|&w| f64::from(w) / SCALE).collect();
        rows.resize(1 << BITS, 0.0);
        rows
    }

    /// Reads what [`Weights::write`] wrote; `None` for anything else.
    pub(crate) fn read(mut bytes: &[u8]) -> Option<Weights> {
        Table::read(&mut bytes).filter(|t| t.width() == 1).map(|table| Weights { table })
    }

    /// As bytes: the same weights, the same bytes.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.table.write(&mut out);
        out
    }

    /// How likely a mention with these features is a metonym.
    pub(crate) fn likelihood(&self, features: &[u64]) -> Likelihood {
        let mut score = [0];
        self.table.score(features, &mut score);
        Likelihood::of(1.0 / (1.0 + (-f64::from(score[0]) / SCALE).exp()))
    }
}
