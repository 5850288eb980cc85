//! Text set in lines of one width, back to paragraphs: what a page of paper breaks belongs together.
//!
//! A line goes on in the next if the next begins small, or if the next word would not have fitted.

use std::collections::HashSet;

/// Part of its block's width that a line which ends no sentence fills if it goes on, in percent.
const FILLED: usize = 75;
/// The same, with the next word, for a line that ends a sentence. Letters differ in width.
const FULL: usize = 96;
/// The first letter of the scripts that put no blank where a line ends.
const DENSE: char = '\u{2e80}';

/// The same words, a paragraph a line, with a blank line where one was.
pub(crate) fn unwrap(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\u{c}', "\n\n");
    let rows: Vec<&str> = text.lines().map(str::trim).collect();
    let (hyphened, usual) = (hyphened(&rows), usual_width(&rows));
    let mut out = String::new();
    let (mut before, mut width) = ("", 0);
    for (at, row) in rows.iter().enumerate() {
        if row.is_empty() {
            continue;
        }
        let apart = at > 0 && rows.get(at - 1).is_some_and(|row| row.is_empty());
        let above = width;
        if apart || before.is_empty() {
            width = block_width(rows.get(at..).unwrap_or_default()).max(usual);
        }
        let goes_on = match apart {
            true => carries_over(before, row, above),
            false => goes_on(before, row, width),
        };
        match goes_on {
            true => join(&mut out, row, &hyphened),
            false => part(&mut out, row, apart),
        }
        before = row;
    }
    out
}

/// The longest line up to the next blank one.
fn block_width(rows: &[&str]) -> usize {
    rows.iter().take_while(|row| !row.is_empty()).map(|row| length(row)).max().unwrap_or_default()
}

/// The middle length of the lines that surely go on: headings and bylines are shorter.
fn usual_width(rows: &[&str]) -> usize {
    let surely = rows.windows(2).filter(|pair| !ends_sentence(pair[0]) && begins_small(pair[1]));
    let mut lengths: Vec<usize> = surely.map(|pair| length(pair[0])).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().unwrap_or_default()
}

fn length(row: &str) -> usize {
    row.chars().count()
}

/// True if a line of a block of this width goes on in the line below it.
fn goes_on(before: &str, row: &str, width: usize) -> bool {
    if before.is_empty() || is_item(row) {
        return false;
    }
    if !ends_sentence(before) {
        return begins_small(row) || length(before) * 100 >= width * FILLED;
    }
    let word = row.split_whitespace().next().map_or(0, length);
    (length(before) + 1 + word) * 100 > width * FULL && length(before) * 100 >= width * FILLED
}

/// The same across the end of a page or column.
fn carries_over(before: &str, row: &str, width: usize) -> bool {
    let filled = length(before) * 100 >= width * FILLED;
    filled && !ends_sentence(before) && begins_small(row)
}

fn begins_small(row: &str) -> bool {
    row.starts_with(char::is_lowercase)
}

/// True for a line after a bullet or a number.
fn is_item(row: &str) -> bool {
    let digits = row.chars().take_while(char::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits)
        && row.get(digits..).is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") "));
    numbered || row.starts_with(['•', '◦', '▪', '‣', '●', '–', '—', '*'])
}

fn ends_sentence(row: &str) -> bool {
    let bare = row.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '」', '』']);
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}

fn part(out: &mut String, row: &str, apart: bool) {
    if !out.is_empty() {
        out.push_str(if apart { "\n\n" } else { "\n" });
    }
    out.push_str(row);
}

/// Puts a line behind the one it belongs to. A word parted by a hyphen becomes one again, unless the
/// text writes it with its hyphen elsewhere.
fn join(out: &mut String, row: &str, hyphened: &HashSet<&str>) {
    let parted = out.strip_suffix(['-', '\u{ad}', '\u{2010}']).filter(|_| begins_small(row));
    let first = last_word(parted.unwrap_or_default());
    if first.is_empty() {
        let dense = out.ends_with(|c| c >= DENSE) && row.starts_with(|c| c >= DENSE);
        out.push_str(if dense { "" } else { " " });
    } else {
        let second = row.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if !hyphened.contains(format!("{first}-{second}").as_str()) {
            out.pop();
        }
    }
    out.push_str(row);
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Words with a hyphen within a line.
fn hyphened<'a>(rows: &[&'a str]) -> HashSet<&'a str> {
    let words = rows.iter().flat_map(|row| row.split(|c: char| !c.is_alphanumeric() && c != '-'));
    words.filter(|word| word.trim_matches('-').contains('-')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_paragraphs() {
        let text = "Envoys meet in Tarn\n\
            By Ada Lind\n\n\
            The envoys of both states met in Tarn on Thursday and spoke for\n\
            four hours about the railway along the coast. Officials said\n\
            that it went well.\n\
            They will meet again before the month is out, in the same place\n\
            and on the same floor.";
        assert_eq!(
            unwrap(text),
            "Envoys meet in Tarn\nBy Ada Lind\n\n\
             The envoys of both states met in Tarn on Thursday and spoke for four hours about the \
             railway along the coast. Officials said that it went well.\n\
             They will meet again before the month is out, in the same place and on the same floor."
        );
    }

    #[test]
    fn parted_words_become_whole() {
        let text = "A long-term plan for the rail-\nway along the coast is a long-\nterm matter.";
        assert_eq!(
            unwrap(text),
            "A long-term plan for the railway along the coast is a long-term matter."
        );
    }

    #[test]
    fn a_paragraph_goes_on_over_the_end_of_a_page() {
        let text = "The envoys of both states met in Tarn on Thursday and spoke\n\u{c}\
            for four hours.\n\nNothing was signed.";
        let read = "The envoys of both states met in Tarn on Thursday and spoke for four hours.";
        assert_eq!(unwrap(text), format!("{read}\n\nNothing was signed."));
    }

    #[test]
    fn lists_stay_lists() {
        let text = "They agreed on:\n1. a list of the stations along the coast\n2. tolls\n• a map";
        assert_eq!(unwrap(text), text);
    }

    #[test]
    fn scripts_without_blanks_are_joined_without_one() {
        let text = "両国の外相は木曜日に湖畔のホテ\nルで会談した。";
        assert_eq!(unwrap(text), "両国の外相は木曜日に湖畔のホテルで会談した。");
    }
}
