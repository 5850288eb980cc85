//! Many hands, one order.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// For a worker: pages may be nested deeply.
const STACK_BYTES: usize = 8 << 20;

/// `work` on each of `items` by this many threads; results in the order of `items`.
pub(crate) fn map<T, R>(items: &[T], jobs: NonZero<usize>, work: impl Fn(&T) -> R + Sync) -> Vec<R>
where
    T: Sync,
    R: Send,
{
    let next = AtomicUsize::new(0);
    let hand = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, work(item)));
        }
    };
    let mut results = all_hands(jobs.get().min(items.len()), &hand);
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

/// What `hands` threads that all run `hand` bring together, in any order.
fn all_hands<R: Send>(hands: usize, hand: &(impl Fn() -> Vec<R> + Sync)) -> Vec<R> {
    thread::scope(|scope| {
        let spawn = || thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, hand);
        // Where the system gives no more threads, those there are do the work.
        let spawned: Vec<_> = (0..hands).map_while(|_| spawn().ok()).collect();
        let mut brought = if spawned.is_empty() { hand() } else { Vec::new() };
        for thread in spawned {
            match thread.join() {
                Ok(done) => brought.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        brought
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1_000).collect();
        let doubled: Vec<u32> = items.iter().map(|n| n * 2).collect();
        for jobs in [1, 2, 7] {
            assert_eq!(map(&items, NonZero::new(jobs).unwrap(), |n| n * 2), doubled);
        }
        assert!(map(&[0_u32; 0], NonZero::<usize>::MIN, |n| *n).is_empty());
    }
}
