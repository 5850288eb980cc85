//! `article`: the reader alone.

use std::io::Write;

use pipeline::{Gathered, Reader, Tools, each_batch};
use serde::Serialize;
use text::{Article, Problem};

use super::gathering::{Keep, gathering};
use crate::args::Pages;
use crate::page::problem_line;
use crate::status::Status;
use crate::{names, output};

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    path: &'a str,
    url: Option<&'a str>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<String>,
    published_basis: Option<&'static str>,
    modified: Option<String>,
    language: &'a str,
    credits: &'a [String],
    text: &'a str,
    problems: Vec<String>,
}

/// Prints each article: its text, or with --json one object a line.
pub fn run(args: &Pages) -> anyhow::Result<Status> {
    let (tools, given) = (Tools::shipped(), super::given(args));
    let reader = Reader { tools: &tools, given: &given, jobs: super::jobs(args) };
    let found = gathering(args, Keep::Nothing)?;
    let mut status = found.tell();
    each_batch(&found.inputs, &reader, |files| {
        for file in files {
            if file.is_unread() {
                status = Status::Unread;
            }
            print(&file, args.json)?;
        }
        anyhow::Ok(())
    })?;
    Ok(status)
}

fn print(file: &Gathered, json: bool) -> anyhow::Result<()> {
    for odd in &file.problems {
        output::complain(&problem_line(&odd.path, &odd.problem));
    }
    let mut text = Vec::new();
    for reading in &file.readings {
        if json {
            serde_json::to_writer(&mut text, &out(&reading.article, &reading.problems))?;
            writeln!(text)?;
        } else {
            writeln!(text, "{}\n", reading.article.text)?;
            let name = &reading.article.name;
            reading.problems.iter().for_each(|p| output::complain(&problem_line(name, p)));
        }
    }
    output::print(&String::from_utf8_lossy(&text))
}

fn out<'a>(article: &'a Article, problems: &[Problem]) -> ArticleOut<'a> {
    ArticleOut {
        id: &article.name,
        path: &article.path,
        url: article.url.as_deref(),
        outlet: article.outlet.as_deref(),
        title: article.title.as_deref(),
        byline: article.byline.as_deref(),
        published: article.published.as_ref().map(|p| names::edtf(&p.when)),
        published_basis: article.published.as_ref().map(|p| p.basis.as_str()),
        modified: article.modified.as_ref().map(|m| names::edtf(&m.when)),
        language: &article.language,
        credits: &article.credits,
        text: &article.text,
        problems: problems.iter().map(|p| format!("{} {}", p.code.0, p.message)).collect(),
    }
}
