//! Exit codes, and what is said before them.

use std::io;
use std::process::ExitCode;

use view::Usage;

/// How a command ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// All done.
    Done,
    /// Done, but some input could not be read at all.
    Unread,
    /// `verify` found a mismatch.
    Mismatch,
}

/// The exit code of an ending. A reader that has gone away, as `head` does, is no failure.
pub fn report(ending: anyhow::Result<Status>) -> ExitCode {
    match ending {
        Ok(Status::Done) => ExitCode::SUCCESS,
        Ok(Status::Unread) => ExitCode::from(3),
        Ok(Status::Mismatch) => ExitCode::from(4),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            crate::output::complain(&format!("error: {error:#}"));
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let cause = error.root_cause().downcast_ref::<io::Error>();
    cause.is_some_and(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
