//! A value as a file or the environment has it, made into the words that an argument takes.

use std::path::Path;

use toml::de::DeValue;

use super::key::{Key, Kind};

/// The words of a value in a file that lies in `folder`; else why it is none.
pub fn of_file(key: &Key, value: &DeValue<'_>, folder: &Path) -> Result<Vec<String>, String> {
    let unfit = || format!("{} takes {}", key.name, key.wants());
    let words = match (key.kind, value) {
        (Kind::Text(_) | Kind::Choice(_), DeValue::String(words)) => vec![words.to_string()],
        (Kind::Path, DeValue::String(path)) => vec![placed(path, folder)],
        (Kind::Paths, DeValue::Array(all)) => {
            let paths = all.iter().map(|one| one.get_ref().as_str());
            let paths: Option<Vec<_>> = paths.map(|p| Some(placed(p?, folder))).collect();
            paths.ok_or_else(unfit)?
        }
        (Kind::Texts, DeValue::Array(all)) => {
            let words = all.iter().map(|one| one.get_ref().as_str().map(str::to_owned));
            words.collect::<Option<_>>().ok_or_else(unfit)?
        }
        (Kind::Count(_), DeValue::Integer(number)) => vec![number.to_string()],
        (Kind::Truth, DeValue::Boolean(truth)) => vec![truth.to_string()],
        _ => return Err(unfit()),
    };
    checked(key, words)
}

/// The words of a variable; several paths are parted as in `PATH`, several words by commas.
pub fn of_variable(key: &Key, written: &str) -> Result<Vec<String>, String> {
    let words = match key.kind {
        Kind::Paths => {
            std::env::split_paths(written).map(|p| p.to_string_lossy().into_owned()).collect()
        }
        Kind::Texts => written.split(',').map(|word| word.trim().to_owned()).collect(),
        _ => vec![written.to_owned()],
    };
    checked(key, words)
}

fn checked(key: &Key, words: Vec<String>) -> Result<Vec<String>, String> {
    for word in &words {
        let fits = match key.kind {
            Kind::Text(check) => check(word).map_err(|why| format!("{}: {why}", key.name)),
            Kind::Count(least) if word.parse::<u32>().is_ok_and(|n| i64::from(n) >= least) => {
                Ok(())
            }
            Kind::Truth if matches!(word.as_str(), "true" | "false") => Ok(()),
            Kind::Choice(known) if known.contains(&word.as_str()) => Ok(()),
            Kind::Path | Kind::Paths | Kind::Texts if !word.is_empty() => Ok(()),
            _ => Err(format!("{} takes {}", key.name, key.wants())),
        };
        fits?;
    }
    Ok(words)
}

/// A path as the argument takes it. `~/` is the home folder; no shell is there to say so.
fn placed(written: &str, folder: &Path) -> String {
    let home = written.strip_prefix("~/").zip(std::env::var_os("HOME"));
    let path = match home {
        Some((rest, home)) => Path::new(&home).join(rest),
        None => folder.join(written),
    };
    path.to_string_lossy().into_owned()
}
