//! Files that the program keeps beside a record: pages fetched before, answers given before.

use consult::Answers;
use fetch::Memory;

use crate::ground::{self, chosen};

/// The first byte chooses the file.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let path = ground::file("kept.json", rest);
    if choice & 1 > 0 {
        Answers::recorded(&path).expect("a file that is there is read");
        return;
    }
    let Ok(memory) = Memory::load(&path) else { return };
    memory.save(&path).expect("what was read is written");
    assert_eq!(Memory::load(&path).ok(), Some(memory), "what was written is read");
}
