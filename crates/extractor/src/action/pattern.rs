//! One pattern of the codebook: a head word and what must hang on it.
//!
//! ```text
//! hold {talks} with +        a verb, its object, and the target behind a preposition
//! carry ~out {attack}        a particle
//! n:visit to +               a noun as head
//! a:ready >negotiate         an adjective as head, a clause below it
//! open fire on|at +          alternatives
//! ```

use std::collections::HashMap;

/// What a head word must carry to mean what the pattern says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Pattern {
    /// The line as it stands in the file.
    pub line: String,
    /// What kind of word the head is.
    pub word: Word,
    /// What must hang on it, in any order.
    pub parts: Vec<Part>,
    /// Where the target stands, if the pattern says so.
    pub target: Option<Place>,
}

/// The kind of a head word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Word {
    /// "meet"
    Verb,
    /// "the visit"
    Noun,
    /// "is ready"
    Adjective,
}

/// Something that must hang on the head.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Part {
    /// "hold **talks**": the object, or the subject of the passive; of a noun, its modifier.
    Object(Vec<String>),
    /// "carry **out**"
    Particle(Vec<String>),
    /// "bring **to justice**"; any noun where none is named.
    By(Vec<String>, Vec<String>),
    /// "agree **to meet**": a clause.
    Clause(Vec<String>),
    /// "strongly", "joint": an adverb or adjective.
    Modifier(Vec<String>),
}

/// Where a target stands.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Place {
    /// As the object.
    Object,
    /// Behind one of these prepositions.
    Behind(Vec<String>),
}

/// Lists of words that stand for each other, by name.
pub(crate) type Classes = HashMap<String, Vec<String>>;

const PREPOSITIONS: [&str; 40] = [
    "with",
    "to",
    "on",
    "upon",
    "against",
    "from",
    "in",
    "into",
    "of",
    "for",
    "at",
    "by",
    "over",
    "between",
    "among",
    "about",
    "under",
    "off",
    "out",
    "toward",
    "towards",
    "across",
    "within",
    "inside",
    "before",
    "behind",
    "through",
    "after",
    "without",
    "near",
    "around",
    "as",
    "out of",
    "along",
    "onto",
    "beyond",
    "amid",
    "outside",
    "alongside",
    "throughout",
];

/// A head word with the pattern that hangs on it, for each word of the head.
///
/// An error says what of the line is not understood.
pub(crate) fn parse(line: &str, classes: &Classes) -> Result<Vec<(String, Pattern)>, String> {
    let mut items = line.split_whitespace();
    let head = items.next().ok_or("an empty pattern")?;
    let (word, head) = kind(head);
    let heads = words(head, classes)?;
    let mut pattern = Pattern { line: line.to_owned(), word, parts: Vec::new(), target: None };
    while let Some(item) = items.next() {
        read_item(item, &mut items, &mut pattern, classes)?;
    }
    Ok(heads.into_iter().map(|head| (head, pattern.clone())).collect())
}

fn kind(head: &str) -> (Word, &str) {
    if let Some(noun) = head.strip_prefix("n:") {
        (Word::Noun, noun)
    } else if let Some(adjective) = head.strip_prefix("a:") {
        (Word::Adjective, adjective)
    } else {
        (Word::Verb, head)
    }
}

fn read_item<'a>(
    item: &str,
    rest: &mut impl Iterator<Item = &'a str>,
    pattern: &mut Pattern,
    classes: &Classes,
) -> Result<(), String> {
    if item == "+" {
        pattern.target = Some(Place::Object);
    } else if let Some(particle) = item.strip_prefix('~') {
        pattern.parts.push(Part::Particle(particle.split('|').map(str::to_owned).collect()));
    } else if let Some(clause) = item.strip_prefix('>') {
        pattern.parts.push(Part::Clause(words(clause, classes)?));
    } else if let Some(modifier) = item.strip_prefix('%') {
        pattern.parts.push(Part::Modifier(words(modifier, classes)?));
    } else if item.split('|').any(|w| PREPOSITIONS.contains(&w)) {
        if let Some(word) = item.split('|').find(|w| !PREPOSITIONS.contains(w)) {
            return Err(format!("`{word}` is no preposition that the patterns know"));
        }
        let prepositions: Vec<String> = item.split('|').map(str::to_owned).collect();
        match rest.next() {
            Some("+") => pattern.target = Some(Place::Behind(prepositions)),
            Some("*") => pattern.parts.push(Part::By(prepositions, Vec::new())),
            Some(noun) => pattern.parts.push(Part::By(prepositions, words(noun, classes)?)),
            None => return Err(format!("`{item}` wants `+`, `*` or a word behind it")),
        }
    } else {
        pattern.parts.push(Part::Object(words(item, classes)?));
    }
    Ok(())
}

/// "a|{class}|b" as a list of words.
fn words(item: &str, classes: &Classes) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for word in item.split('|').filter(|w| !w.is_empty()) {
        match word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
            Some(name) => {
                let class = classes.get(name).ok_or_else(|| format!("no class `{{{name}}}`"))?;
                found.extend(class.iter().cloned());
            }
            None => found.push(word.to_lowercase()),
        }
    }
    if found.is_empty() { Err(format!("`{item}` names no word")) } else { Ok(found) }
}

impl Pattern {
    /// How much it asks for: of two that fit, the one that asks for more wins.
    pub fn weight(&self) -> usize {
        let part = |p: &Part| match p {
            Part::Object(_) | Part::Clause(_) => 3,
            Part::By(_, nouns) if nouns.is_empty() => 2,
            Part::By(..) => 3,
            Part::Particle(_) | Part::Modifier(_) => 2,
        };
        self.parts.iter().map(part).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_head_and_what_hangs_on_it() {
        let classes = Classes::from([("talks".to_owned(), vec!["talk".to_owned()])]);
        let read = parse("hold|continue {talks} with|between +", &classes).unwrap();
        assert_eq!(read.iter().map(|r| r.0.as_str()).collect::<Vec<_>>(), ["hold", "continue"]);
        assert_eq!(read[0].1.parts, [Part::Object(vec!["talk".to_owned()])]);
        let behind = vec!["with".to_owned(), "between".to_owned()];
        assert_eq!(read[0].1.target, Some(Place::Behind(behind)));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert_eq!(parse("hold {nothing}", &Classes::new()).unwrap_err(), "no class `{nothing}`");
        assert!(parse("impose sanctions on", &Classes::new()).unwrap_err().contains("`on`"));
    }
}
