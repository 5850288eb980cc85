//! Named stretches of the calendar: where they begin and end, how TIMEX3 writes them.

use jiff::civil::Date;
use text::Grain;

/// What durations are counted in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Meteorological seasons of the north: three whole months each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December of its year to the following February.
    Winter,
}

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Period {
    Day(Date),
    /// The week of this Monday.
    Week(Date),
    /// Saturday and Sunday of the week of this Monday.
    Weekend(Date),
    Month(i16, i8),
    /// 1 to 4.
    Quarter(i16, i8),
    /// 1 or 2.
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// By its first year.
    Decade(i16),
    /// By its first year: 1900 for the 20th, as speakers reckon.
    Century(i16),
}

impl Period {
    /// The one that `day` is in.
    pub fn containing(unit: Unit, day: Date) -> Period {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Period::Day(day),
            Unit::Week | Unit::Fortnight => Period::Week(monday(day)),
            Unit::Month => Period::Month(day.year(), day.month()),
            Unit::Quarter => Period::Quarter(day.year(), (day.month() - 1) / 3 + 1),
            Unit::Year => Period::Year(day.year()),
            Unit::Decade => Period::Decade(day.year().div_euclid(10) * 10),
            Unit::Century => Period::Century(day.year().div_euclid(100) * 100),
        }
    }

    /// First day, and first day after; `None` beyond the years that can be reckoned with.
    pub fn bounds(self) -> Option<(Date, Date)> {
        match self {
            Period::Day(day) => Some((day, day.tomorrow().ok()?)),
            Period::Week(monday) => Some((monday, days_after(monday, 7)?)),
            Period::Weekend(monday) => Some((days_after(monday, 5)?, days_after(monday, 7)?)),
            Period::Month(year, month) => months(year, month, 1),
            Period::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Period::Half(year, half) => months(year, half * 6 - 5, 6),
            Period::Season(year, season) => months(year, season.first_month(), 3),
            Period::Year(year) => months(year, 1, 12),
            Period::Decade(year) => months(year, 1, 120),
            Period::Century(year) => months(year, 1, 1200),
        }
    }

    /// How finely it speaks. A decade has no grain of its own: nothing is coarser than a year but vague.
    pub fn grain(self) -> Grain {
        match self {
            Period::Day(_) => Grain::Day,
            Period::Week(_) | Period::Weekend(_) => Grain::Week,
            Period::Month(..) => Grain::Month,
            Period::Quarter(..) | Period::Season(..) => Grain::Quarter,
            Period::Half(..) | Period::Year(_) => Grain::Year,
            Period::Decade(_) | Period::Century(_) => Grain::Vague,
        }
    }

    /// As TIMEX3 writes it.
    pub fn value(self) -> String {
        match self {
            Period::Day(day) => day.to_string(),
            Period::Week(monday) => week_value(monday),
            Period::Weekend(monday) => week_value(monday) + "-WE",
            Period::Month(year, month) => format!("{year:04}-{month:02}"),
            Period::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Period::Half(year, half) => format!("{year:04}-H{half}"),
            Period::Season(year, season) => format!("{year:04}-{}", season.code()),
            Period::Year(year) => format!("{year:04}"),
            Period::Decade(year) => format!("{:03}", year / 10),
            Period::Century(year) => format!("{:02}", year / 100),
        }
    }

    /// The one `n` after it, or before it if `n` is negative.
    pub fn shift(self, n: i32) -> Option<Period> {
        let year = |year: i16, by: i32| i16::try_from(i32::from(year).checked_add(by)?).ok();
        Some(match self {
            Period::Day(day) => Period::Day(days_after(day, n)?),
            Period::Week(monday) => Period::Week(days_after(monday, n.checked_mul(7)?)?),
            Period::Weekend(monday) => Period::Weekend(days_after(monday, n.checked_mul(7)?)?),
            Period::Month(y, month) => {
                let (y, month) = turn(y, month, 12, n)?;
                Period::Month(y, month)
            }
            Period::Quarter(y, quarter) => {
                let (y, quarter) = turn(y, quarter, 4, n)?;
                Period::Quarter(y, quarter)
            }
            Period::Half(y, half) => {
                let (y, half) = turn(y, half, 2, n)?;
                Period::Half(y, half)
            }
            Period::Season(y, season) => Period::Season(year(y, n)?, season),
            Period::Year(y) => Period::Year(year(y, n)?),
            Period::Decade(y) => Period::Decade(year(y, n.checked_mul(10)?)?),
            Period::Century(y) => Period::Century(year(y, n.checked_mul(100)?)?),
        })
    }
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    /// As TIMEX3 writes it.
    pub fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Date {
    days_after(day, 1 - i32::from(number(day))).unwrap_or(day)
}

/// 1 for Monday to 7 for Sunday.
pub(super) fn number(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

/// The day `n` days after, or before if `n` is negative.
pub(super) fn days_after(day: Date, n: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(n).ok()?).ok()
}

/// The same day of the month `n` months after, or the last of that month if there is none.
pub(super) fn months_after(day: Date, n: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_months(n).ok()?).ok()
}

/// The day `n` units after; hours and less count as no day.
pub(super) fn after(day: Date, n: i32, unit: Unit) -> Option<Date> {
    match unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => days_after(day, n / 24),
        Unit::Day => days_after(day, n),
        Unit::Week => days_after(day, n.checked_mul(7)?),
        Unit::Fortnight => days_after(day, n.checked_mul(14)?),
        Unit::Month => months_after(day, n),
        Unit::Quarter => months_after(day, n.checked_mul(3)?),
        Unit::Year => months_after(day, n.checked_mul(12)?),
        Unit::Decade => months_after(day, n.checked_mul(120)?),
        Unit::Century => months_after(day, n.checked_mul(1200)?),
    }
}

fn months(year: i16, month: i8, length: i32) -> Option<(Date, Date)> {
    let from = Date::new(year, month, 1).ok()?;
    Some((from, months_after(from, length)?))
}

fn week_value(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// Counts on by `n` in a cycle of `size` that turns with the year.
fn turn(year: i16, place: i8, size: i32, n: i32) -> Option<(i16, i8)> {
    let count = (i32::from(year) * size + i32::from(place) - 1).checked_add(n)?;
    let year = i16::try_from(count.div_euclid(size)).ok()?;
    Some((year, i8::try_from(count.rem_euclid(size) + 1).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_turn_with_the_year() {
        assert_eq!(Period::Month(2022, 12).shift(1), Some(Period::Month(2023, 1)));
        assert_eq!(Period::Quarter(2023, 1).shift(-1), Some(Period::Quarter(2022, 4)));
    }

    #[test]
    fn coarser_units_hold_finer_ones() {
        let finest_first = [Unit::Day, Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade];
        for offset in 0..800 {
            let day = days_after(date(2022, 1, 1), offset).unwrap();
            let bounds = finest_first.map(|unit| Period::containing(unit, day).bounds().unwrap());
            for pair in bounds.windows(2) {
                assert!(pair[1].0 <= pair[0].0 && pair[0].1 <= pair[1].1, "{day}: {pair:?}");
            }
        }
    }

    #[test]
    fn the_first_days_of_a_year_may_belong_to_the_last_week_of_the_one_before() {
        assert_eq!(Period::containing(Unit::Week, date(2023, 1, 1)).value(), "2022-W52");
    }
}
