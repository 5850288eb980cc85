//! `mcp`: a record as tools for an assistant.

use crate::args::Mcp;
use crate::status::Status;

/// Answers until the other end is gone.
pub fn run(args: &Mcp) -> anyhow::Result<Status> {
    mcp::serve(&args.record)?;
    Ok(Status::Done)
}
