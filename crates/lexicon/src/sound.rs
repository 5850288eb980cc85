//! How a name sounds, so that its spellings in Latin letters meet: "Mohamed Youssef", "Muhammad Yusuf".
//!
//! Kept: the consonants, doubled ones once, and of each word whether its first vowel is like *a*, *i* or *u*,
//! which tells Hassan from Hussein.

use crate::fold::fold;

/// Names with fewer consonants than this are too many to tell apart.
const SHORTEST: usize = 5;

/// Two letters for one consonant, and what is written for it as well.
const LIKE: [(&str, &str); 13] = [
    ("x", "ks"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("gh", "g"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("dj", "j"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
];

/// The sound of a name of several words; `None` for one word, or too few consonants.
pub(crate) fn sound(name: &str) -> Option<String> {
    let folded = fold(name).replace(['\'', '`', '.'], "");
    if !folded.contains([' ', '-']) {
        return None;
    }
    let words = own_words(&folded);
    let consonants: Vec<String> = words.iter().map(|word| consonants(word)).collect();
    let heard = consonants.iter().map(|word| word.chars().count()).sum::<usize>();
    let vowels: String = words.iter().map(|word| first_vowel(word)).collect();
    (words.len() > 1 && heard >= SHORTEST).then(|| vowels + &consonants.concat())
}

/// The words without articles; "Abd al-Rahman", "Abdul Rahman" and "Abdulrahman" are two each.
fn own_words(folded: &str) -> Vec<&str> {
    const SERVANT: [&str; 4] = ["abdul", "abdel", "abdal", "abdoul"];
    let words = folded.split([' ', '-']).filter(|word| !matches!(*word, "" | "al" | "el"));
    let parts = words.flat_map(|word| {
        let servant = SERVANT.iter().find_map(|servant| word.strip_prefix(servant));
        match servant {
            Some(of) => ["abd", of],
            None => [word, ""],
        }
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The same name without "B." and "Jr.".
pub(crate) fn without_initials(name: &str) -> String {
    let kept = |word: &&str| {
        let bare = word.trim_end_matches(['.', ',']);
        bare.chars().count() > 1 && !matches!(bare, "Jr" | "Sr" | "II" | "III")
    };
    name.split_whitespace().filter(kept).collect::<Vec<_>>().join(" ")
}

fn consonants(word: &str) -> String {
    let word = LIKE.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to));
    let mut found = String::new();
    for (at, c) in word.char_indices() {
        let silent = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
            || at > 0 && matches!(c, 'y' | 'w' | 'h') && (c != 'h' || at + 1 == word.len());
        if !(silent || found.ends_with(c)) {
            found.push(c);
        }
    }
    found
}

fn first_vowel(word: &str) -> char {
    let vowel = word.char_indices().find(|(_, c)| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    match vowel {
        Some((0, 'e')) | Some((_, 'i' | 'y')) => 'i',
        Some((_, 'o' | 'u')) => 'u',
        _ => 'a',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for (one, other) in [
            ("Mohamed Youssef", "Muhammad Yusuf"),
            ("Abd al-Rahman Qasim", "Abdel Rahman Kassem"),
            ("Ebrahim Khaled", "Ibrahim Khalid"),
            ("Abdulaziz Munir", "Abd al-Aziz Muneer"),
            ("Osama al-Daoud Karim", "Usama Dawood Kareem"),
        ] {
            assert_eq!(sound(one), sound(other), "{one}, {other}");
        }
    }

    #[test]
    fn other_names_do_not() {
        assert_ne!(sound("Hassan Rashid"), sound("Hussein Rashid"));
        assert_ne!(sound("Ahmed Salim"), sound("Mahmoud Salim"));
        assert_ne!(sound("Mark Taylor"), sound("Mark Tyler"));
        assert_eq!(sound("Abdulrahman"), None);
        assert_eq!(sound("Ali Ali"), None);
    }

    #[test]
    fn initials_are_left_out() {
        assert_eq!(without_initials("Anna B. Stone Jr."), "Anna Stone");
    }
}
