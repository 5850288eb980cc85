//! Bytes to text: mark, then valid UTF-8, then declaration, then a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Text and how it was decoded.
pub(crate) struct Decoded {
    pub text: String,
    /// The encoding used.
    pub used: &'static str,
    /// What the page declares, if it is another one.
    pub declared: Option<&'static str>,
    /// How many characters could not be read.
    pub lost: usize,
}

/// Decodes bytes. `header` is the encoding that came with them from outside, if any.
pub(crate) fn decode(bytes: &[u8], header: Option<&str>) -> Decoded {
    let declared =
        header.map(str::as_bytes).and_then(Encoding::for_label).or_else(|| declared(bytes));
    let used = choose(bytes, declared);
    let (text, _) = used.decode_with_bom_removal(bytes);
    let lost = text.matches('\u{fffd}').count();
    let declared = declared.filter(|d| *d != used && !same_family(d, used)).map(|d| d.name());
    Decoded { text: text.into_owned(), used: used.name(), declared, lost }
}

fn choose(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    match declared {
        Some(encoding) if encoding != UTF_8 => encoding,
        _ => guess(bytes),
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without a mark: every other byte of Latin text is zero.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let clear = even.max(odd) * 3 > head.len() && even.min(odd) * 20 < head.len();
    clear.then_some(if odd > even { UTF_16LE } else { UTF_16BE })
}

/// Valid, or so nearly valid that the rest is damage: many sequences, few errors.
fn mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut bad, mut good) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        bad += usize::from(!chunk.invalid().is_empty());
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    good > bad
}

/// windows-1252 is what browsers read as ISO 8859-1 and ASCII: no contradiction to pure ASCII.
fn same_family(declared: &'static Encoding, used: &'static Encoding) -> bool {
    let wide = |e: &'static Encoding| e == UTF_16LE || e == UTF_16BE;
    wide(declared) && wide(used)
}

/// `charset=` or `encoding=` in the first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..2048).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.split("<body").next().unwrap_or_default();
    ["charset=", "encoding="].iter().find_map(|key| {
        let after = head.split(key).nth(1)?.trim_start_matches([' ', '"', '\'']);
        let label =
            after.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()?;
        Encoding::for_label(label.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_utf8_outweighs_a_declaration() {
        let page = "<meta charset=\"iso-8859-1\"><p>Genève".as_bytes();
        let decoded = decode(page, None);
        assert!(decoded.text.ends_with("Genève"));
        assert_eq!(decoded.declared, Some("windows-1252"));
    }

    #[test]
    fn a_mark_outweighs_everything() {
        let mut page = vec![0xff, 0xfe];
        page.extend("Genève".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode(&page, Some("utf-8")).text, "Genève");
    }

    #[test]
    fn undeclared_cyrillic_is_guessed() {
        let (page, _, _) =
            encoding_rs::WINDOWS_1251.encode("Министры иностранных дел встретились в Вене");
        assert_eq!(decode(&page, None).text, "Министры иностранных дел встретились в Вене");
    }

    #[test]
    fn damage_is_counted() {
        let page = ["Genève, Zürich, Málaga".as_bytes(), b"\xff"].concat();
        assert_eq!(decode(&page, None).lost, 1);
    }
}
