//! Which language an article is in: what the page says, unless its words say another; else what its
//! small words, its script and its letters say. In doubt `und`.

use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::{Detector, Lang};

/// A language a line: its tag, then words that few other languages have as often.
const STOPWORDS: &str = include_str!("../data/stopwords.txt");
/// A language a line: its tag, then what else it is called in fields of rows.
const NAMES: &str = include_str!("../data/language-names.txt");

/// Words looked at. More do not change the answer.
const SAMPLE: usize = 400;
/// Below one small word in this many the text is a table, a list of names or another language.
const RARE: usize = 12;
/// Letters below which trigrams say nothing sure.
const LETTERS: usize = 100;

/// The declared tag if there is one and the words do not contradict it, else a guess, else `und`.
pub(crate) fn settle(declared: Option<&str>, text: &str) -> String {
    let declared = declared.and_then(tag);
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

/// A declared language as a tag: `en_GB`, `eng` and `English` are read too.
fn tag(declared: &str) -> Option<String> {
    let lower = declared.trim().to_lowercase();
    let named = NAMES.lines().find(|row| row.split(' ').skip(1).any(|name| name == lower));
    let named = named.and_then(|row| row.split(' ').next()).map(str::to_owned);
    named.or_else(|| Some(declared.trim().replace('_', "-")).filter(|tag| is_tag(tag)))
}

fn is_tag(tag: &str) -> bool {
    let main = tag.split('-').next().unwrap_or_default();
    (2..=3).contains(&main.len())
        && tag.len() < 20
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The language that the words speak, if that is clear.
fn guess(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(SAMPLE)
        .collect();
    by_script(&words).or_else(|| by_small_words(&words)).or_else(|| by_letters(&words))
}

/// Scripts that one language of the news is written in: the first and last letter of each.
const SCRIPTS: &[(char, char, &str)] = &[
    ('\u{3040}', '\u{30ff}', "ja"),
    ('\u{ac00}', '\u{d7a3}', "ko"),
    ('\u{4e00}', '\u{9fff}', "zh"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{1200}', '\u{137f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
];

/// The language of a script that more than half of the letters are of. Kana among Chinese signs are Japanese.
fn by_script(words: &[&str]) -> Option<&'static str> {
    let letters = || words.iter().flat_map(|word| word.chars());
    let total = letters().count();
    let of = |script: &(char, char, &str)| {
        letters().filter(|c| (script.0..=script.1).contains(c)).count()
    };
    let signs = of(SCRIPTS.get(2)?);
    let (first, counts) = (SCRIPTS.first()?, SCRIPTS.iter().map(|script| (of(script), script.2)));
    if of(first) * 8 > total && (of(first) + signs) * 2 > total {
        return Some(first.2);
    }
    counts.max().filter(|(count, _)| *count >= 4 && count * 2 > total).map(|(_, tag)| tag)
}

/// The language whose small words are frequent, and clearly more so than any other's.
fn by_small_words(words: &[&str]) -> Option<&'static str> {
    let mut counts = vec![0; STOPWORDS.lines().count()];
    for word in words {
        let of = SMALL.get(word.to_lowercase().as_str()).into_iter().flatten();
        of.for_each(|language| counts[*language] += 1);
    }
    let tags = STOPWORDS.lines().filter_map(|row| row.split(' ').next());
    let mut counts: Vec<(usize, &str)> = counts.into_iter().zip(tags).collect();
    counts.sort_by(|a, b| b.cmp(a));
    let (best, second) = (counts.first()?, counts.get(1)?);
    (best.0 * RARE >= words.len() && best.0 >= 3 && best.0 * 2 > second.0 * 3).then_some(best.1)
}

/// For each small word the lines of [`STOPWORDS`] that have it.
static SMALL: LazyLock<HashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut small: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, row) in STOPWORDS.lines().enumerate() {
        row.split(' ').skip(1).for_each(|word| small.entry(word).or_default().push(at));
    }
    small
});

/// The language of the most trigrams, where there are enough and no other comes near.
fn by_letters(words: &[&str]) -> Option<&'static str> {
    let text = words.join(" ");
    if text.chars().count() < LETTERS {
        return None;
    }
    let info = Detector::new().detect(&text).filter(whatlang::Info::is_reliable)?;
    two_letters(info.lang())
}

/// The short tag of a language, if rows of names know it.
fn two_letters(lang: Lang) -> Option<&'static str> {
    let row = NAMES.lines().find(|row| row.split(' ').skip(1).any(|name| name == lang.code()))?;
    row.split(' ').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str =
        "The envoys of the two states met in Vienna and agreed that the talks were to go on.";

    #[test]
    fn words_and_letters_tell_the_language() {
        for (text, tag) in [
            (ENGLISH, "en"),
            (
                "Die Gesandten der beiden Staaten trafen sich in Wien und sprachen mit dem Minister.",
                "de",
            ),
            (
                "Посланники двух стран встретились в Вене и говорили о том, что будет с договором, как это было на встрече.",
                "ru",
            ),
            (
                "Посланці двох країн зустрілися у Відні та говорили про те, що буде з угодою, як це було на зустрічі.",
                "uk",
            ),
            ("两国特使星期四在维也纳举行会谈", "zh"),
            ("両国の特使は木曜日にウィーンで会談した", "ja"),
            ("양국 특사는 목요일 빈에서 만났다", "ko"),
            ("שליחי שתי המדינות נפגשו בווינה", "he"),
            ("Οι απεσταλμένοι συναντήθηκαν στη Βιέννη", "el"),
            (
                "التقى مبعوثا البلدين في فيينا يوم الخميس وتحدثا عن السكة التي تربط بين العاصمتين من أجل السلام",
                "ar",
            ),
            (
                "فرستادگان دو کشور در وین دیدار کردند و در مورد راه آهن که به مرز می رسد گفتگو کردند",
                "fa",
            ),
            (
                "İki ülkenin temsilcileri Viyana'da bir araya geldi ve demiryolu için görüştü, açıklama daha sonra yapıldı.",
                "tr",
            ),
            ("Wien Genf Moskau", "und"),
            ("", "und"),
        ] {
            assert_eq!(settle(None, text), tag, "{text}");
        }
    }

    #[test]
    fn words_of_another_language_in_between_do_not_count() {
        let mixed = format!(
            "{ENGLISH} The declaration is called “Декларация двух столиц о мире”, said the envoy of the host."
        );
        assert_eq!(settle(Some("ru"), &mixed), "en");
        let quoted = format!("{ENGLISH} 两国特使 met for the first time in the year.");
        assert_eq!(settle(None, &quoted), "en");
    }

    #[test]
    fn the_page_is_believed_unless_its_words_disagree() {
        assert_eq!(settle(Some("en_GB"), ENGLISH), "en-GB");
        assert_eq!(settle(Some("ar"), ENGLISH), "en");
        assert_eq!(settle(Some("x"), ENGLISH), "en");
        assert_eq!(settle(Some("English"), "Vienna"), "en");
        assert_eq!(settle(Some("eng"), ENGLISH), "en");
        assert_eq!(settle(Some("zh-Hant"), "兩國特使星期四在維也納舉行會談"), "zh-Hant");
    }
}
