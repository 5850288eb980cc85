//! What no record of this kind can tell, in words that are always shown.

/// One line each.
pub const CAVEATS: &[&str] = &[
    "Whether a report is true. The record says who says what, in which words; where accounts \
     differ both stand, and no side is chosen.",
    "What nobody published. Secret talks, and talks told only by pages that were not read, are \
     not in it. “Not reported” is not “did not happen”.",
    "Whether two outlets are independent of each other when they share no words. Origins are \
     counted by texts, credits and citations; two reporters who called the same official count \
     as two.",
    "Whether a promise was broken. “Overdue” is computed from its day; “broken” stands only \
     where a report or a person says so.",
    "The day of a report that bears none. It is narrowed by what other reports tell, and \
     otherwise left open; no page’s date is taken from its furniture.",
    "Who an unnamed source is. “A senior official” stays that.",
    "What a silence means. An outlet that leaves out an issue may not know of it, or may not \
     hold it worth telling.",
    "What a translation would say. Words stand in the language in which they were published; \
     languages without a reader are kept and searched, and no claims are read in them.",
    "Who has a place on a map. Points show what reports name; no border is drawn as right.",
    "How often it errs on your own pages. The figures here come from other pages, small sets \
     and other years; rules were written with some of them in sight. Judge a sample yourself on \
     the review page.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_told_is_always_said() {
        assert!(CAVEATS.len() >= 8);
        for must in ["true", "nobody published", "independent", "broken", "unnamed", "your own"] {
            assert!(CAVEATS.iter().any(|line| line.contains(must)), "nothing is said of “{must}”");
        }
        assert!(CAVEATS.iter().all(|line| line.ends_with('.') && !line.contains("  ")));
    }
}
