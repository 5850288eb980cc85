//! Deeds as the end of a promise: "handed over the maps" keeps "will hand over the maps of the minefields".
//!
//! Fits:   the same verb, or one that says the same of a promise, done to the same thing; most of the other words; of the same side, or of
//!         nobody who is named if two of the other words are the same; told after the day of the promise, and done on no earlier day.
//! Silent: where a name in the deed is not in the promise: other troops, another place.

use std::collections::BTreeSet;

use jiff::civil::Date;
use record::{Deed, OutcomeMention};
use text::When;

use super::Promise;
use crate::days::days_between;
use crate::naming::is_month;
use crate::words::{Word, is_content, overlap, stem, stems, words};

/// What share of the lesser's other words a deed and a promise have in common.
const ALIKE: f64 = 0.6;

/// A deed is told within so many days of the promise, or of its time.
const DAYS_LATER: i32 = 400;

/// Verbs that keep the same promise.
const SAME: [&[&str]; 8] = [
    &["release", "free"],
    &["withdraw", "pull", "leave", "evacuate", "vacate"],
    &["open", "reopen"],
    &["send", "dispatch", "deliver", "ship", "transfer"],
    &["hand", "return", "give", "transfer", "surrender", "deliver", "repatriate"],
    &["lift", "remove", "repeal", "revoke", "end"],
    &["stop", "halt", "suspend", "end", "cease"],
    &["complete", "finish", "finalise", "finalize", "conclude"],
];

/// Words for a part of something.
const PART: [&str; 22] = [
    "another", "dozen", "dozens", "eight", "few", "first", "five", "four", "half", "hundred",
    "hundreds", "more", "nine", "one", "part", "seven", "several", "six", "some", "ten", "three",
    "two",
];

/// Words behind which stands to whom or where it was done.
const TO: [&str; 7] = ["at", "for", "from", "in", "into", "on", "to"];

/// Words for all of something: "the prisoners", not "a set of maps".
const WHOLE: [&str; 7] = ["all", "both", "each", "every", "its", "the", "their"];

/// A deed, its words made comparable once for all promises.
pub(super) struct Done<'a> {
    mention: &'a OutcomeMention,
    deed: &'a Deed,
    told: Option<Date>,
    verbs: BTreeSet<String>,
    rest: BTreeSet<String>,
    thing: Option<BTreeSet<String>>,
}

impl<'a> Done<'a> {
    /// Of a mention that tells one, on a day.
    pub fn of(mention: &'a OutcomeMention, told: Option<Date>) -> Option<Done<'a>> {
        let deed = mention.deed.as_ref()?;
        let verbs = verbs(&deed.lemma);
        let rest = rest(mention, deed, &verbs);
        let thing = deed.thing.as_ref().map(|thing| stems(thing.evidence.words()));
        Some(Done { mention, deed, told, verbs, rest, thing })
    }

    /// How well it fits a promise; 0 if it cannot be its end.
    pub fn fit(&self, promise: &Promise) -> f64 {
        if self.verbs.is_disjoint(&promise.stems) || !in_time(self.deed, self.told, promise) {
            return 0.0;
        }
        let promised: BTreeSet<String> = promise.stems.difference(&self.verbs).cloned().collect();
        let fewest = if self.mention.by.is_empty() { 2 } else { 1 };
        let fit = overlap(&self.rest, &promised);
        let fits = self.rest.intersection(&promised).count() >= fewest
            && self.thing.as_ref().is_none_or(|thing| thing.is_subset(&promised))
            && fit >= ALIKE
            && !names_another(self.mention, promise);
        if fits { fit } else { 0.0 }
    }
}

/// True for "released two of the prisoners" where all of them, or more, were promised.
pub(super) fn is_part(mention: &OutcomeMention, group: &[Promise]) -> bool {
    let before = |text: &str, ends: &[&str]| -> Vec<Word> {
        words(text).into_iter().take_while(|word| !ends.contains(&word.norm.as_str())).collect()
    };
    let promised = group.iter().flat_map(|promise| before(promise.action, &["by", "within"]));
    let promised: Vec<Word> = promised.collect();
    let all = promised.iter().any(|word| counts(word) || WHOLE.contains(&word.norm.as_str()));
    let mut done = before(mention.promise.evidence.words(), &TO).into_iter().filter(counts);
    let more = |word: Word| promised.iter().all(|other| other.norm != word.norm);
    all && mention.deed.is_some() && done.any(more)
}

/// True for a word that says how much.
fn counts(word: &Word) -> bool {
    PART.contains(&word.norm.as_str()) || word.norm.starts_with(|c: char| c.is_ascii_digit())
}

/// The stems of a verb and of those that say the same.
fn verbs(lemma: &str) -> BTreeSet<String> {
    let alike = SAME.iter().filter(|verbs| verbs.contains(&lemma)).flat_map(|verbs| verbs.iter());
    alike.chain([&lemma]).map(|verb| stem(verb).to_owned()).collect()
}

/// The stems of a deed without its verb, without how much it was, and without the side that begins it: "Russian troops were withdrawn".
fn rest(mention: &OutcomeMention, deed: &Deed, same: &BTreeSet<String>) -> BTreeSet<String> {
    let told = words(mention.promise.evidence.words());
    let verb = stems(deed.verb.evidence.words());
    let content = told.iter().filter(|word| is_content(&word.norm) && !counts(word));
    let mut content = content.peekable();
    content.next_if(|first| first.marked && !mention.by.is_empty());
    let stems = content.map(|word| stem(&word.norm).to_owned());
    stems.filter(|stem| !verb.contains(stem) && !same.contains(stem)).collect()
}

/// Told after the day of the promise and not much later than it was due, and done on no earlier day.
fn in_time(deed: &Deed, told: Option<Date>, promise: &Promise) -> bool {
    let Some((made, told)) = promise.day.zip(told) else { return false };
    let until = promise.due.map_or(made, |due| due.last().max(made));
    let done = deed.time.as_ref().and_then(|time| time.when.as_ref()).map(When::last);
    told > made && days_between(until, told) <= DAYS_LATER && done.is_none_or(|done| done >= made)
}

/// True if a name in the deed, behind its first word, is none of the promise's words. A promise that names nobody leaves
/// open to whom: "handed over the maps to Azerbaijan".
fn names_another(mention: &OutcomeMention, promise: &Promise) -> bool {
    let told = words(mention.promise.evidence.words());
    let promised = words(promise.action);
    let open = !promised.iter().skip(1).any(|word| is_name(word) && !is_month(&word.norm));
    let to = told.iter().position(|word| open && word.norm == "to").unwrap_or(told.len());
    let names = told.iter().take(to).skip(1).filter(|word| is_name(word));
    names.into_iter().any(|word| !promise.stems.contains(stem(&word.norm)))
}

fn is_name(word: &Word) -> bool {
    word.marked && !word.norm.starts_with(|c: char| c.is_ascii_digit())
}
