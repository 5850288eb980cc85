//! `config`: what is set, and where.

use clap::{Command, CommandFactory};
use serde::Serialize;

use crate::args::{Args, Config as Asked, ConfigShow};
use crate::config::{Config, KEYS, Key, files};
use crate::output;
use crate::status::Status;

#[derive(Serialize)]
struct ConfigOut {
    /// In the order in which they are read; the later wins.
    files: Vec<FileOut>,
    keys: Vec<KeyOut>,
}

#[derive(Serialize)]
struct FileOut {
    path: String,
    exists: bool,
}

#[derive(Serialize)]
struct KeyOut {
    key: &'static str,
    value: Vec<String>,
    /// `default`, a file and a line, or a variable.
    origin: String,
    variable: String,
    about: &'static str,
}

/// Shows the configuration.
pub fn run(args: &Asked, config: &Config) -> anyhow::Result<Status> {
    let Asked::Show(ConfigShow { json }) = args;
    let out = ConfigOut {
        files: files().iter().map(|path| FileOut::of(path)).collect(),
        keys: KEYS.iter().map(|key| KeyOut::of(key, config)).collect(),
    };
    if *json {
        output::print_json(&out)?
    } else {
        output::print(&page(&out))?
    }
    Ok(Status::Done)
}

impl FileOut {
    fn of(path: &std::path::Path) -> FileOut {
        FileOut { path: path.display().to_string(), exists: path.exists() }
    }
}

impl KeyOut {
    fn of(key: &'static Key, config: &Config) -> KeyOut {
        let (value, origin) = match config.set(key) {
            Some(set) => (set.words.clone(), set.origin.to_string()),
            None => (built_in(key), "default".to_owned()),
        };
        KeyOut { key: key.name, value, origin, variable: key.variable(), about: key.about }
    }
}

/// What the argument is if nobody says anything; nothing if it then has no value.
pub fn built_in(key: &Key) -> Vec<String> {
    let found = default_of(&Args::command(), key.arg).unwrap_or_default();
    found.into_iter().filter(|value| !value.is_empty()).collect()
}

fn default_of(command: &Command, arg: &str) -> Option<Vec<String>> {
    let own = command.get_arguments().find(|a| a.get_id() == arg).map(|arg| {
        let values = arg.get_default_values().iter();
        values.map(|value| value.to_string_lossy().into_owned()).collect()
    });
    own.or_else(|| command.get_subcommands().find_map(|below| default_of(below, arg)))
}

/// One line a key; what is not set is said to be so.
fn page(out: &ConfigOut) -> String {
    let mut page = String::new();
    for key in &out.keys {
        let value = if key.value.is_empty() { "-".to_owned() } else { key.value.join(", ") };
        page.push_str(&format!("{:20} {value:24} {}\n", key.key, key.origin));
    }
    page.push('\n');
    for file in &out.files {
        let there = if file.exists { "read" } else { "not there" };
        page.push_str(&format!("{}: {there}\n", file.path));
    }
    page
}
