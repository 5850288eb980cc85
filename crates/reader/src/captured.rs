//! One capture as an article, by what it is.

use capture::{Capture, Content, Decoded, Format, Item, Response, decode, sniff};
use text::Problem;

use crate::draft::Draft;
use crate::page_date::{self, Order};
use crate::published::Candidate;
use crate::{Given, Listed, Reading, feed, html, mail, markdown, name, pdf, plain, problems, rows};

/// Words of the shortest article in an archive, where nobody chose the pages by hand.
const RECORD: usize = 25;

/// Reads a capture. Never fails: what cannot be read is a problem.
pub fn read_capture(capture: &Capture, given: &Given) -> Reading {
    let piece = Piece { capture, given };
    match capture.content() {
        Content::Page(format, bytes) => piece.page(*format, bytes),
        Content::Response(response) => piece.response(response),
        Content::Row(row) => rows::read(row, capture, given),
        Content::Item(item) => piece.item(item),
        Content::Message(bytes) => piece.message(bytes),
        Content::Entry(entry) => Reading { listed: vec![Listed::of(entry)], ..Reading::default() },
        Content::Odd(problem) => only(problem.clone()),
    }
}

/// A capture, and what a person knows of it.
struct Piece<'a> {
    capture: &'a Capture,
    given: &'a Given,
}

impl Piece<'_> {
    /// A file that is one article.
    fn page(&self, format: Format, bytes: &[u8]) -> Reading {
        if format == Format::Pdf {
            return match pdf::read(bytes) {
                Ok(draft) => self.finish(draft, bytes),
                Err(problem) => only(problem),
            };
        }
        let decoded = decode(bytes, None);
        let mut draft = match format {
            Format::Html => html::read(&decoded.text),
            Format::Markdown => markdown::read(&decoded.text),
            _ => plain_text(&decoded.text),
        };
        draft.problems.extend(oddities(&decoded));
        self.finish(draft, bytes)
    }

    /// One page of a web archive.
    fn response(&self, response: &Response) -> Reading {
        let body = match response.unpacked() {
            Ok(body) => body,
            Err(problem) => return only(problem),
        };
        let decoded = decode(&body, response.charset.as_deref());
        let mut draft = match sniff(&body) {
            Format::Html => html::read(&decoded.text),
            Format::Text | Format::Markdown => plain_text(&decoded.text),
            _ => Draft::default(),
        };
        if draft.body_words() < RECORD {
            let message = format!("no article in the record at byte {}", response.at);
            return only(problems::NOT_AN_ARTICLE.found(message));
        }
        draft.problems.extend(oddities(&decoded));
        draft.url = response.url.clone().or(draft.url);
        let by_url = draft.url.as_deref().and_then(page_date::url_day);
        draft.dates.extend(by_url.map(|day| Candidate::Day(day, text::DateBasis::Url)));
        draft.name = draft.url.as_deref().and_then(name::of_address).unwrap_or_default();
        self.finish(draft, &body)
    }

    fn item(&self, item: &Item) -> Reading {
        let title = Some(item.title.as_str()).filter(|title| !title.is_empty());
        let mut draft = html::read_fragment(&item.text, title);
        feed::describe(item, &mut draft);
        let mut reading = self.finish(draft, item.text.as_bytes());
        if item.is_summary() || reading.articles.is_empty() {
            reading.listed.extend(item.entry().as_ref().map(Listed::of));
        }
        reading
    }

    fn message(&self, bytes: &[u8]) -> Reading {
        match mail::read(bytes) {
            Some(draft) => self.finish(draft, bytes),
            None => only(problems::NOT_AN_ARTICLE.found("a message without a text")),
        }
    }

    /// The article with its name, or why it is none.
    fn finish(&self, mut draft: Draft, bytes: &[u8]) -> Reading {
        let mut reading = Reading::default();
        if draft.pieces.is_empty() {
            let because =
                draft.problems.into_iter().filter(|p| p.code.0 == problems::NOT_AN_ARTICLE.code);
            because.for_each(|problem| reading.note(problem));
            if reading.problems.is_empty() {
                reading.note(problems::NOT_AN_ARTICLE.found("no article in it"));
            }
            return reading;
        }
        if draft.name.is_empty() {
            draft.name = self.capture.name().to_owned();
        }
        draft.path = self.capture.path().to_owned();
        let (article, problems) = draft.finish(bytes, self.given);
        reading.add(article, problems);
        reading
    }
}

fn plain_text(text: &str) -> Draft {
    plain::read(text, plain::Known { title: None, order: Order::Unknown })
}

fn only(problem: Problem) -> Reading {
    let mut reading = Reading::default();
    reading.note(problem);
    reading
}

fn oddities(decoded: &Decoded) -> Vec<Problem> {
    let declared = decoded.declared.map(|declared| {
        problems::CHARSET.found(format!("declares {declared} but is {}", decoded.used))
    });
    let lost = (decoded.lost > 0).then(|| {
        problems::BAD_BYTES
            .found(format!("{} characters could not be read as {}", decoded.lost, decoded.used))
    });
    declared.into_iter().chain(lost).collect()
}
