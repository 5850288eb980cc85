//! Markup made harmless before it is parsed. Tree builders take quadratic time in the depth of
//! nesting and in the number of attributes, and what walks a tree by calling itself runs out of stack.
//! Beyond a depth that no page needs, tags are taken out and their text is left, a paragraph each: the
//! same code reads what remains.

use std::collections::BTreeMap;

use super::markup::{Piece, Pieces, Tag};

/// Elements inside each other. Browsers stop at 512; pages of news stay below 60, wrapped by several
/// systems below 100.
const DEEPEST: usize = 256;
/// Elements of style inside each other. Each that is left open is opened again in every paragraph.
const MOST_STYLED: usize = 24;
/// Longest tag, in bytes. Inlined pictures are the longest that mean something to a browser; to a
/// reader nothing beyond this does.
const LONGEST_TAG: usize = 32 << 10;
/// Attributes of one tag. Each is compared with all before it.
const MOST_ATTRIBUTES: usize = 200;
/// Tags of the page as a whole. More than one of each is a mistake, more than a few are malice.
const MOST_WHOLES: usize = 16;
/// How far up an open element is looked for. Further up it is taken for open still.
const REACH: usize = 64;

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "frame", "image", "keygen", "basefont", "bgsound",
];
/// Elements whose end tag is often left out, and what a new one of each ends.
const SIBLINGS: &[(&str, &[&str])] = &[
    ("p", &["p"]),
    ("li", &["li"]),
    ("dt", &["dt", "dd"]),
    ("dd", &["dt", "dd"]),
    ("option", &["option"]),
    ("tr", &["tr", "td", "th"]),
    ("td", &["td", "th"]),
    ("th", &["td", "th"]),
    ("tbody", &["tbody", "thead", "tfoot", "tr", "td", "th"]),
    ("tfoot", &["tbody", "thead", "tfoot", "tr", "td", "th"]),
];
/// Elements that stay open beyond the end of what they stand in, until their own end tag.
const STYLE: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "label", "mark", "q",
    "ruby", "rt", "samp", "span", "sub", "sup", "time", "var",
];
/// Elements that an end tag of what is outside does not end.
const WALLS: &[&str] =
    &["table", "td", "th", "caption", "template", "object", "marquee", "applet", "button"];
/// The parts of tables, which end within their table only.
const TABLE: &[&str] =
    &["table", "caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th"];
/// Elements of running text.
const PARAGRAPHS: &[&str] = &["p", "li", "blockquote"];
/// Elements with rules of parsing of their own and nothing to read.
const FOREIGN: &[&str] = &["svg", "math", "select"];
/// Tags that change how all that follows is parsed.
const NEVER: &[&str] = &["plaintext", "frameset"];

/// A page that can be parsed in linear time, and what it cost.
pub(super) struct Tamed {
    pub html: String,
    /// Tags that were taken out because they stood too deep.
    pub flattened: usize,
    /// Tags that lost their attributes.
    pub stripped: usize,
    /// Where the page breaks off, if it does.
    pub breaks_off: Option<Cut>,
}

/// What a page that breaks off ends within.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Cut {
    /// A tag, a comment or a script.
    Markup,
    /// A sentence.
    Text,
}

/// Takes out of a page what would take its parser beyond all time.
pub(super) fn tame(page: &str) -> Tamed {
    let mut taming = Taming::default();
    taming.html.reserve(page.len());
    let mut breaks_off = None;
    let mut last = "";
    let mut pieces = Pieces::of(page);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Words(words) => {
                last = words;
                taming.html.push_str(words);
            }
            Piece::Tag(tag) if is_any(&tag.name, FOREIGN) => {
                if !tag.closing {
                    pieces.skip_past(&tag.name);
                }
            }
            Piece::Tag(tag) => taming.take(&tag),
            Piece::Cut(rest) => {
                breaks_off = Some(Cut::Markup);
                taming.html.push_str(rest);
            }
        }
    }
    let breaks_off = breaks_off.or_else(|| taming.breaks_off_in(last).then_some(Cut::Text));
    let Taming { html, flattened, stripped, .. } = taming;
    Tamed { html, flattened, stripped, breaks_off }
}

fn is_any(name: &str, of: &[&str]) -> bool {
    of.contains(&name)
}

/// A page on its way.
#[derive(Default)]
struct Taming {
    html: String,
    /// Elements that are open, the outermost first. Never fewer than a parser holds open.
    open: Vec<Open>,
    /// Elements of style that are open, and those of them that were taken out.
    styled: usize,
    unstyled: usize,
    /// Elements that were taken out and not ended yet, by name.
    dropped: BTreeMap<String, usize>,
    wholes: usize,
    flattened: usize,
    stripped: usize,
}

struct Open {
    name: String,
    /// Elements of style that were open before it.
    styled: usize,
}

impl Taming {
    fn take(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if is_any(name, NEVER) {
            return;
        }
        match name {
            "html" | "body" | "head" => self.take_whole(tag),
            _ if is_any(name, VOID) => self.put(tag),
            _ if is_any(name, STYLE) => self.take_style(tag),
            _ if tag.closing => self.close(tag),
            _ => self.open(tag),
        }
    }

    /// True if the last words of a whole page are an open paragraph's, and end no sentence.
    fn breaks_off_in(&self, last: &str) -> bool {
        let is_page = self.wholes > 0 && self.html.trim_end().ends_with(last.trim_end());
        let mut around = self.open.iter().rev().take(REACH);
        let around = around.find(|open| !is_any(&open.name, INLINE));
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '—');
        is_page
            && around.is_some_and(|open| is_any(&open.name, PARAGRAPHS))
            && last.trim_end().ends_with(goes_on)
    }

    /// The tag, without its attributes if there are too many.
    fn put(&mut self, tag: &Tag) {
        if tag.source.len() <= LONGEST_TAG && tag.attributes <= MOST_ATTRIBUTES {
            return self.html.push_str(tag.source);
        }
        // Pictures are often written out in their tags.
        self.stripped += usize::from(!is_any(&tag.name, VOID));
        self.html.push_str(if tag.closing { "</" } else { "<" });
        self.html.push_str(&tag.name);
        self.html.push('>');
    }

    fn take_whole(&mut self, tag: &Tag) {
        self.wholes += 1;
        if self.wholes <= MOST_WHOLES {
            self.put(tag);
        }
    }

    fn take_style(&mut self, tag: &Tag) {
        let floor = self.open.iter().rev().take(REACH).find(|open| is_any(&open.name, WALLS));
        let floor = floor.map_or(0, |open| open.styled);
        match tag.closing {
            false if self.styled >= MOST_STYLED => {
                self.unstyled += 1;
                self.flattened += 1;
            }
            false => {
                self.styled += 1;
                self.put(tag);
            }
            true if self.unstyled > 0 => self.unstyled -= 1,
            true => {
                self.styled = self.styled.saturating_sub(1).max(floor.min(self.styled));
                self.put(tag);
            }
        }
    }

    fn open(&mut self, tag: &Tag) {
        self.end_siblings(&tag.name);
        if self.open.len() < DEEPEST {
            self.open.push(Open { name: tag.name.clone(), styled: self.styled });
            return self.put(tag);
        }
        *self.dropped.entry(tag.name.clone()).or_default() += 1;
        self.flatten(&tag.name);
    }

    /// Ends what a new element ends by beginning: the item before it.
    fn end_siblings(&mut self, name: &str) {
        let Some((_, ended)) = SIBLINGS.iter().find(|(new, _)| *new == name) else { return };
        let soft = |open: &Open| is_any(&open.name, INLINE) || open.name == "p";
        let above = self.open.iter().rev().take(REACH).enumerate();
        let above = above.take_while(|(_, open)| soft(open) || is_any(&open.name, ended));
        let found = above.filter(|(_, open)| is_any(&open.name, ended)).last();
        if let Some((at, _)) = found {
            self.end_above(self.open.len() - at - 1);
        }
    }

    fn close(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if let Some(dropped) = self.dropped.get_mut(name).filter(|dropped| **dropped > 0) {
            *dropped -= 1;
            return self.flatten(name);
        }
        if let Some(at) = self.find(name) {
            if is_any(name, WALLS) {
                self.styled = self.open.get(at).map_or(0, |open| open.styled);
            }
            self.end_above(at + 1);
            self.open.truncate(at);
        }
        self.put(tag);
    }

    /// Which open element an end tag is the end of.
    fn find(&self, name: &str) -> Option<usize> {
        let stops = |open: &Open| match name {
            _ if is_any(name, TABLE) => matches!(open.name.as_str(), "table" | "template"),
            _ if is_any(name, INLINE) => !is_any(&open.name, INLINE),
            _ => is_any(&open.name, WALLS),
        };
        for (at, open) in self.open.iter().enumerate().rev().take(REACH) {
            if open.name == name {
                return Some(at);
            }
            if stops(open) {
                return None;
            }
        }
        None
    }

    /// Ends all elements but the outermost so many, each with a tag of its own: whatever a parser
    /// thinks of them, it holds no more open than are counted here.
    fn end_above(&mut self, left: usize) {
        while self.open.len() > left {
            if let Some(open) = self.open.pop() {
                self.html.push_str("</");
                self.html.push_str(&open.name);
                self.html.push('>');
            }
        }
    }

    /// A paragraph in the place of a tag, so that words do not run together. Paragraphs do not nest.
    fn flatten(&mut self, name: &str) {
        self.flattened += 1;
        if !is_any(name, INLINE) && !self.html.ends_with("<p>") {
            self.html.push_str("<p>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How deep a parser nests what is left of a page.
    fn depth(page: &str) -> usize {
        let document = dom_query::Document::from(tame(page).html);
        let depth = |node: dom_query::NodeRef| node.ancestors(None).len();
        document.root().descendants_it().map(depth).max().unwrap_or_default()
    }

    #[test]
    fn what_needs_no_taming_is_left_alone() {
        let page = "<!doctype html><html><head><title>a</title><script>if (a<b) '</div>'</script></head><body>\
            <div class=\"a > b\"><p>a <b>b</b><p>c<ul><li>d<li>e</ul><table><tr><td>f<td>g</table></div>\
            </section>h<br/><!-- <div> --></body></html>";
        let tamed = tame(page);
        let ended = tamed.html.replace("</p><p>c", "<p>c").replace("</li><li>e", "<li>e");
        let ended = ended.replace("</li></ul>", "</ul>").replace("</td><td>g", "<td>g");
        let ended = ended.replace("</td></tr></table>", "</table>").replace("</p></div>", "</div>");
        assert_eq!(ended.replace("</ul></p>", "</ul>"), page);
        assert_eq!((tamed.flattened, tamed.stripped, tamed.breaks_off), (0, 0, None));
    }

    #[test]
    fn no_nesting_goes_beyond_the_limit() {
        let many = |unit: &str| unit.repeat(3000);
        for unit in [
            "<div>",
            "<ul><li>",
            "<table><tr><td>",
            "<my-x><div></my-x>",
            "<li><ul></li>",
            "<form><div></form>",
            "<td><div></td>",
            "<div><table></div>",
            "<svg><style><div>",
            "<select><div>",
            "<span><div></span>",
            "<p><button>",
            "<b id=1><div></b>",
            "<table><table></table><td><div></td>",
            "<h1><li>",
            "<h1><h2></h1>",
            "<object></b><i>",
            "<template><div></template>",
            "<dl><dt><dd></dl>",
            "<a><div></a>",
            "<math><mi><div>",
            "<button><div></button>",
            "<noscript><div>",
            "<marquee></div><div>",
        ] {
            let depth = depth(&many(unit));
            // Parsers add rows to tables, and style to what is in it.
            assert!(depth <= 3 * DEEPEST + MOST_STYLED + 8, "{unit}: {depth}");
        }
    }

    #[test]
    fn no_text_is_lost_in_the_depth() {
        let inner =
            "<h1>Envoys</h1><div>one</div><div>two <b>three</b></div><ul><li>four<li>five</ul>";
        let page = format!("{}{inner}{}<p>six", "<div>".repeat(1000), "</div>".repeat(1000));
        let tamed = tame(&page);
        assert!(tamed.flattened > 1000);
        let text = dom_query::Document::from(tamed.html).text().to_string();
        assert_eq!(text, "Envoysonetwo threefourfivesix");
    }

    #[test]
    fn long_tags_lose_their_attributes() {
        let page = format!("<p class=\"{}\">a</p><p id=b>c</p>", "x ".repeat(LONGEST_TAG));
        assert_eq!(tame(&page).html, "<p>a</p><p id=b>c</p>");
        let page = format!("<p{}>a</p>", " a=b".repeat(MOST_ATTRIBUTES + 1));
        assert_eq!(tame(&page).html, "<p>a</p>");
    }

    #[test]
    fn a_page_that_breaks_off_is_noticed() {
        assert_eq!(tame("<p>a</p><p cla").breaks_off, Some(Cut::Markup));
        assert_eq!(tame("<p>a</p><script>b").breaks_off, Some(Cut::Markup));
        assert_eq!(tame("<p>a").breaks_off, None);
        for (page, cut) in [
            ("<body><p>They met in", Some(Cut::Text)),
            ("<body><p>They met in <a href=b>Tarn,\n", Some(Cut::Text)),
            ("<body><p>They met in Tarn.", None),
            ("<body><p>They met in Tarn</p>", None),
            ("<body><p>They met in Tarn</body></html>", None),
            ("<body><div>Tarn", None),
        ] {
            assert_eq!(tame(page).breaks_off, cut, "{page}");
        }
    }
}
