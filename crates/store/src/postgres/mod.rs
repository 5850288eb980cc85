//! A record on a PostgreSQL server, for several people and several readers at once.

mod add;
mod layout;
mod search;

use std::cell::RefCell;
use std::fmt;

use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::{FromSql, Type};
use postgres::{Client, NoTls};
use record::Judgement;

use crate::backend::{Answer, Backend, Cause};
use crate::{Added, Address, Error, Hit, Location, Reading, Result, Use};

/// A connection. Asking needs it to itself, though nothing of the record changes by it.
pub(crate) struct Postgres {
    client: RefCell<Client>,
}

/// Connects to the record there for this use.
pub(crate) fn open(address: &Address, to: Use) -> Result<Postgres> {
    let at = || Location::Server(address.clone());
    let failed = |cause: Cause| Error::database(at(), cause);
    let mut client = Client::connect(address.reveal(), NoTls).map_err(|why| failed(why.into()))?;
    layout::settings(&mut client, to).map_err(failed)?;
    let found = layout::found(&mut client).map_err(failed)?;
    if to == Use::Create || (to == Use::Add && found.is_some()) {
        layout::migrate(&mut client).map_err(failed)?;
    }
    match layout::found(&mut client).map_err(failed)? {
        None => Err(Error::Missing(at())),
        Some(found) if found > layout::latest() => {
            Err(Error::Newer { at: at(), found, known: layout::latest() })
        }
        Some(_) => Ok(Postgres { client: RefCell::new(client) }),
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Postgres")
    }
}

impl Backend for Postgres {
    fn add(&mut self, readings: &[Reading], tools: &str) -> Answer<Added> {
        add::again(self.client.get_mut(), |rows| add::readings(rows, readings, tools))
    }

    fn add_problems(&mut self, problems: &[[String; 3]]) -> Answer<()> {
        add::again(self.client.get_mut(), |rows| add::problems(rows, problems))
    }

    fn judge(&mut self, judgements: &[Judgement]) -> Answer<()> {
        add::again(self.client.get_mut(), |rows| add::judgements(rows, judgements))
    }

    fn each(&self, sql: &str, with: &[i64], take: &mut dyn FnMut(Vec<String>)) -> Answer<()> {
        let mut client = self.client.borrow_mut();
        let select = client.prepare(sql)?;
        let mut rows = client.query_raw(&select, with)?;
        while let Some(row) = rows.next()? {
            let cells = (0..row.len()).map(|column| row.try_get::<_, Cell>(column).map(|c| c.0));
            take(cells.collect::<std::result::Result<_, _>>()?);
        }
        Ok(())
    }

    fn revision(&self) -> Answer<u64> {
        let sum = "SELECT sum(number)::BIGINT FROM additions";
        let sum: i64 = self.client.borrow_mut().query_one(sum, &[])?.try_get(0)?;
        Ok(sum.unsigned_abs())
    }

    fn search(&self, words: &[&str], limit: u32) -> Answer<Vec<Hit>> {
        search::find(&mut self.client.borrow_mut(), words, limit)
    }

    /// The server looks after its own files.
    fn damage(&self) -> Answer<Vec<String>> {
        Ok(Vec::new())
    }

    fn has_row_hashes(&self) -> Answer<bool> {
        Ok(layout::found(&mut self.client.borrow_mut())?.is_some_and(|layout| layout >= 2))
    }
}

/// A cell of any text: JSON too comes as it was written.
struct Cell(String);

impl<'a> FromSql<'a> for Cell {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Answer<Cell> {
        Ok(Cell(std::str::from_utf8(raw)?.to_owned()))
    }

    fn accepts(kind: &Type) -> bool {
        [Type::TEXT, Type::JSON].contains(kind)
    }
}
