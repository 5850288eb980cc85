//! Lines that hold nothing but a date: "May 10, 2023", "Published: Wed 10 May 2023, 14:05 GMT".

use jiff::civil::Date;

use crate::page_date::{self, FoundDay, Order, is_weekday};

/// The dates of such a line, by what the line calls them.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Stamp {
    pub published: Option<Date>,
    pub updated: Option<Date>,
    /// Called nothing.
    pub bare: Option<Date>,
}

const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "created",
    "issued",
    "original",
    "originally",
    "first",
    "publié",
    "publicado",
    "veröffentlicht",
    "erstellt",
    "pubblicato",
    "gepubliceerd",
    "yayınlanma",
    "giriş",
    "опубликовано",
    "diterbitkan",
];
const UPDATED: &[&str] = &[
    "updated",
    "modified",
    "edited",
    "revised",
    "aktualisiert",
    "stand",
    "mis",
    "actualizado",
    "atualizado",
    "aggiornato",
    "bijgewerkt",
    "güncelleme",
    "обновлено",
];
/// Small words around dates.
const SMALL: &[&str] = &[
    "on", "at", "last", "date", "the", "and", "am", "pm", "a", "p", "m", "le", "à", "el", "la",
    "um", "uhr", "am", "den", "de", "às", "ore", "min", "mins", "minute", "minutes", "read",
    "views", "hrs", "hours", "h", "local", "time", "jour", "il", "tarihi", "saat", "в", "of", "o",
    "clock", "noon", "feira", "by",
];

/// Words a line may have beside its dates.
const MOST_OTHER: usize = 14;

/// Words of a name after a date that is called one: "Updated: May 10, 2023 / Example News".
const SIGNATURE: usize = 3;

/// True if nothing but words for a date stand before it, and one that says what it is of.
fn is_labelled(before: &str) -> bool {
    let before = before.to_lowercase();
    let words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let label = |word: &str| PUBLISHED.contains(&word) || UPDATED.contains(&word);
    words.clone().all(is_small) && words.clone().any(label)
}

/// Reads a line that is nothing but dates.
pub(crate) fn parse(line: &str, order: Order) -> Option<Stamp> {
    let days = page_date::days(line, order);
    let first = days.first()?;
    let rest = without(line, &days);
    let words: Vec<&str> =
        rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let known = |word: &&str| is_small(word) || is_zone(word);
    let others = words.iter().filter(|word| !known(word)).count();
    let may_sign = is_labelled(line.get(..first.range.start).unwrap_or_default())
        && words
            .iter()
            .filter(|word| !known(word))
            .all(|word| word.starts_with(char::is_uppercase));
    let allowed = if may_sign { SIGNATURE } else { 0 };
    if words.len() > MOST_OTHER || others > allowed {
        return None;
    }
    let mut stamp = Stamp::default();
    days.iter().for_each(|found| stamp.put(found, line));
    // "Published | Updated: …": one date for both.
    (stamp != Stamp::default() && first.range.start < 80).then_some(stamp)
}

impl Stamp {
    /// A stamp found within a longer line, as bylines have it.
    pub fn within(line: &str, order: Order) -> Stamp {
        let mut stamp = Stamp::default();
        page_date::days(line, order).iter().for_each(|found| stamp.put(found, line));
        stamp
    }

    fn put(&mut self, found: &FoundDay, line: &str) {
        let before = line[..found.range.start].to_lowercase();
        let mut words = before.split(|c: char| !c.is_alphanumeric()).rev();
        let name = words.find_map(|word| {
            let published = PUBLISHED.contains(&word).then_some(true);
            published.or_else(|| UPDATED.contains(&word).then_some(false))
        });
        let slot = match name {
            Some(true) => &mut self.published,
            Some(false) => &mut self.updated,
            None => &mut self.bare,
        };
        slot.get_or_insert(found.day);
    }
}

fn without(line: &str, days: &[FoundDay]) -> String {
    let mut rest = String::new();
    let mut at = 0;
    for found in days {
        rest.push_str(&line[at..found.range.start]);
        rest.push(' ');
        at = found.range.end;
    }
    rest.push_str(&line[at..]);
    rest
}

fn is_small(word: &str) -> bool {
    let word = word.to_lowercase();
    let known = [PUBLISHED, UPDATED, SMALL].iter().any(|list| list.contains(&word.as_str()));
    known || is_weekday(&word) || is_clock(&word)
}

/// "14", "05", "10am", "2h30"
fn is_clock(word: &str) -> bool {
    word.len() <= 6 && word.starts_with(|c: char| c.is_ascii_digit())
}

/// "GMT", "CEST", "IST"
fn is_zone(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.ends_with(['T', 'K', 'C', 'Z'])
        && word.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn stamps_are_told_from_sentences() {
        let day = Some(date(2021, 3, 4));
        let stamp = |line| parse(line, Order::Unknown);
        assert_eq!(stamp("March 4, 2021").unwrap().bare, day);
        assert_eq!(stamp("Thursday, Mar 4, 2021, 10:31 pm CET").unwrap().bare, day);
        let both = stamp("PUBLISHED: March 4, 2021 at 9:10 a.m. | UPDATED: March 5, 2021").unwrap();
        assert_eq!((both.published, both.updated), (day, Some(date(2021, 3, 5))));
        assert_eq!(stamp("Updated: March 4, 2021 / 9 AM / Example News").unwrap().updated, day);
        assert_eq!(stamp("Posted on March 4, 2021 by Admin").unwrap().published, day);
        assert_eq!(stamp("March 4, 2021 / Example News"), None);
        assert_eq!(stamp("On March 4, 2021, the envoys met."), None);
        assert_eq!(stamp("Envoys meet"), None);
    }
}
