//! Counts before a unit: "two", "24", "twenty-four", "a couple of", "several", "2 1/2".

use super::cursor::Cursor;

/// How many.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Count {
    /// So many.
    Exact(i32),
    /// So many and a half.
    AndHalf(i32),
    /// More than one, no more is said.
    Several,
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Beyond this no stretch of the calendar can be reckoned; ten thousand days are 27 years.
const MOST: i32 = 9_999;

/// A count, with its "of": "a couple of", "several", "two", "a".
pub(super) fn count(c: &mut Cursor) -> Option<Count> {
    c.attempt(several)
        .or_else(|| c.attempt(dozen))
        .or_else(|| c.attempt(exact))
        .or_else(|| c.attempt(one))
}

/// A count that is a number.
pub(super) fn exact(c: &mut Cursor) -> Option<Count> {
    let n = number(c)?;
    if c.attempt(half).is_some() {
        return Some(Count::AndHalf(n));
    }
    Some(Count::Exact(n))
}

/// A whole number in digits or words, "one" to 9999.
pub(super) fn number(c: &mut Cursor) -> Option<i32> {
    let n = c.attempt(in_digits).or_else(|| c.attempt(in_words))?;
    (1..=MOST).contains(&n).then_some(n)
}

fn in_digits(c: &mut Cursor) -> Option<i32> {
    if c.glued() && !matches!(c.before(1), "-" | "–" | "—" | "(" | "\"" | "“" | "'" | "‘") {
        return None;
    }
    let n = c.take(|atom| atom.digits())?;
    (!c.number_goes_on(&[",", ".", "/", ":"])).then_some(n)
}

fn in_words(c: &mut Cursor) -> Option<i32> {
    if c.attempt(|c| (c.eat(&["a", "one"]) && c.eat(&["hundred"])).then_some(())).is_some() {
        return Some(100);
    }
    if let Some(ten) = c.take_word(|word| TENS.iter().position(|t| *t == word)) {
        let one = c.attempt(|c| {
            c.eat(&["-"]);
            ones(c).filter(|n| (1..10).contains(n))
        });
        return i32::try_from(ten).ok().map(|t| (t + 2) * 10 + one.unwrap_or(0));
    }
    ones(c)
}

/// "nineteen ninety-seven", "two thousand", "twenty sixteen"
pub(super) fn spoken_year(c: &mut Cursor) -> Option<i16> {
    if c.eat_all(&["two", "thousand"]) {
        let and = c.eat(&["and"]);
        let rest = c.attempt(in_words).filter(|n| (1..100).contains(n));
        return (!and || rest.is_some()).then(|| i16::try_from(2000 + rest.unwrap_or(0)).ok())?;
    }
    let century = c.take_word(|word| match word {
        "eighteen" => Some(1800),
        "nineteen" => Some(1900),
        "twenty" => Some(2000),
        _ => None,
    })?;
    let rest = c.attempt(in_words).filter(|n| (10..100).contains(n))?;
    i16::try_from(century + rest).ok()
}

fn ones(c: &mut Cursor) -> Option<i32> {
    let n = c.take_word(|word| ONES.iter().position(|o| *o == word))?;
    i32::try_from(n).ok()
}

fn half(c: &mut Cursor) -> Option<()> {
    let figure = c.eat_all(&["1", "/", "2"]) || c.eat(&["½"]);
    (figure || c.eat_all(&["and", "a", "half"]) || c.eat_all(&["-", "1", "/", "2"])).then_some(())
}

fn several(c: &mut Cursor) -> Option<Count> {
    if c.attempt(|c| (c.eat(&["a"]) && c.eat(&["couple", "pair"])).then_some(())).is_some() {
        c.eat(&["of"]);
        return Some(Count::Exact(2));
    }
    if c.eat(&["several", "few", "many", "some"]) || c.eat_all(&["a", "few"]) {
        return Some(Count::Several);
    }
    let counted = c.eat(&["dozens", "hundreds", "thousands"]) || c.eat_all(&["a", "number"]);
    (counted && c.eat(&["of"])).then_some(Count::Several)
}

fn dozen(c: &mut Cursor) -> Option<Count> {
    if c.eat_all(&["half", "a", "dozen"]) {
        return Some(Count::Exact(6));
    }
    c.eat_all(&["a", "dozen"]).then_some(Count::Exact(12))
}

fn one(c: &mut Cursor) -> Option<Count> {
    c.eat(&["a", "an"]).then_some(Count::Exact(1))
}
