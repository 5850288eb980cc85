//! HTML pages.

use crate::draft::Draft;

/// To come.
pub(crate) fn read(_page: &str) -> Draft {
    Draft::default()
}
