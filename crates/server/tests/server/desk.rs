//! A record of its own and a server over it.

use std::fs;
use std::net::SocketAddr;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pipeline::{Given, Input, Reader, Tools, read_into};
use server::{Access, Limits, Reach, Scope, Settings, Tokens, add_token, listen};
use store::Store;

use crate::http::{Reply, send};

/// How forms are sent.
pub const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

/// One token of each scope; its name is the scope's.
pub struct Holders {
    /// May read.
    pub reader: String,
    /// May judge.
    pub reviewer: String,
    /// May see the audit log.
    pub admin: String,
}

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
        Desk::over(Desk::example(), Reach::Loopback)
    }

    fn example() -> PathBuf {
        static READ: OnceLock<PathBuf> = OnceLock::new();
        let example = READ.get_or_init(|| {
            let record = fresh();
            read(&record, example());
            record
        });
        let record = fresh();
        fs::copy(example, &record).unwrap();
        record
    }

    /// Pages by name.
    pub fn of(pages: Vec<(String, Vec<u8>)>, reach: Reach) -> Desk {
        let record = fresh();
        read(&record, pages);
        Desk::over(record, reach)
    }

    /// An empty record that only holders of tokens see, within these limits.
    pub fn guarded(limits: Limits) -> (Desk, Holders) {
        Desk::guarded_over(fresh(), |settings| Settings { limits, ..settings })
    }

    /// The bundled example, for holders of tokens alone.
    pub fn guarded_example(change: impl FnOnce(Settings) -> Settings) -> (Desk, Holders) {
        Desk::guarded_over(Desk::example(), change)
    }

    fn guarded_over(record: PathBuf, change: impl FnOnce(Settings) -> Settings) -> (Desk, Holders) {
        read(&record, Vec::new());
        let file = record.with_extension("tokens");
        let [reader, reviewer, admin] =
            Scope::ALL.map(|scope| add_token(&file, scope.as_str(), scope).unwrap());
        let access = Access::Tokens(Tokens::load(&file).unwrap());
        let desk = Desk::told(change(Settings { access, ..unhurried(&record) }));
        (desk, Holders { reader, reviewer, admin })
    }

    fn over(record: PathBuf, reach: Reach) -> Desk {
        Desk::told(Settings { reach, ..unhurried(&record) })
    }

    /// A server that is told this.
    pub fn told(settings: Settings) -> Desk {
        let record = settings.record.clone();
        let listening = listen(settings).unwrap();
        let (address, token) = (listening.address, listening.token.clone().unwrap_or_default());
        // It answers for as long as the tests run.
        thread::spawn(move || listening.serve());
        Desk { address, token, record }
    }

    /// A page, for whoever gives this.
    pub fn get_as(&self, token: &str, path: &str) -> Reply {
        let (host, bearer) = (self.address.to_string(), format!("Bearer {token}"));
        let headers = [("Host", host.as_str()), ("Authorization", &bearer)];
        send(self.address, "GET", path, &headers, "").unwrap()
    }

    /// A form, as a program sends it that gives this.
    pub fn post_as(&self, token: &str, fields: &[(&str, &str)]) -> Reply {
        let (host, bearer) = (self.address.to_string(), format!("Bearer {token}"));
        let headers = [("Host", host.as_str()), ("Authorization", &bearer), FORM];
        send(self.address, "POST", "/review", &headers, &form(fields)).unwrap()
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

/// Tests ask as often as they like.
fn unhurried(record: &Path) -> Settings {
    Settings { limits: Limits::of_rate(1_000_000), ..Settings::of(record) }
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
