//! A user's codebook of actions.

use std::cell::RefCell;

use extractor::Codebook;

/// Books are made anew after so many files, as what a file adds stays.
const FILES: usize = 512;

thread_local! {
    static BOOK: RefCell<(usize, Codebook)> = RefCell::new((0, Codebook::shipped()));
}

/// A file: bad lines are told by their numbers, in order, and the same file has the same bad lines again.
pub fn check(bytes: &[u8]) {
    let file = String::from_utf8_lossy(bytes);
    BOOK.with_borrow_mut(|(files, book)| {
        *files += 1;
        if *files % FILES == 0 {
            *book = Codebook::shipped();
        }
        let before = book.len();
        let bad = book.add(&file);
        let lines = file.lines().count();
        assert!(bad.windows(2).all(|two| two[0].number < two[1].number));
        assert!(bad.iter().all(|line| (1..=lines).contains(&line.number) && !line.why.is_empty()));
        let added = book.len() - before;
        assert!(added == 0 || bad.len() < lines, "patterns of no line");
    });
}
