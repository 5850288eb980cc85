//! The record that is served: the latest snapshot, and some of earlier days.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::civil::Date;
use minijinja::Environment;
use pipeline::Kept;
use record::Judgement;
use store::Store;
use view::record_file;

use crate::settings::Settings;
use crate::snapshot::Snapshot;
use crate::template;

/// Snapshots of earlier days that are kept at hand.
const KEPT_DAYS: usize = 4;

/// Everything that requests share.
pub struct Site {
    /// What was said at the start.
    pub settings: Settings,
    /// Whoever gives this may write.
    pub token: String,
    /// The pages' frames.
    pub templates: Environment<'static>,
    latest: RwLock<Arc<Snapshot>>,
    earlier: Mutex<Vec<(Date, Arc<Snapshot>)>>,
}

impl Site {
    /// Opens the record and settles it once.
    pub fn open(settings: Settings, token: String) -> anyhow::Result<Site> {
        let latest = RwLock::new(Arc::new(load(&settings, None)?));
        let templates = template::all()?;
        Ok(Site { settings, token, templates, latest, earlier: Mutex::default() })
    }

    /// The record as of a day, or now. What others have added to the file since is taken in.
    pub fn snapshot(&self, as_of: Option<Date>) -> anyhow::Result<Arc<Snapshot>> {
        let latest = self.refreshed()?;
        let Some(day) = as_of else { return Ok(latest) };
        let mut earlier = self.earlier.lock().unwrap_or_else(PoisonError::into_inner);
        earlier.retain(|(_, snapshot)| snapshot.revision == latest.revision);
        if let Some(at) = earlier.iter().position(|(known, _)| *known == day) {
            let held = earlier.remove(at);
            earlier.push(held);
        } else {
            let kept = latest.opened.kept.clone();
            earlier.push((day, Arc::new(Snapshot::of(kept, Some(day), latest.revision))));
            let over = earlier.len().saturating_sub(KEPT_DAYS);
            earlier.drain(..over);
        }
        Ok(earlier.last().map_or(latest, |(_, snapshot)| snapshot.clone()))
    }

    /// Adds a person's verdicts to the file; the next page shows what follows.
    pub fn judge(&self, judgements: &[Judgement]) -> anyhow::Result<()> {
        Store::reopen(record_file(&self.settings.record)?)?.judge(judgements)?;
        self.refreshed().map(|_| ())
    }

    /// The file, to search in.
    pub fn store(&self) -> anyhow::Result<Store> {
        Ok(Store::open(record_file(&self.settings.record)?)?)
    }

    fn refreshed(&self) -> anyhow::Result<Arc<Snapshot>> {
        let held = self.held();
        if self.store()?.revision()? == held.revision {
            return Ok(held);
        }
        let fresh = Arc::new(load(&self.settings, None)?);
        *self.latest.write().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
        Ok(fresh)
    }

    fn held(&self) -> Arc<Snapshot> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn load(settings: &Settings, as_of: Option<Date>) -> anyhow::Result<Snapshot> {
    let store = Store::open(record_file(&settings.record)?)?;
    let revision = store.revision()?;
    Ok(Snapshot::of(Kept::load(&store)?, as_of, revision))
}
