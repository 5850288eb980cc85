//! Meetings: who sat down with whom, when, where, at what rank, and where it stands.
//!
//! One file a construction; each gives [`Occasion`]s. What they share (time, place, status,
//! what it was about, in whose voice) is found here for all of them alike.

mod account;
mod attended;
mod called;
mod delegation;
mod diplomatic;
mod discussed;
mod disowned;
mod faction;
mod gathered;
mod held_talks;
mod hosted;
mod mediated;
mod met;
mod noun;
mod occasion;
mod paired;
mod place;
mod process;
mod put_off;
mod remote;
mod seat;
mod separate;
mod signed;
mod standing;
mod status;
mod thin;
pub(crate) mod time;
mod visit;

use record::Claim;

use crate::actor::Reference;
use crate::reading::Reading;
use crate::voice::Speech;
pub(crate) use disowned::is_so as is_disowned;
pub(crate) use noun::is_meeting;
pub(crate) use occasion::{Occasion, around};

/// The meetings of an article.
pub(crate) fn claims(reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let mut occasions = told(reading);
    account::take_up(reading, &mut occasions);
    let later = put_off::find(reading, &occasions);
    occasions.extend(later);
    let present = attended::find(reading, &occasions);
    occasions.retain(|o| !present.iter().any(|fuller| is_less_than(o, fuller)));
    let accounts = account::find(reading, &occasions);
    for later in accounts.iter().chain(&present) {
        take_in(&mut occasions, later);
    }
    occasions.extend(accounts);
    occasions.extend(present);
    occasions.sort_by_key(|o| (o.anchor, o.rule));
    standing::settle(reading, &mut occasions);
    let mut claims: Vec<Claim> =
        occasions.iter().filter_map(|o| o.claim(reading, speeches)).collect();
    claims.dedup_by(|a, b| a.content == b.content && a.evidence == b.evidence);
    claims
}

/// All occasions that the constructions find, one for each set of parties in a clause.
fn told(reading: &Reading) -> Vec<Occasion> {
    let mut found = met::find(reading);
    found.extend(held_talks::find(reading));
    found.extend(hosted::find(reading));
    found.extend(remote::find(reading));
    found.extend(mediated::find(reading));
    found.extend(gathered::find(reading));
    found.extend(noun::find(reading));
    found.extend(signed::find(reading));
    let discussed = discussed::find(reading);
    found.extend(
        discussed.into_iter().filter(|o| discussed::is_news(o, &found)).collect::<Vec<_>>(),
    );
    found.extend(visit::find(reading));
    found.iter_mut().for_each(|o| {
        mediated::add(reading, o);
        called::add(reading, o);
        delegation::add(reading, o);
    });
    let mut found: Vec<Occasion> =
        found.into_iter().flat_map(|o| separate::split(reading, o)).collect();
    found.retain(|o| {
        !says_too_little(reading, o) && !asked(reading, o) && !disowned::is_so(reading, o.clause)
    });
    let (mut found, rest): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|o| o.parties().len() >= 2 && o.is_of_somebody());
    let thin = rest.into_iter().filter(|o| thin::tells(reading, o) && thin::is_news(o, &found));
    found.extend(thin.collect::<Vec<_>>());
    found.sort_by_key(|o| o.anchor);
    let mut kept: Vec<Occasion> = Vec::new();
    for occasion in found {
        let sentence = reading.tree.sentence_index(occasion.anchor);
        let near = |k: &&Occasion| reading.tree.sentence_index(k.anchor) == sentence;
        if !kept.iter().rev().take_while(near).any(|k| repeats(reading, k, &occasion)) {
            kept.push(occasion);
        }
    }
    kept
}

/// True for what a verb tells of one side where the same verb seats it at a fuller table.
fn is_less_than(thin: &Occasion, fuller: &Occasion) -> bool {
    let parties = fuller.parties();
    thin.clause == fuller.clause
        && thin.parties().len() < 2
        && thin.parties().iter().all(|party| parties.contains(party))
}

/// A telling that names one side at most takes in those whom a further account of it seats.
fn take_in(told: &mut [Occasion], later: &Occasion) {
    let whole = told.iter_mut().find(|o| Some((o.anchor, o.clause)) == later.of);
    if let Some(whole) = whole.filter(|o| o.parties().len() < 2) {
        whole.participants.clone_from(&later.participants);
    }
}

/// A question tells nothing.
fn asked(reading: &Reading, occasion: &Occasion) -> bool {
    let sentence = reading.tree.sentence(occasion.anchor);
    reading.doc().words(sentence.span).trim_end_matches(['"', '”', '’']).ends_with('?')
}

/// Neither time nor place, and a headline, or nobody named: it says less than the text around it.
fn says_too_little(reading: &Reading, occasion: &Occasion) -> bool {
    let headline = reading.in_marked_headline(occasion.anchor);
    let pointing = occasion.participants.iter().all(|(a, _)| a.reference != Reference::Named);
    (headline || pointing)
        && occasion.time(reading).is_none_or(|t| t.value.ends_with("_REF"))
        && occasion.place(reading).is_none()
}

/// The same parties in the same state, both in one sentence: "held talks" and "talks between".
fn repeats(reading: &Reading, held: &Occasion, other: &Occasion) -> bool {
    let (a, b) = (held.parties(), other.parties());
    let within = a.iter().all(|p| b.contains(p)) || b.iter().all(|p| a.contains(p));
    within && held.status == other.status && held.time(reading) == other.time(reading)
}
