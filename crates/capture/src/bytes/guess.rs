//! What bytes are written in where nobody says so, or says so falsely.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254};

/// Bytes looked at.
const SAMPLE: usize = 256 << 10;

/// The likeliest encoding of text that is not UTF-8.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..SAMPLE).unwrap_or(bytes), true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Bytes looked at to tell UTF-16 without a mark.
const HEAD: usize = 4096;

/// UTF-16 without a mark: every other byte is one of two, of which zero is one: that of the script
/// and that of spaces and stops.
pub(crate) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD) & !1)?;
    let (even, odd) = (Column::of(head, 0), Column::of(head, 1));
    match (even.is_upper(), odd.is_upper()) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// Every other byte, counted.
struct Column {
    counts: [usize; 256],
    total: usize,
}

impl Column {
    fn of(head: &[u8], from: usize) -> Column {
        let mut column = Column { counts: [0; 256], total: 0 };
        for byte in head.iter().skip(from).step_by(2) {
            if let Some(count) = column.counts.get_mut(usize::from(*byte)) {
                *count += 1;
                column.total += 1;
            }
        }
        column
    }

    /// Nearly all are zero and one other below 0x20, and zeros are as many as there are spaces at least.
    fn is_upper(&self) -> bool {
        let zeros = self.counts[0];
        let script =
            self.counts.get(1..0x20).and_then(|low| low.iter().max()).copied().unwrap_or(0);
        self.total >= 8 && zeros * 12 > self.total && (zeros + script) * 20 > self.total * 19
    }
}

/// UTF-8 with some bytes spoilt: sequences outnumber errors, or errors make no sense otherwise.
pub(super) fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut bad, mut good) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        bad += usize::from(!chunk.invalid().is_empty());
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    let is_spoilt = bad * 8 < bytes.len() || control(bytes) * 8 > bad;
    good > bad || is_spoilt && is_noise(bytes)
}

/// Control characters that no encoding of a page has.
fn control(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=26)).count()
}

/// High bytes that stand alone among ASCII as no letter or mark of a Western page would: they are
/// random. Those of a real text are few different ones, next to letters.
fn is_noise(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let sense = bytes.windows(3).filter(|three| three[1] >= 0x80 && makes_sense(three)).count();
    let control = control(bytes);
    high > 0 && (control > 0 || high >= 3) && sense * 10 < high * (if control > 0 { 9 } else { 5 })
}

/// A letter of windows-1252 next to a letter, a mark next to a letter or a space, or a run of high
/// bytes as other scripts have.
fn makes_sense(three: &[u8]) -> bool {
    let [before, it, after] = three else { return false };
    let letter = |b: &u8| b.is_ascii_alphabetic() || *b >= 0xc0;
    let mark = matches!(it, 0x85 | 0x91..=0x97 | 0xa0 | 0xab | 0xbb | 0xa9 | 0xb0 | 0xb7);
    match mark {
        true => !before.is_ascii_control() && !after.is_ascii_control(),
        false => *it >= 0xc0 && (letter(before) || letter(after)),
    }
}

/// Text of another script, or of Turkish, in the clothes of windows-1252.
pub(super) fn misreads(bytes: &[u8]) -> bool {
    let guessed = guess(bytes);
    if guessed == WINDOWS_1252 {
        return false;
    }
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let text = bytes.get(..SAMPLE).unwrap_or(bytes);
    let turkish = |b: &&u8| matches!(b, 0xf0 | 0xfd | 0xfe | 0xdd | 0xde);
    let icelandic = |b: &&u8| matches!(b, 0xe6 | 0xe1 | 0xed | 0xfa);
    match guessed == WINDOWS_1254 {
        true => text.iter().filter(turkish).count() > 4 * text.iter().filter(icelandic).count(),
        false => high >= 6 && (high * 3 > letters || is_central(guessed, bytes)),
    }
}

/// A guess of a Latin encoding of Central Europe is believed where its letters are frequent.
fn is_central(guessed: &'static Encoding, bytes: &[u8]) -> bool {
    let central =
        matches!(guessed.name(), "windows-1250" | "ISO-8859-2" | "windows-1257" | "ISO-8859-4");
    let (as_guessed, errs) = guessed.decode_without_bom_handling(bytes);
    let own = |c: &char| matches!(c, '\u{100}'..='\u{17f}');
    central && !errs && as_guessed.chars().filter(own).count() * 60 > as_guessed.chars().count()
}
