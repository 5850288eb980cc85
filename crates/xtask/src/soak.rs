//! `bench soak`: a server under load while its record grows, and how its answers and its memory fare.
//!
//! One process reads a looped feed of invented pages into the record, one serves it, and this one asks for every kind of page at a
//! steady rate. A request is timed from the moment it was due, so that a server that stalls cannot hide it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use lexicon::Lexicon;
use ureq::Agent;

use crate::generate;
use crate::invent::{Size, invent};
use crate::tree;

/// Requests under way at once.
const ASKERS: usize = 8;
/// Pages in a file of the feed.
const FILE_PAGES: usize = 25;
/// Addresses that are asked for, of each kind of page.
const OF_A_KIND: usize = 6;

/// How long, and how much.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Soak {
    /// How long
    #[arg(long, default_value_t = 60)]
    minutes: u64,
    /// Requests a second
    #[arg(long, default_value_t = 200)]
    rate: u64,
    /// Seconds from the reading of one file of 25 pages to that of the next
    #[arg(long, default_value_t = 2)]
    pace: u64,
    /// Reports in the feed, half of which are in the record at the start
    #[arg(long, default_value_t = 2_000)]
    reports: usize,
    /// Where the server listens on this machine
    #[arg(long, default_value_t = 7_979)]
    port: u16,
}

/// Runs it and prints a line a minute, then a line for each kind of page.
pub fn run(soak: &Soak) -> anyhow::Result<()> {
    let program = tree::program()?;
    let place = tree::scratch("soak")?;
    let feed = feed(soak.reports, &place)?;
    let (record, half) = (place.join("r.db"), feed.len() / 2);
    tree::run(read(&program, &feed[..half], &record).stderr(Stdio::null()))?;
    let server = Server::start(&program, &record, soak.port)?;
    let site = Site::explored(soak.port)?;
    println!("{} addresses of {} kinds", site.addresses.len(), site.kinds());
    let trial = Trial::new(soak);
    thread::scope(|threads| {
        threads.spawn(|| trial.keep_reading(&program, &feed, &record));
        (0..ASKERS).for_each(|_| drop(threads.spawn(|| trial.keep_asking(&site))));
        trial.watch(server.0.id());
    });
    drop(server);
    trial.tell();
    fs::remove_dir_all(place)?;
    Ok(())
}

/// Files of invented pages.
fn feed(reports: usize, place: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let size = Size { reports, meetings: reports / 20, seed: 1 };
    let news = invent(&size, &Lexicon::shipped());
    let rows: Vec<String> = news.pages.iter().map(|page| generate::row(page).to_string()).collect();
    let write = |(number, rows): (usize, &[String])| {
        let path = place.join(format!("{number:05}.jsonl"));
        fs::write(&path, rows.join("\n")).map(|()| path)
    };
    Ok(rows.chunks(FILE_PAGES).enumerate().map(write).collect::<std::io::Result<_>>()?)
}

fn read(program: &Path, files: &[PathBuf], record: &Path) -> Command {
    let mut read = Command::new(program);
    read.arg("read").args(files).arg("--record").arg(record).args(["--jobs", "1", "--quiet"]);
    read.stdout(Stdio::null());
    read
}

/// A server that ends with its owner.
struct Server(Child);

impl Server {
    fn start(program: &Path, record: &Path, port: u16) -> anyhow::Result<Server> {
        let mut serve = Command::new(program);
        serve
            .arg("serve")
            .arg("--record")
            .arg(record)
            .arg("--bind")
            .arg(format!("127.0.0.1:{port}"));
        let server = serve.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let server = Server(server.context("cannot start the server")?);
        let patience = Instant::now() + Duration::from_secs(60);
        while agent().get(address(port, "/")).call().is_err() {
            if Instant::now() > patience {
                bail!("the server does not answer");
            }
            thread::sleep(Duration::from_millis(200));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn agent() -> Agent {
    Agent::config_builder().timeout_global(Some(Duration::from_secs(20))).build().new_agent()
}

fn address(port: u16, path: &str) -> String {
    format!("http://127.0.0.1:{port}{path}")
}

/// What there is to ask for.
struct Site {
    port: u16,
    /// Each with its kind.
    addresses: Vec<(String, String)>,
}

impl Site {
    /// Follows links from the first page, and takes some addresses of each kind.
    fn explored(port: u16) -> anyhow::Result<Site> {
        let (agent, mut addresses) = (agent(), vec![("/".to_owned(), "/".to_owned())]);
        let mut at = 0;
        while let Some((_, path)) = addresses.get(at) {
            let page = agent
                .get(address(port, path))
                .call()
                .and_then(|mut page| page.body_mut().read_to_string());
            let page = page.with_context(|| format!("cannot read {path}"))?;
            for path in links(&page, path) {
                let kind = kind(&path);
                let known = addresses.iter().filter(|(other, _)| *other == kind).count();
                if known < OF_A_KIND && addresses.iter().all(|(_, other)| *other != path) {
                    addresses.push((kind, path));
                }
            }
            at += 1;
        }
        Ok(Site { port, addresses })
    }

    fn kinds(&self) -> usize {
        let kinds: std::collections::BTreeSet<_> =
            self.addresses.iter().map(|(kind, _)| kind).collect();
        kinds.len()
    }
}

/// Addresses on the same server that a page leads to.
fn links(page: &str, path: &str) -> Vec<String> {
    let targets = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let whole = |target: &str| {
        let target = unescaped(target);
        let target = target.split('#').next().unwrap_or_default();
        let own = path.split('?').next().unwrap_or_default();
        if target.starts_with('?') { format!("{own}{target}") } else { target.to_owned() }
    };
    targets
        .map(whole)
        .filter(|target| target.starts_with('/') && !target.starts_with("//"))
        .collect()
}

/// An attribute's value as the browser takes it.
fn unescaped(value: &str) -> String {
    let mut parts = value.split("&#x");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once(';').unwrap_or(("", part));
        plain.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        plain.push_str(rest);
    }
    plain.replace("&amp;", "&")
}

/// The folder, the kind of what is in it, and the names of what is asked.
fn kind(path: &str) -> String {
    let (path, asked) = path.split_once('?').unwrap_or((path, ""));
    let mut parts = path.trim_start_matches('/').splitn(2, '/');
    let folder = parts.next().unwrap_or_default();
    let within = parts.next().map_or("", |_| "/…");
    let names: Vec<_> = asked.split('&').filter_map(|pair| pair.split('=').next()).collect();
    let asked = if asked.is_empty() { String::new() } else { format!("?{}", names.join("&")) };
    format!("/{folder}{within}{asked}")
}

/// What has happened so far.
struct Trial {
    soak: Soak,
    begun: Instant,
    over: AtomicBool,
    due: AtomicU64,
    errors: AtomicU64,
    read: AtomicU64,
    reader_peak: AtomicU64,
    /// Milliseconds by kind of page, and of the last minute.
    times: Mutex<(BTreeMap<String, Vec<f64>>, Vec<f64>)>,
}

impl Trial {
    fn new(soak: &Soak) -> Trial {
        Trial {
            soak: *soak,
            begun: Instant::now(),
            over: AtomicBool::new(false),
            due: AtomicU64::new(0),
            errors: AtomicU64::new(0),
            read: AtomicU64::new(0),
            reader_peak: AtomicU64::new(0),
            times: Mutex::default(),
        }
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// File after file, from the first again after the last.
    fn keep_reading(&self, program: &Path, feed: &[PathBuf], record: &Path) {
        let pace = Duration::from_secs(self.soak.pace);
        for (due, file) in (0..).zip(feed.iter().cycle().take_while(|_| !self.is_over())) {
            thread::sleep((pace * due).saturating_sub(self.begun.elapsed()));
            let reader =
                read(program, std::slice::from_ref(file), record).stderr(Stdio::null()).spawn();
            let Ok(mut reader) = reader else { return self.count_error() };
            loop {
                self.reader_peak.fetch_max(kilobytes(reader.id(), "VmHWM:"), Ordering::Relaxed);
                match reader.try_wait() {
                    Ok(None) => thread::sleep(Duration::from_millis(20)),
                    Ok(Some(status)) if status.success() => break,
                    _ => break self.count_error(),
                }
            }
            self.read.fetch_add(FILE_PAGES as u64, Ordering::Relaxed);
        }
    }

    /// Asks whenever the next request is due.
    fn keep_asking(&self, site: &Site) {
        let agent = agent();
        while !self.is_over() {
            let number = self.due.fetch_add(1, Ordering::Relaxed);
            let due =
                self.begun + Duration::from_micros(number * 1_000_000 / self.soak.rate.max(1));
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let index = usize::try_from(number).unwrap_or_default() % site.addresses.len();
            let (kind, path) = &site.addresses[index];
            let answer = agent.get(address(site.port, path)).call();
            match answer.and_then(|mut page| page.body_mut().read_to_vec()) {
                // A row may have become part of another since its address was found.
                Ok(_) | Err(ureq::Error::StatusCode(404)) => self.note(kind, due.elapsed()),
                Err(why) => {
                    eprintln!("{path}: {why}");
                    self.count_error();
                }
            }
        }
    }

    fn count_error(&self) {
        self.errors.fetch_add(1, Ordering::Relaxed);
    }

    fn note(&self, kind: &str, took: Duration) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        let took = took.as_secs_f64() * 1_000.0;
        times.0.entry(kind.to_owned()).or_default().push(took);
        times.1.push(took);
    }

    /// A line a minute, until the time is over.
    fn watch(&self, server: u32) {
        println!(
            "{:>6} {:>9} {:>7} {:>8} {:>12} {:>12} {:>10}",
            "minute", "requests", "errors", "p99 ms", "server MiB", "reader MiB", "pages read"
        );
        for minute in 1..=self.soak.minutes {
            thread::sleep(Duration::from_secs(60 * minute).saturating_sub(self.begun.elapsed()));
            let last =
                std::mem::take(&mut self.times.lock().unwrap_or_else(PoisonError::into_inner).1);
            println!(
                "{minute:>6} {:>9} {:>7} {:>8.1} {:>12} {:>12} {:>10}",
                last.len(),
                self.errors.load(Ordering::Relaxed),
                share(last, 0.99),
                kilobytes(server, "VmRSS:") >> 10,
                self.reader_peak.load(Ordering::Relaxed) >> 10,
                self.read.load(Ordering::Relaxed),
            );
        }
        self.over.store(true, Ordering::Relaxed);
    }

    /// A line for each kind of page.
    fn tell(&self) {
        println!("{:48} {:>8} {:>8} {:>8} {:>8}", "page", "requests", "p50 ms", "p99 ms", "most");
        let times =
            std::mem::take(&mut self.times.lock().unwrap_or_else(PoisonError::into_inner).0);
        for (kind, times) in times {
            let [half, most, all] = [0.5, 0.99, 1.0].map(|part| share(times.clone(), part));
            println!("{kind:48} {:>8} {half:>8.1} {most:>8.1} {all:>8.1}", times.len());
        }
    }
}

/// The time within which this share of requests were answered.
fn share(mut times: Vec<f64>, part: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = ((times.len() as f64 * part).ceil() as usize).clamp(1, times.len().max(1));
    times.get(at - 1).copied().unwrap_or_default()
}

/// A figure of a process, as the kernel tells it.
fn kilobytes(process: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
