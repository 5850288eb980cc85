//! Lemmas: the longest ending that a rule knows says what to cut off and what to put on.

use rustc_hash::FxHashMap;
use text::Upos;

use crate::bytes::{put, read_varint, take_text, varint};

/// Longest ending a rule may have, in letters; whole words are kept apart.
pub(crate) const LONGEST_ENDING: usize = 6;

/// Cut off `cut` letters, put on `add`.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Edit {
    /// Letters to cut off the end.
    pub(crate) cut: u8,
    /// Letters to put on.
    pub(crate) add: String,
}

impl Edit {
    /// The edit that makes `lemma` of `form`.
    pub(crate) fn between(form: &str, lemma: &str) -> Edit {
        let same = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
        let cut = (form.chars().count() - same).min(255) as u8;
        Edit { cut, add: lemma.chars().skip(same).collect() }
    }

    fn apply(&self, form: &str) -> String {
        let keep = form.chars().count().saturating_sub(usize::from(self.cut));
        form.chars().take(keep).chain(self.add.chars()).collect()
    }
}

/// Rules from endings, by part of speech.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Lemmas {
    /// Key: tag, then the ending; `^` before a whole word.
    pub(crate) rules: FxHashMap<String, Edit>,
}

impl Lemmas {
    /// The lemma of a word; names keep their capitals.
    pub(crate) fn lemma(&self, form: &str, upos: Upos) -> String {
        if upos == Upos::PROPN {
            return form.to_owned();
        }
        let form = normal(form);
        match self.rule(&form, upos) {
            Some(edit) => edit.apply(&form),
            None => form,
        }
    }

    /// The rule for a word in lower case.
    pub(crate) fn rule(&self, form: &str, upos: Upos) -> Option<&Edit> {
        let mut key = String::with_capacity(form.len() + 8);
        key.extend([upos.as_str(), "^", form]);
        if let Some(edit) = self.rules.get(&key) {
            return Some(edit);
        }
        let longest = form.char_indices().rev().take(LONGEST_ENDING).last();
        let longest = longest.map_or(form.len(), |(at, _)| at);
        let starts = form[longest..].char_indices().map(|(at, _)| longest + at);
        starts.chain([form.len()]).find_map(|start| {
            key.truncate(upos.as_str().len());
            key.push_str(&form[start..]);
            self.rules.get(&key)
        })
    }

    /// Appends the rules in a fixed order.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let mut rules: Vec<_> = self.rules.iter().collect();
        rules.sort();
        varint(rules.len() as u64, out);
        for (key, edit) in rules {
            for part in [key, &edit.add] {
                put(part.as_bytes(), out);
            }
            out.push(edit.cut);
        }
    }

    /// Reads what [`Lemmas::write`] wrote.
    pub(crate) fn read(bytes: &mut &[u8]) -> Option<Lemmas> {
        let count = read_varint(bytes)?;
        let mut rules = FxHashMap::default();
        for _ in 0..count {
            let (key, add) = (take_text(bytes)?, take_text(bytes)?);
            let (&cut, rest) = bytes.split_first()?;
            *bytes = rest;
            rules.insert(key, Edit { cut, add });
        }
        Some(Lemmas { rules })
    }
}

/// Lower case, straight apostrophes.
pub(crate) fn normal(form: &str) -> String {
    if form.is_ascii() {
        return form.to_ascii_lowercase();
    }
    form.replace(['’', '‘'], "'").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_wins() {
        let mut lemmas = Lemmas::default();
        lemmas.rules.insert("VERBed".into(), Edit::between("walked", "walk"));
        lemmas.rules.insert("VERBied".into(), Edit::between("tried", "try"));
        lemmas.rules.insert("VERB^met".into(), Edit::between("met", "meet"));
        assert_eq!(lemmas.lemma("Denied", Upos::VERB), "deny");
        assert_eq!(lemmas.lemma("talked", Upos::VERB), "talk");
        assert_eq!(lemmas.lemma("met", Upos::VERB), "meet");
        let mut bytes = Vec::new();
        lemmas.write(&mut bytes);
        assert_eq!(Lemmas::read(&mut bytes.as_slice()), Some(lemmas));
    }
}
