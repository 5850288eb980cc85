//! Markup made harmless before it is parsed. Tree builders take quadratic time in the depth of
//! nesting and in the number of attributes, and what walks a tree by calling itself runs out of stack.
//! Beyond a depth that no page needs, tags are taken out and their text is left, a paragraph each: the
//! same code reads what remains.

use std::borrow::Cow;
use std::collections::BTreeMap;

use memchr::memmem;

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

/// What is special about an element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Nature {
    Plain,
    /// `html`, `body` and `head`.
    Whole,
    /// It changes how all that follows is parsed.
    Never,
    /// With rules of parsing of its own and nothing to read.
    Foreign,
    /// For browsers, not for readers.
    Program,
    /// Without content.
    Void,
    /// It stays open beyond the end of what it stands in, until its own end tag.
    Style,
    /// Within a line.
    Inline,
    /// An end tag of what is outside does not end it.
    Wall,
    /// A part of a table, which ends within its table only.
    TablePart,
    /// Both.
    TableWall,
}

impl Nature {
    fn of(name: &str) -> Nature {
        match name {
            "html" | "body" | "head" => Nature::Whole,
            "plaintext" | "frameset" => Nature::Never,
            "svg" | "math" | "select" => Nature::Foreign,
            "script" | "style" => Nature::Program,
            "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta"
            | "param" | "source" | "track" | "wbr" | "frame" | "image" | "keygen" | "basefont"
            | "bgsound" => Nature::Void,
            "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike"
            | "strong" | "tt" | "u" => Nature::Style,
            "a" | "abbr" | "bdi" | "bdo" | "cite" | "data" | "del" | "dfn" | "ins" | "kbd"
            | "label" | "mark" | "q" | "ruby" | "rt" | "samp" | "span" | "sub" | "sup" | "time"
            | "var" => Nature::Inline,
            "template" | "object" | "marquee" | "applet" | "button" => Nature::Wall,
            "table" | "td" | "th" | "caption" => Nature::TableWall,
            "colgroup" | "tbody" | "thead" | "tfoot" | "tr" => Nature::TablePart,
            _ => Nature::Plain,
        }
    }

    fn is_wall(self) -> bool {
        matches!(self, Nature::Wall | Nature::TableWall)
    }

    fn is_of_table(self) -> bool {
        matches!(self, Nature::TablePart | Nature::TableWall)
    }
}

/// What a new element of a name ends, if it is one whose end tag is often left out.
fn siblings(name: &str) -> &'static [&'static str] {
    match name {
        "p" => &["p"],
        "li" => &["li"],
        "dt" | "dd" => &["dt", "dd"],
        "option" => &["option"],
        "tr" => &["tr", "td", "th"],
        "td" | "th" => &["td", "th"],
        "tbody" | "tfoot" => &["tbody", "thead", "tfoot", "tr", "td", "th"],
        _ => &[],
    }
}

/// A page that can be parsed in linear time, and what it cost.
pub(super) struct Tamed<'a> {
    pub html: String,
    pub programs: Programs<'a>,
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

/// What a page holds for programs, which is taken out of it.
#[derive(Default)]
pub(super) struct Programs<'a> {
    /// The blocks of JSON-LD.
    pub linked_data: Vec<&'a str>,
    pub scripts: Vec<&'a str>,
}

/// Takes out of a page what would take its parser beyond all time, and what is not for readers.
pub(super) fn tame(page: &str) -> Tamed<'_> {
    let mut taming = Taming::default();
    taming.html.reserve(page.len() / 2);
    let mut breaks_off = None;
    let mut last = "";
    let mut pieces = Pieces::of(page);
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Words(words) => {
                last = words;
                taming.html.push_str(words);
            }
            Piece::Comment(_) => {}
            Piece::Held(held) => taming.hold(held),
            Piece::Tag(tag) => match Nature::of(&tag.name) {
                Nature::Foreign if tag.closing => {}
                Nature::Foreign => pieces.skip_past(&tag.name),
                nature => taming.take(&tag, nature),
            },
            Piece::Cut(rest) => {
                breaks_off = Some(Cut::Markup);
                taming.hold(rest);
            }
        }
    }
    let breaks_off = breaks_off.or_else(|| taming.breaks_off_in(last).then_some(Cut::Text));
    let Taming { html, programs, flattened, stripped, .. } = taming;
    Tamed { html, programs, flattened, stripped, breaks_off }
}

/// What is done with what an element holds in which tags are not tags.
#[derive(Clone, Copy, Default)]
enum Holding {
    #[default]
    Words,
    LinkedData,
    Script,
    Nothing,
}

impl Holding {
    fn of(tag: &Tag) -> Holding {
        match &*tag.name {
            _ if tag.closing => Holding::Words,
            "script" if memmem::find(tag.source.as_bytes(), b"ld+json").is_some() => {
                Holding::LinkedData
            }
            "script" => Holding::Script,
            "style" | "iframe" | "textarea" | "noembed" | "noframes" => Holding::Nothing,
            _ => Holding::Words,
        }
    }
}

/// A page on its way.
#[derive(Default)]
struct Taming<'a> {
    html: String,
    programs: Programs<'a>,
    /// What the last tag holds, if it is one whose content is not markup.
    holding: Holding,
    /// Elements that are open, the outermost first. Never fewer than a parser holds open.
    open: Vec<Open<'a>>,
    /// Elements of style that are open, and those of them that were taken out.
    styled: usize,
    unstyled: usize,
    /// Elements that were taken out and not ended yet, by name.
    dropped: BTreeMap<String, usize>,
    wholes: usize,
    flattened: usize,
    stripped: usize,
}

struct Open<'a> {
    name: Cow<'a, str>,
    nature: Nature,
    /// Elements of style that were open before it.
    styled: usize,
}

impl<'a> Taming<'a> {
    fn hold(&mut self, held: &'a str) {
        match self.holding {
            Holding::Words => self.html.push_str(held),
            Holding::LinkedData => self.programs.linked_data.push(held),
            Holding::Script => self.programs.scripts.push(held),
            Holding::Nothing => {}
        }
    }

    fn take(&mut self, tag: &Tag<'a>, nature: Nature) {
        self.holding = Holding::of(tag);
        match nature {
            Nature::Never | Nature::Foreign | Nature::Program => {}
            Nature::Whole => self.take_whole(tag),
            Nature::Void => self.put(tag),
            Nature::Style => self.take_style(tag),
            _ if tag.closing => self.close(tag, nature),
            _ => self.open(tag, nature),
        }
    }

    /// True if the last words of a whole page are an open paragraph's, and end no sentence.
    fn breaks_off_in(&self, last: &str) -> bool {
        let is_page = self.wholes > 0 && self.html.trim_end().ends_with(last.trim_end());
        let mut around = self.open.iter().rev().take(REACH);
        let around = around.find(|open| open.nature != Nature::Inline);
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-' | '–' | '—');
        is_page
            && around.is_some_and(|open| matches!(&*open.name, "p" | "li" | "blockquote"))
            && last.trim_end().ends_with(goes_on)
    }

    /// The tag, without its attributes if there are too many.
    fn put(&mut self, tag: &Tag<'a>) {
        if tag.source.len() <= LONGEST_TAG && tag.attributes <= MOST_ATTRIBUTES {
            return self.html.push_str(tag.source);
        }
        // Pictures are often written out in their tags.
        self.stripped += usize::from(Nature::of(&tag.name) != Nature::Void);
        self.html.push_str(if tag.closing { "</" } else { "<" });
        self.html.push_str(&tag.name);
        self.html.push('>');
    }

    fn take_whole(&mut self, tag: &Tag<'a>) {
        self.wholes += 1;
        if self.wholes <= MOST_WHOLES {
            self.put(tag);
        }
    }

    fn take_style(&mut self, tag: &Tag<'a>) {
        let floor = self.open.iter().rev().take(REACH).find(|open| open.nature.is_wall());
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

    fn open(&mut self, tag: &Tag<'a>, nature: Nature) {
        self.end_siblings(siblings(&tag.name));
        if self.open.len() < DEEPEST {
            self.open.push(Open { name: tag.name.clone(), nature, styled: self.styled });
            return self.put(tag);
        }
        *self.dropped.entry(tag.name.to_string()).or_default() += 1;
        self.flatten(nature);
    }

    /// Ends what a new element ends by beginning: the item before it.
    fn end_siblings(&mut self, ended: &[&str]) {
        if ended.is_empty() {
            return;
        }
        let soft = |open: &Open| open.nature == Nature::Inline || open.name == "p";
        let above = self.open.iter().rev().take(REACH).enumerate();
        let above = above.take_while(|(_, open)| soft(open) || ended.contains(&&*open.name));
        let found = above.filter(|(_, open)| ended.contains(&&*open.name)).last();
        if let Some((at, _)) = found {
            self.end_above(self.open.len() - at - 1);
        }
    }

    fn close(&mut self, tag: &Tag<'a>, nature: Nature) {
        if let Some(dropped) = self.dropped.get_mut(&*tag.name).filter(|dropped| **dropped > 0) {
            *dropped -= 1;
            return self.flatten(nature);
        }
        if let Some(at) = self.find(&tag.name, nature) {
            if nature.is_wall() {
                self.styled = self.open.get(at).map_or(0, |open| open.styled);
            }
            self.end_above(at + 1);
            self.open.truncate(at);
        }
        self.put(tag);
    }

    /// Which open element an end tag is the end of.
    fn find(&self, name: &str, nature: Nature) -> Option<usize> {
        let stops = |open: &Open| match nature {
            _ if nature.is_of_table() => matches!(&*open.name, "table" | "template"),
            Nature::Inline => open.nature != Nature::Inline,
            _ => open.nature.is_wall(),
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
    fn flatten(&mut self, nature: Nature) {
        self.flattened += 1;
        if nature != Nature::Inline && !self.html.ends_with("<p>") {
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
        let page = "<!doctype html><html><head><title>a</title></head><body>\
            <div class=\"a > b\"><p>a <b>b</b><p>c<ul><li>d<li>e</ul><table><tr><td>f<td>g</table></div>\
            </section>h<br/></body></html>";
        let tamed = tame(page);
        let ended = tamed.html.replace("</p><p>c", "<p>c").replace("</li><li>e", "<li>e");
        let ended = ended.replace("</li></ul>", "</ul>").replace("</td><td>g", "<td>g");
        let ended = ended.replace("</td></tr></table>", "</table>").replace("</p></div>", "</div>");
        assert_eq!(ended.replace("</ul></p>", "</ul>"), page);
        assert_eq!((tamed.flattened, tamed.stripped, tamed.breaks_off), (0, 0, None));
    }

    #[test]
    fn programs_are_set_apart() {
        let page = "<style>p > a</style><p>a<script>if (a<b) '</div>'</script><!-- <div> -->b\
            <script type=\"application/ld+json\">{}</script><svg><path/></svg><iframe><p></iframe><script>c";
        let tamed = tame(page);
        assert_eq!(tamed.html, "<p>ab<iframe></iframe>");
        assert_eq!(tamed.programs.scripts, ["if (a<b) '</div>'", "c"]);
        assert_eq!(tamed.programs.linked_data, ["{}"]);
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
