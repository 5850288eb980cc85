//! Something a page can show.

use super::Sheet;
use view::Opened;

/// A row of the record, as a few lines of which the first ends with its id.
pub trait Row {
    /// Puts it on the page.
    fn put(&self, sheet: &mut Sheet, opened: &Opened);
}
