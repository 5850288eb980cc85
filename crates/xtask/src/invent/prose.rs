//! Sentences: what fills a page, and what tells a meeting.

use jiff::civil::Date;
use lexicon::State;
use record::Level;

use super::chance::Chance;

const WORDS: &str = include_str!("words.txt");

/// Adjectives, nouns and verbs, a line each.
pub struct Words {
    adjectives: Vec<&'static str>,
    nouns: Vec<&'static str>,
    verbs: Vec<&'static str>,
}

impl Words {
    /// Those of the file.
    pub fn shipped() -> Words {
        let mut lines = WORDS.lines().map(|line| line.split(' ').collect());
        let mut line = || lines.next().unwrap_or_default();
        Words { adjectives: line(), nouns: line(), verbs: line() }
    }

    /// "The quiet harbour funded a census of the Arickbelov mill."
    pub fn matter(&self, name: &str, chance: &mut Chance) -> String {
        let (noun, last) = (chance.pick(&self.nouns), chance.pick(&self.nouns));
        let (one, verb) = (chance.pick(&self.adjectives), chance.pick(&self.verbs));
        let other = chance.pick(&self.nouns);
        format!("The {one} {noun} {verb} a {other} of the {name} {last}.")
    }

    /// "The quiet harbour funded a census of the northern mill."
    pub fn filler(&self, chance: &mut Chance) -> String {
        let (noun, other) = (chance.pick(&self.nouns), chance.pick(&self.nouns));
        let (one, two) = (chance.pick(&self.adjectives), chance.pick(&self.adjectives));
        let (verb, last) = (chance.pick(&self.verbs), chance.pick(&self.nouns));
        format!("The {one} {noun} {verb} a {other} of the {two} {last}.")
    }
}

/// How a report puts a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TimeWords {
    /// "on Tuesday"
    Weekday,
    /// "on 7 May 2024"
    FullDate,
    /// "in May 2024"
    Month,
}

impl TimeWords {
    /// The words for `day`.
    pub fn say(self, day: Date) -> String {
        match self {
            TimeWords::Weekday => day.strftime("on %A").to_string(),
            TimeWords::FullDate => day.strftime("on %-d %B %Y").to_string(),
            TimeWords::Month => day.strftime("in %B %Y").to_string(),
        }
    }
}

/// "foreign minister"
pub fn office(level: Level) -> &'static str {
    match level {
        Level::ForeignMinister => "foreign minister",
        Level::DefenceMinister => "defence minister",
        Level::HeadOfState => "president",
        _ => "special envoy",
    }
}

/// "Turkey, Syria and Russia"
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// "Turkish Foreign Minister Oran Kelul"
pub fn titled(state: &State, level: Level, name: &str) -> String {
    let adjective = state.adjectives.first().copied().unwrap_or(state.name);
    let title: Vec<String> = office(level).split(' ').map(capital).collect();
    format!("{adjective} {} {name}", title.join(" "))
}

fn capital(word: &str) -> String {
    let (head, tail) = word.split_at(word.len().min(1));
    format!("{}{tail}", head.to_uppercase())
}
