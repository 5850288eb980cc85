//! What targets share: choices by the bytes, files, and spans that fit.

use std::cell::RefCell;
use std::path::PathBuf;

use text::{Article, Problem};

/// True for one input of `many`, told by its bytes, so that the same input does the same again.
pub fn one_of(many: u32, bytes: &[u8]) -> bool {
    let sum = bytes
        .iter()
        .fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    sum.is_multiple_of(many)
}

/// The first byte, as a choice of what is done with the rest.
pub fn chosen(bytes: &[u8]) -> (u8, &[u8]) {
    bytes.split_first().map_or((0, bytes), |(first, rest)| (*first, rest))
}

/// A path of this process and thread alone: in the folder that whoever hunts removes when it ends, or in memory where the
/// system has such a folder.
pub fn scratch(name: &str) -> PathBuf {
    let given = std::env::var_os("FUZZ_SCRATCH").map(PathBuf::from);
    let memory = PathBuf::from("/dev/shm");
    let folder =
        given.unwrap_or_else(|| if memory.is_dir() { memory } else { std::env::temp_dir() });
    let thread = format!("{:?}", std::thread::current().id());
    let thread: String = thread.chars().filter(char::is_ascii_digit).collect();
    folder.join(format!("rapporteur-fuzz-{}-{thread}-{name}", std::process::id()))
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::new(Scratch(Vec::new()));
}

/// Files that go when their thread does.
struct Scratch(Vec<PathBuf>);

impl Drop for Scratch {
    fn drop(&mut self) {
        for path in &self.0 {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// A file with these bytes, there until the next call or the end of the thread.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = scratch(name);
    std::fs::write(&path, bytes).expect("a file can be written");
    SCRATCH.with_borrow_mut(|all| {
        if !all.0.contains(&path) {
            all.0.push(path.clone());
        }
    });
    path
}

/// Spans of problems lie in the article's text.
pub fn problems_fit<'p>(problems: impl IntoIterator<Item = &'p Problem>, article: &Article) {
    for problem in problems {
        let fits = problem.span.is_none_or(|span| span.slice(&article.text).is_some());
        assert!(fits, "{problem:?} points outside the text");
        assert!(!problem.code.0.is_empty() && !problem.message.is_empty(), "{problem:?}");
    }
}
