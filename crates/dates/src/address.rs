//! Dates in addresses: `/2018/04/17/`, `-2018-04-05`, `/20180401-`.

use jiff::civil::Date;

use crate::names;
use crate::token::Token;
use crate::written::compact;

/// The date in the path of an address.
pub fn url_day(url: &str) -> Option<Date> {
    let pieces = pieces(url)?;
    let joined = pieces.iter().find_map(|piece| compact(&[Token { text: piece, start: 0 }]));
    pieces.windows(3).find_map(triple).or(joined.map(|(day, _)| day))
}

fn pieces(url: &str) -> Option<Vec<&str>> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let path = path.get(path.find('/')?..)?;
    Some(
        path.split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|piece| !piece.is_empty())
            .collect(),
    )
}

fn year_of(piece: &str) -> Option<i16> {
    (piece.len() == 4).then(|| piece.parse().ok())?.filter(|year| (1990..2100).contains(year))
}

fn triple(pieces: &[&str]) -> Option<Date> {
    let [first, month, last] = pieces else { return None };
    let (year, day) = match (year_of(first), year_of(last)) {
        (Some(year), None) => (year, last),
        // "/17-04-2018-talks"; three numbers, so that a story's number is not taken for a day.
        (None, Some(year)) if month.len() == 2 && first.len() == 2 => (year, first),
        _ => return None,
    };
    if month.len() > 9 || day.len() > 2 || !day.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let month = month.parse().ok().or_else(|| names::month(month))?;
    Date::new(year, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn addresses_carry_dates() {
        let day = Some(date(2018, 4, 17));
        assert_eq!(url_day("https://example.com/2018/04/17/world/talks.html?d=2020/01/01"), day);
        assert_eq!(url_day("http://example.com/article/talks-2018-04-17"), day);
        assert_eq!(url_day("http://example.com/20180417-270851"), day);
        assert_eq!(url_day("http://example.com/2018/apr/17/talks"), day);
        assert_eq!(url_day("http://example.com/17-04-2018-talks"), day);
        assert_eq!(url_day("http://example.com/story/522179002/"), None);
    }
}
