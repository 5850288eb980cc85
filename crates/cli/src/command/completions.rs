//! `completions`: what a shell needs to complete a command line.

use clap::CommandFactory;

use crate::args::{Args, Completions};
use crate::output;
use crate::status::Status;

/// Prints the script of a shell.
pub fn run(args: &Completions) -> anyhow::Result<Status> {
    let mut command = Args::command();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "rapporteur", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Status::Done)
}
