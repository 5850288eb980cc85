//! Names of months and weekdays in many languages.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Month names and their forms, one month a line.
const MONTHS: &str = include_str!("../data/months.txt");
/// Months of the Persian calendar, one a line.
const PERSIAN: &str = include_str!("../data/months_persian.txt");
const WEEKDAYS: &str = include_str!("../data/weekdays.txt");

type Names = FxHashMap<String, i8>;

static MONTH: LazyLock<Names> = LazyLock::new(|| numbered(MONTHS));
static PERSIAN_MONTH: LazyLock<Names> = LazyLock::new(|| numbered(PERSIAN));
static WEEKDAY: LazyLock<Names> = LazyLock::new(|| numbered(WEEKDAYS));

/// Each name of a table to the line it stands on, counted from 1.
fn numbered(table: &'static str) -> Names {
    let rows = table.lines().zip(1_i8..);
    rows.flat_map(|(row, number)| row.split(' ').map(move |name| (folded(name), number))).collect()
}

/// Bytes of the longest name.
const LONGEST: usize = 40;

fn named(names: &Names, word: &str) -> Option<i8> {
    let short =
        word.len() < 3 || word.len() > LONGEST || word.starts_with(|c: char| c.is_ascii_digit());
    if short {
        return None;
    }
    if !word.is_ascii() {
        return names.get(folded(word).trim_end_matches('.')).copied();
    }
    let mut small = [0; LONGEST];
    let small = small.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    names.get(str::from_utf8(small).ok()?.trim_end_matches('.')).copied()
}

/// In small letters, without what capitals and careless typists leave out: the Turkish dotless i,
/// Greek accents, the hamza on an alif.
fn folded(word: &str) -> String {
    let plain = |c: char| match c {
        'ı' => 'i',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' => 'ا',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        other => other,
    };
    word.chars().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}').map(plain).collect()
}

/// The number of a month by its name.
pub(crate) fn month(word: &str) -> Option<i8> {
    named(&MONTH, word)
}

/// The number of a month of the Persian calendar by its name.
pub(crate) fn persian_month(word: &str) -> Option<i8> {
    named(&PERSIAN_MONTH, word)
}

/// True for a day of the week, in full or short.
pub fn is_weekday(word: &str) -> bool {
    named(&WEEKDAY, word).is_some()
}
