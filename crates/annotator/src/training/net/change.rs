//! What a batch asks to be changed.

use ndarray::Array2;

use crate::net::{Dense, Matrix, Net, Reading};

/// Gradients: of the whole inside, and of the rows that were read.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) dense: Dense,
    pub(crate) tables: Vec<Matrix>,
    /// The rows read of each table, each once.
    pub(crate) read: Vec<Vec<usize>>,
    seen: Vec<Vec<bool>>,
}

impl Change {
    /// Of nothing yet.
    pub(crate) fn none(net: &Net<Matrix>) -> Change {
        Change {
            dense: Dense::zeros(net.sizes),
            tables: net.tables.iter().map(|table| Array2::zeros(table.raw_dim())).collect(),
            read: vec![Vec::new(); net.tables.len()],
            seen: net.tables.iter().map(|table| vec![false; table.nrows()]).collect(),
        }
    }

    /// Adds the gradient of each word's sum to the rows that made it.
    pub(crate) fn add(&mut self, readings: &[Reading], gradient: &Matrix) {
        for (reading, gradient) in readings.iter().zip(gradient.rows()) {
            for (table, row) in reading.rows().enumerate() {
                let mut sum = self.tables[table].row_mut(row);
                sum += &gradient;
                self.note(table, row);
            }
        }
    }

    fn note(&mut self, table: usize, row: usize) {
        if !std::mem::replace(&mut self.seen[table][row], true) {
            self.read[table].push(row);
        }
    }

    /// Takes over what another part of the batch asks for; the other is empty after it.
    pub(crate) fn join(&mut self, other: &mut Change) {
        let parts = self.dense.parts_mut().into_iter().zip(other.dense.parts_mut());
        for (sum, part) in parts {
            *sum += &*part;
            part.fill(0.0);
        }
        for table in 0..self.tables.len() {
            for row in std::mem::take(&mut other.read[table]) {
                let mut sum = self.tables[table].row_mut(row);
                sum += &other.tables[table].row(row);
                other.tables[table].row_mut(row).fill(0.0);
                other.seen[table][row] = false;
                self.note(table, row);
            }
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.dense.parts_mut().into_iter().for_each(|part| part.fill(0.0));
        for table in 0..self.tables.len() {
            for row in std::mem::take(&mut self.read[table]) {
                self.tables[table].row_mut(row).fill(0.0);
                self.seen[table][row] = false;
            }
        }
    }
}
