//! A reader: takes one job after another until it is told to stop, or nothing is left.

use std::sync::Arc;
use std::time::Duration;

use graphile_worker::{Database, LocalQueueConfig, Worker, WorkerOptions, WorkerRecoveryConfig};

use crate::job::{Job, Reading};
use crate::queue::{SCHEMA, connect, waiting};
use crate::{Error, Result};

/// How long a reader reads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Until {
    /// Until nothing waits.
    Empty,
    /// Until it is told to stop.
    Stopped,
}

/// A reader shows this often that it lives.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// One that has not shown so for this long is taken for dead, and its jobs are given to others.
const DEAD: Duration = Duration::from_secs(12);

/// How often readers look for the dead.
const SWEEP: Duration = Duration::from_secs(4);

/// How often a reader that ends when nothing waits looks whether this is so.
const LOOK: Duration = Duration::from_secs(1);

/// Jobs that a reader fetches at once for each that it can be at.
const IN_HAND: usize = 8;

/// A job in hand may be finished when a reader is told to stop.
const GRACE: Duration = Duration::from_secs(60);

/// Takes jobs from the queue on this server, up to `at_once` at a time, and gives each to `read`.
pub fn work(
    address: &str,
    at_once: usize,
    until: Until,
    read: impl Fn(&str) -> std::result::Result<(), String> + Send + Sync + 'static,
) -> Result<()> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Error::of)?;
    runtime.block_on(async {
        let database = connect(address)?;
        let worker = worker(database.clone(), at_once, Reading(Arc::new(read))).await?;
        let done = match until {
            Until::Stopped => worker.run().await,
            Until::Empty => tokio::join!(worker.run(), stop_when_empty(&worker, &database)).0,
        };
        done.map_err(Error::of)
    })
}

/// What others have taken up counts: if they die, it waits again.
async fn stop_when_empty(worker: &Worker, database: &Database) {
    loop {
        tokio::time::sleep(LOOK).await;
        let state = waiting(database).await;
        if state.is_ok_and(|state| state.waiting + state.taken == 0) {
            return worker.request_shutdown();
        }
    }
}

async fn worker(database: Database, at_once: usize, reading: Reading) -> Result<Worker> {
    let recovery = WorkerRecoveryConfig::default()
        .heartbeat_interval(HEARTBEAT)
        .sweep_interval(SWEEP)
        .sweep_threshold(DEAD)
        .recovery_delay(Duration::ZERO);
    let options = WorkerOptions::default()
        .database(database)
        .schema(SCHEMA)
        .concurrency(at_once)
        .local_queue(LocalQueueConfig::default().with_size(IN_HAND * at_once))
        .worker_recovery(recovery)
        .shutdown_grace_period(GRACE)
        .add_extension(reading)
        .define_job::<Job>();
    options.init().await.map_err(Error::of)
}
