//! A tree to lines: one for each block of text, with what the markup says of it.

use dom_query::NodeRef;

use crate::plain::{Form, Line, Part, is_invisible};

/// Elements that end a line.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];
/// Elements that hold no text for readers.
pub(super) const SKIPPED: &[&str] = &[
    "script", "style", "template", "noscript", "textarea", "select", "button", "svg", "iframe",
    "head", "object", "canvas", "video", "audio", "math",
];

/// Share of a line's characters in links, in percent, from which on it is only a link.
const LINKED: usize = 80;

/// A line being filled.
#[derive(Default)]
struct Filling {
    text: String,
    linked: usize,
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(NodeRef<'a>),
}

/// What encloses the current place.
#[derive(Default)]
struct Context {
    links: usize,
    headings: usize,
    items: usize,
    captions: usize,
    /// Elements that hold the page's own story.
    stories: usize,
    margins: usize,
}

/// The lines below an element, in order.
pub(super) fn lines(root: &NodeRef) -> Vec<Line> {
    let mut walk =
        Walk { context: Context::default(), filling: Filling::default(), lines: Vec::new() };
    let mut steps: Vec<Step> = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if walk.enter(&node) => {
                steps.push(Step::Leave(node));
                steps.extend(node.children_it(true).map(Step::Enter));
            }
            Step::Enter(_) => {}
            Step::Leave(node) => walk.leave(&node),
        }
    }
    walk.end_line();
    walk.lines
}

struct Walk {
    context: Context,
    filling: Filling,
    lines: Vec<Line>,
}

impl Walk {
    /// Takes a node; true if its children are to be walked.
    fn enter(&mut self, node: &NodeRef) -> bool {
        if node.is_text() {
            self.add(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return true };
        let name: &str = &name;
        if SKIPPED.contains(&name) || is_hidden(node) {
            return false;
        }
        self.mark(name, 1);
        self.context.margins += usize::from(self.context.is_margin(node));
        match name {
            "br" | "td" | "th" => self.filling.text.push(' '),
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        if let Some(name) = node.node_name() {
            self.unmark(&name);
            let margins = usize::from(self.context.is_margin(node));
            self.context.margins = self.context.margins.saturating_sub(margins);
        }
    }

    /// Notes an element's start. A block ends the line before it.
    fn mark(&mut self, name: &str, by: usize) {
        if BLOCKS.contains(&name) {
            self.end_line();
        }
        if let Some(count) = self.context.of(name) {
            *count += by;
        }
    }

    fn unmark(&mut self, name: &str) {
        if BLOCKS.contains(&name) {
            self.end_line();
        }
        if let Some(count) = self.context.of(name) {
            *count = count.saturating_sub(1);
        }
    }

    /// Adds text with each run of white space made one space.
    fn add(&mut self, text: &str) {
        let before = self.filling.text.len();
        for c in text.chars().filter(|c| !is_invisible(*c) && !is_control(*c)) {
            match c.is_whitespace() {
                true if self.filling.text.ends_with(' ') || self.filling.text.is_empty() => {}
                true => self.filling.text.push(' '),
                false => self.filling.text.push(c),
            }
        }
        if self.context.links > 0 {
            self.filling.linked += self.filling.text.len() - before;
        }
    }

    fn end_line(&mut self) {
        let filling = std::mem::take(&mut self.filling);
        let text = filling.text.trim();
        if text.is_empty() {
            return;
        }
        let linked = filling.linked * 100 >= text.len() * LINKED;
        let (form, part) = (self.context.form(linked), self.context.part());
        self.lines.push(Line { text: text.to_owned(), gap: 1, form, part });
    }
}

impl Context {
    fn of(&mut self, name: &str) -> Option<&mut usize> {
        match name {
            "a" => Some(&mut self.links),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(&mut self.headings),
            "li" | "dt" | "dd" => Some(&mut self.items),
            "figcaption" | "caption" => Some(&mut self.captions),
            "article" | "main" => Some(&mut self.stories),
            _ => None,
        }
    }

    /// True for an element around the story: masthead, navigation, side column, footer.
    fn is_margin(&self, node: &NodeRef) -> bool {
        let role = node.attr("role").unwrap_or_default();
        let around = self.stories == 0;
        let headed = || node.descendants_it().any(|n| n.node_name().is_some_and(|n| &*n == "h1"));
        match node.node_name().as_deref().unwrap_or_default() {
            "nav" | "aside" => true,
            "footer" => around,
            "header" => around && !headed(),
            _ => match &*role {
                "navigation" | "complementary" => true,
                "banner" | "contentinfo" => around && !headed(),
                _ => false,
            },
        }
    }

    fn part(&self) -> Part {
        if self.margins > 0 { Part::Margin } else { Part::Story }
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

pub(super) fn is_hidden(node: &NodeRef) -> bool {
    let style = node.attr("style").map(|s| s.to_lowercase().replace(' ', "")).unwrap_or_default();
    let gone = style.contains("display:none") || style.contains("visibility:hidden");
    gone || node.attr("hidden").is_some()
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
}

fn is_control(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}
