//! Panics that are caught where they belong are no finds.
//!
//! libFuzzer's Rust runtime ends the process at every panic, even at one that the code under test catches. Here a panic is
//! told at the end only if it got out.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
    static WITHIN: RefCell<bool> = const { RefCell::new(false) };
}

/// Runs what may catch panics of its own.
pub fn within(work: impl FnOnce()) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| match WITHIN.with_borrow(|within| *within) {
            true => LAST.set(Some(panic.to_string())),
            false => before(panic),
        }));
    });
    WITHIN.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    WITHIN.set(false);
    if let Err(panic) = outcome {
        eprintln!("{}", LAST.take().unwrap_or_default());
        resume_unwind(panic);
    }
}
