//! Rapporteur for Python: read pages, open a record, its tables as Arrow.
//!
//! Thin: what is read, kept and told is what the crates beside it read, keep and tell. What Python's
//! users are told of it stands in `package/rapporteur/_rapporteur.pyi`.

mod apart;
mod article;
mod asked;
mod batches;
mod coding;
mod columns;
mod comparing;
mod dossier;
mod explanation;
mod fault;
mod reading;
mod record;
mod table;
mod verification;

use pyo3::prelude::*;

/// The compiled part of the package.
#[pymodule]
mod _rapporteur {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::article::{Article, Articles, articles};
    #[pymodule_export]
    use crate::batches::{Batch, Batches, Columns, gather_files, keep, schema};
    #[pymodule_export]
    use crate::coding::code_sentences;
    #[pymodule_export]
    use crate::comparing::{Telling, compare, pairs, words};
    #[pymodule_export]
    use crate::dossier::Dossier;
    #[pymodule_export]
    use crate::explanation::Explanation;
    #[pymodule_export]
    use crate::reading::{Reading, read};
    #[pymodule_export]
    use crate::record::{Record, open};
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::verification::Verification;

    /// Keys of one kind that two articles must share to be compared.
    #[pymodule_export]
    const ENOUGH: u32 = pipeline::spread::ENOUGH;

    /// Panics, so that a test sees what becomes of it.
    #[pyfunction]
    fn _panic(py: Python<'_>, words: String) -> PyResult<()> {
        crate::apart::apart(py, |_| panic!("{words}"))
    }
}
