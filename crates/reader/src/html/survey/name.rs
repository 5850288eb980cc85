//! What the names of elements say of the dates and people in them: `<span class="news-date">`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::region::any_of;

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

const OTHERS: &[&str] =
    &["today", "current", "event", "expir", "birth", "deadline", "countdown", "candidate", "clock"];
const CHANGES: &[&str] = &["updat", "modif", "lastmod", "changed", "aktualis", "bearbeit"];
const PUBLICATIONS: &[&str] = &[
    "publish",
    "posted",
    "pubdate",
    "pub-date",
    "pub_date",
    "created",
    "entry-date",
    "entry-time",
    "publication",
    "released",
];
const METAS: &[&str] = &[
    "meta",
    "byline",
    "submitted",
    "infoline",
    "postinfo",
    "post-info",
    "article-info",
    "author",
    "autor",
    "subline",
    "dateline",
    "detail",
    "credit",
    "caption-time",
    "entry-header",
];
const DATES: &[&str] = &["datum", "fecha", "datetime", "timestamp", "parution", "tarih", "dato"];

/// The lists of words, each to be looked for at once.
struct Cues {
    others: AhoCorasick,
    changes: AhoCorasick,
    publications: AhoCorasick,
    metas: AhoCorasick,
    dates: AhoCorasick,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| Cues {
    others: any_of(OTHERS),
    changes: any_of(CHANGES),
    publications: any_of(PUBLICATIONS),
    metas: any_of(METAS),
    dates: any_of(DATES),
});

/// What a class, id or property says of the date in its element. `labels` is in small letters.
pub(super) fn of_date(labels: &str) -> Option<Name> {
    if labels.is_empty() {
        return None;
    }
    let has = |cues: &AhoCorasick| cues.is_match(labels);
    let dated = has(&CUES.dates) || has_date_word(labels);
    let published = has(&CUES.publications);
    if has(&CUES.changes) && !published {
        return Some(Name::Change);
    }
    match (published, dated) {
        _ if (published || dated) && has(&CUES.others) => Some(Name::Other),
        (true, _) => Some(Name::Publication),
        (_, true) => Some(Name::Date),
        _ => has(&CUES.metas).then_some(Name::Meta),
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
pub(super) fn is_author(labels: &str) -> bool {
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
    let cue = ["author", "autor", "auteur", "autore", "writer", "reporter", "journalist", "fn"];
    if !cue.iter().any(|cue| labels.contains(cue)) {
        return false;
    }
    labels.split_whitespace().any(|label| {
        cue.iter().any(|cue| if *cue == "fn" { label == *cue } else { label.contains(cue) })
            && !NOT.iter().any(|not| label.contains(not))
    })
}

/// True if a class or id says that its element is a byline.
pub(super) fn is_byline(labels: &str) -> bool {
    [
        "byline",
        "by-line",
        "by_line",
        "signature",
        "writtenby",
        "written-by",
        "posted-by",
        "contributor",
    ]
    .iter()
    .any(|cue| labels.contains(cue))
}

#[cfg(test)]
mod tests {
    use super::*;

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
