//! What the names of elements say of the dates and people in them: `<span class="news-date">`.

use super::heard::{Heard, List};

/// What an element's name says its date is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::html) enum Name {
    /// The one of publication.
    Publication,
    /// The one of the last change.
    Change,
    /// A date of something.
    Date,
    /// A line about the article: who, when, where.
    Meta,
    /// The day of something else: today, an event, an expiry.
    Other,
}

/// What a class, id or property says of the date in its element. `labels` is in small letters.
pub(super) fn of_date(labels: &str, heard: Heard) -> Option<Name> {
    let dated = heard.any(List::Dates) || heard.any(List::DateWords) && has_date_word(labels);
    let published = heard.any(List::Publications);
    if heard.any(List::Changes) && !published {
        return Some(Name::Change);
    }
    match (published, dated) {
        _ if (published || dated) && heard.any(List::OtherDays) => Some(Name::Other),
        (true, _) => Some(Name::Publication),
        (_, true) => Some(Name::Date),
        _ => heard.any(List::Metas).then_some(Name::Meta),
    }
}

/// "date", "post-date", "newsDate", "time"; not "update", "validate", "sometimes".
fn has_date_word(labels: &str) -> bool {
    labels.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(word, "time" | "date" | "day" | "when")
            || word.starts_with("date")
            || word.ends_with("time") && word.len() < 14
            || word.ends_with("date")
                && !["update", "validate", "candidate", "mandate"]
                    .iter()
                    .any(|not| word.ends_with(not))
    })
}

/// True if a class or id says that its element names the author.
pub(super) fn is_author(labels: &str, heard: Heard) -> bool {
    heard.any(List::Authors) && names_author(labels)
}

fn names_author(labels: &str) -> bool {
    const NOT: &[&str] = &[
        "authority",
        "authoriz",
        "authoris",
        "authored",
        "bio",
        "avatar",
        "photo",
        "image",
        "img",
        "box",
        "desc",
        "social",
        "icon",
        "title",
        "job",
        "email",
        "about",
        "info",
        "count",
        "links",
        "co-author-list-header",
    ];
    let cue = ["author", "autor", "auteur", "writer", "reporter", "journalist"];
    labels.split_whitespace().any(|label| {
        (label == "fn" || cue.iter().any(|cue| label.contains(cue)))
            && !NOT.iter().any(|not| label.contains(not))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_date(labels: &str) -> Option<Name> {
        super::of_date(labels, Heard::of(labels))
    }

    #[test]
    fn names_say_what_a_date_is_of() {
        assert_eq!(of_date("news-date"), Some(Name::Date));
        assert_eq!(of_date("entry-date published"), Some(Name::Publication));
        assert_eq!(of_date("date-modified"), Some(Name::Change));
        assert_eq!(of_date("today-date"), Some(Name::Other));
        assert_eq!(of_date("post-meta"), Some(Name::Meta));
        assert_eq!(of_date("sometimes"), None);
        assert_eq!(of_date("candidate"), None);
    }
}
