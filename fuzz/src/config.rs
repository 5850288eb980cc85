//! The configuration's file.

#[path = "../../crates/cli/src/config/file.rs"]
#[allow(dead_code, reason = "a part of the crate is taken")]
mod file;
#[path = "../../crates/cli/src/config/key.rs"]
#[allow(dead_code, unexpected_cfgs, reason = "a part of the crate is taken")]
mod key;
#[path = "../../crates/cli/src/config/value.rs"]
#[allow(dead_code, reason = "a part of the crate is taken")]
mod value;

use crate::ground;

/// What is set is set by a key that there is, on a line of the file; a fault names the file and a line of it.
pub fn check(bytes: &[u8]) {
    let path = ground::file("config.toml", bytes);
    let lines = bytes.split(|byte| *byte == b'\n').count();
    match file::entries(&path) {
        Ok(entries) => {
            for entry in entries {
                assert!(key::KEYS.iter().any(|key| key.name == entry.key.name));
                assert!((1..=lines).contains(&entry.line), "line {} of {lines}", entry.line);
                assert!(
                    entry.words.iter().all(
                        |word| !word.is_empty() || matches!(entry.key.kind, key::Kind::Text(_))
                    )
                );
            }
        }
        Err(fault) => {
            let told = fault.to_string();
            let line = told
                .strip_prefix(&format!("{}:", path.display()))
                .and_then(|rest| rest.split(':').next());
            let line: usize = line.and_then(|line| line.parse().ok()).expect("a fault has a line");
            assert!((1..=lines).contains(&line), "line {line} of {lines}");
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        for key in key::KEYS {
            let _ = value::of_variable(key, text);
        }
    }
}
