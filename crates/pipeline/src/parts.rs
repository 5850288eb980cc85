//! Files taken apart: one part after another of one file after another.

use std::panic::{AssertUnwindSafe, catch_unwind};

use reader::{Capture, Captures, Given};
use store::SourceProblem;
use text::{Digest, Problem};

use crate::gather::{self, Gathered};
use crate::parallel::Heavy;
use crate::{Input, SourceLimits, problems};

/// A part of a file.
pub(crate) struct Part {
    /// Which file, by its place in the list.
    pub file: usize,
    /// Which part of all, in order.
    pub number: usize,
    content: Content,
}

enum Content {
    /// To be read.
    Capture(Capture),
    /// What kept it from being read.
    Odd(SourceProblem),
}

impl Part {
    /// Why it is not read, and which file it is of.
    pub fn left_out(self) -> (usize, Gathered) {
        let problem = match self.content {
            Content::Capture(capture) => gather::odd(&capture, problems::left_out()),
            Content::Odd(problem) => problem,
        };
        (self.file, Gathered { readings: Vec::new(), problems: vec![problem] })
    }

    /// Its articles, and which file it is of.
    pub fn read(self, given: &Given) -> (usize, Gathered) {
        let gathered = match self.content {
            Content::Capture(capture) => gather::read(&capture, given),
            Content::Odd(problem) => Gathered { readings: Vec::new(), problems: vec![problem] },
        };
        (self.file, gathered)
    }
}

impl Heavy for Part {
    fn weight(&self) -> usize {
        match &self.content {
            Content::Capture(capture) => capture.weight(),
            Content::Odd(_) => 0,
        }
    }
}

/// The parts of all files, in order. A file is opened when its turn comes.
pub(crate) fn parts(inputs: &[Input], limits: SourceLimits) -> impl Iterator<Item = Part> {
    let parts =
        inputs.iter().enumerate().flat_map(move |(file, input)| Opened::new(file, input, limits));
    parts.enumerate().map(|(number, (file, content))| Part { file, number, content })
}

/// A file being taken apart.
struct Opened<'a> {
    file: usize,
    path: String,
    captures: Option<Captures<'a>>,
    odd: Option<Problem>,
}

impl<'a> Opened<'a> {
    fn new(file: usize, input: &'a Input, limits: SourceLimits) -> Opened<'a> {
        let path = input.name();
        let (captures, odd) = match input.open() {
            Ok(stream) => (Some(Captures::within(limits, stream, &path)), None),
            Err(cause) => (None, Some(problems::unreadable(&cause))),
        };
        Opened { file, path, captures, odd }
    }

    /// The next capture. If taking apart fails, that is the end of this file alone.
    fn capture(&mut self) -> Option<Capture> {
        let captures = self.captures.as_mut()?;
        catch_unwind(AssertUnwindSafe(|| captures.next())).unwrap_or_else(|panic| {
            self.captures = None;
            self.odd = Some(problems::failed("reader", &*panic));
            None
        })
    }

    fn problem(&mut self) -> Option<SourceProblem> {
        let problem = self.odd.take()?;
        Some(SourceProblem {
            path: self.path.clone(),
            content: Digest::of(&[self.path.as_bytes()]),
            problem,
        })
    }
}

impl Iterator for Opened<'_> {
    type Item = (usize, Content);

    fn next(&mut self) -> Option<(usize, Content)> {
        let capture = self.capture().map(Content::Capture);
        let content = capture.or_else(|| self.problem().map(Content::Odd))?;
        Some((self.file, content))
    }
}
