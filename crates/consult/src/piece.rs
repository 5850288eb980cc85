//! Where words stand in a passage: the same bytes, but for how long the spaces are.

use text::Span;

/// The first place in `within` whose words these are, as a span of `text`. Nothing that begins or ends inside a word.
pub fn find(words: &str, within: Span, text: &str) -> Option<Span> {
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let passage = within.slice(text)?;
    let first = wanted.first()?;
    let starts = passage.match_indices(first).map(|(at, _)| at);
    let ends = starts.filter_map(|at| Some((at, at + length(&passage[at..], &wanted)?)));
    let (start, end) = ends.into_iter().find(|(start, end)| is_whole(passage, *start, *end))?;
    let base = within.start() as usize;
    Span::from_range(base + start..base + end)
}

/// How many bytes these words take at the beginning of a text, whatever spaces are between them.
fn length(text: &str, words: &[&str]) -> Option<usize> {
    let mut rest = text;
    for (at, word) in words.iter().enumerate() {
        let next = rest.trim_start();
        if at > 0 && next.len() == rest.len() {
            return None;
        }
        rest = next.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens = letter(text[start..].chars().next()) && letter(text[..start].chars().next_back());
    let closes = letter(text[..end].chars().next_back()) && letter(text[end..].chars().next());
    !opens && !closes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(words: &str, text: &'a str) -> Option<&'a str> {
        let whole = Span::from_range(0..text.len()).unwrap();
        find(words, whole, text).and_then(|span| span.slice(text))
    }

    #[test]
    fn the_words_of_the_text_are_given_not_those_of_the_answer() {
        let text = "The army\n  must leave the  party’s land.";
        assert_eq!(found("army must leave", text), Some("army\n  must leave"));
        assert_eq!(found(" must leave the party’s\n", text), Some("must leave the  party’s"));
    }

    #[test]
    fn what_differs_by_one_letter_is_not_there() {
        let text = "Talks, they said, must go on.";
        for words in [
            "talks, they",
            "Talks they said",
            "Talks,they",
            "must go on!",
            "",
            " ",
            "ust go",
            "must g",
        ] {
            assert_eq!(found(words, text), None, "{words:?}");
        }
        assert_eq!(found("must go on.", text), Some("must go on."));
    }

    #[test]
    fn a_later_place_is_found_where_the_first_is_inside_a_word() {
        assert_eq!(found("art", "party art"), Some("art"));
        let second = Span::new(4, 11).unwrap();
        assert_eq!(find("is", second, "is, this is it"), Span::new(9, 11));
    }
}
