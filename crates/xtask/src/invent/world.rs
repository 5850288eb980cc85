//! Who meets whom, when and where: what the reports are about.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use lexicon::{Lexicon, State};
use record::Level;

use super::chance::Chance;

/// Rounds of a process, on average.
const ROUNDS: usize = 8;

/// Ministers are in office for so many years.
const TERM: i16 = 4;

const LEVELS: [Level; 4] =
    [Level::ForeignMinister, Level::DefenceMinister, Level::SpecialEnvoy, Level::HeadOfState];

/// How large a world.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Reports of meetings.
    pub reports: usize,
    /// Meetings reported.
    pub meetings: usize,
    /// What the chance begins from.
    pub seed: u64,
}

/// A meeting as it was.
#[derive(Clone, Debug)]
pub struct Occasion<'x> {
    /// The sides.
    pub sides: Vec<&'x State>,
    /// Their rank.
    pub level: Level,
    /// The day.
    pub day: Date,
    /// In whose capital.
    pub host: &'x State,
    /// The round before it.
    pub before: Option<usize>,
    /// Names of what it was about: some of the whole process, some of this round alone.
    pub matters: Vec<String>,
}

/// All meetings, those of one process one after another.
pub fn occasions<'x>(lexicon: &'x Lexicon, size: &Size, chance: &mut Chance) -> Vec<Occasion<'x>> {
    let known = |state: &&State| !state.ambiguous && has_words(state);
    let states: Vec<&State> = lexicon.states().iter().filter(known).collect();
    let mut all = Vec::new();
    while all.len() < size.meetings {
        let rounds = (1 + chance.below(2 * ROUNDS - 1)).min(size.meetings - all.len());
        process(&states, rounds, chance, &mut all);
    }
    all
}

fn has_words(state: &State) -> bool {
    !state.capitals.is_empty() && !state.adjectives.is_empty()
}

fn process<'x>(
    states: &[&'x State],
    rounds: usize,
    chance: &mut Chance,
    all: &mut Vec<Occasion<'x>>,
) {
    let sides = sides(states, chance);
    let level = *chance.pick(&LEVELS);
    let houses = [*chance.pick(&sides), states[chance.skewed(states.len())]];
    let mut day = moved(date(2008, 1, 1), chance.below(15 * 365));
    let lasting: Vec<String> = (0..2).map(|_| name(chance)).collect();
    for round in 0..rounds {
        let before = (round > 0).then(|| all.len() - 1);
        let host = *chance.pick(&houses);
        let own = (0..3).map(|_| name(chance));
        let matters = lasting.iter().cloned().chain(own).collect();
        all.push(Occasion { sides: sides.clone(), level, day, host, before, matters });
        day = moved(day, 12 + chance.below(110));
    }
}

fn sides<'x>(states: &[&'x State], chance: &mut Chance) -> Vec<&'x State> {
    let count = if chance.percent(70) { 2 } else { 3 + chance.below(2) };
    let mut sides: Vec<&State> = Vec::new();
    while sides.len() < count {
        let state = states[chance.skewed(states.len())];
        if !sides.iter().any(|other| other.code == state.code) {
            sides.push(state);
        }
    }
    sides
}

/// So many days later.
pub fn moved(day: Date, by: usize) -> Date {
    let days = i64::try_from(by).unwrap_or(0);
    day.checked_add(days.days()).unwrap_or(day)
}

const HEADS: [&str; 12] =
    ["Ar", "Bel", "Cor", "Dan", "El", "Fer", "Gor", "Hal", "Ir", "Jar", "Kel", "Lor"];

const TAILS: [&str; 12] =
    ["an", "ick", "ov", "esh", "ul", "ami", "etz", "oro", "yd", "una", "ebo", "ist"];

/// A made-up name, one of some twenty thousand.
fn name(chance: &mut Chance) -> String {
    let (first, second) = (chance.pick(&HEADS), chance.pick(&HEADS).to_lowercase());
    format!("{first}{}{second}{}", chance.pick(&TAILS), chance.pick(&TAILS))
}

/// Who holds the office on that day: a made-up name, the same for every report.
pub fn holder(state: &State, level: Level, on: Date) -> String {
    let seed = state.code.bytes().fold(level as u64, |sum, b| sum * 31 + u64::from(b));
    let mut chance = Chance::new(seed * 1_000 + u64::from((on.year() / TERM).unsigned_abs()));
    format!("{} {}", name(&mut chance), name(&mut chance))
}
