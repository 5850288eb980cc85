//! Results to standard output, talk to standard error.

use std::io::{self, IsTerminal, Write};

use anyhow::Context;
use serde::Serialize;

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

/// Talk. Where nobody can listen, nothing is said.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// One line on a terminal that the next one replaces; nothing elsewhere.
pub fn progress(line: &str) {
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r\x1b[K{line}");
    }
}
