//! Stock phrases that stand around articles.

/// The phrases; the file says how to read them.
const FURNITURE: &str = include_str!("../../data/furniture.txt");

/// What a stock phrase does to the lines after it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Label {
    /// Nothing.
    Line,
    /// They may be a list of other stories; the article may go on after it.
    Box,
    /// They are not the article.
    Tail,
}

enum Match {
    Is,
    Starts,
    Has,
}

/// Words of buttons. A line of nothing else is a bar of them.
const SHARING: &[&str] = &[
    "facebook", "twitter", "whatsapp", "linkedin", "telegram", "pinterest", "reddit", "email", "print", "share",
    "tweet", "pin", "pint", "copy", "link", "save", "messenger", "viber", "line", "tumblr", "sms", "x", "mail", "google",
    "flipboard", "pocket", "threads", "bluesky", "mastodon", "like", "follow", "comment", "comments", "baixar", "teilen",
    "partager", "compartir", "paylaş", "#", "@",
];

/// Words of a line that a phrase may open; a longer one is a sentence.
const OPENED: usize = 14;
/// Words of a line in which a phrase may stand anywhere; consent boxes run long.
const CONTAINING: usize = 70;

/// The phrases, ready to be asked.
pub(crate) struct Labels(Vec<(Label, Match, &'static str)>);

impl Labels {
    pub fn new() -> Labels {
        let rows = FURNITURE.lines().filter(|row| !row.starts_with('#') && !row.is_empty());
        Labels(rows.filter_map(parse).collect())
    }

    /// What a line is, if it is one of the phrases.
    pub fn of(&self, line: &str) -> Option<Label> {
        let plain = normal(line);
        let words = plain.split(' ').count();
        if plain.is_empty() || words > CONTAINING {
            return plain.is_empty().then_some(Label::Line);
        }
        if plain.split(' ').all(|word| SHARING.contains(&word)) {
            return Some(Label::Line);
        }
        let padded = format!(" {plain} ");
        let fits = |how: &Match, phrase: &str| match how {
            Match::Is => plain == phrase,
            Match::Starts => words <= OPENED && padded.trim_start().starts_with(&format!("{phrase} ")),
            Match::Has => padded.contains(&format!(" {phrase} ")),
        };
        self.0.iter().find(|(_, how, phrase)| fits(how, phrase)).map(|(label, ..)| *label)
    }
}

fn parse(row: &'static str) -> Option<(Label, Match, &'static str)> {
    let mut cells = row.splitn(3, ' ');
    let label = match cells.next()? {
        "line" => Label::Line,
        "box" => Label::Box,
        "tail" => Label::Tail,
        _ => return None,
    };
    let how = match cells.next()? {
        "is" => Match::Is,
        "starts" => Match::Starts,
        "has" => Match::Has,
        _ => return None,
    };
    Some((label, how, cells.next()?))
}

/// Lower case, marks to spaces, each number one `#`.
pub(crate) fn normal(line: &str) -> String {
    let mut plain = String::new();
    for c in line.chars().flat_map(char::to_lowercase).filter(|c| !"'’".contains(*c)) {
        let c = if c.is_ascii_digit() { '#' } else { c };
        let keep = c.is_alphanumeric() || matches!(c, '#' | '@' | '©');
        match (keep, plain.chars().next_back()) {
            (true, Some('#')) if c == '#' => {}
            (true, _) => plain.push(c),
            (false, Some(' ') | None) => {}
            (false, _) => plain.push(' '),
        }
    }
    plain.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_phrases_are_known() {
        let labels = Labels::new();
        assert_eq!(labels.of("450 Views"), Some(Label::Line));
        assert_eq!(labels.of("0:00"), Some(Label::Line));
        assert_eq!(labels.of("More from the region"), Some(Label::Box));
        assert_eq!(labels.of("Leave a reply"), Some(Label::Tail));
        assert_eq!(labels.of("×"), Some(Label::Line));
    }

    #[test]
    fn sentences_that_begin_like_them_are_not() {
        let labels = Labels::new();
        let lede = "More on the ground must change before the two states sign anything, a senior diplomat said on Monday.";
        assert_eq!(labels.of(lede), None);
        assert_eq!(labels.of("Comments by the minister angered his neighbours."), None);
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = FURNITURE.lines().filter(|row| !row.starts_with('#') && !row.is_empty()).count();
        assert_eq!(Labels::new().0.len(), rows);
    }
}
