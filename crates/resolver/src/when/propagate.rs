//! Bounds passed along from what is known to what is not, until nothing changes.

use crate::days::{Days, shifted};

/// Something that took place on one day: a meeting, the publication of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Occasion {
    /// The days that fit.
    pub days: Days,
    /// Why no earlier day fits, and why only these days of the week.
    pub why_first: Vec<String>,
    /// Why no later day fits.
    pub why_last: Vec<String>,
}

/// One occasion is at least `gap` days before another.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Order {
    /// Place of the earlier.
    pub earlier: usize,
    /// Place of the later.
    pub later: usize,
    /// Days at least; negative if the "later" may be so many days before.
    pub gap: i32,
    /// What tells the order, in one line.
    pub why: String,
}

impl Occasion {
    /// Narrows to `days` for the reason given; false if no day is left, and then nothing changes.
    pub fn narrow(&mut self, days: Days, why: &str) -> bool {
        self.narrow_with(days, &[why.to_owned()])
    }

    fn narrow_with(&mut self, days: Days, why: &[String]) -> bool {
        let Some(both) = self.days.meet(days) else {
            return false;
        };
        let recurs = (both.weekday, both.month, both.day);
        if both.first != self.days.first
            || recurs != (self.days.weekday, self.days.month, self.days.day)
        {
            extend(&mut self.why_first, why);
        }
        if both.last != self.days.last {
            extend(&mut self.why_last, why);
        }
        self.days = both;
        true
    }

    /// All reasons, each once.
    pub fn why(&self) -> Vec<String> {
        let mut all = self.why_first.clone();
        extend(&mut all, &self.why_last);
        all
    }
}

/// Applies all orders until no bound moves. An order that would leave no day is passed over.
pub(crate) fn propagate(occasions: &mut [Occasion], orders: &[Order]) {
    // A bound can travel along each occasion once; more rounds only turn in a contradiction.
    for _ in 0..=occasions.len() {
        let moved = orders.iter().filter(|order| apply(occasions, order)).count();
        if moved == 0 {
            return;
        }
    }
}

fn apply(occasions: &mut [Occasion], order: &Order) -> bool {
    let (Some(earlier), Some(later)) = (occasions.get(order.earlier), occasions.get(order.later))
    else {
        return false;
    };
    let last = later.days.last.map(|day| shifted(day, -order.gap));
    let first = earlier.days.first.map(|day| shifted(day, order.gap));
    let because = |known: &[String]| {
        let mut why = known.to_vec();
        extend(&mut why, std::slice::from_ref(&order.why));
        why
    };
    let (why_last, why_first) = (because(&later.why_last), because(&earlier.why_first));
    let sooner = move_bound(occasions, order.earlier, Days::until(last), &why_last);
    let then = move_bound(occasions, order.later, Days::since(first), &why_first);
    sooner || then
}

fn move_bound(occasions: &mut [Occasion], at: usize, days: Days, why: &[String]) -> bool {
    let Some(occasion) = occasions.get_mut(at) else {
        return false;
    };
    let before = occasion.days;
    occasion.narrow_with(days, why) && occasion.days != before
}

fn extend(list: &mut Vec<String>, more: &[String]) {
    for line in more {
        if !list.contains(line) {
            list.push(line.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn order(earlier: usize, later: usize, gap: i32) -> Order {
        Order { earlier, later, gap, why: format!("{earlier} before {later}") }
    }

    fn on(day: jiff::civil::Date) -> Occasion {
        Occasion { days: Days::exactly(day), ..Occasion::default() }
    }

    #[test]
    fn bounds_travel_along_a_chain_with_their_reasons() {
        let mut all = [Occasion::default(), Occasion::default(), on(date(2024, 3, 9))];
        propagate(&mut all, &[order(0, 1, 0), order(1, 2, 1)]);
        assert_eq!(all[0].days.last, Some(date(2024, 3, 8)));
        assert_eq!(all[0].why(), ["1 before 2", "0 before 1"]);
    }

    #[test]
    fn a_contradiction_is_passed_over_and_ends() {
        let mut all = [on(date(2024, 3, 9)), on(date(2024, 3, 1)), Occasion::default()];
        propagate(&mut all, &[order(0, 1, 0), order(0, 2, 1), order(2, 0, 1)]);
        assert_eq!(all[1].days.exact(), Some(date(2024, 3, 1)));
    }
}
