//! What all requests over HTTP share.

use std::sync::Arc;

use minijinja::Environment;

use crate::settings::Settings;
use crate::snapshots::Snapshots;
use crate::template;

/// Everything that requests share.
pub struct Site {
    /// What was said at the start.
    pub settings: Settings,
    /// Whoever gives this may write.
    pub token: String,
    /// The pages' frames.
    pub templates: Environment<'static>,
    /// The record.
    pub snapshots: Arc<Snapshots>,
}

impl Site {
    /// Opens the record and settles it once.
    pub fn open(settings: Settings, token: String) -> anyhow::Result<Site> {
        let snapshots = Arc::new(Snapshots::open(&settings.record)?);
        Ok(Site { settings, token, templates: template::all()?, snapshots })
    }
}
