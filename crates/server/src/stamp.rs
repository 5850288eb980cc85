//! Whether a file may have been written to since it was last looked into: seldom worth opening it for.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// A file written to so lately may be written to once more without a sign of it: some file systems count in twos of seconds.
const SETTLED: Duration = Duration::from_secs(3);

/// What a file’s system tells of it without opening it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Stamp {
    length: u64,
    modified: SystemTime,
    created: Option<SystemTime>,
}

impl Stamp {
    fn of(file: &Path) -> Option<Stamp> {
        let told = std::fs::metadata(file).ok()?;
        let created = told.created().ok();
        Some(Stamp { length: told.len(), modified: told.modified().ok()?, created })
    }

    /// True if whatever is written from now on changes it.
    fn is_settled(&self) -> bool {
        self.modified.elapsed().is_ok_and(|age| age >= SETTLED)
    }
}

/// A number that was read from a file, for as long as the file stays as it is.
#[derive(Debug, Default)]
pub struct Stamped(Mutex<Option<(Stamp, u64)>>);

impl Stamped {
    /// The number, read anew if the file may have changed.
    pub fn get<E>(&self, file: &Path, read: impl FnOnce() -> Result<u64, E>) -> Result<u64, E> {
        let stamp = Stamp::of(file).filter(Stamp::is_settled);
        if let Some((_, number)) = self.held().filter(|(known, _)| Some(*known) == stamp) {
            return Ok(number);
        }
        let number = read()?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = stamp.map(|stamp| (stamp, number));
        Ok(number)
    }

    fn held(&self) -> Option<(Stamp, u64)> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::fs::{self, File};

    use super::*;

    /// The number that is told of a file whose true number is this.
    fn told(stamped: &Stamped, file: &Path, number: u64) -> u64 {
        stamped.get(file, || Ok::<_, Infallible>(number)).unwrap_or_else(|never| match never {})
    }

    fn written(file: &Path, words: &str, seconds_ago: u64) {
        fs::write(file, words).unwrap();
        let then = SystemTime::now() - Duration::from_secs(seconds_ago);
        File::options().write(true).open(file).unwrap().set_modified(then).unwrap();
    }

    #[test]
    fn a_file_is_looked_into_again_when_it_has_changed_or_has_just_been_written() {
        let file = std::env::temp_dir().join(format!("rapporteur-stamp-{}", std::process::id()));
        let stamped = Stamped::default();
        written(&file, "one", 60);
        assert_eq!(told(&stamped, &file, 1), 1);
        assert_eq!(told(&stamped, &file, 9), 1, "as it was");
        written(&file, "two", 50);
        assert_eq!(told(&stamped, &file, 2), 2, "of the same length, later");
        written(&file, "three", 50);
        assert_eq!(told(&stamped, &file, 3), 3, "longer, at the same time");
        written(&file, "three", 0);
        assert_eq!(told(&stamped, &file, 4), 4, "just now");
        assert_eq!(told(&stamped, &file, 5), 5, "and perhaps again");
        fs::remove_file(&file).unwrap();
        assert_eq!(told(&stamped, &file, 6), 6, "there is none");
    }
}
