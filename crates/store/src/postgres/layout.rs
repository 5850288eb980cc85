//! The tables on the server: made, moved on, and recognised.

use postgres::Client;

use crate::Use;
use crate::backend::Answer;

mod embedded {
    refinery::embed_migrations!("src/postgres/migrations");
}

/// Where the server notes which migrations it has.
const HISTORY: &str = "rapporteur_layout";

/// Whoever holds this lock on the server may change the tables: "Rapp" in ASCII.
const LOCK: i64 = 0x5261_7070;

/// Whoever only looks cannot change anything by mistake.
pub(super) fn settings(client: &mut Client, to: Use) -> Answer<()> {
    client
        .batch_execute("SET application_name = 'rapporteur'; SET client_min_messages = warning")?;
    if to == Use::Look {
        client.batch_execute("SET default_transaction_read_only = on")?;
    }
    Ok(())
}

/// The layout that this version writes.
pub(super) fn latest() -> i32 {
    let all = embedded::migrations::runner();
    let versions = all.get_migrations().iter().map(|migration| migration.version());
    versions.max().and_then(|version| i32::try_from(version).ok()).unwrap_or_default()
}

/// The layout that is there, if there is a record.
pub(super) fn found(client: &mut Client) -> Answer<Option<i32>> {
    let is_there = client.query_one("SELECT to_regclass($1) IS NOT NULL", &[&HISTORY])?;
    if !is_there.try_get(0)? {
        return Ok(None);
    }
    let version = client.query_one("SELECT max(version)::INT FROM rapporteur_layout", &[])?;
    Ok(version.try_get(0)?)
}

/// Makes the tables, or brings them up to date; one program at a time.
pub(super) fn migrate(client: &mut Client) -> Answer<()> {
    if found(client)?.is_some_and(|found| found >= latest()) {
        return Ok(());
    }
    client.execute("SELECT pg_advisory_lock($1)", &[&LOCK])?;
    let mut runner = embedded::migrations::runner();
    runner.set_migration_table_name(HISTORY);
    let done = runner.set_abort_missing(false).run(client);
    client.execute("SELECT pg_advisory_unlock($1)", &[&LOCK])?;
    done?;
    Ok(())
}
