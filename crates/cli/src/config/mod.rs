//! The configuration: what stands in files and in the environment, as defaults of arguments.
//!
//! Flags win over variables (`RAPPORTEUR_…`), these over the project's `rapporteur.toml`, that over the
//! user's file, that over what is built in. The project's file is the one in the working directory, where
//! `rapporteur.db` is looked for too; folders above are not searched, so nothing above can change what a
//! command does.

mod file;
mod key;
mod value;

use std::collections::BTreeMap;
use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::Command;

pub use file::Fault;
pub use key::{KEYS, Key};

/// The project's file, in the working directory.
pub const PROJECT: &str = "rapporteur.toml";

/// What is set, and by whom.
#[derive(Debug, Default)]
pub struct Config {
    set: BTreeMap<&'static str, Set>,
}

/// A value that was set.
#[derive(Debug)]
pub struct Set {
    /// The words that the argument takes.
    pub words: Vec<String>,
    /// By whom.
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Debug)]
pub enum Origin {
    /// A line of a file.
    File(PathBuf, usize),
    /// A variable of the environment.
    Variable(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::File(file, line) => write!(f, "{}:{line}", file.display()),
            Origin::Variable(name) => f.write_str(name),
        }
    }
}

/// Why there is no configuration to go by.
#[derive(Debug)]
pub enum ConfigError {
    /// A file is wrong.
    File(Fault),
    /// A variable is wrong, and why.
    Variable(String, String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConfigError::File(fault) => fault.fmt(f),
            ConfigError::Variable(name, why) => write!(f, "variable {name}: {why}"),
        }
    }
}

impl Config {
    /// What this user has set, here.
    pub fn load() -> Result<Config, ConfigError> {
        let mut config = Config::default();
        for file in files() {
            for entry in file::entries(&file).map_err(ConfigError::File)? {
                let origin = Origin::File(file.clone(), entry.line);
                config.set.insert(entry.key.name, Set { words: entry.words, origin });
            }
        }
        for key in KEYS {
            let name = key.variable();
            let Ok(written) = env::var(&name) else { continue };
            let words = value::of_variable(key, &written);
            let words = words.map_err(|why| ConfigError::Variable(name.clone(), why))?;
            config.set.insert(key.name, Set { words, origin: Origin::Variable(name) });
        }
        Ok(config)
    }

    /// What a key is set to, if it is.
    pub fn set(&self, key: &Key) -> Option<&Set> {
        self.set.get(key.name)
    }

    /// A command and all below it, with what is set as the defaults of their arguments.
    pub fn apply(&self, command: Command) -> Command {
        let set = KEYS.iter().filter_map(|key| Some((key, self.set(key)?)));
        let command = set.fold(command, |command, (key, set)| default(command, key, &set.words));
        command.mut_subcommands(|below| self.apply(below))
    }
}

fn default(command: Command, key: &Key, words: &[String]) -> Command {
    let has = command.get_arguments().any(|arg| arg.get_id() == key.arg);
    if !has || key.not_in.contains(&command.get_name()) {
        return command;
    }
    let words = words.to_vec();
    command.mut_arg(key.arg, |arg| arg.default_values(words))
}

/// The user's file and the project's, the one that wins last.
pub fn files() -> Vec<PathBuf> {
    let user = user_folder().map(|folder| folder.join("rapporteur").join("config.toml"));
    user.into_iter().chain([PathBuf::from(PROJECT)]).collect()
}

/// Where this user's configuration is kept: `$XDG_CONFIG_HOME`, else what the system is used to.
fn user_folder() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
    let usual = match cfg!(windows) {
        true => folder("APPDATA"),
        false => folder("HOME").map(|home| home.join(Path::new(".config"))),
    };
    folder("XDG_CONFIG_HOME").or(usual)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::args::Args;

    fn has(command: &Command, arg: &str) -> bool {
        let own = command.get_arguments().any(|a| a.get_id() == arg);
        own || command.get_subcommands().any(|below| has(below, arg))
    }

    #[test]
    fn every_key_is_the_default_of_an_argument() {
        for key in KEYS {
            assert!(has(&Args::command(), key.arg), "{}", key.name);
        }
    }

    #[test]
    fn a_value_is_the_default_wherever_the_argument_is_but_where_it_is_another() {
        let mut config = Config::default();
        let origin = Origin::Variable("RAPPORTEUR_RECORD".to_owned());
        config.set.insert("record", Set { words: vec!["mine.db".to_owned()], origin });
        let command = config.apply(Args::command());
        command.clone().debug_assert();
        let default = |of: &str| {
            let below = command.find_subcommand(of).unwrap();
            let arg = below.get_arguments().find(|arg| arg.get_id() == "record").unwrap();
            arg.get_default_values().to_vec()
        };
        assert_eq!(default("read"), ["mine.db"]);
        assert_eq!(default("verify"), ["mine.db"]);
        #[cfg(feature = "serve")]
        assert!(default("demo").is_empty());
    }
}
