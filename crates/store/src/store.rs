//! One record in one file.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::{Error, Result, layout};

/// Where a record is kept: one SQLite file, only ever added to.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the record at `path`, to look at it; fails if there is none.
    pub fn open(path: &Path) -> Result<Store> {
        Store::existing(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
    }

    /// Opens the record at `path`, to add to it; fails if there is none.
    pub fn reopen(path: &Path) -> Result<Store> {
        Store::existing(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// Opens the record at `path`, to add to it; makes an empty one if there is none.
    pub fn create(path: &Path) -> Result<Store> {
        let failed = |cause| Error::database(path, cause);
        let mut connection = Connection::open(path).map_err(failed)?;
        layout::prepare(&mut connection, path)?;
        Ok(Store { connection, path: path.to_owned() })
    }

    /// A record that is not kept.
    pub fn in_memory() -> Result<Store> {
        Store::create(Path::new(":memory:"))
    }

    fn existing(path: &Path, flags: OpenFlags) -> Result<Store> {
        if !path.exists() {
            return Err(Error::Missing(path.to_owned()));
        }
        let failed = |cause| Error::database(path, cause);
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        layout::settings(&connection).map_err(failed)?;
        layout::check(&connection, path)?;
        Ok(Store { connection, path: path.to_owned() })
    }

    /// The same error, with this file's name.
    pub(crate) fn failed(&self) -> impl Fn(rusqlite::Error) -> Error + '_ {
        |cause| Error::database(&self.path, cause)
    }

    /// A row that does not read back, with this file's name.
    pub(crate) fn unread(&self, table: &'static str) -> impl Fn(serde_json::Error) -> Error + '_ {
        move |cause| Error::Row { path: self.path.clone(), table, cause }
    }
}
