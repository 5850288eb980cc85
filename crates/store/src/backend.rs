//! What a database does for a store: it adds, and gives back rows of texts as they were kept.

use std::fmt::Debug;

use record::Judgement;

use crate::{Added, Hit, Reading};

/// What a database says when it cannot do what was asked.
pub(crate) type Cause = Box<dyn std::error::Error + Send + Sync>;

/// What a database gives, or why not.
pub(crate) type Answer<T> = Result<T, Cause>;

/// A database with the tables of a record.
///
/// Both kinds have tables and columns of the same names, so that a query is written once. A number
/// asked for is `$1`, and every cell is a text.
pub(crate) trait Backend: Debug + Send {
    /// Adds readings by tools of this version, all or none, and nothing twice.
    fn add(&mut self, readings: &[Reading], tools: &str) -> Answer<Added>;

    /// Adds what was odd in files, all or none: ids, paths and problems.
    fn add_problems(&mut self, problems: &[[String; 3]]) -> Answer<()>;

    /// Adds verdicts, all or none.
    fn judge(&mut self, judgements: &[Judgement]) -> Answer<()>;

    /// Gives each row of a query to `take`, in order.
    fn each(&self, sql: &str, with: &[i64], take: &mut dyn FnMut(Vec<String>)) -> Answer<()>;

    /// A number that grows with everything that is added.
    fn revision(&self) -> Answer<u64>;

    /// Claims, then articles, that hold all of these words, best first, at most `limit` of each.
    fn search(&self, words: &[&str], limit: u32) -> Answer<Vec<Hit>>;

    /// What is the matter with the database itself, one line for each fault.
    fn damage(&self) -> Answer<Vec<String>>;

    /// True if each row has a hash of its own; older layouts have none.
    fn has_row_hashes(&self) -> Answer<bool>;
}
