//! From the words of a command line, with what is configured, to the command.

use clap::{CommandFactory, FromArgMatches};

use crate::args::{Args, Command};
use crate::command;
use crate::config::{Config, ConfigError};
use crate::output::{Screen, Talk};
use crate::status::Status;
use view::Usage;

/// Reads the command line and does what it asks. What is wrong with the configuration stops all but
/// what needs none.
pub fn run() -> anyhow::Result<Status> {
    let loaded = Config::load();
    let plain = Args::command();
    let command = match &loaded {
        Ok(config) => config.apply(plain),
        Err(_) => plain,
    };
    let given = command.get_matches();
    let args = Args::from_arg_matches(&given).unwrap_or_else(|error| error.exit());
    let screen = Screen::new(if args.quiet { Talk::None } else { Talk::Usual }, args.color);
    let config = match loaded {
        Ok(config) => config,
        Err(_) if needs_none(&args.command) => Config::default(),
        Err(error) => return Err(unusable(&error).into()),
    };
    command::run(args.command, &config, &screen)
}

fn needs_none(command: &Command) -> bool {
    matches!(command, Command::Completions(_) | Command::Man(_))
}

fn unusable(error: &ConfigError) -> Usage {
    Usage(format!("configuration: {error}"))
}
