//! A record of its own and a server over it.

use std::fs;
use std::net::SocketAddr;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pipeline::{Given, Input, Reader, Tools, read_into};
use server::{Reach, Settings, listen};
use store::Store;

use crate::http::{Reply, send};

/// A server, and what it serves.
pub struct Desk {
    /// Where it answers.
    pub address: SocketAddr,
    /// Whoever gives this may write.
    pub token: String,
    /// The record’s file.
    pub record: PathBuf,
}

impl Desk {
    /// The bundled example, read once for all tests and copied for each.
    pub fn of_example() -> Desk {
        static READ: OnceLock<PathBuf> = OnceLock::new();
        let example = READ.get_or_init(|| {
            let record = fresh();
            read(&record, example());
            record
        });
        let record = fresh();
        fs::copy(example, &record).unwrap();
        Desk::over(record, Reach::Loopback)
    }

    /// Pages by name.
    pub fn of(pages: Vec<(String, Vec<u8>)>, reach: Reach) -> Desk {
        let record = fresh();
        read(&record, pages);
        Desk::over(record, reach)
    }

    fn over(record: PathBuf, reach: Reach) -> Desk {
        let settings = Settings {
            record: record.clone(),
            bind: SocketAddr::from(([127, 0, 0, 1], 0)),
            reach,
            token: None,
        };
        let listening = listen(settings).unwrap();
        let (address, token) = (listening.address, listening.token.clone());
        // It answers for as long as the tests run.
        thread::spawn(move || listening.serve());
        Desk { address, token, record }
    }

    /// A page.
    pub fn get(&self, path: &str) -> Reply {
        let host = self.address.to_string();
        send(self.address, "GET", path, &[("Host", &host)], "").unwrap()
    }

    /// A form, as a page of ours sends it.
    pub fn post(&self, fields: &[(&str, &str)]) -> Reply {
        let host = self.address.to_string();
        let origin = format!("http://{host}");
        let headers = [
            ("Host", host.as_str()),
            ("Origin", &origin),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        send(self.address, "POST", "/review", &headers, &form(fields)).unwrap()
    }
}

fn example() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/moscow-talks/pages");
    let mut pages: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        pages.push((name, fs::read(&path).unwrap()));
    }
    pages.sort();
    pages
}

/// A form’s fields as they are sent.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped =
        |value: &str| value.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Reads pages into a record.
pub fn read(record: &Path, pages: Vec<(String, Vec<u8>)>) {
    let mut store = Store::create(record).unwrap();
    let (tools, given) = (Tools::shipped(), Given::default());
    let reader = Reader { tools: &tools, given: &given, jobs: NonZero::<usize>::MIN };
    let held = |(name, bytes)| Input::Held { name, bytes };
    let inputs: Vec<Input> = pages.into_iter().map(held).collect();
    read_into(&mut store, &inputs, &reader, |_| {}).unwrap();
}

/// A file that is not there yet.
fn fresh() -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("rapporteur-server-{}-{number}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder.join("talks.db")
}
