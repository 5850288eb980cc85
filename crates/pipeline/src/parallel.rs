//! Many hands, one order, and never more at hand than fits.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// For a worker: pages may be nested deeply.
const STACK_BYTES: usize = 8 << 20;

/// Items between their making and their taking, for each hand: enough that none waits for a slow one.
const ITEMS_PER_HAND: usize = 16;

/// Bytes of them, unless one alone has more.
const BYTES: usize = 24 << 20;

/// Something that holds so many bytes while it waits.
pub(crate) trait Heavy {
    /// How many.
    fn weight(&self) -> usize;
}

/// `work` on what `items` yields, by so many threads; `take` is given the results in the order of
/// the items, each as soon as it is there. One more thread makes the items.
pub(crate) fn each<T, R, I, E>(
    jobs: NonZero<usize>,
    items: impl FnOnce() -> I + Send,
    work: impl Fn(T) -> R + Sync,
    take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    T: Heavy + Send,
    R: Send,
    I: Iterator<Item = T>,
{
    let gate = Gate::new(jobs.get() * ITEMS_PER_HAND);
    let (give, given) = mpsc::channel();
    let (done, results) = mpsc::channel();
    let given = Mutex::new(given);
    thread::scope(|scope| {
        let (gate, given, work) = (&gate, &given, &work);
        for _ in 0..jobs.get() {
            let done = done.clone();
            let hand = move || hand(given, &done, work);
            let spawned = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, hand);
            spawned.expect("the system gives a thread");
        }
        drop(done);
        scope.spawn(move || make(items, gate, &give));
        let taken = take_in_order(&results, gate, take);
        gate.close();
        taken
    })
}

/// An item with its place in the order and its weight; a panic in place of a result is passed on.
type Numbered<T> = (usize, usize, T);

fn make<T: Heavy, I: Iterator<Item = T>>(
    items: impl FnOnce() -> I,
    gate: &Gate,
    give: &Sender<Numbered<T>>,
) {
    for (number, item) in items().enumerate() {
        let weight = item.weight();
        if !gate.enter(weight) || give.send((number, weight, item)).is_err() {
            return;
        }
    }
}

fn hand<T, R>(
    given: &Mutex<Receiver<Numbered<T>>>,
    done: &Sender<Numbered<thread::Result<R>>>,
    work: &impl Fn(T) -> R,
) {
    loop {
        let next = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, weight, item)) = next else { return };
        let result = catch_unwind(AssertUnwindSafe(|| work(item)));
        if done.send((number, weight, result)).is_err() {
            return;
        }
    }
}

fn take_in_order<R, E>(
    results: &Receiver<Numbered<thread::Result<R>>>,
    gate: &Gate,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let (mut next, mut waiting) = (0, BTreeMap::new());
    for (number, weight, result) in results {
        waiting.insert(number, (weight, result));
        while let Some((weight, result)) = waiting.remove(&next) {
            next += 1;
            let result = result.unwrap_or_else(|panic| {
                gate.close();
                resume_unwind(panic)
            });
            let taken = take(result);
            gate.leave(weight);
            taken?;
        }
    }
    Ok(())
}

/// Lets in as much as fits.
struct Gate {
    inside: Mutex<Inside>,
    changed: Condvar,
    most: usize,
}

#[derive(Default)]
struct Inside {
    items: usize,
    bytes: usize,
    closed: bool,
}

impl Gate {
    fn new(most: usize) -> Gate {
        Gate { inside: Mutex::default(), changed: Condvar::new(), most }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until there is room; false if no more is wanted.
    fn enter(&self, weight: usize) -> bool {
        let full = |inside: &mut Inside| {
            let room = inside.items < self.most && inside.bytes + weight <= BYTES;
            !(inside.closed || inside.items == 0 || room)
        };
        let waited = self.changed.wait_while(self.inside(), full);
        let mut inside = waited.unwrap_or_else(PoisonError::into_inner);
        inside.items += 1;
        inside.bytes += weight;
        !inside.closed
    }

    fn leave(&self, weight: usize) {
        let mut inside = self.inside();
        inside.items = inside.items.saturating_sub(1);
        inside.bytes = inside.bytes.saturating_sub(weight);
        self.changed.notify_all();
    }

    fn close(&self) {
        self.inside().closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    impl Heavy for usize {
        fn weight(&self) -> usize {
            *self
        }
    }

    fn jobs(number: usize) -> NonZero<usize> {
        NonZero::new(number).unwrap()
    }

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        for hands in [1, 2, 7] {
            let mut doubled = Vec::new();
            let take = |n| {
                doubled.push(n);
                Ok::<(), ()>(())
            };
            each(jobs(hands), || 0..1_000_usize, |n| n * 2, take).unwrap();
            assert_eq!(doubled, (0..1_000).map(|n| n * 2).collect::<Vec<_>>());
        }
        each(jobs(2), || 0..0_usize, |n| n, |_| Err(())).unwrap();
    }

    #[test]
    fn an_error_ends_the_making() {
        let made = AtomicUsize::new(0);
        let items = || (0..1_000_000_usize).map(|_| made.fetch_add(1, Ordering::Relaxed));
        assert_eq!(each(jobs(2), items, |n| n, |_| Err("enough")), Err("enough"));
        assert!(made.load(Ordering::Relaxed) < 100);
    }

    #[test]
    fn no_more_is_at_hand_than_fits() {
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let items = || {
            (0..40).map(|_| {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                BYTES / 3
            })
        };
        let take = |_| {
            now.fetch_sub(1, Ordering::SeqCst);
            Ok::<(), ()>(())
        };
        each(jobs(3), items, |n: usize| n, take).unwrap();
        assert!(most.load(Ordering::SeqCst) <= 5, "{most:?}");
    }

    #[test]
    fn a_panic_is_passed_on() {
        let run = || each(jobs(2), || 0..100_usize, |n| assert!(n < 50), |()| Ok::<(), ()>(()));
        assert!(catch_unwind(run).is_err());
    }
}
