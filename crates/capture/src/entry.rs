//! Pages that a source names without carrying their text.

/// A page that a feed, a sitemap or a table names: what they say of it, as they say it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// Its address: `http` or `https`.
    pub url: String,
    /// What lies there.
    pub kind: EntryKind,
    /// Its headline.
    pub title: Option<String>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// When it was published, as it is written.
    pub published: Option<String>,
}

/// What lies at the address of an entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum EntryKind {
    /// An article, or so the list says.
    Page,
    /// A further list.
    List,
}

impl Entry {
    /// A page of which nothing but its address is known; `None` if that is not one of the web.
    pub(crate) fn page(url: String) -> Option<Entry> {
        let kind = EntryKind::Page;
        let page = |url| Entry { url, kind, title: None, outlet: None, published: None };
        is_web(&url).then(|| page(url))
    }
}

/// True for an address of the web.
pub(crate) fn is_web(url: &str) -> bool {
    url.starts_with("http://") || url.starts_with("https://")
}

/// Words, if there are any.
pub(crate) fn some(words: &str) -> Option<String> {
    Some(words.to_owned()).filter(|words| !words.is_empty())
}
