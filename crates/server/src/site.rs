//! What all requests over HTTP share.

use std::sync::Arc;

use minijinja::Environment;
use tokio::sync::Semaphore;

use crate::audit::Audit;
use crate::rate::Rate;
use crate::route::{Route, routes};
use crate::settings::{Access, Settings};
use crate::snapshots::Snapshots;
use crate::{template, token};

/// Random bytes of what is made up at the start.
const RANDOM: usize = 16;

/// Everything that requests share.
pub struct Site {
    /// What was said at the start.
    pub(crate) settings: Settings,
    /// Made up at the start or given: at this machine whoever gives it may write; else what proves that a form is ours follows from it.
    pub(crate) secret: String,
    /// The pages' frames.
    pub(crate) templates: Environment<'static>,
    /// The record.
    pub(crate) snapshots: Arc<Snapshots>,
    /// What was changed, and what was not.
    pub(crate) audit: Audit,
    /// What is answered.
    pub(crate) routes: Vec<Route>,
    /// How often each may ask.
    pub(crate) rate: Rate,
    /// One for each page that may be in the making.
    pub(crate) places: Arc<Semaphore>,
}

impl Site {
    /// Opens the record and settles it once.
    pub fn open(settings: Settings) -> anyhow::Result<Site> {
        let secret = match &settings.access {
            Access::Machine(Some(token)) => token.clone(),
            Access::Machine(None) | Access::Tokens(_) => token::random(RANDOM)?,
        };
        let limits = settings.limits;
        Ok(Site {
            secret,
            templates: template::all()?,
            snapshots: Arc::new(Snapshots::open(&settings.record)?),
            audit: Audit::at(settings.audit.clone()),
            routes: routes(),
            rate: Rate::new(limits.rate, limits.burst),
            places: Arc::new(Semaphore::new(limits.at_once)),
            settings,
        })
    }
}
