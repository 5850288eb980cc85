//! Which words of which lists stand in the class and id of an element: all are looked for at once.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// The lists.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum List {
    /// Parts of names of readers' comments.
    Comments,
    /// Parts of names of lists of other stories.
    OtherStories,
    Widgets,
    /// Parts of names of margins.
    Margins,
    /// Words that are such names only if they stand alone.
    MarginWords,
    /// The foot of a story, which is part of it.
    Feet,
    /// Days of something else.
    OtherDays,
    Changes,
    Publications,
    Metas,
    Dates,
    /// Words that are names of dates only in some places.
    DateWords,
    Authors,
    Bylines,
}

/// The words of each list.
const LISTS: &[(List, &[&str])] = &[
    (List::Comments, &["comment", "disqus", "kommentar"]),
    (
        List::OtherStories,
        &[
            "related",
            "recommend",
            "teaser",
            "mostread",
            "most-read",
            "mostpopular",
            "popular",
            "trending",
            "promo",
            "latest",
            "readmore",
            "read-more",
            "more-news",
            "morenews",
            "newslist",
            "news-list",
            "recent",
            "similar",
            "linklist",
            "carousel",
            "slider",
            "upcoming",
            "prev-next",
            "pagination",
            "ticker",
            "aktuell",
            "lentanews",
            "navigation",
            "outbrain",
            "taboola",
        ],
    ),
    (List::Widgets, &["widget"]),
    (
        List::Margins,
        &[
            "sidebar",
            "side-bar",
            "sidecol",
            "footer",
            "navbar",
            "topbar",
            "breadcrumb",
            "masthead",
            "copyright",
        ],
    ),
    (List::MarginWords, &["nav", "menu", "aside", "toolbar", "cookie", "newsletter"]),
    (
        List::Feet,
        &[
            "post-footer",
            "entry-footer",
            "article-footer",
            "article__footer",
            "postfooter",
            "content-footer",
            "story-footer",
        ],
    ),
    (
        List::OtherDays,
        &[
            "today",
            "current",
            "event",
            "expir",
            "birth",
            "deadline",
            "countdown",
            "candidate",
            "clock",
        ],
    ),
    (List::Changes, &["updat", "modif", "lastmod", "changed", "aktualis", "bearbeit"]),
    (
        List::Publications,
        &[
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
        ],
    ),
    (
        List::Metas,
        &[
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
        ],
    ),
    (List::Dates, &["datum", "fecha", "datetime", "timestamp", "parution", "tarih", "dato"]),
    (List::DateWords, &["date", "time", "day", "when"]),
    (
        List::Authors,
        &["author", "autor", "auteur", "autore", "writer", "reporter", "journalist", "fn"],
    ),
    (
        List::Bylines,
        &[
            "byline",
            "by-line",
            "by_line",
            "signature",
            "writtenby",
            "written-by",
            "posted-by",
            "contributor",
        ],
    ),
];

static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = LISTS.iter().flat_map(|(_, words)| words.iter());
    let mut builder = AhoCorasick::builder();
    builder.kind(Some(AhoCorasickKind::DFA)).build(words).expect("the words are few")
});

/// The list that each word is of, as the one bit of it.
static BITS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    LISTS.iter().flat_map(|(list, words)| words.iter().map(|_| 1 << *list as u16)).collect()
});

/// The lists of which a word was found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heard(u16);

impl Heard {
    /// In a class and id, in small letters.
    pub fn of(labels: &str) -> Heard {
        let words = WORDS.find_overlapping_iter(labels);
        let bits = words.filter_map(|found| BITS.get(found.pattern().as_usize()));
        Heard(bits.fold(0, |all, bit| all | bit))
    }

    pub fn any(self, list: List) -> bool {
        self.0 & 1 << list as u16 != 0
    }
}
