//! The kept inputs, and inputs changed by chance, through every target, on a stable compiler and without libFuzzer.

use std::path::{Path, PathBuf};
use std::{env, fs};

use targets::{TARGETS, Target};

/// How many changed inputs each target gets; fewer where one is dear. `RAPPORTEUR_FUZZ_INPUTS` sets another number.
const INPUTS: u64 = 300;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The kept inputs of a target, by name.
fn kept(target: &Target) -> Vec<(PathBuf, Vec<u8>)> {
    let entries =
        fs::read_dir(folder("corpus").join(target.name)).expect("every target has a corpus");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).expect("a file"))).collect()
}

#[test]
fn kept_inputs_break_no_law() {
    for target in TARGETS {
        let inputs = kept(target);
        assert!(inputs.len() > 1, "{} has no corpus", target.name);
        for (path, bytes) in inputs {
            println!("{}", path.display());
            (target.check)(&bytes);
        }
        for bytes in [&b""[..], b"\0", b"\xff", &[b'a'; 100]] {
            (target.check)(bytes);
        }
    }
}

#[test]
fn changed_inputs_break_no_law() {
    let count =
        env::var("RAPPORTEUR_FUZZ_INPUTS").ok().and_then(|n| n.parse().ok()).unwrap_or(INPUTS);
    for target in TARGETS {
        let inputs = kept(target);
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
        for number in 0..count {
            let bytes = changed(&inputs, target, &mut chance);
            println!("{} {number} {bytes:02x?}", target.name);
            (target.check)(&bytes);
        }
    }
}

/// The corpus is small, and has an input for each target and for nothing else.
#[test]
fn the_corpus_is_small_and_belongs_to_targets() {
    let mut sum = 0;
    for entry in fs::read_dir(folder("corpus")).expect("a corpus") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        let target = targets::named(&name).unwrap_or_else(|| panic!("no target is called {name}"));
        sum += kept(target).iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    }
    assert!(sum < 200_000, "the corpus has {sum} bytes");
}

/// An input with bytes changed, left out, doubled, or taken from another.
fn changed(inputs: &[(PathBuf, Vec<u8>)], target: &Target, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = inputs[chance.below(inputs.len())].1.clone();
    let other = &inputs[chance.below(inputs.len())].1;
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + chance.below(9)).min(bytes.len());
        match chance.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.insert(at, chance.below(256) as u8),
            2 => drop(bytes.splice(
                at..end,
                other.iter().copied().skip(chance.below(other.len() + 1)).take(20),
            )),
            3 => bytes.extend_from_within(at..),
            4 => bytes.extend(b"\"\\<>&\0\xff\xe2\x80\xae\n".iter().skip(chance.below(10)).take(2)),
            _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << chance.below(8)),
        }
    }
    bytes.truncate(target.longest);
    bytes
}

/// The same numbers each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
