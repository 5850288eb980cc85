//! Work off the interpreter's lock, on a stack of its own.
//!
//! A panic there becomes an exception, and so does Ctrl-C; neither ends the interpreter.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

use crate::fault::Fault;

/// Threads of other interpreters may have half a megabyte; a record is settled with less care.
const STACK_BYTES: usize = 64 << 20;

/// How long Ctrl-C may wait to be heard.
const LISTEN: Duration = Duration::from_millis(100);

/// Says when the result is no longer wanted.
#[derive(Default)]
pub struct Stop(AtomicBool);

impl Stop {
    /// An error, once it is no longer wanted.
    pub fn check(&self) -> Result<(), Fault> {
        match self.0.load(Ordering::Relaxed) {
            false => Ok(()),
            true => Err(Fault::Program("stopped".to_owned())),
        }
    }
}

/// Does the work while other threads of Python run on.
pub fn apart<T: Send>(
    py: Python<'_>,
    work: impl FnOnce(&Stop) -> Result<T, Fault> + Send,
) -> PyResult<T> {
    let stop = &Stop::default();
    let outcome = py.detach(|| {
        thread::scope(|scope| {
            let (done, ended) = mpsc::sync_channel(1);
            let hand = move || {
                let outcome = guarded(|| work(stop));
                // Whoever no longer listens has an error of their own.
                let _ = done.send(outcome);
            };
            let spawned = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, hand);
            spawned.map_err(|error| Fault::Program(format!("no thread: {error}")))?;
            listen(&ended, Some(stop))?.unwrap_or_else(|| Err(ended_early()))
        })
    });
    Ok(outcome?)
}

/// A panic becomes a fault.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(Fault::panicked(&*panic)))
}

/// Waits for what comes next, `None` after the last, and hears Ctrl-C meanwhile. Work that can be
/// stopped is waited for, so that nothing goes on behind the exception.
fn listen<T>(results: &Receiver<T>, stop: Option<&Stop>) -> Result<Option<T>, Fault> {
    let mut interrupted = None;
    loop {
        match results.recv_timeout(LISTEN) {
            Ok(result) => return interrupted.map_or(Ok(Some(result)), Err),
            Err(RecvTimeoutError::Disconnected) => return interrupted.map_or(Ok(None), Err),
            Err(RecvTimeoutError::Timeout) => {
                let heard = Python::attach(|py| py.check_signals());
                match (heard, stop) {
                    (Ok(()), _) => {}
                    (Err(error), None) => return Err(error.into()),
                    (Err(error), Some(stop)) => {
                        stop.0.store(true, Ordering::Relaxed);
                        interrupted = Some(error.into());
                    }
                }
            }
        }
    }
}

fn ended_early() -> Fault {
    Fault::Program("the work ended without a result".to_owned())
}

/// Results that are made on another thread and taken one by one. When it is dropped, the making ends.
pub struct Flow<T>(Mutex<Receiver<Result<T, Fault>>>);

/// Where the maker of a flow puts its results.
pub struct Outlet<T>(SyncSender<Result<T, Fault>>);

impl<T> Outlet<T> {
    /// Waits until there is room; an error once nobody takes any more.
    pub fn put(&self, result: T) -> Result<(), Fault> {
        self.0.send(Ok(result)).map_err(|_| ended_early())
    }
}

impl<T: Send + 'static> Flow<T> {
    /// Of what `make` puts out, at most so much of it waiting.
    pub fn of(
        room: usize,
        make: impl FnOnce(&Outlet<T>) -> Result<(), Fault> + Send + 'static,
    ) -> Result<Flow<T>, Fault> {
        let (give, results) = mpsc::sync_channel(room);
        let hand = move || {
            let outlet = Outlet(give);
            if let Err(fault) = guarded(|| make(&outlet)) {
                // Nobody may be there to hear it.
                let _ = outlet.0.send(Err(fault));
            }
        };
        let spawned = thread::Builder::new().stack_size(STACK_BYTES).spawn(hand);
        spawned.map_err(|error| Fault::Program(format!("no thread: {error}")))?;
        Ok(Flow(Mutex::new(results)))
    }

    /// The next; `None` after the last.
    pub fn next(&self, py: Python<'_>) -> PyResult<Option<T>> {
        let next = py.detach(|| {
            let results = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            listen(&results, None)?.transpose()
        });
        Ok(next?)
    }
}
