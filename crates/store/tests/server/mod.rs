//! Databases for tests, on the server that `RAPPORTEUR_POSTGRES` names. Without it these tests say
//! that they are skipped.
#![cfg(feature = "postgres")]

use std::path::{Path, PathBuf};

use postgres::{Client, NoTls};

/// A database of its own, dropped when the test is over.
pub struct Database {
    server: String,
    name: String,
    address: PathBuf,
}

impl Database {
    /// A new one, if there is a server.
    pub fn new(name: &str) -> Option<Database> {
        let Ok(server) = std::env::var("RAPPORTEUR_POSTGRES") else {
            eprintln!("skipped: RAPPORTEUR_POSTGRES names no server");
            return None;
        };
        let short: String = name.chars().take(40).collect();
        let name = format!("t_{}_{short}", std::process::id());
        let mut client = Client::connect(&server, NoTls).expect("the server answers");
        client.batch_execute(&format!("DROP DATABASE IF EXISTS {name}; ")).unwrap();
        client
            .batch_execute(&format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"))
            .unwrap();
        let address = PathBuf::from(on(&server, &name));
        Some(Database { server, name, address })
    }

    /// Its address.
    pub fn address(&self) -> &Path {
        &self.address
    }

    /// A connection of one's own to it.
    #[allow(dead_code, reason = "not every test looks behind the store")]
    pub fn client(&self) -> Client {
        Client::connect(self.address.to_str().unwrap(), NoTls).unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Ok(mut client) = Client::connect(&self.server, NoTls) {
            let _ = client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

/// The same server's address, with another database.
fn on(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, ""), |(a, o)| (a, o));
    let (host, _) = address.rsplit_once('/').expect("an address ends in a database");
    match options {
        "" => format!("{host}/{name}"),
        options => format!("{host}/{name}?{options}"),
    }
}
