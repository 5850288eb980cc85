//! `rapporteur`: keeps the auditable record of a negotiation from many outlets' pages.

mod args;
mod command;
mod output;
mod page;
mod status;
#[cfg(feature = "fetch")]
mod web;

use clap::Parser;

fn main() -> std::process::ExitCode {
    status::report(command::run(args::Args::parse().command))
}
