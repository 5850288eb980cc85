//! The walk itself: into every element once, lines of text put together on the way.

use dom_query::{Document, NodeData, NodeRef};
use rustc_hash::FxHashMap;

use super::heard::{Heard, List};
use super::tag::Tag;
use super::{
    Byline, BylineKind, Heading, Name, Place, Region, Sighting, Source, Survey, name, region,
    script,
};

/// True of elements that hold no text for readers.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "textarea"
            | "select"
            | "svg"
            | "iframe"
            | "object"
            | "canvas"
            | "video"
            | "audio"
            | "math"
    )
}

/// True of elements that do not end a line.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "label"
            | "mark"
            | "q"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "img"
            | "wbr"
            | "svg"
            | "path"
            | "use"
    )
}

/// Bytes of a line that are kept.
const LINE: usize = 400;
/// Bytes of the longest byline.
const BYLINE: usize = 200;
/// Bytes of the longest heading.
const HEADING: usize = 500;
/// Nodes looked at for a short text.
const NODES: usize = 100;
/// Most dates taken from scripts.
const STATED: usize = 50;
/// Most lines and attributes kept of one page.
const MOST: usize = 3_000;
/// Characters kept of what stands before a line.
const BEFORE: usize = 40;
/// Words of the largest element whose name is that of a date in it.
const WIDE: usize = 60;
/// Levels that an element's name reaches down.
const REACH: u8 = 5;

/// What encloses a node.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    region: u16,
    story: u16,
    name: Option<Name>,
    /// Levels below the element that `name` is of.
    below: u8,
    /// The number of that element among those with a name.
    named: u32,
    property: bool,
    is_time: bool,
    in_link: bool,
}

/// What an element's class and id say.
#[derive(Clone, Copy, Debug, Default)]
struct Labels {
    region: Option<Region>,
    date: Option<Name>,
    is_author: bool,
    is_byline: bool,
}

impl Labels {
    fn of(labels: &str) -> Labels {
        let heard = Heard::of(labels);
        Labels {
            region: region::of(labels, heard),
            date: name::of_date(labels, heard),
            is_author: name::is_author(labels, heard),
            is_byline: heard.any(List::Bylines),
        }
    }
}

enum Step<'a> {
    Enter(NodeRef<'a>, Around),
    /// The end of an element that is a line of its own.
    EndLine,
    /// The end of an inline element with a name that speaks of a date.
    EndInline(Around),
    /// The end of an element with a name that speaks of a date: which of them it was.
    EndName(u32),
}

/// A line being filled.
#[derive(Default)]
struct Filling {
    text: String,
    around: Around,
    linked: usize,
    word: usize,
    bytes: usize,
}

struct Walk {
    survey: Survey,
    line: Filling,
    /// The end of the last line.
    before: String,
    stories: u16,
    /// Classes and ids read so far, and room for those of one element.
    labels: FxHashMap<String, Labels>,
    room: String,
    /// For each element with a name: the words before it, then the words in it.
    named: Vec<usize>,
    /// For each sighting the element that its name is of.
    names: Vec<u32>,
}

/// Looks at a whole page.
pub(in crate::html) fn survey(document: &Document, scripts: &[&str]) -> Survey {
    let survey = Survey { regions: vec![Region::Page], ..Survey::default() };
    let mut walk = Walk {
        survey,
        line: Filling::default(),
        before: String::new(),
        stories: 0,
        labels: FxHashMap::default(),
        room: String::new(),
        named: Vec::new(),
        names: Vec::new(),
    };
    let mut steps = vec![Step::Enter(document.root(), Around::default())];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node, around) => walk.enter(node, around, &mut steps),
            Step::EndLine => walk.end_line(),
            Step::EndInline(around) => {
                walk.end_line();
                walk.line.around = around;
            }
            Step::EndName(number) => walk.end_name(number),
        }
    }
    walk.end_line();
    walk.forget_wide_names();
    let stated = scripts.iter().flat_map(|script| script::published(script));
    walk.survey.stated = stated.take(STATED).collect();
    walk.survey
}

impl Walk {
    fn enter<'a>(&mut self, node: NodeRef<'a>, around: Around, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            node.query(|inner| {
                if let NodeData::Text { contents } = &inner.data {
                    self.text(contents, around);
                }
            });
            return;
        }
        let Some(element) = node.element_ref() else {
            return steps.extend(node.children_it(true).map(|child| Step::Enter(child, around)));
        };
        let mut room = std::mem::take(&mut self.room);
        let tag = Tag::of(&element, &mut room);
        self.enter_element(node, &tag, around, steps);
        self.room = room;
    }

    fn enter_element<'a>(
        &mut self,
        node: NodeRef<'a>,
        tag: &Tag,
        around: Around,
        steps: &mut Vec<Step<'a>>,
    ) {
        if self.head(&node, tag) || is_skipped(tag.name) || tag.hidden && tag.property.is_empty() {
            return;
        }
        let labels = self.read_labels(tag.labels);
        let inner = self.inside(tag, labels, around);
        self.notice(&node, tag, labels, inner);
        let is_inline = is_inline(tag.name);
        if inner.below == 0 && inner.name.is_some() {
            steps.push(Step::EndName(inner.named));
        }
        if inner.below == 0 && inner.name.is_some() && is_inline {
            self.end_line();
            steps.push(Step::EndInline(around));
        } else if !is_inline {
            self.end_line();
            steps.push(Step::EndLine);
        }
        steps.extend(node.children_it(true).map(|child| Step::Enter(child, inner)));
    }

    /// What a class and id say. Pages repeat theirs, so each is read once.
    fn read_labels(&mut self, labels: &str) -> Labels {
        if labels.is_empty() {
            return Labels::default();
        }
        if let Some(known) = self.labels.get(labels) {
            return *known;
        }
        let read = Labels::of(&labels.to_lowercase());
        self.labels.insert(labels.to_owned(), read);
        read
    }

    /// Takes what stands in a page's head, wherever it stands. True if there is nothing more in it.
    fn head(&mut self, node: &NodeRef, tag: &Tag) -> bool {
        match tag.name {
            "html" => {
                self.survey.language = Some(tag.lang.to_owned()).filter(|lang| !lang.is_empty())
            }
            "meta" => {
                if !tag.key.is_empty() && !tag.content.is_empty() {
                    let value = || tag.content.to_owned();
                    self.survey.metas.entry(tag.key.clone()).or_insert_with(value);
                }
                return tag.property.is_empty();
            }
            "title" => {
                let text = folded(&node.text());
                if self.survey.title.is_none() && !text.is_empty() && text.len() < 500 {
                    self.survey.title = Some(text);
                }
                return true;
            }
            "link" => {
                if tag.rel == "canonical" && self.survey.canonical.is_none() {
                    self.survey.canonical = Some(tag.href.to_owned());
                }
                return tag.property.is_empty();
            }
            _ => {}
        }
        false
    }

    fn inside(&mut self, tag: &Tag, labels: Labels, around: Around) -> Around {
        let mut inner = Around { below: around.below.saturating_add(1), ..around };
        if inner.below > REACH {
            inner.name = None;
        }
        if inner.region == 0
            && let Some(region) = region::of_tag(tag.name).unwrap_or(labels.region)
            && let Ok(number) = u16::try_from(self.survey.regions.len())
        {
            self.survey.regions.push(region);
            inner.region = number;
        }
        if tag.name == "article" {
            self.stories = self.stories.saturating_add(1);
            inner.story = self.stories;
        }
        let page = matches!(tag.name, "html" | "body" | "main");
        let by_property = match tag.property.as_str() {
            "datepublished" | "datecreated" | "pubdate" | "dc:date" => Some(Name::Publication),
            "datemodified" | "dateupdated" => Some(Name::Change),
            _ if tag.pubdate => Some(Name::Publication),
            _ => None,
        };
        inner.property = by_property.is_some();
        if let Some(name) = by_property.or(labels.date).filter(|_| !page) {
            inner.name = Some(name);
            inner.below = 0;
            inner.named = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
            self.named.push(self.survey.words);
        }
        inner.is_time |= tag.name == "time";
        inner.in_link |= tag.name == "a";
        inner
    }

    fn place(&self, around: Around) -> Place {
        Place { word: self.survey.words, region: around.region, story: around.story }
    }

    /// Keeps what an element says by its tag and attributes.
    fn notice(&mut self, node: &NodeRef, tag: &Tag, labels: Labels, around: Around) {
        let level = match tag.name {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            _ => 0,
        };
        if level > 0 || tag.property == "headline" {
            let text = short_text(node, HEADING);
            if let Some(text) = text {
                let heading = Heading {
                    text,
                    level: if level == 0 { 2 } else { level },
                    place: self.place(around),
                };
                self.survey.headings.push(heading);
            }
        }
        self.notice_date(tag, around);
        self.notice_author(node, tag, labels, around);
    }

    fn notice_date(&mut self, tag: &Tag, around: Around) {
        let dated = tag.name == "time" || around.below == 0 && around.name.is_some();
        let by_title = matches!(tag.name, "abbr" | "time" | "a" | "span") && dated;
        let values = [
            Some(tag.date),
            Some(tag.content).filter(|_| around.property),
            Some(tag.title).filter(|_| by_title),
        ];
        let value = values
            .into_iter()
            .flatten()
            .find(|value| value.len() > 5 && value.contains(|c: char| c.is_ascii_digit()));
        if let Some(value) = value {
            self.see(Source::Attribute, value, around, self.survey.words);
        }
    }

    fn notice_author(&mut self, node: &NodeRef, tag: &Tag, labels: Labels, around: Around) {
        let kind = if tag.property.split(' ').any(|p| p == "author") {
            BylineKind::Property
        } else if tag.rel.split(' ').any(|rel| rel == "author") {
            BylineKind::Link
        } else if tag.labels.is_empty() || matches!(tag.name, "html" | "body" | "img" | "input") {
            return;
        } else if labels.is_author {
            BylineKind::Class
        } else if labels.is_byline {
            BylineKind::Line
        } else {
            return;
        };
        if self.survey.bylines.len() >= 200 {
            return;
        }
        let content = Some(tag.content).filter(|content| !content.is_empty());
        if let Some(text) = content.map(str::to_owned).or_else(|| short_text(node, BYLINE)) {
            self.survey.bylines.push(Byline { text, kind, place: self.place(around) });
        }
    }

    fn text(&mut self, text: &str, around: Around) {
        let line = &mut self.line;
        if line.text.is_empty() {
            line.around = around;
            line.word = self.survey.words;
            line.linked = 0;
            line.bytes = 0;
        }
        line.around.is_time |= around.is_time;
        for (at, word) in text.split_whitespace().enumerate() {
            let glued = at == 0 && !text.starts_with(char::is_whitespace);
            self.survey.words += 1;
            line.bytes += word.len();
            line.linked += if around.in_link { word.len() } else { 0 };
            if line.text.len() < LINE {
                if !line.text.is_empty() && !glued {
                    line.text.push(' ');
                }
                line.text.push_str(word);
            }
        }
        if text.ends_with(char::is_whitespace) && !line.text.is_empty() && line.text.len() < LINE {
            line.text.push(' ');
        }
    }

    fn end_name(&mut self, number: u32) {
        if let Some(words) =
            usize::try_from(number).ok().and_then(|number| self.named.get_mut(number))
        {
            *words = self.survey.words - *words;
        }
    }

    /// The name of an element that holds whole paragraphs is not that of a date in one of them.
    fn forget_wide_names(&mut self) {
        for (sighting, number) in self.survey.sightings.iter_mut().zip(&self.names) {
            let words = usize::try_from(*number).ok().and_then(|number| self.named.get(number));
            if sighting.source == Source::Text && words.is_some_and(|words| *words > WIDE) {
                sighting.name = None;
                sighting.property = false;
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = line.text.trim();
        if text.is_empty() {
            return;
        }
        if text.contains(char::is_numeric) {
            let mut around = line.around;
            around.in_link = line.linked * 2 > line.bytes;
            self.see(Source::Text, text, around, line.word);
        }
        let tail = text.char_indices().rev().take(BEFORE).last().map_or(0, |(at, _)| at);
        self.before.clear();
        self.before.push_str(&text[tail..]);
    }

    fn see(&mut self, source: Source, text: &str, around: Around, word: usize) {
        if self.survey.sightings.len() >= MOST {
            return;
        }
        self.names.push(around.named);
        self.survey.sightings.push(Sighting {
            source,
            text: text.to_owned(),
            before: self.before.to_lowercase(),
            name: around.name,
            property: around.property,
            is_time: around.is_time,
            in_link: around.in_link,
            place: Place { word, region: around.region, story: around.story },
            cut: source == Source::Text && text.len() >= LINE,
        });
    }
}

/// The text of an element, if it is no longer than so many bytes.
fn short_text(node: &NodeRef, most: usize) -> Option<String> {
    let mut text = String::new();
    for inner in node.descendants_it().take(NODES) {
        if inner.is_text()
            && !inner
                .parent()
                .is_some_and(|parent| parent.has_name("script") || parent.has_name("style"))
        {
            text.push_str(&inner.text());
        } else if inner.has_name("br")
            || inner.has_name("li")
            || inner.has_name("p")
            || inner.has_name("div")
        {
            text.push(' ');
        }
        if text.len() > most * 2 {
            return None;
        }
    }
    let text = folded(&text);
    (!text.is_empty() && text.len() <= most).then_some(text)
}

/// A text with its white space folded.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
