//! One form for all spellings of a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, no diacritics, straight quotes, plain hyphens, single spaces. Folding twice changes nothing.
pub fn fold(s: &str) -> String {
    let folded = if s.is_ascii() { s.to_ascii_lowercase() } else { fold_letters(s) };
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters and digits of [`fold`], run together: "Jong-un", "Jong Un" and "Jongun" are one key.
pub(crate) fn key(s: &str) -> String {
    let mut key = String::with_capacity(s.len());
    push_key(s, &mut key);
    key
}

/// Adds the [`key`] of some words to that of the words before.
pub(crate) fn push_key(s: &str, key: &mut String) {
    let kept = |c: &char| !(c.is_whitespace() || matches!(c, '-' | '\'' | '.' | '`'));
    if s.is_ascii() {
        key.extend(s.chars().filter(kept).map(|c| c.to_ascii_lowercase()));
    } else {
        key.extend(fold_letters(s).chars().filter(kept));
    }
}

fn fold_letters(s: &str) -> String {
    let mut folded = String::with_capacity(s.len());
    for c in s.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded
}

/// What stands for a letter that Unicode does not take apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ı' => "i",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ə' => "a",
        '‘' | '’' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' | '´' | '‛' => "'",
        '“' | '”' | '„' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '−' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        assert_eq!(fold("Mevlüt  Çavuşoğlu"), "mevlut cavusoglu");
        assert_eq!(fold("İbrahim Kalın"), "ibrahim kalin");
        assert_eq!(fold("Sa’ar"), "sa'ar");
        assert_eq!(key("Amir-Abdollahian"), key("Amirabdollahian"));
        assert_eq!(key("U.S."), "us");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(s in "\\PC{0,24}") {
            prop_assert_eq!(fold(&fold(&s)), fold(&s));
        }

        #[test]
        fn case_is_no_matter(s in "[a-zA-Z çşğüöéèñ'-]{0,24}") {
            prop_assert_eq!(fold(&s.to_uppercase()), fold(&s));
        }
    }
}
