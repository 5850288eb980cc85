//! What the models see of a word.

use crate::hash;
use crate::spelling::americanise;

/// Hashes of the parts of a word that features are made of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Lower case, digits as `0`, curly marks as straight, American spelling.
    pub(crate) form: u64,
    /// Last one to four letters of the same.
    pub(crate) suffixes: [u64; 4],
    /// First one to three.
    pub(crate) prefixes: [u64; 3],
    /// Capitals, digits and marks: "Xx-Xx".
    pub(crate) shape: u64,
    /// True if the first letter is a capital.
    pub(crate) capital: bool,
}

/// Reused space for normalising words.
#[derive(Debug, Default)]
pub(crate) struct Spelling {
    letters: Vec<char>,
}

impl Spelling {
    /// Reads a word.
    pub(crate) fn read(&mut self, form: &str) -> Word {
        self.letters.clear();
        self.letters.extend(form.chars().flat_map(normal));
        americanise(&mut self.letters);
        let of = |letters: &[char]| {
            letters.iter().fold(7, |h, &c| hash::join(h, u64::from(u32::from(c))))
        };
        let n = self.letters.len();
        Word {
            form: of(&self.letters),
            suffixes: [1, 2, 3, 4].map(|k| of(&self.letters[n.saturating_sub(k)..])),
            prefixes: [1, 2, 3].map(|k| of(&self.letters[..n.min(k)])),
            shape: shape(form),
            capital: form.starts_with(char::is_uppercase),
        }
    }
}

fn normal(c: char) -> std::char::ToLowercase {
    match c {
        '0'..='9' => '0',
        '’' | '‘' | '`' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        c => c,
    }
    .to_lowercase()
}

/// Runs of the same kind of letter count up to two.
fn shape(form: &str) -> u64 {
    let (mut hash, mut last, mut run) = (11, ' ', 0);
    for c in form.chars().take(12) {
        let kind = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '0',
            '’' => '\'',
            c => c,
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 {
            hash = hash::join(hash, u64::from(u32::from(kind)));
        }
    }
    hash
}
