//! Text to lines: all kinds of line ends, hard wraps, bullets.

/// A line as it stands on the page; for text wrapped at a fixed width, a paragraph.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Line {
    pub text: String,
    /// Blank lines before it.
    pub gap: usize,
    pub form: Form,
    pub part: Part,
}

/// Where on the page a line stands, as far as markup tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    /// Where the story is, or anywhere.
    Story,
    /// In a masthead, a side column, a footer. Its dates are not those of the story.
    Margin,
}

/// How a line is set, as far as that survived or the page's markup tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    Plain,
    /// After a bullet.
    Item,
    /// Under a bullet.
    Indented,
    /// A heading, by markup.
    Heading,
    /// Under a picture, by markup.
    Caption,
    /// Nothing but links, by markup.
    Linked,
}

const BULLETS: &[char] = &['•', '◦', '▪', '‣', '●', '○', '■', '➤', '►', '→'];

/// Line ends beside `\n` that pages use.
const ENDS: &[char] = &['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'];

/// A text's lines, in order, blank ones counted but not kept.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let text = text.replace("\r\n", "\n");
    let rows: Vec<&str> = text.split(ENDS).collect();
    let mut lines = if is_wrapped(&rows) { paragraphs(&rows) } else { one_each(&rows) };
    set_flush(&mut lines);
    lines
}

/// Indented lines in a row from which on the indent is how the text is set, not a list's.
const INDENTED: usize = 3;

/// Takes the indent from text that is indented as a whole.
fn set_flush(lines: &mut [Line]) {
    for run in lines.chunk_by_mut(|a, b| a.form == b.form) {
        if run.len() >= INDENTED {
            let indented = run.iter_mut().filter(|line| line.form == Form::Indented);
            indented.for_each(|line| line.form = Form::Plain);
        }
    }
}

fn one_each(rows: &[&str]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0;
    for row in rows {
        if is_blank(row) {
            gap += 1;
        } else {
            lines.push(line(row, gap));
            gap = 0;
        }
    }
    lines
}

fn is_blank(row: &str) -> bool {
    row.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// Characters without width that some pages put on lines of their own.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn line(row: &str, gap: usize) -> Line {
    let trimmed = row.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let indent = row.chars().take_while(|c| *c == ' ' || *c == '\t').count();
    let bare = trimmed.strip_prefix(BULLETS).map(str::trim_start).filter(|rest| !rest.is_empty());
    let form = match bare {
        Some(_) => Form::Item,
        None if indent >= 4 => Form::Indented,
        None => Form::Plain,
    };
    Line { text: bare.unwrap_or(trimmed).to_owned(), gap, form, part: Part::Story }
}

/// Longest line of text set for a terminal or a mail, in characters.
const WIDE: usize = 100;

/// True if paragraphs run over several lines of about the same length, with blank lines between.
fn is_wrapped(rows: &[&str]) -> bool {
    let lengths: Vec<usize> = rows.iter().map(|row| row.trim().chars().count()).collect();
    let longest = lengths.iter().max().copied().unwrap_or_default();
    if !(40..=WIDE).contains(&longest) {
        return false;
    }
    let inner = rows.windows(2).filter(|pair| !is_blank(pair[0]) && !is_blank(pair[1]));
    let (mut running, mut all) = (0, 0);
    for pair in inner {
        all += 1;
        let full = pair[0].trim().chars().count() * 10 >= longest * 7;
        let open = !pair[0].trim_end().ends_with(['.', '!', '?', ':', '"', '”']);
        running += usize::from(full && (open || pair[1].trim().starts_with(char::is_lowercase)));
    }
    running >= 3 && running * 2 > all
}

/// Lines up to the next blank or short one, joined by their line ends.
fn paragraphs(rows: &[&str]) -> Vec<Line> {
    let longest = rows.iter().map(|row| row.trim().chars().count()).max().unwrap_or_default();
    let mut lines: Vec<Line> = Vec::new();
    let (mut gap, mut open) = (0, false);
    for row in rows {
        if is_blank(row) {
            (gap, open) = (gap + 1, false);
            continue;
        }
        match lines.last_mut().filter(|_| open) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(row.trim());
            }
            None => lines.push(line(row, gap)),
        }
        // A line that leaves half of the width free ends what it belongs to.
        (gap, open) = (0, row.trim().chars().count() * 2 > longest);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_stay_in_their_paragraph() {
        let text = "Envoys of the two states met on Thursday in a hotel on the lake and\n\
                    agreed, after nine hours of talks that more than once seemed about to\n\
                    fail, to meet again in the same place before the end of the month.\n\n\
                    Neither side would say what had been agreed, but a diplomat with some\n\
                    knowledge of the talks said that a paper of two pages was on the table.";
        let lines = lines(text);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].text.contains("lake and\nagreed"));
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let texts: Vec<String> =
            lines("a\rb\r\nc\u{2028}d\n\n• e\n    f").into_iter().map(|l| l.text).collect();
        assert_eq!(texts, ["a", "b", "c", "d", "e", "f"]);
    }

    #[test]
    fn gaps_and_bullets_are_noticed() {
        let lines = lines("a\n\n\n  • b\n\n    c");
        assert_eq!((lines[1].gap, lines[1].form), (2, Form::Item));
        assert_eq!(lines[2].form, Form::Indented);
    }
}
