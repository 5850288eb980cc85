//! British spelling as American, for the models alone: most of what they read was American.

/// British endings with the letters before them that tell a suffix from a word like "promise".
const ISE: &[&str] = &[
    "al", "il", "ol", "an", "on", "in", "ar", "or", "er", "im", "at", "it", "et", "as", "gn", "ic",
];

/// Whole words that no ending tells.
const WORDS: &[(&str, &str)] = &[
    ("defence", "defense"),
    ("offence", "offense"),
    ("licence", "license"),
    ("pretence", "pretense"),
    ("centre", "center"),
    ("centres", "centers"),
    ("theatre", "theater"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("metre", "meter"),
    ("metres", "meters"),
    ("kilometres", "kilometers"),
    ("fulfil", "fulfill"),
    ("manoeuvre", "maneuver"),
    ("manoeuvres", "maneuvers"),
    ("cheque", "check"),
    ("tonnes", "tons"),
    ("travelled", "traveled"),
    ("travelling", "traveling"),
    ("cancelled", "canceled"),
    ("cancelling", "canceling"),
    ("labelled", "labeled"),
    ("towards", "toward"),
    ("judgement", "judgment"),
];

/// Rewrites a word, given as letters in lower case.
pub(crate) fn americanise(letters: &mut Vec<char>) {
    if letters.len() < 6 || !letters.iter().all(char::is_ascii_lowercase) {
        return;
    }
    let word: String = letters.iter().collect();
    if let Some((_, american)) = WORDS.iter().find(|(british, _)| *british == word) {
        letters.clear();
        letters.extend(american.chars());
    } else if let Some(at) = word.rfind("is").filter(|&at| is_ise(&word, at)) {
        letters[at + 1] = 'z';
    } else if let Some(at) = word.rfind("our").filter(|&at| is_our(&word, at)) {
        letters.remove(at + 1);
    }
}

/// "normal-ise", "normal-isation"; not "arise", "promise".
fn is_ise(word: &str, at: usize) -> bool {
    let (stem, ending) = word.split_at(at);
    let suffix = ["ise", "ised", "ises", "ising", "isation", "isations"].contains(&ending);
    suffix && stem.len() > 3 && ISE.iter().any(|s| stem.ends_with(s)) && word != "treatise"
}

/// "lab-our", "neighb-ouring"; not "hours", "source".
fn is_our(word: &str, at: usize) -> bool {
    at > 2
        && ["our", "ours", "oured", "ouring", "ourable", "ourite", "ourhood"].contains(&&word[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn american(word: &str) -> String {
        let mut letters = word.chars().collect();
        americanise(&mut letters);
        letters.into_iter().collect()
    }

    #[test]
    fn suffixes_change_and_words_stay() {
        assert_eq!(american("normalisation"), "normalization");
        assert_eq!(american("recognised"), "recognized");
        assert_eq!(american("neighbouring"), "neighboring");
        assert_eq!(american("defence"), "defense");
        for word in ["promise", "surprise", "precise", "source", "tourist", "treatise", "minister"]
        {
            assert_eq!(american(word), word);
        }
    }
}
