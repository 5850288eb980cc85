//! One thing to read.

use std::fmt;
use std::sync::Arc;

use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};

/// A file, a folder or an address, as it was given.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Job {
    /// Its path or address.
    pub source: String,
}

/// What reads one: given its path or address, it says why it could not.
type Read = dyn Fn(&str) -> std::result::Result<(), String> + Send + Sync;

/// The reading itself, which the queue knows nothing of.
#[derive(Clone)]
pub(crate) struct Reading(pub Arc<Read>);

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading")
    }
}

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = "rapporteur_read";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let Some(reading) = context.get_ext::<Reading>().cloned() else {
            return Err("nothing here reads".to_owned());
        };
        let done = tokio::task::spawn_blocking(move || (reading.0)(&self.source)).await;
        done.unwrap_or_else(|panic| Err(panic.to_string()))
    }
}
