//! `annotate --attributions`: who says, thinks and wants what, as JSON Lines.

use std::io::BufRead;
use std::path::Path;

use anyhow::Context;
use pipeline::{AttributionRelation, Reader, Tools, as_given, attribute, each};
use record::Manner;
use serde::{Deserialize, Serialize};
use text::{Article, Span};

use super::gathering::{Keep, gathering};
use crate::args::{Annotate, Pages, Unit};
use crate::output::{self, Screen};
use crate::page::problem_line;
use crate::status::Status;

/// A row whose text is taken as it stands.
#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    attributions: Vec<AttributionOut>,
}

#[derive(Serialize)]
struct AttributionOut {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
    kind: &'static str,
    manner: &'static str,
}

/// Prints the attributions of each article or row.
pub fn run(args: &Annotate, screen: &Screen) -> anyhow::Result<Status> {
    let teller = Teller { unit: args.unit, tools: Tools::shipped(), screen };
    let (rows, pages): (Vec<_>, Vec<_>) =
        args.pages.paths.iter().cloned().partition(|path| holds_rows(path));
    for path in &rows {
        let file = super::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        of_rows(file, &teller).with_context(|| format!("cannot read {}", path.display()))?;
    }
    if pages.is_empty() {
        return Ok(Status::Done);
    }
    of_pages(&Pages { paths: pages, ..args.pages.clone() }, &teller)
}

/// What the answers are made with.
struct Teller<'a> {
    unit: Unit,
    tools: Tools,
    screen: &'a Screen,
}

/// True if this begins like rows with an id and a text. Of standard input nothing is taken.
fn holds_rows(path: &Path) -> bool {
    if path.as_os_str() == "-" {
        let first = |held: &[u8]| held.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        return std::io::stdin().lock().fill_buf().is_ok_and(|held| first(held) == Some(b'{'));
    }
    let first = || {
        let mut line = String::new();
        super::open(path).ok()?.read_line(&mut line).ok()?;
        serde_json::from_str::<Row>(&line).ok()
    };
    path.is_file() && first().is_some()
}

fn of_rows(lines: Box<dyn BufRead>, teller: &Teller<'_>) -> anyhow::Result<()> {
    for (number, line) in lines.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let row: Row = serde_json::from_str(&line)
            .with_context(|| format!("line {} is no row with an `id` and a `text`", number + 1))?;
        teller.show(&as_given(&row.id, &row.text))?;
    }
    Ok(())
}

fn of_pages(pages: &Pages, teller: &Teller<'_>) -> anyhow::Result<Status> {
    let (given, screen) = (super::given(pages), teller.screen);
    let reader = Reader { tools: &teller.tools, given: &given, jobs: super::jobs(pages) };
    let found = gathering(pages, Keep::Nothing, screen)?;
    let before = found.tell(screen);
    super::tell_if_none(&found, screen);
    let seen = each(&found.inputs, &reader, |part| {
        let odd = part.problems.iter().map(|odd| (&odd.path, &odd.problem));
        odd.for_each(|(path, problem)| screen.tell(&problem_line(path, problem)));
        part.readings.iter().try_for_each(|reading| teller.show(&reading.article))
    })?;
    Ok(super::ending(before, seen))
}

impl Teller<'_> {
    fn show(&self, article: &Article) -> anyhow::Result<()> {
        let (relations, problems) = attribute(article, &self.tools);
        problems.iter().for_each(|p| self.screen.tell(&problem_line(&article.name, p)));
        let ruler = Ruler::of(&article.text, self.unit);
        let attributions = relations.iter().map(|relation| ruler.attribution(relation)).collect();
        let mut line = serde_json::to_string(&ArticleOut { id: &article.name, attributions })?;
        line.push('\n');
        output::print(&line)
    }
}

/// What offsets count in a text.
enum Ruler {
    Bytes,
    /// The bytes at which characters begin.
    Characters(Vec<usize>),
}

impl Ruler {
    fn of(text: &str, unit: Unit) -> Ruler {
        match unit {
            Unit::Bytes => Ruler::Bytes,
            Unit::Characters => Ruler::Characters(text.char_indices().map(|(at, _)| at).collect()),
        }
    }

    fn attribution(&self, relation: &AttributionRelation) -> AttributionOut {
        let measured = |spans: &[Span]| spans.iter().map(|span| self.span(*span)).collect();
        AttributionOut {
            source: measured(&relation.source),
            cue: measured(&relation.cue),
            content: measured(&relation.content),
            kind: relation.kind.as_str(),
            manner: manner(relation.manner),
        }
    }

    fn span(&self, span: Span) -> [usize; 2] {
        [span.start(), span.end()].map(|byte| match self {
            Ruler::Bytes => byte as usize,
            Ruler::Characters(starts) => starts.partition_point(|start| *start < byte as usize),
        })
    }
}

fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Verbatim => "verbatim",
        Manner::Mixed => "mixed",
        Manner::Paraphrase => "paraphrase",
        Manner::Inferred => "inferred",
    }
}
