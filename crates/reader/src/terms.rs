//! The content words of lines as numbers, to tell what belongs to the same story.

use rustc_hash::FxHashMap as HashMap;

/// How often each content word stands in some lines.
#[derive(Default)]
pub(crate) struct Terms(HashMap<u64, u32>);

/// Letters kept of a word: "minister", "ministers" and "ministry" meet at six.
const STEM: usize = 6;

impl Terms {
    pub fn add(&mut self, terms: &[u64]) {
        terms.iter().for_each(|term| *self.0.entry(*term).or_default() += 1);
    }

    /// The share of `terms` that stand in more than `own` of the lines, 0 to 1.
    pub fn share(&self, terms: &[u64], own: u32) -> f32 {
        let known = terms.iter().filter(|term| self.0.get(term).is_some_and(|n| *n > own)).count();
        known as f32 / terms.len().max(1) as f32
    }

    /// The share of these words that are among `terms`, 0 to 1.
    pub fn covered(&self, terms: &[u64]) -> f32 {
        let known = terms.iter().filter(|term| self.0.contains_key(term)).count();
        known as f32 / self.0.len().max(1) as f32
    }
}

/// The different content words of a text: words of four letters and more, shorter ones with capitals
/// or figures only, and pairs of letters in scripts that put no spaces between words.
pub(crate) fn terms(text: &str) -> Vec<u64> {
    let mut terms = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.starts_with(is_dense) {
            dense(word, &mut terms);
        } else if is_content(word) {
            terms.push(hash(word.chars().flat_map(char::to_lowercase).take(STEM)));
        }
    }
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn is_content(word: &str) -> bool {
    let letters = word.chars().take(4).count();
    letters >= 4 || letters >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

fn dense(word: &str, terms: &mut Vec<u64>) {
    let letters: Vec<char> = word.chars().collect();
    terms.extend(letters.windows(2).map(|pair| hash(pair.iter().copied())));
}

/// Letters of scripts that put no spaces between words.
fn is_dense(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// FNV-1a over the letters.
fn hash(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, c| {
        (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}
