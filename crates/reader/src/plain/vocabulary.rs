//! The content words of some lines, to tell what belongs to the same story.

use std::collections::HashSet;

/// Content words, cut to their first letters so that forms of one word meet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary(HashSet<String>);

/// Letters kept of a word: "minister", "ministers" and "ministry" meet at six.
const STEM: usize = 6;

impl Vocabulary {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vocabulary {
        let mut words = Vocabulary::default();
        texts.into_iter().for_each(|text| words.add(text));
        words
    }

    pub fn add(&mut self, text: &str) {
        self.0.extend(stems(text));
    }

    /// How many different content words of `text` are here.
    pub fn shared(&self, text: &str) -> usize {
        stems(text).collect::<HashSet<_>>().iter().filter(|stem| self.0.contains(*stem)).count()
    }

    /// The share of `text`'s different content words that are here, 0 to 1.
    pub fn share(&self, text: &str) -> f32 {
        let stems: HashSet<_> = stems(text).collect();
        let known = stems.iter().filter(|stem| self.0.contains(*stem)).count();
        known as f32 / stems.len().max(1) as f32
    }
}

/// Words of four letters and more, and shorter ones in capitals ("EU", "UN").
fn stems(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let letters = word.chars().count();
        let acronym = letters >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        (letters >= 4 || acronym).then(|| word.to_lowercase().chars().take(STEM).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        let body = Vocabulary::of(["The ministers of the UN met in Vienna."]);
        assert_eq!(body.shared("UN ministry: Vienna talks"), 3);
        assert!(body.share("Rain in Spain expected tomorrow") < 0.1);
    }
}
