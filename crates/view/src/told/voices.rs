//! Who speaks, and through whom, in words for people.

use record::{Party, Statement};

use crate::Opened;
use crate::names;

/// What stands for a name and is none.
const PRONOUNS: [&str; 5] = ["he", "i", "it", "she", "they"];

/// "Faisal Mekdad, via SANA, in Strait Wire (11-strait-wire)"
pub fn source_line(statement: &Statement, opened: &Opened) -> String {
    let document = opened.document(statement.article);
    let mut voices = statement.voices.clone();
    if let Some(speaker) = voices.last_mut() {
        *speaker = named(speaker, &statement.parties, opened);
    }
    let told = match voices.first() {
        Some(outlet) if *outlet == document => inner_chain(&voices).join(", via "),
        _ => chain(&voices),
    };
    match told.is_empty() {
        true => format!("the page’s own words ({document})"),
        false => format!("{told} ({document})"),
    }
}

/// "Faisal Mekdad, via SANA, in Strait Wire": the innermost voice first, each once.
pub fn chain(voices: &[String]) -> String {
    let inner = inner_chain(voices).join(", via ");
    match voices.first() {
        None => "unattributed".to_owned(),
        Some(outlet) if inner.is_empty() => format!("in {outlet}’s own words"),
        Some(outlet) => format!("{inner}, in {outlet}"),
    }
}

/// The voices but the outlet's, the innermost first.
fn inner_chain(voices: &[String]) -> Vec<&str> {
    let Some((outlet, inner)) = voices.split_first() else { return Vec::new() };
    let mut told: Vec<&str> = Vec::new();
    for voice in inner.iter().rev() {
        let is_told = told.iter().any(|earlier| same(earlier, voice));
        if !is_told && !same(outlet, voice) {
            told.push(voice);
        }
    }
    told
}

/// One voice, with or without its article: "the ministry", "The Ministry".
pub fn same(one: &str, other: &str) -> bool {
    without_article(one).eq_ignore_ascii_case(without_article(other))
}

fn without_article(voice: &str) -> &str {
    let article = voice.get(..4).filter(|word| word.eq_ignore_ascii_case("the "));
    article.map_or(voice, |article| &voice[article.len()..])
}

/// A voice inside a sentence: "the ministry" for "The ministry", the parties for a bare pronoun.
pub fn named(voice: &str, parties: &[Party], opened: &Opened) -> String {
    let is_pronoun = PRONOUNS.iter().any(|pronoun| pronoun.eq_ignore_ascii_case(voice));
    if is_pronoun && !parties.is_empty() {
        return names::parties(&opened.tools, parties);
    }
    match voice.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => voice.to_owned(),
    }
}

/// The words between quotation marks, without their own at the edges or a comma that led on.
pub fn quoted(words: &str) -> String {
    let marks = ['"', '“', '”'];
    format!("“{}”", words.trim().trim_matches(marks).trim_end_matches(',').trim_end_matches(marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(voices: &[&str]) -> String {
        chain(&voices.iter().map(|voice| (*voice).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_innermost_voice_is_first_and_none_stands_twice() {
        assert_eq!(told(&[]), "unattributed");
        assert_eq!(told(&["Gazette"]), "in Gazette’s own words");
        assert_eq!(told(&["Gazette", "gazette"]), "in Gazette’s own words");
        assert_eq!(told(&["Gazette", "Wire", "A. Minister"]), "A. Minister, via Wire, in Gazette");
        assert_eq!(told(&["Gazette", "Gazette", "A. Minister"]), "A. Minister, in Gazette");
        assert_eq!(told(&["Gazette", "A. Minister", "A. Minister"]), "A. Minister, in Gazette");
        assert_eq!(told(&["Gazette", "The ministry", "the ministry"]), "the ministry, in Gazette");
    }

    #[test]
    fn an_article_is_cut_off_at_a_letter() {
        assert!(!same("thé", "the é"));
        assert!(same("The Wire", "the wire"));
    }
}
