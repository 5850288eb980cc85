//! What is shown of the words of others: nothing of it is more than words.

/// Marks that turn the direction of writing.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// No line commands a terminal.
pub fn on_a_terminal(bytes: &[u8]) {
    let shown = std::str::from_utf8(bytes).unwrap();
    let commands = |c: char| (c.is_control() && c != '\n') || turns(c);
    let odd = shown.lines().find(|line| line.contains(commands));
    assert!(odd.is_none(), "it commands the terminal: {odd:?}");
}

/// All tags that an exported page has, with what stands in quotes left out.
const TAGS: &str = "!DOCTYPE html|html lang=\"\"|head|meta charset=\"\"|meta http-equiv=\"\" content=\"\"|meta name=\"\" content=\"\"|title|style|\
    body|main|h1|h2|p|p class=\"\"|p dir=\"\"|section|ul|ol|li|li id=\"\"|bdi|small|sup|a href=\"\"|a rel=\"\" href=\"\"|\
    blockquote dir=\"\"|span|code";

/// No tag of an exported page is of another's making, and no link leads anywhere but to a note or the web.
pub fn as_a_page(page: &str) {
    let odd = |c: char| (c.is_control() && !matches!(c, '\n' | '\t' | '\r')) || turns(c);
    assert!(!page.contains(odd), "no control is in a page");
    for tag in page.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let outside: Vec<&str> = tag.split('"').step_by(2).collect();
        let name = outside.join("\"\"");
        let known = TAGS.split('|').any(|known| match name.strip_prefix('/') {
            Some(closed) => known.split(' ').next() == Some(closed),
            None => known == name,
        });
        assert!(known, "a tag of another: {tag:?}");
        let link = tag.split_once("href=\"").map_or("#", |(_, to)| to);
        let leads = ["#", "http://", "https://"];
        assert!(leads.iter().any(|lead| link.to_lowercase().starts_with(lead)), "{tag:?}");
    }
}

/// No cell of a table is a formula, and none holds a control.
pub fn as_a_table(table: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    for row in reader.records() {
        for cell in row.unwrap().iter() {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "a formula: {cell:?}");
            let odd = |c: char| (c.is_control() && !matches!(c, '\n' | '\t' | '\r')) || turns(c);
            assert!(!cell.contains(odd), "a control: {cell:?}");
        }
    }
}
