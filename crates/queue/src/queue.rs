//! The queue from outside: adding to it, and how much waits in it.

use graphile_worker::tokio_postgres::TokioPostgresDatabase;
use graphile_worker::{Database, DbExecutor as _, JobKeyMode, JobSpec, WorkerUtils};
use tokio::runtime::Runtime;

use crate::job::Job;
use crate::{Error, Result};

/// The schema of the queue's own tables, beside the record's.
pub(crate) const SCHEMA: &str = "rapporteur_queue";

/// Times that a job is taken up before it is put aside: one that kills its reader must not kill all.
const ATTEMPTS: i16 = 5;

/// A queue, opened.
pub struct Queue {
    runtime: Runtime,
    database: Database,
}

/// How much is in a queue.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Waiting {
    /// Jobs that nobody has taken up.
    pub waiting: u64,
    /// Jobs that somebody is at.
    pub taken: u64,
    /// Jobs put aside after too many attempts.
    pub aside: u64,
}

impl Queue {
    /// Opens the queue on this server; makes its tables if there are none.
    pub fn open(address: &str) -> Result<Queue> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .map_err(Error::of)?;
        let database = runtime.block_on(async {
            let database = connect(address)?;
            WorkerUtils::new(database.clone(), SCHEMA).migrate().await.map_err(Error::of)?;
            Ok(database)
        })?;
        Ok(Queue { runtime, database })
    }

    /// Adds things to read. One that waits already is not added a second time.
    pub fn add(&self, sources: &[String]) -> Result<usize> {
        let specs: Vec<JobSpec> = sources.iter().map(|source| spec(source)).collect();
        let job = |source: &String| Job { source: source.clone() };
        let jobs: Vec<(Job, &JobSpec)> = sources.iter().map(job).zip(&specs).collect();
        let utils = WorkerUtils::new(self.database.clone(), SCHEMA);
        let added = self.runtime.block_on(utils.add_jobs(&jobs)).map_err(Error::of)?;
        Ok(added.len())
    }

    /// How much is in it.
    pub fn waiting(&self) -> Result<Waiting> {
        self.runtime.block_on(waiting(&self.database))
    }
}

/// A few connections to the server; none is made before it is needed.
pub(crate) fn connect(address: &str) -> Result<Database> {
    TokioPostgresDatabase::from_url(address, 4).map(Database::from).map_err(Error::of)
}

pub(crate) async fn waiting(database: &Database) -> Result<Waiting> {
    let sql = "SELECT
            count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts) AS waiting,
            count(*) FILTER (WHERE locked_at IS NOT NULL) AS taken,
            count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS aside
        FROM rapporteur_queue.jobs";
    let row = database.fetch_one(sql, Default::default()).await.map_err(Error::of)?;
    let count = |column: &str| -> Result<u64> {
        let number: i64 = row.try_get(column).map_err(Error::of)?;
        Ok(number.unsigned_abs())
    };
    Ok(Waiting { waiting: count("waiting")?, taken: count("taken")?, aside: count("aside")? })
}

/// One job for one source.
fn spec(source: &str) -> JobSpec {
    JobSpec {
        job_key: Some(source.to_owned()),
        job_key_mode: Some(JobKeyMode::Replace),
        max_attempts: Some(ATTEMPTS),
        ..JobSpec::default()
    }
}
