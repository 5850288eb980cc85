//! What was made of earlier days: a few of them kept, each made once, none in the way of another.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;

/// A day, and the revision of the record that it was made from.
pub type Key = (Date, u64);

/// What is being made or has been made.
type Cell<T> = Arc<OnceLock<Arc<T>>>;

/// As many are being made as may be; ask again.
#[derive(Debug, Eq, PartialEq)]
pub struct Busy;

/// What was made, the latest used last.
pub struct Days<T> {
    kept: usize,
    held: Mutex<Vec<(Key, Cell<T>)>>,
    waiting: AtomicUsize,
}

impl<T> Days<T> {
    /// Keeps at most so many.
    pub fn new(kept: usize) -> Days<T> {
        Days { kept, held: Mutex::default(), waiting: AtomicUsize::new(0) }
    }

    /// The one of that key, made if need be, unless `most` wait for one already. No lock is held while it is made; whoever asks for
    /// the same waits for it.
    pub fn get(&self, key: Key, most: usize, make: impl FnOnce() -> T) -> Result<Arc<T>, Busy> {
        if let Some(made) = self.made(|known| *known == key) {
            return Ok(made.1);
        }
        let _place = Place::take(&self.waiting, most).ok_or(Busy)?;
        Ok(self.cell(key).get_or_init(|| Arc::new(make())).clone())
    }

    /// The latest one of a day, of whatever revision.
    pub fn latest(&self, day: Date) -> Option<(Key, Arc<T>)> {
        self.made(|(known, _)| *known == day)
    }

    fn made(&self, fits: impl Fn(&Key) -> bool) -> Option<(Key, Arc<T>)> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let is_made = |(key, cell): &(Key, Cell<T>)| fits(key) && cell.get().is_some();
        let at = held.iter().rposition(is_made)?;
        let used = held.remove(at);
        let made = used.1.get().cloned().map(|made| (used.0, made));
        held.push(used);
        made
    }

    /// Where the one of that key is put. Older ones of its day stay until they are pushed out.
    fn cell(&self, key: Key) -> Cell<T> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, cell)) = held.iter().find(|(known, _)| *known == key) {
            return cell.clone();
        }
        let cell = Cell::default();
        held.push((key, cell.clone()));
        let over = held.len().saturating_sub(self.kept);
        held.drain(..over);
        cell
    }
}

/// A place among those who wait, given back at the end.
struct Place<'a>(&'a AtomicUsize);

impl Place<'_> {
    fn take(waiting: &AtomicUsize, most: usize) -> Option<Place<'_>> {
        let one_more = |now: usize| (now < most).then_some(now + 1);
        let taken = waiting.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more);
        taken.is_ok().then_some(Place(waiting))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;

    use super::*;

    fn key(day: i8) -> Key {
        (Date::new(2023, 5, day).unwrap(), 1)
    }

    #[test]
    fn a_day_that_takes_long_is_in_nobodys_way_and_is_made_once() {
        let days: Arc<Days<u8>> = Arc::new(Days::new(4));
        days.get(key(1), 3, || 1).unwrap();
        let (begun, has_begun) = channel();
        let (end, may_end) = channel::<()>();
        let slow = days.clone();
        let slow = thread::spawn(move || {
            slow.get(key(2), 3, || {
                begun.send(()).unwrap();
                may_end.recv().unwrap();
                2
            })
        });
        has_begun.recv().unwrap();
        assert_eq!(days.get(key(1), 3, || 9).as_deref(), Ok(&1), "one that is there");
        assert_eq!(days.get(key(3), 3, || 3).as_deref(), Ok(&3), "one that is made meanwhile");
        assert_eq!(days.get(key(4), 1, || 4), Err(Busy), "no more than may wait");
        let same = days.clone();
        let same = thread::spawn(move || same.get(key(2), 3, || 9));
        end.send(()).unwrap();
        assert_eq!(slow.join().unwrap().as_deref(), Ok(&2));
        assert_eq!(same.join().unwrap().as_deref(), Ok(&2));
    }

    #[test]
    fn only_so_many_are_kept_the_latest_used_longest() {
        let days: Days<u8> = Days::new(2);
        for day in [1, 2, 1, 3] {
            days.get(key(day), 1, || day.unsigned_abs()).unwrap();
        }
        assert_eq!(days.held.lock().unwrap().len(), 2);
        assert!(days.latest(key(2).0).is_none(), "the one not used for longest is gone");
        assert!(days.latest(key(1).0).is_some());
    }

    #[test]
    fn one_that_fails_gives_its_place_back() {
        let days: Arc<Days<u8>> = Arc::new(Days::new(2));
        let failing = days.clone();
        let failed = thread::spawn(move || failing.get(key(1), 1, || panic!("it fails")));
        assert!(failed.join().is_err());
        assert_eq!(days.get(key(1), 1, || 1).as_deref(), Ok(&1));
    }
}
