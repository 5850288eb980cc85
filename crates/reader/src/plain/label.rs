//! Stock phrases that stand around articles.

use std::sync::LazyLock;

use rustc_hash::FxHashMap as HashMap;

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

/// Words of buttons. A line of nothing else is a bar of them.
const SHARING: &[&str] = &[
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "telegram",
    "pinterest",
    "reddit",
    "email",
    "print",
    "share",
    "tweet",
    "pin",
    "pint",
    "copy",
    "link",
    "save",
    "messenger",
    "viber",
    "line",
    "tumblr",
    "sms",
    "x",
    "mail",
    "google",
    "flipboard",
    "pocket",
    "threads",
    "bluesky",
    "mastodon",
    "like",
    "follow",
    "comment",
    "comments",
    "baixar",
    "teilen",
    "partager",
    "compartir",
    "paylaş",
    "#",
    "@",
];

/// Words of a line that a phrase may open; a longer one is a sentence.
const OPENED: usize = 14;
/// Words of a line in which a phrase may stand anywhere; consent boxes run long.
const CONTAINING: usize = 70;

/// The phrases, ready to be asked.
#[derive(Default)]
pub(crate) struct Labels {
    is: HashMap<&'static str, Label>,
    /// By their first word.
    starts: HashMap<&'static str, Vec<Phrase>>,
    has: HashMap<&'static str, Vec<Phrase>>,
}

/// A stock phrase and what it does.
type Phrase = (&'static str, Label);

static LABELS: LazyLock<Labels> = LazyLock::new(Labels::new);

impl Labels {
    /// The table, read once.
    pub fn shared() -> &'static Labels {
        &LABELS
    }

    fn new() -> Labels {
        let mut labels = Labels::default();
        let rows = FURNITURE.lines().filter(|row| !row.starts_with('#'));
        for row in rows {
            labels.add(row);
        }
        labels
    }

    /// Takes a row of the table.
    fn add(&mut self, row: &'static str) -> Option<()> {
        let mut cells = row.splitn(3, ' ');
        let label = match cells.next()? {
            "line" => Label::Line,
            "box" => Label::Box,
            "tail" => Label::Tail,
            _ => return None,
        };
        match (cells.next()?, cells.next()?) {
            ("is", phrase) => drop(self.is.insert(phrase, label)),
            ("starts", phrase) => file(&mut self.starts, phrase, label),
            ("has", phrase) => file(&mut self.has, phrase, label),
            _ => return None,
        }
        Some(())
    }

    /// The phrase whose words stand somewhere in `line`.
    fn within(&self, line: &str) -> Option<Label> {
        let spaces = line.match_indices(' ').map(|(at, _)| at + 1);
        std::iter::once(0).chain(spaces).find_map(|at| found(&self.has, line.get(at..)?))
    }

    /// What a line is, if it is one of the phrases.
    pub fn of(&self, line: &str) -> Option<Label> {
        let longest = 12 * CONTAINING;
        if line.len() > longest {
            return None;
        }
        let plain = normal(line);
        let words = plain.split(' ').count();
        let buttons = || {
            plain
                .split(' ')
                .all(|word| word.is_empty() || SHARING.contains(&word))
                .then_some(Label::Line)
        };
        let starts = || if words <= OPENED { found(&self.starts, &plain) } else { None };
        let has = || if words <= CONTAINING { self.within(&plain) } else { None };
        let known = self.is.get(plain.as_str()).copied();
        known.or_else(starts).or_else(has).or_else(buttons)
    }
}

/// Puts a phrase under its first word.
fn file(phrases: &mut HashMap<&'static str, Vec<Phrase>>, phrase: &'static str, label: Label) {
    let first = phrase.split(' ').next().unwrap_or_default();
    phrases.entry(first).or_default().push((phrase, label));
}

/// The phrase that `line` begins with.
fn found(phrases: &HashMap<&'static str, Vec<Phrase>>, line: &str) -> Option<Label> {
    let first = line.split(' ').next()?;
    let mut filed = phrases.get(first)?.iter();
    filed.find(|(phrase, _)| opens(line, phrase)).map(|(_, label)| *label)
}

/// True if `line` begins with the words of `phrase`.
fn opens(line: &str, phrase: &str) -> bool {
    line.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Lower case, marks to spaces, each number one `#`.
pub(crate) fn normal(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            'a'..='z' => plain.push(c),
            'A'..='Z' => plain.push(c.to_ascii_lowercase()),
            '0'..='9' | '#' if plain.ends_with('#') => {}
            '0'..='9' | '#' => plain.push('#'),
            '\'' | '’' => {}
            '@' | '©' => plain.push(c),
            _ if !c.is_ascii() && c.is_alphanumeric() => lower(c, &mut plain),
            _ if plain.is_empty() || plain.ends_with(' ') => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// Adds a letter in lower case, without marks that have no place of their own.
fn lower(c: char, plain: &mut String) {
    plain.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
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
        let labels = Labels::new();
        let filed =
            |phrases: &HashMap<_, Vec<Phrase>>| phrases.values().map(Vec::len).sum::<usize>();
        assert_eq!(labels.is.len() + filed(&labels.starts) + filed(&labels.has), rows);
    }
}
