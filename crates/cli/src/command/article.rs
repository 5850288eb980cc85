//! `article`: the reader alone.

use pipeline::{Reader, Reading, each};
use serde::Serialize;
use text::{Article, Aside, Block, BlockKind, Problem};

use super::gathering::{Keep, gathering};
use crate::args::Pages;
use crate::output::{self, Screen};
use crate::page::{problem_line, put_article};
use crate::status::Status;

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
    /// How many kinds of place on the page give that day.
    published_agreeing: Option<u8>,
    modified: Option<String>,
    language: &'a str,
    credits: &'a [String],
    text: &'a str,
    /// What each stretch of `text` is, in bytes.
    blocks: Vec<BlockOut>,
    around: &'a [Aside],
    problems: Vec<String>,
}

#[derive(Serialize)]
struct BlockOut {
    kind: BlockKind,
    start: u32,
    end: u32,
}

impl BlockOut {
    fn of(block: &Block) -> BlockOut {
        BlockOut { kind: block.kind, start: block.span.start(), end: block.span.end() }
    }
}

/// Prints each article as soon as it is read: for reading, or with --json one object a line.
pub fn run(args: &Pages, screen: &Screen) -> anyhow::Result<Status> {
    let (tools, given) = (super::tools(args)?, super::given(args));
    let reader = Reader { tools: &tools, given: &given, jobs: super::jobs(args) };
    let found = gathering(args, Keep::Nothing, screen)?;
    let before = found.tell(screen);
    super::tell_if_none(&found, screen);
    let show = if args.json { print_json } else { print };
    let seen = each(&found.inputs, &reader, |part| {
        for odd in &part.problems {
            screen.tell(&problem_line(&odd.path, &odd.problem));
        }
        part.readings.iter().try_for_each(|reading| show(reading, screen))
    })?;
    Ok(super::ending(before, seen))
}

/// The problems are in the object, where a program looks for them.
fn print_json(reading: &Reading, _: &Screen) -> anyhow::Result<()> {
    let mut line = serde_json::to_string(&out(&reading.article, &reading.problems))?;
    line.push('\n');
    output::print(&line)
}

fn print(reading: &Reading, screen: &Screen) -> anyhow::Result<()> {
    let name = &reading.article.name;
    reading.problems.iter().for_each(|p| screen.tell(&problem_line(name, p)));
    let mut sheet = screen.sheet();
    put_article(&mut sheet, &reading.article);
    output::print(&format!("{}\n", sheet.into_text()))
}

fn out<'a>(article: &'a Article, problems: &[Problem]) -> ArticleOut<'a> {
    ArticleOut {
        id: &article.name,
        path: &article.path,
        url: article.url.as_deref(),
        outlet: article.outlet.as_deref(),
        title: article.title.as_deref(),
        byline: article.byline.as_deref(),
        published: article.published.as_ref().map(|p| exporter::edtf(&p.when)),
        published_basis: article.published.as_ref().map(|p| p.basis.as_str()),
        published_agreeing: article.published.as_ref().map(|p| p.agreeing),
        modified: article.modified.as_ref().map(|m| exporter::edtf(&m.when)),
        language: &article.language,
        credits: &article.credits,
        text: &article.text,
        blocks: article.blocks.iter().map(BlockOut::of).collect(),
        around: &article.around,
        problems: problems.iter().map(|p| format!("{} {}", p.code.0, p.message)).collect(),
    }
}
