//! `rapporteur`: keeps the auditable record of a negotiation from many outlets' pages.

mod args;
mod command;
mod config;
mod limits;
mod output;
mod page;
mod start;
mod status;
#[cfg(feature = "fetch")]
mod web;

fn main() -> std::process::ExitCode {
    status::report(start::run())
}
