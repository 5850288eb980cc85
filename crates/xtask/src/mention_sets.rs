//! Mentions of places that people read as places or as metonyms.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use annotator::training::{Mention, MentionReader};
use anyhow::Context;
use pipeline::Tools;
use serde::Deserialize;
use text::{Article, Span};

/// A line of a set: words, the place of the name among them, and the reading.
#[derive(Deserialize)]
struct Line {
    split: String,
    tokens: Vec<String>,
    span: (usize, usize),
    label: String,
}

/// A mention and the number of its sentence in the set.
pub struct Placed {
    /// What the annotator sees of it.
    pub mention: Mention,
    /// Counted in order of first appearance; a sentence with several mentions has one number.
    pub sentence: usize,
}

/// The mentions of one part, `train` or `test`, of a set: a JSON object a line.
pub fn read_set(path: &Path, part: &str, tools: &Tools) -> anyhow::Result<Vec<Placed>> {
    let lines =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (reader, mut seen, mut out) = (MentionReader::default(), HashMap::new(), Vec::new());
    for line in lines.lines() {
        let line: Line =
            serde_json::from_str(line).with_context(|| format!("in {}", path.display()))?;
        if line.split != part {
            continue;
        }
        let (words, name) = running_text(&line);
        let next = seen.len();
        let sentence = *seen.entry(words.clone()).or_insert(next);
        let mention = read_mention(&words, name, line.label == "metonymic", (&reader, tools));
        out.push(Placed { mention, sentence });
    }
    Ok(out)
}

/// Annotates a text and reads the mention at `name`.
pub fn read_mention(
    words: &str,
    name: Option<Span>,
    metonymic: bool,
    (reader, tools): (&MentionReader, &Tools),
) -> Mention {
    let (doc, _) = tools.annotator.annotate(&Article::of_paragraphs(words), &tools.lexicon);
    let features = name.map(|span| reader.features(&doc, span, &tools.lexicon));
    Mention { features: features.unwrap_or_default(), metonymic, weight: 1.0 }
}

/// The words as they would be printed, and the bytes of the name without marks glued to it.
fn running_text(line: &Line) -> (String, Option<Span>) {
    spaced(&line.tokens, line.span)
}

/// The same of tokens and those among them that are the name.
pub fn spaced(tokens: &[String], named: (usize, usize)) -> (String, Option<Span>) {
    let (mut out, mut name) = (String::new(), 0..0);
    for (at, token) in tokens.iter().enumerate() {
        if !(out.is_empty() || closes(token) || out.ends_with(['(', '[', '$'])) {
            out.push(' ');
        }
        if at == named.0 {
            name.start = out.len();
        }
        out.push_str(token);
        if at + 1 == named.1 {
            name.end = out.len();
        }
    }
    let bare = out.get(name.clone()).map_or(0, |n| n.trim_end_matches([',', ';', ':', ')']).len());
    name.end = name.start + bare;
    (out, Span::from_range(name))
}

/// True for what stands right behind the word before it.
fn closes(token: &str) -> bool {
    let marks = [",", ".", ")", "]", "!", "?", ";", ":", "%", "'", "’"];
    marks.contains(&token) || ["'s", "’s", "n't", "n’t"].iter().any(|s| token.starts_with(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_running_text() {
        let tokens = ["Envoys", "(", "of", "Norway", "'s", "crown", ")", "met", "."];
        let line = Line {
            split: "train".into(),
            tokens: tokens.map(str::to_owned).to_vec(),
            span: (3, 4),
            label: "metonymic".into(),
        };
        let (words, name) = running_text(&line);
        assert_eq!(words, "Envoys (of Norway's crown) met.");
        assert_eq!(name.and_then(|n| n.slice(&words)), Some("Norway"));
    }
}
