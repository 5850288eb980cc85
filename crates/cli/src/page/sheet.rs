//! Lines of text, wrapped, with an id at the end of a row.

use std::io::IsTerminal;

use unicode_width::UnicodeWidthStr;

/// Narrower than this, lines run over the edge instead.
const NARROWEST: usize = 40;

/// Wider than this, lines are hard to read.
const WIDEST: usize = 100;

/// Further lines of a paragraph stand so many columns further in.
const HANGING: usize = 2;

/// Lines of a brief paragraph.
const BRIEF: usize = 2;

/// Where the output is not a terminal.
const USUAL: usize = 80;

/// A page in the making.
pub struct Sheet {
    text: String,
    width: usize,
    look: Look,
}

/// Whether bold and faint type can be shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Look {
    /// Letters alone.
    Plain,
    /// Bold headings, faint ids.
    Styled,
}

impl Sheet {
    /// For standard output, as wide as the terminal.
    pub fn for_stdout(look: Look) -> Sheet {
        let terminal = std::io::stdout().is_terminal();
        let size = terminal_size::terminal_size().filter(|_| terminal);
        let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = size.map(|(width, _)| usize::from(width.0)).or(asked).unwrap_or(USUAL);
        Sheet::new(width, look)
    }

    /// So wide, in that look.
    pub fn new(width: usize, look: Look) -> Sheet {
        Sheet { text: String::new(), width: width.clamp(NARROWEST, WIDEST), look }
    }

    /// The whole page.
    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line, unless one is there or nothing is.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line in bold after an empty one.
    pub fn heading(&mut self, words: &str) {
        self.gap();
        for line in wrap(words, self.width) {
            let line = self.bold(&line);
            self.push(&line);
        }
    }

    /// Running text after an empty line, all lines at the edge.
    pub fn paragraph(&mut self, words: &str) {
        self.gap();
        wrap(words, self.width).iter().for_each(|line| self.push(line));
    }

    /// A paragraph, so many columns in; further lines two more.
    pub fn line(&mut self, indent: usize, words: &str) {
        self.entry(indent, words, "");
    }

    /// A paragraph with an id at the right edge of its last line, or of a line of its own.
    pub fn entry(&mut self, indent: usize, words: &str, id: &str) {
        let lines = wrap(words, self.room(indent));
        self.put(indent, lines, id);
    }

    /// The same, cut after its second line.
    pub fn brief(&mut self, indent: usize, words: &str, id: &str) {
        let room = self.room(indent);
        let mut lines = wrap(words, room);
        if lines.len() > BRIEF {
            lines.truncate(BRIEF);
            lines.last_mut().into_iter().for_each(|last| shorten(last, room));
        }
        self.put(indent, lines, id);
    }

    /// Columns that are left for words.
    fn room(&self, indent: usize) -> usize {
        self.width.saturating_sub(indent + HANGING)
    }

    fn put(&mut self, indent: usize, lines: Vec<String>, id: &str) {
        let mut lines = lines.into_iter().peekable();
        let (mut margin, hanging) = (indent, indent + HANGING);
        while let Some(line) = lines.next() {
            let taken = margin + line.width();
            let mut out = format!("{}{line}", " ".repeat(margin));
            margin = hanging;
            if lines.peek().is_none() {
                self.end(&mut out, taken, id);
            }
            self.push(&out);
        }
    }

    /// Puts the id at the right edge of a line with so many columns taken.
    fn end(&self, line: &mut String, taken: usize, id: &str) {
        if id.is_empty() {
            return;
        }
        let id = &clean(id);
        let space = self.width.saturating_sub(id.width());
        if taken + 2 <= space {
            line.push_str(&" ".repeat(space - taken));
        } else {
            line.push('\n');
            line.push_str(&" ".repeat(space));
        }
        line.push_str(&self.faint(id));
    }

    fn bold(&self, words: &str) -> String {
        self.set(words, "1")
    }

    fn faint(&self, words: &str) -> String {
        self.set(words, "2")
    }

    fn set(&self, words: &str, code: &str) -> String {
        match self.look {
            Look::Plain => words.to_owned(),
            Look::Styled => format!("\x1b[{code}m{words}\x1b[0m"),
        }
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// Lines of at most `width` columns; a longer word stands on a line of its own.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in clean(words).split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last_mut().expect("there is a first line");
        match line.width() {
            0 => line.push_str(word),
            taken if taken + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Makes room for an ellipsis.
fn shorten(line: &mut String, room: usize) {
    while line.width() >= room {
        line.pop();
    }
    line.push('…');
}

/// Words of a stranger, as they may stand on a terminal.
pub fn clean(words: &str) -> String {
    words.chars().map(|c| if is_safe(c) { c } else { ' ' }).collect()
}

/// False for what could command the terminal or turn the direction of writing.
fn is_safe(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: usize, fill: impl FnOnce(&mut Sheet)) -> String {
        let mut sheet = Sheet::new(width, Look::Plain);
        fill(&mut sheet);
        sheet.into_text()
    }

    #[test]
    fn nothing_commands_the_terminal() {
        let shown = page(60, |sheet| sheet.entry(0, "a\u{1b}[31m\u{202e}b\nc", "d\u{1b}[2Je\nf"));
        assert_eq!(shown.matches(|c: char| !is_safe(c)).collect::<Vec<_>>(), ["\n"]);
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        let words = "The four ministers agreed to meet again before the end of the year in Astana";
        for width in [40, 57, 80, 100] {
            let text = page(width, |sheet| sheet.entry(4, words, "m-0123abcd"));
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
            assert!(text.trim_end().ends_with("m-0123abcd"), "{text}");
        }
    }

    #[test]
    fn a_brief_entry_has_two_lines_and_shows_that_it_was_cut() {
        let words = "one two three four five six seven ".repeat(9);
        let text = page(40, |sheet| sheet.brief(2, &words, "m-0123abcd"));
        let lines: Vec<_> = text.lines().collect();
        assert!(lines.len() == 3 && lines[1].ends_with('…'), "{text}");
        assert!(lines.iter().all(|line| line.width() <= 40), "{text}");
        assert!(!page(40, |sheet| sheet.brief(2, "short", "")).contains('…'));
    }

    #[test]
    fn no_words_and_no_id_command_the_terminal() {
        let text =
            page(60, |sheet| sheet.entry(2, "a\u{1b}[2Jb \u{202e}c", "d\u{9b}2J\u{1b}]0;e\u{7}"));
        assert!(!text.contains(|c: char| c != '\n' && !is_safe(c)), "{text:?}");
        assert!(text.contains("d 2J ]0;e"), "{text:?}");
    }

    #[test]
    fn an_id_that_does_not_fit_stands_alone() {
        let text = page(40, |sheet| sheet.entry(0, "twenty-nine columns of words.", "m-0123abcd"));
        assert_eq!(text.lines().count(), 2, "{text}");
    }

    #[test]
    fn escapes_of_a_page_do_not_reach_the_terminal() {
        assert_eq!(page(80, |sheet| sheet.line(0, "a\x1b[2Jb\u{9b}c\u{202e}d")), "a [2Jb c d\n");
    }
}
