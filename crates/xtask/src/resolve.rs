//! `bench resolve`: how fast, and how rightly, invented reports become a record.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::Instant;

use lexicon::Lexicon;
use record::{Claim, ClaimId, Record};
use resolver::{Desk, Input, settle};
use text::{Article, ArticleId};

use crate::invent::{News, Size, invent};

/// Settles the news of an invented world and prints seconds, memory and how much is right.
pub fn run(size: &Size) -> anyhow::Result<()> {
    let lexicon = Lexicon::shipped();
    let news = invent(size, &lexicon);
    let reports = news.pages.len();
    println!("invented {reports} reports of {} meetings, {} MB", size.meetings, peak_memory());
    let articles: Vec<Article> = news.pages.iter().map(|page| page.article.clone()).collect();
    let claims: Vec<Claim> = news.pages.iter().flat_map(|page| page.claims.clone()).collect();
    let begun = Instant::now();
    let input = Input {
        articles: &articles,
        claims: &claims,
        judgements: &[],
        problems: &[],
        as_of: None,
        compared: None,
    };
    let record = settle(&input, &lexicon);
    let seconds = begun.elapsed().as_secs_f64();
    println!("settled in {seconds:.1} seconds, peak memory {} MB", peak_memory());
    println!("{} meetings, {}", record.meetings.len(), b_cubed(&record, &news.truth));
    println!("{}", copies_found(&record, &news));
    drop(record);
    one_by_one(&news);
    Ok(())
}

/// Lets a desk take the pages one after another and prints what the last thousand cost.
fn one_by_one(news: &News) {
    let mut desk = Desk::default();
    let mut costs = Vec::new();
    for page in &news.pages {
        let begun = Instant::now();
        desk.add(&page.article, &page.claims);
        costs.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    let mut last = costs.split_off(costs.len().saturating_sub(1_000));
    last.sort_by(f64::total_cmp);
    let at = |share: f64| last.get((last.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    println!(
        "one page more: median {:.2} ms, one in a hundred over {:.2} ms, at most {:.2} ms",
        at(0.5),
        at(0.99),
        last.last().copied().unwrap_or(0.0)
    );
}

/// Peak memory of this process in megabytes, where the system tells; else 0.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1_000
}

/// B3 of claims grouped into meetings.
fn b_cubed(record: &Record, truth: &BTreeMap<ClaimId, usize>) -> String {
    let mut of_claim: BTreeMap<ClaimId, usize> = BTreeMap::new();
    for (meeting, row) in record.meetings.iter().enumerate() {
        of_claim.extend(row.reports.iter().map(|report| (report.claim, meeting)));
    }
    let seated = |claim: &ClaimId| of_claim.get(claim).copied();
    let mut both: BTreeMap<(Option<usize>, usize), usize> = BTreeMap::new();
    let (mut found, mut there) = (BTreeMap::new(), BTreeMap::new());
    for (claim, of) in truth {
        *both.entry((seated(claim), *of)).or_insert(0_usize) += 1;
        *found.entry(seated(claim)).or_insert(0_usize) += 1;
        *there.entry(*of).or_insert(0_usize) += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((meeting, of), count) in both {
        // A claim in no meeting is alone.
        let count = count as f64;
        let alone = meeting.is_none();
        precision += if alone { count } else { count * count / found[&meeting] as f64 };
        recall += if alone { count } else { count * count } / there[&of] as f64;
    }
    let all = truth.len().max(1) as f64;
    let (precision, recall) = (precision / all, recall / all);
    let f1 = 2.0 * precision * recall / (precision + recall);
    format!("B3 {f1:.4} (precision {precision:.4}, recall {recall:.4})")
}

/// Whether copies are in the family of what they copy, and nobody else is.
fn copies_found(record: &Record, news: &News) -> String {
    let mut family: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for (number, origin) in record.origins.iter().enumerate() {
        family.extend(origin.articles.iter().map(|article| (*article, number)));
    }
    let right = news.copies.iter().filter(|(copy, of)| family.get(copy) == family.get(of)).count();
    let originals = news.pages.iter().filter(|p| !news.copies.contains_key(&p.article.id));
    let own: BTreeSet<_> = originals.clone().filter_map(|p| family.get(&p.article.id)).collect();
    let mixed = originals.count() - own.len();
    format!("copies: {right} of {} found, {mixed} originals called copies", news.copies.len())
}
