//! `code`: the event coder alone, JSON Lines in and out.

use std::fs;
use std::io::BufRead;

use anyhow::Context;
use pipeline::{Coded, EventCoder, Row, Tools};
use serde::Serialize;
use serde_json::Value;

use crate::args::Code;
use crate::output::{self, Screen};
use crate::page::clean;
use crate::status::Status;
use view::{CodedOut, Usage};

/// Answers each line of the input with its events.
pub fn run(args: &Code, screen: &Screen) -> anyhow::Result<Status> {
    let tools = Tools::shipped();
    let coder = coder(args)?;
    let file =
        super::open(&args.file).with_context(|| format!("cannot read {}", args.file.display()))?;
    let lines = file.lines().map(|line| asked(line.map_err(|e| e.to_string())));
    let mut status = Status::Done;
    pipeline::code(lines, (&tools, &coder), super::jobs_or_all(args.jobs), |asked, coded| {
        let answer = Answer::new(asked, coded);
        if let Some(problem) = &answer.problem {
            screen.tell(&format!("{}: {problem}", args.file.display()));
            status = Status::Unread;
        }
        output::print(&if args.json { answer.json()? } else { answer.lines() })
    })?;
    Ok(status)
}

fn coder(args: &Code) -> anyhow::Result<EventCoder> {
    let mut coder = EventCoder::shipped();
    for path in &args.patterns {
        let file = fs::read_to_string(path)
            .with_context(|| format!("cannot read the patterns of {}", path.display()))?;
        if let Some(bad) = coder.book.add(&file).first() {
            let place = format!("{}, line {}", path.display(), bad.number);
            return Err(Usage(format!("{place}: {}", bad.why)).into());
        }
    }
    Ok(coder)
}

/// What a line asks.
struct Asked {
    id: Value,
    problem: Option<String>,
}

fn asked(line: Result<String, String>) -> (Asked, Option<Row>) {
    let read = line.and_then(|line| {
        serde_json::from_str::<Value>(&line).map_err(|e| format!("not a JSON object: {e}"))
    });
    let bad = |id, problem| (Asked { id, problem: Some(problem) }, None);
    let row = match read {
        Ok(row) => row,
        Err(why) => return bad(Value::Null, why),
    };
    let id = row.get("id").cloned().unwrap_or(Value::Null);
    let Some(text) = row.get("text").and_then(Value::as_str) else {
        return bad(id, "no `text` in the line".to_owned());
    };
    let date = row.get("date").and_then(Value::as_str).and_then(|d| d.get(..10)?.parse().ok());
    let row = Row { text: text.to_owned(), date };
    (Asked { id, problem: None }, Some(row))
}

/// What a line is answered.
#[derive(Serialize)]
struct Answer {
    id: Value,
    events: Vec<CodedOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

impl Answer {
    fn new(asked: Asked, coded: Option<Coded>) -> Answer {
        let Some(Coded { row, events }) = coded else {
            return Answer { id: asked.id, events: Vec::new(), problem: asked.problem };
        };
        match events {
            Ok(events) => {
                let events = events.into_iter().map(|event| CodedOut::of(event, &row));
                Answer { id: asked.id, events: events.collect(), problem: None }
            }
            Err(problem) => {
                Answer { id: asked.id, events: Vec::new(), problem: Some(problem.message) }
            }
        }
    }

    fn json(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string(self)? + "\n")
    }

    /// For reading: who, to whom, what, and in which words.
    fn lines(&self) -> String {
        let id = super::shown_id(&self.id);
        let line = |e: &CodedOut| {
            let kind = e.plover.unwrap_or("-");
            let (source, target, quote) = (&e.source, &e.target, clean(&e.quote));
            format!("{id}\t{source}\t{target}\t{}\t{kind}\t{}\t{quote}\n", e.cameo, e.status)
        };
        self.events.iter().map(line).collect()
    }
}
