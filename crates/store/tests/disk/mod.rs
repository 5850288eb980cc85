//! A disk in memory that fails, fills up or loses power at the step it is told to.
//!
//! SQLite writes to it as to any other: it is registered as the file system of this process. Each change, each demand
//! that changes be kept, and each file made or taken away is a step, and steps are counted.
#![allow(dead_code, reason = "no test needs all of it")]

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use sqlite_vfs::{
    DatabaseHandle, LockKind, OpenAccess, OpenKind, OpenOptions, Vfs, WalDisabled, register,
};

/// What goes wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Trouble {
    /// One step fails, and nothing of it is done.
    Once,
    /// One step fails with half of its bytes written.
    Half,
    /// The disk is full from there on: nothing grows, the rest goes on.
    Full,
    /// Nothing is taken from there on, as if it were read-only or gone.
    Dead,
}

impl Trouble {
    /// All of them.
    pub const ALL: [Trouble; 4] = [Trouble::Once, Trouble::Half, Trouble::Full, Trouble::Dead];
}

/// A change that the disk was not yet asked to keep.
#[derive(Clone)]
enum Change {
    Bytes(usize, Vec<u8>),
    Length(usize),
}

#[derive(Clone, Default)]
struct File {
    /// As programs see it.
    bytes: Vec<u8>,
    /// As it would be after a power cut that loses all it may.
    kept: Vec<u8>,
    /// What lies between the two, in its order.
    since: Vec<Change>,
}

impl File {
    fn change(&mut self, change: Change) {
        apply(&mut self.bytes, &change);
        self.since.push(change);
    }

    fn keep(&mut self) {
        self.kept.clone_from(&self.bytes);
        self.since.clear();
    }

    /// As it is after a power cut: of each change `chance` says whether all, nothing or half of it came through.
    fn cut(&mut self, chance: &mut Chance) {
        for change in std::mem::take(&mut self.since) {
            match (chance.next() % 3, change) {
                (0, _) => {}
                (1, Change::Bytes(at, bytes)) => {
                    let half = bytes.len() / 2;
                    apply(&mut self.kept, &Change::Bytes(at, bytes[..half].to_vec()));
                }
                (_, change) => apply(&mut self.kept, &change),
            }
        }
        self.bytes.clone_from(&self.kept);
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Length(length) => bytes.resize(*length, 0),
        Change::Bytes(at, new) => {
            let past = at + new.len();
            bytes.resize(bytes.len().max(past), 0);
            bytes[*at..past].copy_from_slice(new);
        }
    }
}

/// Numbers that look like chance and are the same each time.
pub struct Chance(pub u64);

impl Chance {
    /// The next of them.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}

#[derive(Clone, Default)]
struct State {
    files: BTreeMap<String, File>,
    steps: usize,
    trouble: Option<(usize, Trouble)>,
}

impl State {
    /// Counts a step. `Err` if it fails; `Ok(false)` if half of it is done and it fails.
    fn step(&mut self, grows: bool) -> Result<bool> {
        let at = self.steps;
        self.steps += 1;
        let Some((from, trouble)) = self.trouble else { return Ok(true) };
        match trouble {
            Trouble::Once if at == from => Err(Error::other("a fault")),
            Trouble::Half if at == from => Ok(false),
            Trouble::Full if at >= from && grows => Err(ErrorKind::StorageFull.into()),
            Trouble::Dead if at >= from => Err(Error::other("no disk")),
            _ => Ok(true),
        }
    }

    fn file(&mut self, path: &str) -> &mut File {
        self.files.entry(path.to_owned()).or_default()
    }
}

/// A disk. Its copies are the same disk; see [`Disk::copy`].
#[derive(Clone)]
pub struct Disk {
    name: String,
    state: Arc<Mutex<State>>,
}

static DISKS: Mutex<BTreeMap<String, Disk>> = Mutex::new(BTreeMap::new());

impl Disk {
    /// An empty one.
    pub fn new(name: &str) -> Disk {
        static REGISTERED: Once = Once::new();
        REGISTERED.call_once(|| register("disk", Disks, true).unwrap());
        Disk::put(name, State::default())
    }

    /// Another with the same files, on which nothing has gone wrong.
    pub fn copy(&self, name: &str) -> Disk {
        let files = self.lock().files.clone();
        Disk::put(name, State { files, ..State::default() })
    }

    fn put(name: &str, state: State) -> Disk {
        let disk = Disk { name: name.to_owned(), state: Arc::new(Mutex::new(state)) };
        held(&DISKS).insert(name.to_owned(), disk.clone());
        disk
    }

    /// The record's file on it.
    pub fn record(&self) -> String {
        format!("{}/record.db", self.name)
    }

    /// Puts a record's file on it.
    pub fn load(&self, bytes: Vec<u8>) {
        let file = File { kept: bytes.clone(), bytes, since: Vec::new() };
        self.lock().files.insert("record.db".to_owned(), file);
    }

    /// How long the record's file is.
    pub fn length(&self) -> usize {
        self.lock().file("record.db").bytes.len()
    }

    /// One bit of the record's file changes by itself.
    pub fn flip(&self, at: usize, bit: usize) {
        self.lock().file("record.db").bytes[at] ^= 1 << (bit % 8);
    }

    /// Steps so far.
    pub fn steps(&self) -> usize {
        self.lock().steps
    }

    /// From now on `trouble` waits at this step.
    pub fn fails_at(&self, step: usize, trouble: Trouble) {
        self.lock().trouble = Some((step, trouble));
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        self.lock().trouble = None;
    }

    /// The power fails: of what the disk was not asked to keep some is lost, some half written.
    pub fn cut(&self, chance: &mut Chance) {
        let mut state = self.lock();
        state.trouble = None;
        state.files.values_mut().for_each(|file| file.cut(chance));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        held(&self.state)
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All disks; the first part of a path names one.
struct Disks;

impl Disks {
    /// The disk, and the file on it.
    fn of(path: &str) -> Result<(Disk, &str)> {
        let (name, file) = path.split_once('/').unwrap_or_default();
        let disk = held(&DISKS).get(name).cloned();
        disk.map(|disk| (disk, file)).ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Vfs for Disks {
    type Handle = Open;

    fn open(&self, path: &str, options: OpenOptions) -> Result<Open> {
        // What SQLite keeps for the time of one statement is lost with it, wherever it stands.
        let (disk, path) = match options.kind {
            OpenKind::MainDb | OpenKind::MainJournal => Disks::of(path)?,
            _ => (Disk { name: String::new(), state: Arc::default() }, path),
        };
        let mut state = disk.lock();
        if !state.files.contains_key(path) {
            if matches!(options.access, OpenAccess::Read | OpenAccess::Write) {
                return Err(ErrorKind::NotFound.into());
            }
            state.step(true)?;
            state.file(path);
        }
        drop(state);
        Ok(Open { disk, path: path.to_owned(), lock: LockKind::None })
    }

    fn delete(&self, path: &str) -> Result<()> {
        let (disk, path) = Disks::of(path)?;
        let mut state = disk.lock();
        if !state.step(false)? {
            return Err(Error::other("a fault"));
        }
        state.files.remove(path).map(drop).ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn exists(&self, path: &str) -> Result<bool> {
        let (disk, path) = Disks::of(path)?;
        Ok(disk.lock().files.contains_key(path))
    }

    fn temporary_name(&self) -> String {
        "temporary".to_owned()
    }

    fn random(&self, buffer: &mut [i8]) {
        buffer.fill(7);
    }

    fn sleep(&self, duration: Duration) -> Duration {
        duration
    }
}

/// An open file. One program at a time has a disk, so a lock is always to be had.
struct Open {
    disk: Disk,
    path: String,
    lock: LockKind,
}

impl DatabaseHandle for Open {
    type WalIndex = WalDisabled;

    fn size(&self) -> Result<u64> {
        Ok(self.disk.lock().file(&self.path).bytes.len() as u64)
    }

    fn read_exact_at(&mut self, buffer: &mut [u8], offset: u64) -> Result<()> {
        let mut state = self.disk.lock();
        let bytes = &state.file(&self.path).bytes;
        let from = (offset as usize).min(bytes.len());
        let there = &bytes[from..bytes.len().min(from + buffer.len())];
        buffer[..there.len()].copy_from_slice(there);
        if there.len() < buffer.len() { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> Result<()> {
        let (mut state, at) = (self.disk.lock(), offset as usize);
        let grows = at + bytes.len() > state.file(&self.path).bytes.len();
        let whole = state.step(grows)?;
        let done = if whole { bytes } else { &bytes[..bytes.len() / 2] };
        state.file(&self.path).change(Change::Bytes(at, done.to_vec()));
        if whole { Ok(()) } else { Err(Error::other("half of it")) }
    }

    fn sync(&mut self, _: bool) -> Result<()> {
        let mut state = self.disk.lock();
        // A demand that failed may have been met all the same, and must not be counted on either way.
        let whole = state.step(false)?;
        state.file(&self.path).keep();
        if whole { Ok(()) } else { Err(Error::other("a fault")) }
    }

    fn set_len(&mut self, size: u64) -> Result<()> {
        let mut state = self.disk.lock();
        let whole = state.step(false)?;
        state.file(&self.path).change(Change::Length(size as usize));
        if whole { Ok(()) } else { Err(Error::other("a fault")) }
    }

    fn lock(&mut self, lock: LockKind) -> Result<bool> {
        self.lock = lock;
        Ok(true)
    }

    fn reserved(&mut self) -> Result<bool> {
        Ok(false)
    }

    fn current_lock(&self) -> Result<LockKind> {
        Ok(self.lock)
    }

    fn wal_index(&self, _: bool) -> Result<WalDisabled> {
        Err(Error::other("no log"))
    }
}
