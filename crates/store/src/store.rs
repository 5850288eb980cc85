//! One record, wherever it is kept.

use record::Judgement;
use text::Digest;

use crate::backend::{Backend, Cause};
use crate::{Added, Error, Location, Reading, Result, SourceProblem, sqlite};

/// Where a record is kept: one SQLite file or one PostgreSQL database, only ever added to.
#[derive(Debug)]
pub struct Store {
    pub(crate) backend: Box<dyn Backend>,
    pub(crate) at: Location,
}

/// What a store is opened for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Use {
    /// To look at what there is.
    Look,
    /// To add to what there is.
    Add,
    /// To add, to an empty record if there is none.
    Create,
}

impl Store {
    /// Opens the record there, to look at it; fails if there is none.
    pub fn open(at: impl Into<Location>) -> Result<Store> {
        Store::opened(at.into(), Use::Look)
    }

    /// Opens the record there, to add to it; fails if there is none.
    pub fn reopen(at: impl Into<Location>) -> Result<Store> {
        Store::opened(at.into(), Use::Add)
    }

    /// Opens the record there, to add to it; makes an empty one if there is none.
    pub fn create(at: impl Into<Location>) -> Result<Store> {
        Store::opened(at.into(), Use::Create)
    }

    /// A record that is not kept.
    pub fn in_memory() -> Result<Store> {
        let backend = Box::new(sqlite::Sqlite::in_memory()?);
        Ok(Store { backend, at: Location::File(":memory:".into()) })
    }

    /// Adds readings by tools of this version, all or none. What is there already is not added again.
    pub fn add(&mut self, readings: &[Reading], tools: &str) -> Result<Added> {
        self.backend.add(readings, tools).map_err(failed(&self.at))
    }

    /// Adds what was odd in files.
    pub fn add_problems(&mut self, problems: &[SourceProblem]) -> Result<()> {
        let rows: Vec<_> = problems.iter().map(SourceProblem::row).collect();
        self.add_problem_rows(&rows)
    }

    /// Adds a person's verdicts.
    pub fn judge(&mut self, judgements: &[Judgement]) -> Result<()> {
        self.backend.judge(judgements).map_err(failed(&self.at))
    }

    /// A number that grows with everything that is added, and is another for another record of the same size.
    pub fn revision(&self) -> Result<u64> {
        let rows = self.backend.revision().map_err(self.failed())?;
        let [a, b, c, ..] = *self.latest()?.bytes();
        Ok(rows << 24 | u64::from(u32::from_be_bytes([0, a, b, c])))
    }

    /// A digest of the latest reading and of one verdict; the same for all records in which rows have no hashes.
    fn latest(&self) -> Result<Digest> {
        let mut hashes = Vec::new();
        if self.backend.has_row_hashes().map_err(self.failed())? {
            let latest = ["readings ORDER BY number", "judgements ORDER BY id"];
            for rows in latest {
                let sql = format!("SELECT row_sha256 FROM {rows} DESC LIMIT 1");
                self.each(&sql, &[], |[hash]| hashes.push(hash))?;
            }
        }
        Ok(Digest::of(&[hashes.join(" ").as_bytes()]))
    }

    pub(crate) fn add_problem_rows(&mut self, rows: &[[String; 3]]) -> Result<()> {
        self.backend.add_problems(rows).map_err(failed(&self.at))
    }

    fn opened(at: Location, to: Use) -> Result<Store> {
        let backend: Box<dyn Backend> = match &at {
            Location::File(path) => Box::new(sqlite::open(path, to)?),
            #[cfg(feature = "postgres")]
            Location::Server(address) => Box::new(crate::postgres::open(address, to)?),
            #[cfg(not(feature = "postgres"))]
            Location::Server(_) => return Err(Error::NotBuilt(at)),
        };
        Ok(Store { backend, at })
    }

    /// The rows of a query, each of `N` texts.
    pub(crate) fn each<const N: usize>(
        &self,
        sql: &str,
        with: &[i64],
        mut take: impl FnMut([String; N]),
    ) -> Result<()> {
        let mut fill = |row: Vec<String>| {
            let mut cells = row.into_iter();
            take(std::array::from_fn(|_| cells.next().unwrap_or_default()));
        };
        self.backend.each(sql, with, &mut fill).map_err(self.failed())
    }

    /// An error, with the place of this record.
    pub(crate) fn failed(&self) -> impl Fn(Cause) -> Error + '_ {
        failed(&self.at)
    }

    /// A row that does not read back, with the place of this record.
    pub(crate) fn unread(&self, table: &'static str) -> impl Fn(serde_json::Error) -> Error + '_ {
        move |cause| Error::Row { at: self.at.clone(), table, cause }
    }
}

fn failed(at: &Location) -> impl Fn(Cause) -> Error + '_ {
    |cause| Error::database(at.clone(), cause)
}
