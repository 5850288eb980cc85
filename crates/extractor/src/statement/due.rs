//! By when something is promised: "by April 30", "by the end of March", "within two weeks", "on Monday".
//!
//! Reads:  a day or stretch of days that hangs on the deed; of several the one behind *by*, *before*, *until* or
//!         *no later than*; *within* and *in* with a length of time, counted from the day it was promised.
//! Silent: the day from which it is done, and days of what is done something to: "the sanctions of May 2023".

use jiff::Span as Length;
use text::{Anchor, Grain, Span, TimeExpression, TimexKind, TokenIndex, When};

use crate::meeting::time;
use crate::reading::Reading;

/// Of the words that tell the deed, and of the verb that promises it.
pub(super) fn of(reading: &Reading, deed: Span, cue: TokenIndex) -> Option<When> {
    let times = || reading.doc().times.iter().filter(|t| deed.contains(t.span));
    let led = |time: &&TimeExpression, words: &[&str]| words.contains(&lead(reading, deed, time));
    let last = |time: &&TimeExpression| led(time, &["by", "before", "until", "till", "than"]);
    let done = |time: &&TimeExpression| {
        !led(time, &["from", "since", "after", "of", "between", "starting", "beginning"])
    };
    let by = times().filter(last).find_map(|t| t.when.clone());
    let promised = || promised(reading, deed, cue);
    let within = || times().find_map(|t| within(t, lead(reading, deed, t), promised()?));
    by.or_else(within).or_else(|| times().filter(done).find_map(|t| t.when.clone()))
}

/// The word before a time, past an article.
fn lead<'a>(reading: &Reading<'a>, deed: Span, time: &TimeExpression) -> &'a str {
    let before = Span::new(deed.start(), time.span.start());
    let words = before.map(|span| reading.doc().words(span)).unwrap_or_default();
    words.split_whitespace().rfind(|word| *word != "the").unwrap_or_default()
}

/// When it was promised: "pledged **in July** to", else the day of the page.
fn promised(reading: &Reading, deed: Span, cue: TokenIndex) -> Option<When> {
    let own = time::of_cue(reading, cue).filter(|t| !deed.contains(t.evidence.span()));
    let page = || reading.doc().article.published.as_ref().map(|p| p.when.clone());
    own.and_then(|t| t.when).or_else(page)
}

/// "within two weeks": from the day it was promised to the last day of these weeks.
fn within(time: &TimeExpression, lead: &str, promised: When) -> Option<When> {
    let counted = time.kind == TimexKind::Duration && matches!(lead, "within" | "in");
    let length: Length = time.value.parse().ok().filter(|_| counted)?;
    let day = promised.last();
    let until = day.checked_add(length).and_then(|last| last.tomorrow()).ok()?;
    When::range(day, until, Grain::Vague, Anchor::Published)
}
