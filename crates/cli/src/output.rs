//! Results to standard output, talk to standard error.

use std::env;
use std::io::{self, IsTerminal, Write};

use anyhow::Context;
use serde::Serialize;

use crate::args::Color;
use crate::page::{Look, Sheet, clean};

/// Results. They are written at once, so that a half-made page is never shown.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// Results as indented JSON.
pub fn print_json<T: Serialize>(value: &T) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(value).context("the result does not fit JSON")?;
    text.push('\n');
    print(&text)
}

/// Why it failed. Where nobody can listen, nothing is said.
pub fn complain(line: &str) {
    let lines = line.lines().map(clean).collect::<Vec<_>>().join("\n");
    let _ = writeln!(io::stderr(), "{lines}");
}

/// Who sits in front of it, and how much they want to hear.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    talk: Talk,
    look: Look,
}

/// How much is said beside the results.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Talk {
    /// What is odd and how far it has come.
    Usual,
    /// Nothing.
    None,
}

impl Screen {
    /// As the user and the environment want it.
    pub fn new(talk: Talk, color: Color) -> Screen {
        let styled = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if is_set("NO_COLOR") => false,
            Color::Auto => io::stdout().is_terminal() || is_set("CLICOLOR_FORCE"),
        };
        Screen { talk, look: if styled { Look::Styled } else { Look::Plain } }
    }

    /// A page for standard output.
    pub fn sheet(&self) -> Sheet {
        Sheet::for_stdout(self.look)
    }

    /// A line on what is odd.
    pub fn tell(&self, line: &str) {
        if self.talk == Talk::Usual {
            complain(line);
        }
    }

    /// How far it has come: one line on a terminal that the next one replaces; nothing elsewhere.
    pub fn progress(&self, line: &str) {
        if self.talk == Talk::Usual && io::stderr().is_terminal() {
            let _ = write!(io::stderr(), "\r\x1b[K{}", clean(line));
        }
    }
}

/// True for a variable that is there and not empty.
fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty() && value != "0")
}
