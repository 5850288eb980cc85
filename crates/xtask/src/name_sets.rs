//! Sets of names: a word and its BIO or IO label a line, an empty line behind a sentence.
//!
//! `# text = …` gives a sentence as it was printed; where it is missing, words are joined as print
//! would join them. `# newdoc` or `-DOCSTART-` opens a document; in a set without them every sentence
//! is a document.

use std::ops::Range;

/// The kinds of name on which all sets agree.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body that acts: a party, a firm, an agency.
    Organization,
    /// States, cities, regions, rivers, buildings.
    Place,
}

impl NameKind {
    /// In the order of the tables.
    pub const ALL: [NameKind; 3] = [NameKind::Person, NameKind::Organization, NameKind::Place];

    /// From a label without its `B-` or `I-`. None for elections, events and all that is no such name.
    fn of_label(label: &str) -> Option<NameKind> {
        match label {
            "PER" | "person" | "politician" => Some(NameKind::Person),
            "ORG" | "organisation" | "politicalparty" => Some(NameKind::Organization),
            "LOC" | "GPE" | "FAC" | "country" | "location" => Some(NameKind::Place),
            _ => None,
        }
    }
}

/// A name and the bytes where it stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Name {
    /// Without "the" before it and without a possessive.
    pub place: Range<usize>,
    /// Of what.
    pub kind: NameKind,
}

impl Name {
    /// The same name as every set and every program would cut it: no "the" before it, no "'s" behind.
    pub fn trimmed(self, text: &str) -> Name {
        let Name { place: Range { mut start, mut end }, kind } = self;
        let words = text.get(start..end).unwrap_or_default();
        if words.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("the ")) {
            start += words.len() - words[4..].trim_start().len();
        }
        let words = text.get(start..end).unwrap_or_default();
        let bare = ["'s", "’s", "'", "’"].iter().find_map(|tail| words.strip_suffix(tail));
        end = bare.map_or(end, |bare| start + bare.trim_end().len());
        Name { place: start..end, kind }
    }
}

/// A document of a set.
#[derive(Debug, Default)]
pub struct NamedText {
    /// Its sentences, with an empty line between.
    pub text: String,
    /// Where each sentence stands.
    pub sentences: Vec<Range<usize>>,
    /// Its names, in order.
    pub names: Vec<Name>,
}

/// The documents of a set.
pub fn read_names(set: &str) -> Vec<NamedText> {
    let marked = set.lines().any(opens_document);
    let mut documents = vec![NamedText::default()];
    for sentence in set.split("\n\n") {
        if !marked || sentence.lines().any(opens_document) {
            documents.push(NamedText::default());
        }
        if let Some(document) = documents.last_mut() {
            document.add(sentence);
        }
    }
    documents.retain(|document| !document.sentences.is_empty());
    documents
}

fn opens_document(line: &str) -> bool {
    line.starts_with("# newdoc") || line.starts_with("-DOCSTART-")
}

impl NamedText {
    fn add(&mut self, sentence: &str) {
        let rows: Vec<(&str, &str)> = sentence.lines().filter_map(row).collect();
        if rows.is_empty() {
            return;
        }
        let words: Vec<&str> = rows.iter().map(|(word, _)| *word).collect();
        let printed = sentence.lines().find_map(|line| line.strip_prefix("# text = "));
        let (text, places) = printed
            .and_then(|text| Some((text.to_owned(), places_in(text, &words)?)))
            .unwrap_or_else(|| join(&words));
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let base = self.text.len();
        self.text.push_str(&text);
        self.sentences.push(base..self.text.len());
        let names = names(&rows, &places)
            .into_iter()
            .map(|Name { place, kind }| Name { place: base + place.start..base + place.end, kind });
        let trimmed: Vec<Name> = names.map(|name| name.trimmed(&self.text)).collect();
        self.names.extend(trimmed.into_iter().filter(|name| !name.place.is_empty()));
    }
}

/// A word and its label: `WORD LABEL`, or with a number before them and notes behind.
fn row(line: &str) -> Option<(&str, &str)> {
    if line.starts_with('#') && line.contains(" = ") || opens_document(line) {
        return None;
    }
    let columns: Vec<&str> = line.split(['\t', ' ']).collect();
    match columns.as_slice() {
        [number, word, label, ..] if number.parse::<usize>().is_ok() => Some((word, label)),
        [word, label] => Some((word, label)),
        _ => None,
    }
}

/// Runs of labels of one kind.
fn names(rows: &[(&str, &str)], places: &[Range<usize>]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    let mut last = None;
    for ((_, label), place) in rows.iter().zip(places) {
        let (begins, label) = label.split_once('-').unwrap_or(("", ""));
        let kind = NameKind::of_label(label);
        match (kind, out.last_mut()) {
            (Some(_), Some(name)) if begins == "I" && last == Some(label) => {
                name.place.end = place.end;
            }
            (Some(kind), _) => out.push(Name { place: place.clone(), kind }),
            (None, _) => {}
        }
        last = kind.map(|_| label);
    }
    out
}

/// Where words stand in the sentence as printed.
fn places_in(text: &str, words: &[&str]) -> Option<Vec<Range<usize>>> {
    let mut at = 0;
    let mut place = |word: &&str| {
        let start = at + text.get(at..)?.find(word)?;
        at = start + word.len();
        Some(start..at)
    };
    words.iter().map(&mut place).collect()
}

/// A sentence of words, with spaces where print has them, and where they stand.
fn join(words: &[&str]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut places = Vec::new();
    let mut open_quote = false;
    let mut glued = true;
    for &word in words {
        let quote = word == "\"";
        let closes = if quote { open_quote } else { clings(word) };
        if !glued && !closes {
            text.push(' ');
        }
        places.push(text.len()..text.len() + word.len());
        text.push_str(word);
        glued = if quote { !open_quote } else { matches!(word, "(" | "[" | "$" | "``" | "“") };
        open_quote ^= quote;
    }
    (text, places)
}

/// True for what print sets right behind the word before.
fn clings(word: &str) -> bool {
    let marks = [",", ".", ";", ":", "!", "?", ")", "]", "%", "''", "”", "n't", "...", "'", "’"];
    marks.contains(&word) || word.starts_with(['\'', '’']) && word.len() < 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(set: &str) -> Vec<String> {
        let documents = read_names(set);
        let name = |d: &NamedText, n: &Name| format!("{} {:?}", &d.text[n.place.clone()], n.kind);
        documents.iter().flat_map(|d| d.names.iter().map(move |n| name(d, n))).collect()
    }

    #[test]
    fn words_are_joined_as_in_print() {
        let set = "The\tB-politicalparty\nGreens\tI-politicalparty\n'\tO\nclaim\tO\n(\tO\nBern\tB-location\n)\tO\n.\tO\n";
        assert_eq!(read_names(set)[0].text, "The Greens' claim (Bern).");
        assert_eq!(told(set), ["Greens Organization", "Bern Place"]);
    }

    #[test]
    fn a_printed_sentence_outranks_the_rules() {
        let set = "# newdoc id = a\n# text = Oslo-Bern\n1\tOslo\tB-LOC\t-\tx\n2\t-\tO\t-\tx\n3\tBern\tB-LOC\t-\tx\n\n1\tBern\tO\t-\tx\n";
        assert_eq!(read_names(set)[0].text, "Oslo-Bern\n\nBern");
        assert_eq!(told(set), ["Oslo Place", "Bern Place"]);
    }

    #[test]
    fn labels_without_a_beginning_make_a_name() {
        assert_eq!(
            told("Anna I-PER\nBerg I-PER\nof O\nOslo I-LOC\n"),
            ["Anna Berg Person", "Oslo Place"]
        );
    }
}
