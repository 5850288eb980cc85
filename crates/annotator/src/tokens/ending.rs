//! Endings that stand behind an apostrophe, as Turkish writes them on names: "Bern'de", "Berg’in".

use super::Cuts;

/// Cuts the ending off a word without marks at its ends.
pub(super) fn cut(word: &str, at: usize, out: &mut Cuts) {
    let middle = ending(word).unwrap_or(word.len());
    let parts = [(at, at + middle), (at + middle, at + word.len())];
    out.extend(parts.into_iter().filter(|(from, until)| from < until));
}

/// Where in a word its ending begins, with the apostrophe; `None` if it has none.
pub fn ending(word: &str) -> Option<usize> {
    let mark = word.rfind(['\'', '’'])?;
    let after = word[mark..].trim_start_matches(['\'', '’']);
    let plain = !after.is_empty() && after.chars().all(char::is_lowercase);
    (mark > 0 && plain).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_small_and_has_a_name_before_it() {
        for (word, rest) in [("Bern'de", "'de"), ("ABD’nin", "’nin"), ("2023'te", "'te")] {
            assert_eq!(ending(word).map(|at| &word[at..]), Some(rest), "{word}");
        }
        for word in ["Bern", "'de", "O'Brien", "Bern'", ""] {
            assert_eq!(ending(word), None, "{word}");
        }
    }
}
