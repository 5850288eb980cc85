//! Which language an article is in: what the page says, else its most frequent small words.

/// A language a line: its tag, then words that few other languages have as often.
const STOPWORDS: &str = include_str!("../data/stopwords.txt");

/// Words looked at. More do not change the answer.
const SAMPLE: usize = 400;
/// Below one small word in this many the text is a table, a list of names or another language.
const RARE: usize = 12;

/// The declared tag if there is one and the words do not contradict it, else a guess, else `und`.
pub(crate) fn settle(declared: Option<&str>, text: &str) -> String {
    let declared =
        declared.map(str::trim).filter(|tag| is_tag(tag)).map(|tag| tag.replace('_', "-"));
    match (declared, guess(text)) {
        (Some(tag), Some(guessed)) if primary(&tag) != guessed => guessed.to_owned(),
        (Some(tag), _) => tag,
        (None, Some(guessed)) => guessed.to_owned(),
        (None, None) => "und".to_owned(),
    }
}

fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_lowercase()
}

fn is_tag(tag: &str) -> bool {
    let main = tag.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&main.len())
        && tag.len() < 20
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
}

/// The language whose small words are frequent, and clearly more so than any other's.
fn guess(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(SAMPLE)
        .map(str::to_lowercase)
        .collect();
    let mut counts: Vec<(usize, &str)> =
        STOPWORDS.lines().filter_map(|row| count(row, &words)).collect();
    counts.sort_by(|a, b| b.cmp(a));
    let (best, second) = (counts.first()?, counts.get(1)?);
    (best.0 * RARE >= words.len() && best.0 >= 3 && best.0 * 2 > second.0 * 3).then_some(best.1)
}

fn count<'a>(row: &'a str, words: &[String]) -> Option<(usize, &'a str)> {
    let (tag, small) = row.split_once(' ')?;
    let small: Vec<&str> = small.split(' ').collect();
    Some((words.iter().filter(|word| small.contains(&word.as_str())).count(), tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str =
        "The envoys of the two states met in Vienna and agreed that the talks were to go on.";

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(settle(None, ENGLISH), "en");
        assert_eq!(
            settle(
                None,
                "Die Gesandten der beiden Staaten trafen sich in Wien und sprachen mit dem Minister."
            ),
            "de"
        );
        assert_eq!(
            settle(
                None,
                "Посланники двух стран встретились в Вене и говорили о том, что будет с договором, как это было на встрече."
            ),
            "ru"
        );
        assert_eq!(settle(None, "Wien Genf Moskau"), "und");
    }

    #[test]
    fn the_page_is_believed_unless_its_words_disagree() {
        assert_eq!(settle(Some("en_GB"), ENGLISH), "en-GB");
        assert_eq!(settle(Some("ar"), ENGLISH), "en");
        assert_eq!(settle(Some("x"), ENGLISH), "en");
    }
}
