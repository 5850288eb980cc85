//! A tree to lines: one for each block of text, with where it stands among the elements.

use dom_query::{Element, NodeRef, local_name};

use super::cues::{COMMENTS, CUES, CueTable, Cues};
use super::elements::Kind;
use super::filling::Filling;
use crate::plain::{Form, Line, Part, Shape};

/// A page's lines and the elements they stand in.
#[derive(Default)]
pub(super) struct Outline {
    pub lines: Vec<Line>,
    /// How each line is set.
    pub strips: Vec<Strip>,
    /// Every element before those inside it.
    pub frames: Vec<Frame>,
    /// The headings of the first rank among them.
    headings: Vec<usize>,
}

/// How a line is set.
pub(super) struct Strip {
    /// Surely running text, and not mostly links.
    pub running: bool,
    /// The innermost block element around it: a place in [`Outline::frames`].
    pub owner: usize,
    /// Characters, and how many of them are in links, bold or slanted.
    pub chars: usize,
    pub linked: usize,
    pub strong: usize,
    pub slanted: usize,
    /// Links that begin in it, and whether it begins with one.
    pub anchors: usize,
    pub opens_linked: bool,
    /// Pictures and players since the line before.
    pub pictures: usize,
}

/// An element.
pub(super) struct Frame {
    pub parent: usize,
    pub depth: u16,
    pub tag: Tag,
    /// Its name and classes, without numbers.
    pub signature: u64,
    /// For each cue, the depth of the nearest element from here up that has it.
    pub nearest: [u16; CUES],
    /// What the element's own words weigh: everything below it counts.
    pub weight: Weight,
    /// One past the last frame below it.
    pub end: usize,
}

/// What kind of element it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Tag {
    Other,
    Paragraph,
    Division,
    Item,
    Cell,
    Heading,
    Quote,
    Caption,
    Section,
    Article,
    /// Around the story, wherever it stands.
    Margin,
    /// Around the story, unless it stands in it.
    Edge,
}

impl Tag {
    pub fn of(name: &str) -> Tag {
        match name {
            "p" => Tag::Paragraph,
            "div" => Tag::Division,
            "li" | "dt" | "dd" => Tag::Item,
            "td" | "th" | "tr" => Tag::Cell,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading,
            "blockquote" => Tag::Quote,
            "figcaption" | "caption" => Tag::Caption,
            "section" => Tag::Section,
            "article" | "main" => Tag::Article,
            "nav" | "aside" => Tag::Margin,
            "header" | "footer" => Tag::Edge,
            _ => Tag::Other,
        }
    }
}

/// How much of what is in an element.
#[derive(Clone, Copy, Default)]
pub(super) struct Weight {
    pub lines: usize,
    pub chars: usize,
    pub linked: usize,
    /// Characters of lines that are surely running text.
    pub prose: usize,
    /// The same, of the lines that stand directly in it or in an element in it.
    pub near: usize,
}

/// No element has the cue.
pub(super) const NOWHERE: u16 = u16::MAX;

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave { block: bool, style: Style },
}

/// What an element does to the look of the words in it.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Style {
    Plain,
    Link,
    Strong,
    Slanted,
    Heading,
    Caption,
    Item,
}

impl Style {
    /// The elements that do something to it.
    pub const NAMES: &[&str] = &["a", "b", "strong", "i", "em"];

    pub fn of(name: &str) -> Style {
        match name {
            "a" => Style::Link,
            "b" | "strong" => Style::Strong,
            "i" | "em" => Style::Slanted,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Style::Heading,
            "figcaption" | "caption" => Style::Caption,
            "li" | "dt" | "dd" => Style::Item,
            _ => Style::Plain,
        }
    }
}

/// The outline of an element.
pub(super) fn outline(root: &NodeRef) -> Outline {
    let mut walk = Walk::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => {
                if let Some(leave) = walk.enter(&node) {
                    steps.push(leave);
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
            }
            Step::Leave { block, style } => walk.leave(block, style),
        }
    }
    walk.end_line();
    walk.outline.mark_margins();
    walk.outline
}

impl Outline {
    /// Sets apart the lines of mastheads, side columns and footers: their dates are not the story's.
    fn mark_margins(&mut self) {
        for (line, strip) in self.lines.iter_mut().zip(&self.strips) {
            if is_margin(&self.frames, &self.headings, strip.owner) {
                line.part = Part::Margin;
            }
        }
    }
}

/// True in an element around the story: in no story element, and not around the page's heading.
fn is_margin(frames: &[Frame], headings: &[usize], owner: usize) -> bool {
    let (mut at, mut edge) = (owner, false);
    while let Some(frame) = frames.get(at) {
        match frame.tag {
            Tag::Margin => return true,
            Tag::Article => return false,
            Tag::Edge => edge |= !headings.iter().any(|heading| (at..frame.end).contains(heading)),
            _ => {}
        }
        if frame.parent == at {
            break;
        }
        at = frame.parent;
    }
    edge
}

#[derive(Default)]
struct Walk {
    outline: Outline,
    cues: CueTable,
    /// The open elements, and of them those that are blocks.
    open: Vec<usize>,
    blocks: Vec<usize>,
    filling: Filling,
    links: usize,
    strong: usize,
    slanted: usize,
    headings: usize,
    captions: usize,
    items: usize,
    breaks: usize,
    pictures: usize,
    /// Bytes of running text so far.
    prose: usize,
}

impl Walk {
    /// Takes a node; how to leave it, if its children are to be walked.
    fn enter<'a>(&mut self, node: &NodeRef<'a>) -> Option<Step<'a>> {
        if node.is_text() {
            node.query(|inner| {
                if let dom_query::NodeData::Text { contents } = &inner.data {
                    self.add(contents);
                }
            });
            return None;
        }
        let Some(element) = node.element_ref() else {
            return node
                .may_have_children()
                .then_some(Step::Leave { block: false, style: Style::Plain });
        };
        let kind = Kind::of(&element.name.local);
        self.pictures += usize::from(kind.picture);
        // A page that hides its whole body shows it by a script.
        if kind.skipped || !self.open.is_empty() && is_hidden(&element) {
            return None;
        }
        let cues = self.cues.of(&element) | kind.cues;
        if cues & COMMENTS != 0 && self.prose > STORY {
            return None;
        }
        match &*element.name.local {
            "br" => self.take_break(),
            "td" | "th" => self.end_cell(),
            _ => {}
        }
        let Kind { block, style, .. } = kind;
        if block {
            self.end_line();
        }
        self.open_frame(&element, cues, kind);
        if let Some(count) = self.count(style) {
            *count += 1;
        }
        if style == Style::Link {
            self.filling.anchors += 1;
            self.filling.opens_linked |= self.filling.is_empty();
        }
        Some(Step::Leave { block, style })
    }

    fn leave(&mut self, block: bool, style: Style) {
        if block {
            self.end_line();
            self.blocks.pop();
        }
        if let Some(count) = self.count(style) {
            *count -= 1;
        }
        if let Some(at) = self.open.pop() {
            self.close_frame(at);
        }
    }

    fn count(&mut self, style: Style) -> Option<&mut usize> {
        match style {
            Style::Plain => None,
            Style::Link => Some(&mut self.links),
            Style::Strong => Some(&mut self.strong),
            Style::Slanted => Some(&mut self.slanted),
            Style::Heading => Some(&mut self.headings),
            Style::Caption => Some(&mut self.captions),
            Style::Item => Some(&mut self.items),
        }
    }

    fn open_frame(&mut self, element: &Element, cues: Cues, kind: Kind) {
        let at = self.outline.frames.len();
        let parent = self.open.last().copied();
        let above = parent.and_then(|parent| self.outline.frames.get(parent));
        let depth = self.open.len() as u16;
        let mut nearest = above.map_or([NOWHERE; CUES], |above| above.nearest);
        mark(&mut nearest, cues, depth);
        let frame = Frame {
            parent: parent.unwrap_or(at),
            depth,
            tag: kind.tag,
            signature: signature(element),
            nearest,
            weight: Weight::default(),
            end: at + 1,
        };
        self.outline.frames.push(frame);
        if &*element.name.local == "h1" {
            self.outline.headings.push(at);
        }
        self.open.push(at);
        if kind.block {
            self.blocks.push(at);
        }
    }

    /// Adds what an element weighs to the one around it.
    fn close_frame(&mut self, at: usize) {
        let end = self.outline.frames.len();
        let Some(frame) = self.outline.frames.get_mut(at) else { return };
        frame.end = end;
        let (weight, parent) = (frame.weight, frame.parent);
        if parent != at
            && let Some(above) = self.outline.frames.get_mut(parent)
        {
            above.weight.lines += weight.lines;
            above.weight.chars += weight.chars;
            above.weight.linked += weight.linked;
            above.weight.prose += weight.prose;
        }
    }

    fn add(&mut self, text: &str) {
        let added = self.filling.add(text);
        if added == 0 {
            return;
        }
        self.breaks = 0;
        self.filling.linked += if self.links > 0 { added } else { 0 };
        self.filling.strong += if self.strong > 0 { added } else { 0 };
        self.filling.slanted += if self.slanted > 0 { added } else { 0 };
    }

    /// Two line breaks in a row are a paragraph's end.
    fn take_break(&mut self) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.end_line();
        } else {
            self.filling.space();
        }
    }

    /// Cells of a table of figures stay in one line, those that lay out a page do not.
    fn end_cell(&mut self) {
        if self.filling.len() > CELL { self.end_line() } else { self.filling.space() }
    }

    fn end_line(&mut self) {
        self.breaks = 0;
        let filling = std::mem::take(&mut self.filling);
        let text = filling.text();
        if text.is_empty() {
            return;
        }
        let owner = self.blocks.last().copied().unwrap_or_default();
        let form = self.form(filling.linked * 100 >= text.len() * LINKED);
        let linked = filling.linked.min(text.len());
        let strip = Strip {
            running: linked * 2 < text.len() && Shape::of(text).is_prose(),
            owner,
            chars: text.len(),
            linked,
            strong: filling.strong,
            slanted: filling.slanted,
            anchors: filling.anchors,
            opens_linked: filling.opens_linked,
            pictures: std::mem::take(&mut self.pictures),
        };
        self.outline.lines.push(Line { text: text.to_owned(), gap: 1, form, part: Part::Story });
        self.weigh(&strip);
        self.outline.strips.push(strip);
    }

    fn weigh(&mut self, strip: &Strip) {
        let prose = if strip.running { strip.chars } else { 0 };
        self.prose += prose;
        let Some(owner) = self.outline.frames.get_mut(strip.owner) else { return };
        owner.weight.lines += 1;
        owner.weight.chars += strip.chars;
        owner.weight.linked += strip.linked;
        owner.weight.prose += prose;
        owner.weight.near += prose;
        let parent = owner.parent;
        if parent != strip.owner
            && let Some(above) = self.outline.frames.get_mut(parent)
        {
            above.weight.near += prose;
        }
    }

    fn form(&self, linked: bool) -> Form {
        match self {
            _ if self.captions > 0 => Form::Caption,
            _ if linked => Form::Linked,
            _ if self.headings > 0 => Form::Heading,
            _ if self.items > 0 => Form::Item,
            _ => Form::Plain,
        }
    }
}

/// Bytes of running text after which what calls itself comments is comments.
const STORY: usize = 250;
/// Share of a line's bytes in links, in percent, from which on it is only a link.
const LINKED: usize = 80;
/// Bytes from which on a table's cell is a line of its own.
const CELL: usize = 160;

fn mark(nearest: &mut [u16; CUES], mut cues: Cues, depth: u16) {
    while cues != 0 {
        let bit = cues.trailing_zeros() as usize;
        if let Some(place) = nearest.get_mut(bit) {
            *place = depth;
        }
        cues &= cues - 1;
    }
}

/// An element's name and class, numbers left out, as one number.
fn signature(element: &Element) -> u64 {
    let class = element.attrs.iter().find(|a| a.name.local == local_name!("class"));
    let class = class.map_or("", |class| &class.value);
    let bytes = element.name.local.bytes().chain(class.bytes());
    bytes
        .filter(|b| !b.is_ascii_digit())
        .fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

fn is_hidden(element: &Element) -> bool {
    element.attrs.iter().any(|attribute| match attribute.name.local {
        local_name!("hidden") => true,
        local_name!("aria-hidden") => &*attribute.value == "true",
        local_name!("style") => hides(&attribute.value),
        _ => false,
    })
}

fn hides(style: &str) -> bool {
    let has =
        |word: &[u8]| style.as_bytes().windows(word.len()).any(|w| w.eq_ignore_ascii_case(word));
    if !has(b"none") && !has(b"hidden") {
        return false;
    }
    let style: String = style.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}
