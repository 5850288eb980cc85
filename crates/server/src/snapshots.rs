//! A record that others may add to: the latest snapshot, and some of earlier days.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, TryLockError};

use jiff::civil::Date;
use pipeline::{Kept, Tools};
use record::Judgement;
use store::{Location, Store};
use view::{Change, record_file};

use crate::days::{Busy, Days, Key};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::stamp::Stamped;

/// Snapshots of earlier days that are kept at hand.
const KEPT_DAYS: usize = 4;
/// Of a large record, so many requests at most wait for the record of earlier days to be settled.
const WAITING: usize = 4;

/// A record in a file, settled whenever somebody has added to it.
pub struct Snapshots {
    file: PathBuf,
    tools: Arc<Tools>,
    latest: RwLock<Arc<Snapshot>>,
    revision: Stamped,
    settling: Mutex<()>,
    earlier: Days<Snapshot>,
    changes: Days<Vec<Change>>,
}

impl Snapshots {
    /// Opens the record and settles it once.
    pub fn open(file: &Path) -> anyhow::Result<Snapshots> {
        Snapshots::with(file, Arc::new(Tools::shipped()))
    }

    /// The same, read and settled with tools of the caller's own.
    pub fn with(file: &Path, tools: Arc<Tools>) -> anyhow::Result<Snapshots> {
        let latest = RwLock::new(Arc::new(load(file, &tools)?));
        Ok(Snapshots {
            file: file.to_owned(),
            tools,
            latest,
            revision: Stamped::default(),
            settling: Mutex::default(),
            earlier: Days::new(KEPT_DAYS),
            changes: Days::new(KEPT_DAYS),
        })
    }

    /// The name of the file or database, without its folder, its host and who opens it.
    pub fn name(&self) -> String {
        Location::from(&self.file).name()
    }

    /// The record as of a day, or now. What others have added to the file since is taken in: of a small record at once, of a large
    /// one behind the back of whoever asks.
    pub fn at(self: &Arc<Snapshots>, as_of: Option<Date>) -> Result<Arc<Snapshot>, Refusal> {
        let latest = self.refreshed()?;
        let Some(day) = as_of else { return Ok(latest) };
        match self.earlier.latest(day) {
            Some(((_, revision), held)) if revision == latest.revision => Ok(held),
            Some((_, held)) if !latest.is_small() => {
                let snapshots = self.clone();
                // Whoever asks next finds it, or tries again.
                std::thread::spawn(move || drop(snapshots.earlier_of(&latest, day)));
                Ok(held)
            }
            _ => Ok(self.earlier_of(&latest, day)?),
        }
    }

    fn earlier_of(&self, latest: &Snapshot, day: Date) -> Result<Arc<Snapshot>, Busy> {
        let most = if latest.is_small() { usize::MAX } else { WAITING };
        self.earlier.get((day, latest.revision), most, || {
            let kept = latest.opened.kept.clone();
            Snapshot::of(kept, Some(day), self.tools.clone(), latest.revision)
        })
    }

    /// Adds a person's verdicts to the file; the next page shows what follows, or, where that takes long, the one after.
    pub fn judge(self: &Arc<Snapshots>, judgements: &[Judgement]) -> anyhow::Result<()> {
        Store::reopen(record_file(&self.file)?)?.judge(judgements)?;
        self.held().note(judgements);
        self.refreshed().map(|_| ())
    }

    /// The file, to search in.
    pub fn store(&self) -> anyhow::Result<Store> {
        Ok(Store::open(record_file(&self.file)?)?)
    }

    /// What changed after the end of a day, made once for as long as nothing is added.
    pub fn changes_since(
        &self,
        key: Key,
        make: impl FnOnce() -> Vec<Change>,
    ) -> Result<Arc<Vec<Change>>, Busy> {
        self.changes.get(key, usize::MAX, make)
    }

    /// The revision of what the file holds now.
    fn revision(&self) -> anyhow::Result<u64> {
        self.revision.get(&self.file, || Ok(self.store()?.revision()?))
    }

    /// The latest snapshot. One that is out of date is replaced at once if it is small, else behind the back of whoever asks.
    fn refreshed(self: &Arc<Snapshots>) -> anyhow::Result<Arc<Snapshot>> {
        let held = self.held();
        if self.revision()? == held.revision {
            return Ok(held);
        }
        if held.is_small() {
            return self.replace();
        }
        let snapshots = self.clone();
        std::thread::spawn(move || {
            // What fails here fails again, and is told, when the next page asks.
            let _ = snapshots.replace();
        });
        Ok(held)
    }

    /// Settles the record anew, unless somebody else does so already.
    fn replace(&self) -> anyhow::Result<Arc<Snapshot>> {
        let _one_at_a_time = match self.settling.try_lock() {
            Ok(lock) => lock,
            Err(TryLockError::Poisoned(lock)) => lock.into_inner(),
            Err(TryLockError::WouldBlock) if !self.held().is_small() => return Ok(self.held()),
            Err(TryLockError::WouldBlock) => {
                self.settling.lock().unwrap_or_else(PoisonError::into_inner)
            }
        };
        let held = self.held();
        if self.revision()? == held.revision {
            return Ok(held);
        }
        let fresh = Arc::new(load(&self.file, &self.tools)?);
        *self.latest.write().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
        Ok(fresh)
    }

    fn held(&self) -> Arc<Snapshot> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn load(file: &Path, tools: &Arc<Tools>) -> anyhow::Result<Snapshot> {
    let store = Store::open(record_file(file)?)?;
    let revision = store.revision()?;
    Ok(Snapshot::of(Kept::load(&store)?, None, tools.clone(), revision))
}
