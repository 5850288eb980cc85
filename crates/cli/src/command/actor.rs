//! `actor`: phrases that name somebody, JSON Lines in, their codes out.

use std::io::BufRead;

use anyhow::Context;
use pipeline::{CodedActor, Mention, Tools, actor};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use text::{Problem, Span};

use crate::args::Actor;
use crate::output::{self, Screen};
use crate::page::clean;
use crate::status::Status;

/// Answers each line of the input with the actor of its phrase.
pub fn run(args: &Actor, screen: &Screen) -> anyhow::Result<Status> {
    let tools = Tools::shipped();
    let place = args.file.display();
    let file = super::open(&args.file).with_context(|| format!("cannot read {place}"))?;
    let mut status = Status::Done;
    for line in file.lines() {
        let answer = Answer::of(&line?, |mention| actor(mention, &tools));
        if let Some(problem) = &answer.problem {
            screen.tell(&format!("{place}: {problem}"));
            status = Status::Unread;
        }
        output::print(&if args.json {
            serde_json::to_string(&answer)? + "\n"
        } else {
            answer.line()
        })?;
    }
    Ok(status)
}

/// What a line asks.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    id: Value,
    text: String,
    date: Option<String>,
    context: Option<String>,
    start: Option<u32>,
    end: Option<u32>,
}

impl Asked {
    fn mention(self) -> Mention {
        let date = self.date.and_then(|date| date.get(..10)?.parse().ok());
        let span = self.start.zip(self.end).and_then(|(start, end)| Span::new(start, end));
        Mention { text: self.text, date, context: self.context, span }
    }
}

/// What it is answered; without codes if the phrase names nobody.
#[derive(Default, Serialize)]
struct Answer {
    id: Value,
    country: Option<String>,
    sector: Option<String>,
    code: Option<String>,
    name: Option<String>,
    office: Option<String>,
    basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
}

impl Answer {
    fn of(line: &str, find: impl Fn(&Mention) -> Result<Option<CodedActor>, Problem>) -> Answer {
        let asked: Asked = match serde_json::from_str(line) {
            Ok(asked) => asked,
            Err(why) => return Answer { problem: Some(why.to_string()), ..Answer::default() },
        };
        let id = asked.id.clone();
        match find(&asked.mention()) {
            Ok(None) => Answer { id, ..Answer::default() },
            Ok(Some(actor)) => Answer {
                id,
                country: Some(actor.country),
                sector: Some(actor.sector),
                code: Some(actor.code),
                name: actor.name,
                office: actor.office,
                basis: Some(actor.basis.as_str()),
                problem: None,
            },
            Err(why) => Answer { id, problem: Some(why.message), ..Answer::default() },
        }
    }

    /// For reading: whose, in which role, who.
    fn line(&self) -> String {
        let id = super::shown_id(&self.id);
        let columns = [&self.code, &self.country, &self.sector, &self.name, &self.office];
        let said = columns.map(|column| clean(column.as_deref().unwrap_or("-")));
        format!("{id}\t{}\n", said.join("\t"))
    }
}
