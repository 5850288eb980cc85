//! `consult`: passages that the rules left, put to a language model.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use consult::{Address, Answers, Endpoint, Key, Patience, Report, Run, Sources, passages};
use pipeline::{Tools, annotate};
use record::{Claim, Tier};
use store::{Location, Store};
use text::{ArticleId, Problem};
use view::{Usage, record_file};

use crate::args::Consult;
use crate::output::{self, Screen};
use crate::page::clean;
use crate::status::Status;

/// The only place that a key is read from.
const KEY: &str = "RAPPORTEUR_MODEL_KEY";

/// Asks, keeps what stands in the passages, and prints cost and gain.
pub fn run(args: &Consult, screen: &Screen) -> anyhow::Result<Status> {
    let mut store = Store::reopen(record_file(&args.kept.record)?)?;
    let tools = Tools::shipped();
    if args.dry_run {
        return dry(&store, &tools);
    }
    let endpoint = endpoint(args)?;
    let mut answers = answers(args)?;
    let sources = Sources { answers: &mut answers, endpoint: endpoint.as_ref() };
    let mut run = Run::new(&args.model, &tools, sources);
    run.most = args.max_passages.unwrap_or(usize::MAX);
    all(&mut store, &mut run, screen)?;
    tell(&run.report, args.kept.json)?;
    Ok(if run.report.unanswered > 0 { Status::Unread } else { Status::Done })
}

/// Article by article, each kept as soon as it is done.
fn all(store: &mut Store, run: &mut Run<'_>, screen: &Screen) -> anyhow::Result<()> {
    let articles = store.articles()?;
    let (claims, odd) = (by_article(store.claims()?), odd(store)?);
    for (at, article) in articles.iter().enumerate() {
        screen.progress(&format!(
            "{at} of {} articles, {} passages asked",
            articles.len(),
            run.report.asked
        ));
        let claims = claims.get(&article.id).map_or(&[][..], Vec::as_slice);
        let odd = odd.get(&article.id).map_or(&[][..], Vec::as_slice);
        let consulted = run.consult(article, claims, odd).context("cannot keep answers")?;
        if let Some(reading) = consulted.reading {
            store.add(&[reading], Tools::version())?;
        }
    }
    screen.progress("");
    Ok(())
}

fn by_article(claims: Vec<Claim>) -> BTreeMap<ArticleId, Vec<Claim>> {
    let mut all: BTreeMap<_, Vec<Claim>> = BTreeMap::new();
    claims.into_iter().for_each(|claim| all.entry(claim.article).or_default().push(claim));
    all
}

fn odd(store: &Store) -> anyhow::Result<BTreeMap<ArticleId, Vec<Problem>>> {
    let mut all: BTreeMap<_, Vec<Problem>> = BTreeMap::new();
    let rows = store.problems()?.into_iter();
    rows.for_each(|(article, problem)| all.entry(article).or_default().push(problem));
    Ok(all)
}

fn endpoint(args: &Consult) -> anyhow::Result<Option<Endpoint>> {
    let Some(url) = &args.endpoint else { return Ok(None) };
    let key = std::env::var(KEY).ok().and_then(|written| Key::new(&written));
    let address = Address::new(url, key.as_ref());
    let address = address.map_err(|why| Usage(format!("--endpoint: {why}")))?;
    let answer = Duration::from_secs(args.timeout.max(1));
    Ok(Some(Endpoint::new(address, key, Patience { answer, ..Patience::default() })))
}

fn answers(args: &Consult) -> anyhow::Result<Answers> {
    if let Some(file) = &args.recorded {
        return Answers::recorded(file).with_context(|| format!("cannot read {}", file.display()));
    }
    let file = args.answers.clone().unwrap_or_else(|| beside(&args.kept.record));
    let advice = || format!("cannot write {}; name another file with --answers", file.display());
    Answers::kept(&file).with_context(advice)
}

/// `talks.db.answers.jsonl` beside `talks.db`; `answers.jsonl` here for a record on a server.
fn beside(record: &Path) -> PathBuf {
    let location = Location::from(record);
    let Some(file) = location.file() else { return PathBuf::from("answers.jsonl") };
    let mut name = file.as_os_str().to_owned();
    name.push(".answers.jsonl");
    PathBuf::from(name)
}

fn tell(report: &Report, json: bool) -> anyhow::Result<()> {
    if json { output::print_json(report) } else { output::print(&report.to_string()) }
}

/// What would be sent, one passage a paragraph, the sentence that is asked about between marks.
fn dry(store: &Store, tools: &Tools) -> anyhow::Result<Status> {
    let claims = by_article(store.claims()?);
    for article in store.articles()? {
        let Some(doc) = annotate(&article, tools).0 else { continue };
        let own = claims.get(&article.id).into_iter().flatten();
        let rules: Vec<Claim> =
            own.filter(|claim| claim.tool.tier != Tier::LanguageModel).cloned().collect();
        for passage in passages(&doc, &tools.lexicon, &rules) {
            let (whole, sentence) = (doc.words(passage.whole), doc.words(passage.sentence));
            let marked = whole.replacen(sentence, &format!("[{sentence}]"), 1);
            output::print(&format!("{}: {}\n\n", clean(&article.name), clean(&marked)))?;
        }
    }
    Ok(Status::Done)
}
