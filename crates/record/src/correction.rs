//! What a person holds a claim should have been read as.

use serde::{Deserialize, Serialize};
use text::{Anchor, When};

use crate::{Claim, Content, Level, MeetingMention, PlaceMention, SpeechAct, Status, TimeMention};

/// One field of a claim, read otherwise. The words that bear it out stay the same.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Correction {
    /// Which.
    pub field: Field,
    /// As it is written in JSON: `held`, `defence_minister`, `2023-05-10`; empty for "not said".
    pub value: String,
}

/// A field that can be corrected.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Where a meeting stands.
    Status,
    /// A meeting's rank.
    Level,
    /// The city of a meeting, in English.
    City,
    /// The state that it lies in, ISO 3166-1 alpha-3.
    Country,
    /// The day of a meeting.
    Day,
    /// What is done by a statement.
    Act,
    /// What a statement is about: a key of `issues.toml`.
    Issue,
}

impl Field {
    /// All of them, those of meetings first.
    pub const ALL: [Field; 7] = [
        Field::Status,
        Field::Level,
        Field::City,
        Field::Country,
        Field::Day,
        Field::Act,
        Field::Issue,
    ];

    /// The word used in JSON and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Status => "status",
            Field::Level => "level",
            Field::City => "city",
            Field::Country => "country",
            Field::Day => "day",
            Field::Act => "act",
            Field::Issue => "issue",
        }
    }

    /// By that word.
    pub fn named(word: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.as_str() == word)
    }
}

impl Correction {
    /// The claim with the field read so; `None` if the claim has no such field or the value does not fit it.
    pub fn applied(&self, claim: &Claim) -> Option<Claim> {
        let mut claim = claim.clone();
        let value = self.value.trim();
        let words = claim.shown().clone();
        match (&mut claim.content, self.field) {
            (Content::Meeting(meeting), Field::Status) => meeting.status = read::<Status>(value)?,
            (Content::Meeting(meeting), Field::Level) => meeting.level = said::<Level>(value)?,
            (Content::Meeting(meeting), Field::City) => {
                place(meeting, words.span()).city = filled(value);
            }
            (Content::Meeting(meeting), Field::Country) => {
                place(meeting, words.span()).country = filled(value);
            }
            (Content::Meeting(meeting), Field::Day) if value.is_empty() => meeting.time = None,
            (Content::Meeting(meeting), Field::Day) => {
                let when = When::day(value.parse().ok()?, Anchor::Stated);
                let value = value.to_owned();
                meeting.time =
                    Some(TimeMention { evidence: words, value, when: Some(when), weekday: None });
            }
            (Content::Statement(statement), Field::Act) => {
                statement.act = read::<SpeechAct>(value)?
            }
            (Content::Statement(statement), Field::Issue) => {
                statement.issues = filled(value).into_iter().collect();
            }
            _ => return None,
        }
        Some(claim)
    }

    /// "status: held"
    pub fn line(&self) -> String {
        let value = if self.value.trim().is_empty() { "not said" } else { self.value.trim() };
        format!("{}: {value}", self.field.as_str())
    }
}

fn place(meeting: &mut MeetingMention, span: text::Span) -> &mut PlaceMention {
    meeting.place.get_or_insert(PlaceMention { span, city: None, country: None })
}

fn filled(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// A value of a closed set, by the word used in JSON.
fn read<T: for<'de> Deserialize<'de>>(value: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(value.to_owned())).ok()
}

/// The same, where nothing can be said.
fn said<T: for<'de> Deserialize<'de>>(value: &str) -> Option<Option<T>> {
    if value.is_empty() { Some(None) } else { read(value).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_by_its_word() {
        for field in Field::ALL {
            assert_eq!(Field::named(field.as_str()), Some(field));
            assert_eq!(serde_json::to_value(field).ok(), Some(field.as_str().into()));
        }
        assert_eq!(read::<Status>("held"), Some(Status::Held));
        assert_eq!(read::<Status>("over"), None);
        assert_eq!(said::<Level>(""), Some(None));
    }
}
