//! Doubts about an article that only what it says can raise.

use jiff::civil::Date;
use record::{Claim, Content, MeetingMention, Status};
use text::{Anchor, Article, Grain, Problem, When};

use crate::problems;

/// Days by which clocks and time zones may be off.
const GRACE: i64 = 2;

/// Words, and signs that stand alone: no fewer than there are tokens, give or take an apostrophe.
pub(crate) fn pieces(text: &str) -> usize {
    let mut within = false;
    let begins = |c: char| {
        let before = std::mem::replace(&mut within, c.is_alphanumeric());
        !c.is_whitespace() && !(before && within)
    };
    text.chars().map(begins).filter(|begins| *begins).count()
}

/// What is wrong with an article that is dated after the day on which it is read.
pub(crate) fn yet_to_come(article: &Article, today: Date) -> Option<Problem> {
    let dated = article.published.as_ref()?.when.from;
    let lead = today.until(dated).ok()?.get_days();
    (i64::from(lead) > GRACE).then(|| problems::yet_to_come(dated, today))
}

/// What is wrong with an article that is dated before what it tells of as past, by a day that it names in full.
pub(crate) fn before_its_facts(article: &Article, claims: &[Claim]) -> Option<Problem> {
    let dated = &article.published.as_ref()?.when;
    let days = claims.iter().filter_map(|claim| match &claim.content {
        Content::Meeting(meeting) => held(meeting),
        _ => None,
    });
    let later = days.max_by_key(|day| day.from)?;
    let lag = dated.last().until(later.from).ok()?.get_days();
    (i64::from(lag) > GRACE).then(|| problems::before_its_facts(dated.from, later.from))
}

/// The day on which a meeting is said to have been held, if the words themselves name its year.
fn held(meeting: &MeetingMention) -> Option<&When> {
    let when = meeting.time.as_ref()?.when.as_ref()?;
    let named = when.anchor == Anchor::Stated && when.grain == Grain::Day;
    (meeting.status == Status::Held && named).then_some(when)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use std::time::Instant;

    use text::{DateBasis, Published};

    use super::*;
    use crate::Tools;

    fn dated(text: &str, day: Date) -> Article {
        let when = When::day(day, Anchor::Stated);
        let published = Some(Published { when, basis: DateBasis::Given, agreeing: 1 });
        Article { published, ..Article::of_paragraphs(text) }
    }

    #[test]
    fn what_is_told_as_past_is_not_after_the_page() {
        let tools = Tools::shipped();
        let codes = |text: &str, day: Date| -> Vec<String> {
            let reading = store::Reading {
                article: dated(text, day),
                claims: Vec::new(),
                problems: Vec::new(),
            };
            let studied = crate::gather::study(reading, &tools, Instant::now());
            studied.problems.into_iter().map(|problem| problem.code.0.to_string()).collect()
        };
        let met = "Turkey’s Foreign Minister Mevlut Cavusoglu met Syria’s Foreign Minister Faisal Mekdad in Moscow on 10 May 2023.";
        assert_eq!(codes(met, date(2021, 3, 4)), ["P006"]);
        assert!(codes(met, date(2023, 5, 10)).is_empty());
        assert!(codes(met, date(2023, 5, 9)).is_empty(), "clocks differ");
        assert!(codes(met, date(2024, 1, 1)).is_empty());
        let will = "Turkey’s Foreign Minister Mevlut Cavusoglu will meet Syria’s Foreign Minister Faisal Mekdad in Moscow on 10 May 2023.";
        assert!(codes(will, date(2021, 3, 4)).is_empty(), "plans are not past");
        let day = met.replace(" 2023", "");
        assert!(
            codes(&day, date(2021, 3, 4)).is_empty(),
            "a day without a year is one before the page"
        );
    }

    #[test]
    fn a_page_is_not_dated_after_it_is_read() {
        let today = date(2024, 2, 28);
        let is_odd = |day| yet_to_come(&dated("Envoys met.", day), today).is_some();
        assert!(is_odd(date(2024, 3, 2)) && is_odd(date(2199, 1, 1)));
        assert!(!is_odd(date(2024, 3, 1)), "clocks differ");
        assert!(!is_odd(date(1999, 1, 1)));
        assert!(yet_to_come(&Article::of_paragraphs("Envoys met."), today).is_none());
    }

    #[test]
    fn words_and_signs_are_counted() {
        assert_eq!(pieces("It’s 10 May 2023, (again)."), 11);
        assert_eq!(pieces(""), 0);
    }
}
