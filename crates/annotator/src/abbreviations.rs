//! Words that end in a full stop without ending a sentence.

/// Always followed by more of the same sentence: titles before names, "No. 5", "vs.".
const BEFORE_A_NAME: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "adm",
    "sgt", "cpl", "brig", "sen", "rep", "gov", "amb", "hon", "rev", "fr", "st", "pres", "sec",
    "min", "atty", "supt", "insp", "vs", "v", "no", "nos", "art", "fig", "vol", "pp", "ch", "cf",
    "e.g", "i.e", "viz", "approx", "mt", "ft", "lt.-gen", "maj.-gen", "m", "mme", "mlle",
];

/// May stand in the midst of a sentence or at its end; what follows decides.
const EITHER: &[&str] = &[
    "inc", "co", "corp", "ltd", "bros", "llc", "plc", "jr", "sr", "etc", "al", "a.m", "p.m", "jan",
    "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "est", "dept", "div", "univ",
    "assn", "ave", "blvd", "rd", "ed", "eds", "ph.d", "b.a", "m.a", "a.d", "b.c", "calif", "fla",
    "mass", "conn", "pa", "ill", "mich", "minn", "wis", "wash", "ore", "ariz", "colo", "tex",
    "okla", "ala", "ga", "va", "md", "del", "ky", "tenn", "nev", "neb", "kan", "mo", "ark", "la",
    "miss", "mont", "wyo", "ind", "gen.-sec",
];

/// Capitalised words that open sentences far more often than they go on with one.
const OPENERS: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "to",
    "with",
    "but",
    "and",
    "or",
    "so",
    "yet",
    "as",
    "if",
    "when",
    "while",
    "after",
    "before",
    "since",
    "although",
    "though",
    "because",
    "however",
    "there",
    "here",
    "what",
    "who",
    "why",
    "how",
    "where",
    "which",
    "no",
    "not",
    "some",
    "many",
    "most",
    "both",
    "all",
    "each",
    "every",
    "one",
    "two",
    "three",
    "several",
    "other",
    "another",
    "during",
    "under",
    "over",
    "despite",
    "asked",
    "according",
    "earlier",
    "later",
    "meanwhile",
    "also",
    "only",
    "even",
    "once",
    "still",
    "now",
    "then",
    "such",
    "any",
    "last",
    "next",
    "more",
    "about",
    "among",
    "between",
    "until",
];

/// What a full stop after a word says about the sentence.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stop {
    /// The sentence ends.
    Ends,
    /// The stop belongs to the word.
    Abbreviates,
    /// It ends the sentence if the next word opens one.
    Either,
}

/// Reads the word before a full stop, given without the stop.
pub(crate) fn stop_after(word: &str) -> Stop {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = bare.to_lowercase();
    if BEFORE_A_NAME.contains(&lower.as_str()) && (lower.len() > 2 || bare != lower || lower == "v")
    {
        return Stop::Abbreviates;
    }
    if is_initial(bare) && bare != "I" {
        return Stop::Either;
    }
    if EITHER.contains(&lower.as_str()) || is_dotted(bare) {
        return Stop::Either;
    }
    Stop::Ends
}

/// True for a word that, capitalised, most often opens a sentence.
pub(crate) fn opens_sentence(word: &str) -> bool {
    OPENERS.contains(&word.to_lowercase().as_str())
}

/// True if a final full stop is part of the word: "Gen.", "U.S.", "J.".
pub(crate) fn keeps_stop(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|w| !w.is_empty() && stop_after(w) != Stop::Ends)
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// "U.S", "a.m", "J.R.R": letters and stops in turn.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_told_apart() {
        assert_eq!(stop_after("Gen"), Stop::Abbreviates);
        assert_eq!(stop_after("U.S"), Stop::Either);
        assert_eq!(stop_after("W"), Stop::Either);
        assert_eq!(stop_after("talks"), Stop::Ends);
        assert_eq!(stop_after("I"), Stop::Ends);
        assert_eq!(stop_after("no"), Stop::Ends);
    }
}
