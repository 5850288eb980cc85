//! What holds on a server beyond what every store promises.
#![cfg(feature = "postgres")]

mod making;
mod server;

use making::{TABLES, reading};
use server::Database;
use store::{Error, Fault, Store};

fn full(place: &Database) -> Store {
    let mut store = Store::create(place.address()).unwrap();
    store.add(&[reading("b", 1), reading("a", 1)], "1").unwrap();
    store
}

#[test]
fn the_tables_refuse_update_delete_and_truncate() {
    let Some(place) = Database::new("refuse") else { return };
    drop(full(&place));
    let mut raw = place.client();
    for table in TABLES {
        for change in [
            format!("DELETE FROM {table}"),
            format!("TRUNCATE {table} CASCADE"),
            format!("UPDATE {table} SET {0} = {0}", first_column(&mut raw, table)),
        ] {
            let refused = raw.batch_execute(&change).unwrap_err();
            let why = refused.as_db_error().map(|e| e.message().to_owned()).unwrap_or_default();
            assert!(why.contains("only added to"), "{change}: {refused:?}");
        }
    }
}

fn first_column(raw: &mut postgres::Client, table: &str) -> String {
    let sql = "SELECT column_name::TEXT FROM information_schema.columns
        WHERE table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position LIMIT 1";
    raw.query_one(sql, &[&table]).unwrap().get(0)
}

#[test]
fn verify_finds_what_was_changed_behind_its_back() {
    let Some(place) = Database::new("tampered") else { return };
    drop(full(&place));
    place
        .client()
        .batch_execute(
            "ALTER TABLE articles DISABLE TRIGGER USER;
             UPDATE articles SET text = replace(text, 'all', 'two')",
        )
        .unwrap();
    let found = Store::open(place.address()).unwrap().verify().unwrap().mismatches;
    let faults: Vec<Fault> = found.into_iter().map(|m| m.fault).collect();
    assert!(faults.contains(&Fault::Hash) && faults.contains(&Fault::Id), "{faults:?}");
    assert!(faults.iter().any(|f| matches!(f, Fault::Words { .. })), "{faults:?}");
}

/// The first layout had no hashes of rows.
#[test]
fn an_older_layout_is_brought_up_to_date_under_a_reader() {
    let Some(place) = Database::new("older") else { return };
    drop(full(&place));
    let mut raw = place.client();
    for table in ["articles", "claims", "readings", "source_problems", "judgements"] {
        raw.batch_execute(&format!("ALTER TABLE {table} DROP COLUMN row_sha256")).unwrap();
    }
    raw.batch_execute("DELETE FROM rapporteur_layout WHERE version = 2").unwrap();
    let reader = Store::open(place.address()).unwrap();
    let articles = reader.articles().unwrap();
    assert_eq!(reader.verify().unwrap().mismatches, []);

    let mut writer = Store::reopen(place.address()).unwrap();
    writer.add(&[reading("c", 1)], "1").unwrap();
    assert_eq!(writer.verify().unwrap().mismatches, []);
    assert_eq!(reader.articles().unwrap().len(), articles.len() + 1);
    assert_eq!(reader.verify().unwrap().mismatches, []);
    raw.batch_execute(
        "ALTER TABLE readings DISABLE TRIGGER USER; UPDATE readings SET tools = '2' WHERE number = 1",
    )
    .unwrap();
    let found = reader.verify().unwrap().mismatches;
    assert!(matches!(&found[..], [one] if one.fault == Fault::RowHash), "{found:?}");
}

#[test]
fn a_later_layout_is_refused() {
    let Some(place) = Database::new("later") else { return };
    drop(full(&place));
    let later = "INSERT INTO rapporteur_layout (version, name, applied_on, checksum)
        VALUES (99, 'later', '', '0')";
    place.client().batch_execute(later).unwrap();
    for opened in [Store::open(place.address()), Store::create(place.address())] {
        assert!(matches!(opened, Err(Error::Newer { found: 99, .. })), "{opened:?}");
    }
}

#[test]
fn many_who_make_the_tables_at_once_make_them_once() {
    let Some(place) = Database::new("makers") else { return };
    std::thread::scope(|scope| {
        let make = || scope.spawn(|| Store::create(place.address()).map(|_| ()));
        let makers: Vec<_> = (0..6).map(|_| make()).collect();
        makers.into_iter().for_each(|maker| maker.join().unwrap().unwrap());
    });
    assert_eq!(Store::open(place.address()).unwrap().articles().unwrap(), []);
}

/// The roles that the handbook describes, made with its own words.
#[test]
fn a_reader_reads_and_a_writer_writes_and_neither_changes_tables() {
    let Some(place) = Database::new("roles") else { return };
    drop(full(&place));
    let handbook = include_str!("../../../docs/team.md");
    let sql = handbook.split("```sql").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let mut owner = place.client();
    owner.batch_execute(sql).unwrap();
    owner.batch_execute("SET ROLE rapporteur_reader").unwrap();
    assert_eq!(owner.query("SELECT id FROM current_claims", &[]).unwrap().len(), 2);
    assert!(owner.batch_execute("INSERT INTO additions VALUES (99, 0)").is_err());
    owner.batch_execute("RESET ROLE; SET ROLE rapporteur_writer").unwrap();
    assert!(owner.batch_execute("DROP TABLE claims").is_err());
    assert!(owner.batch_execute("ALTER TABLE claims DISABLE TRIGGER USER").is_err());
    let added = Store::create(&as_role(&place, "rapporteur_writer"))
        .and_then(|mut store| store.add(&[reading("c", 1)], "1"));
    assert_eq!(added.unwrap().articles, 1);
    let reader = Store::open(&as_role(&place, "rapporteur_reader")).unwrap();
    assert_eq!(reader.claims().unwrap().len(), 3);
}

fn as_role(place: &Database, role: &str) -> std::path::PathBuf {
    let address = place.address().display().to_string();
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}options=-c%20role%3D{role}").into()
}

#[test]
fn a_server_that_is_not_there_is_told_without_the_password() {
    let nowhere = std::path::Path::new("postgres://ana:s3cret@127.0.0.1:1/talks");
    let why = Store::open(nowhere).unwrap_err().to_string();
    assert!(why.contains("postgres://ana@127.0.0.1:1/talks") && !why.contains("s3cret"), "{why}");
}
