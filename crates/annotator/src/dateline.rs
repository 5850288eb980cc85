//! The dateline that opens a news paragraph: "GENEVA, March 3 (Agency) - ".

/// No dateline seen in agency copy is longer, in bytes.
const LONGEST: usize = 110;

const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Length in bytes of the dateline at the start of a paragraph, its dash included; `None` if there is none.
pub(crate) fn dateline(paragraph: &str) -> Option<usize> {
    let (before, end) = up_to_dash(paragraph)?;
    let rest = paragraph.get(end..)?.trim_start();
    let opens = rest.chars().next()?;
    let reads_on = opens.is_uppercase() || opens.is_numeric() || "\"“‘'".contains(opens);
    (reads_on && is_place_and_date(before)).then_some(end)
}

/// The text before the first dash that stands like a dateline's, and the byte after that dash.
fn up_to_dash(paragraph: &str) -> Option<(&str, usize)> {
    for (at, c) in paragraph.char_indices().take_while(|&(at, _)| at < LONGEST) {
        let (before, after) = (&paragraph[..at], &paragraph[at + c.len_utf8()..]);
        match c {
            '—' | '–' => return Some((before, at + c.len_utf8())),
            '-' => {
                let dashes = 1 + after.chars().take_while(|&c| c == '-').count();
                let loose =
                    before.ends_with([' ', ')', '\u{a0}']) || after.starts_with(' ') || dashes > 1;
                if loose {
                    return Some((before, at + dashes));
                }
            }
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// A place in capitals, or a place with a date or with an agency in brackets; nothing that a clause would have.
fn is_place_and_date(before: &str) -> bool {
    let before = before.trim();
    let first = before.split([' ', ',']).next().unwrap_or_default();
    let letters = || first.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() > 2 && letters().all(char::is_uppercase);
    let bracketed = before.ends_with(')') && before.contains('(');
    let dated = before.split([' ', ',', '.', '/']).any(is_month)
        && before.contains(|c: char| c.is_ascii_digit());
    let nominal = before.split_whitespace().all(is_nominal);
    let few = before.split_whitespace().count() <= 12;
    let places_only = capitals && before.split_whitespace().count() <= 6;
    nominal
        && few
        && letters().next().is_some_and(char::is_uppercase)
        && (places_only || bracketed || dated)
}

fn is_month(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.chars().next().is_some_and(char::is_uppercase)
        && MONTHS.iter().any(|m| lower.starts_with(m))
}

/// Capitalised, a number, or one of the small words inside names.
fn is_nominal(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let starts_well = word.chars().next().is_none_or(|c| c.is_uppercase() || c.is_numeric());
    starts_well
        || ["of", "and", "al", "el", "de", "la", "the", "agencies"].contains(&word)
        || word.starts_with("al-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(paragraph: &str) -> Option<&str> {
        dateline(paragraph).map(|end| &paragraph[..end])
    }

    #[test]
    fn agency_datelines() {
        assert_eq!(
            cut("GENEVA, March 3 (Agency) - Envoys met."),
            Some("GENEVA, March 3 (Agency) -")
        );
        assert_eq!(cut("Oslo, 4 June (NTB) – Envoys met."), Some("Oslo, 4 June (NTB) –"));
        assert_eq!(cut("VIENNA — \"We met,\" he said."), Some("VIENNA —"));
        assert_eq!(cut("TUNIS, TAP- The two sides met."), Some("TUNIS, TAP-"));
        assert_eq!(cut("PARIS (AP) -- Envoys met."), Some("PARIS (AP) --"));
    }

    #[test]
    fn clauses_are_not_datelines() {
        assert_eq!(cut("Norway - a member of the club - sent envoys."), None);
        assert_eq!(cut("NATO met in March - The talks failed."), None);
        assert_eq!(cut("The UN-led talks began."), None);
        assert_eq!(cut("Envoys met. – The"), None);
    }
}
