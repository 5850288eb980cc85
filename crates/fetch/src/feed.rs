//! What feeds and sitemaps list: the addresses of their items. What an item itself says is left to the
//! stages; here only its address matters.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use url::Url;

/// Most addresses taken from one list. The format of sitemaps allows this many.
const MOST: usize = 50_000;
/// Bytes of an address. Rules of sites are held against each of them.
pub(crate) const LONGEST_ADDRESS: usize = 8 << 10;
/// Bytes within which a list names its kind.
const HEAD: usize = 4096;

/// The web addresses that a feed or a sitemap lists, each once, in its order. Nothing if it is neither.
pub(crate) fn links(content: &[u8], base: &Url) -> Option<Vec<Url>> {
    let text = String::from_utf8_lossy(content);
    is_list(&text).then(|| {
        let (mut links, mut known) = (Vec::new(), BTreeSet::new());
        let web = written(&text).into_iter().filter_map(|link| base.join(link.trim()).ok());
        let web = web.filter(|url| matches!(url.scheme(), "http" | "https"));
        let web = web.filter(|url| url.as_str().len() <= LONGEST_ADDRESS);
        for mut url in web {
            url.set_fragment(None);
            if known.insert(url.clone()) {
                links.push(url);
            }
        }
        links
    })
}

/// True if the first element is that of a feed or of a sitemap.
fn is_list(text: &str) -> bool {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim_start());
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                let name = tag.local_name();
                let kinds = ["rss", "feed", "RDF", "urlset", "sitemapindex"];
                return kinds.contains(&name.as_ref());
            }
            Ok(Event::Text(words)) if words.trim().is_empty() => {}
            Ok(Event::Eof | Event::Text(_)) | Err(_) => return false,
            Ok(_) if reader.buffer_position() > HEAD as u64 => return false,
            Ok(_) => {}
        }
    }
}

/// Where in a list the reader stands.
#[derive(Default)]
struct Place {
    /// Within an item, an entry, or an address of a sitemap.
    in_item: bool,
    /// Within an element whose text is an address.
    in_link: bool,
    words: String,
    links: Vec<String>,
}

/// Addresses as they are written, as far as the list can be read.
fn written(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    let mut place = Place::default();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) => place.open(&tag),
            Event::Empty(tag) => place.attribute(&tag),
            Event::End(tag) => place.close(tag.local_name().as_ref()),
            Event::Text(words) if place.in_link => place.words.push_str(&words),
            Event::CData(words) if place.in_link => place.words.push_str(&words),
            Event::GeneralRef(name) if place.in_link && &*name == "amp" => place.words.push('&'),
            _ => {}
        }
        if place.links.len() >= MOST {
            break;
        }
    }
    place.links
}

impl Place {
    fn open(&mut self, tag: &BytesStart) {
        match tag.local_name().as_ref() {
            "item" | "entry" | "url" | "sitemap" => self.in_item = true,
            // Other vocabularies have links of their own: pictures, comments, the feed itself.
            "link" | "loc" if self.in_item && tag.name().prefix().is_none() => {
                self.attribute(tag);
                self.in_link = true;
                self.words.clear();
            }
            _ => {}
        }
    }

    /// `<link href="…">` of Atom; only the one that leads to the item itself.
    fn attribute(&mut self, tag: &BytesStart) {
        if !self.in_item || tag.name().as_ref() != "link" {
            return;
        }
        let value = |name: &str| {
            let value = tag.try_get_attribute(name).ok()??;
            value.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
        };
        if value("rel").is_none_or(|rel| rel == "alternate") {
            self.links.extend(value("href"));
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "item" | "entry" | "url" | "sitemap" => self.in_item = false,
            "link" | "loc" if self.in_link => {
                self.in_link = false;
                let words = self.words.trim();
                self.links.extend((!words.is_empty()).then(|| words.to_owned()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(list: &str) -> Option<Vec<String>> {
        let base = Url::parse("https://example.org/feeds/all.xml").unwrap();
        Some(links(list.as_bytes(), &base)?.into_iter().map(String::from).collect())
    }

    #[test]
    fn items_of_rss_are_listed() {
        let list = "\u{feff}<?xml version='1.0'?><!-- c --><rss><channel><link>https://example.org/</link>\
            <atom:link href='https://example.org/self' rel='self'/>\
            <item><link>https://example.org/a?x=1&amp;y=2#top</link><media:link>https://example.org/p</media:link></item>\
            <item><link><![CDATA[ /b ]]></link></item><item><link>javascript:alert(1)</link></item>\
            <item><link>/b</link></item></channel></rss>";
        let expected = ["https://example.org/a?x=1&y=2", "https://example.org/b"];
        assert_eq!(of(list).unwrap(), expected);
    }

    #[test]
    fn entries_of_atom_are_listed() {
        let list = "<feed><link href='/'/><entry><link rel='edit' href='/no'/><link href='a.html'/></entry>\
            <entry><link rel='alternate' href='//example.com/b'></link></entry></feed>";
        let expected = ["https://example.org/feeds/a.html", "https://example.com/b"];
        assert_eq!(of(list).unwrap(), expected);
    }

    #[test]
    fn sitemaps_are_listed() {
        let list = "<urlset><url><loc>https://example.org/1</loc><image:image><image:loc>https://example.org/p.jpg\
            </image:loc></image:image></url></urlset>";
        assert_eq!(of(list).unwrap(), ["https://example.org/1"]);
        let list =
            "<sitemapindex><sitemap><loc>https://example.org/s.xml</loc></sitemap></sitemapindex>";
        assert_eq!(of(list).unwrap(), ["https://example.org/s.xml"]);
    }

    #[test]
    fn pages_are_no_lists() {
        assert_eq!(of("<!doctype html><html><body><a href='/a'>a</a></body></html>"), None);
        assert_eq!(of("Envoys meet"), None);
        assert_eq!(of(""), None);
        assert_eq!(
            of("<rss><channel><item><link>https://example.org/1</link></item><item").unwrap().len(),
            1
        );
    }

    #[test]
    fn entities_of_its_own_are_not_expanded() {
        let list = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>\
            <rss><item><link>https://example.org/&a;x</link></item></rss>";
        assert_eq!(of(list).unwrap(), ["https://example.org/x"]);
    }
}
