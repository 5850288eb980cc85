//! How a guest behaves: asks the host what it allows, waits between requests, and leaves when told to.

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use text::Problem;
use url::Url;

use crate::exchange::{Asker, Exchange};
use crate::robots::Robots;
use crate::{Seen, Terms, problems};

/// Redirections of `robots.txt` that are followed; the standard asks for at least five.
const HOPS: usize = 5;

/// What is known of the hosts asked so far.
#[derive(Default)]
pub(crate) struct Manners {
    hosts: BTreeMap<String, Host>,
}

struct Host {
    /// What it asks of programs, or why nothing may be taken.
    robots: Result<Robots, Problem>,
    /// When it was last asked for anything.
    asked: Instant,
    /// Pages taken.
    pages: usize,
    /// Why it is left alone for the rest of the run.
    closed: Option<Problem>,
}

impl Manners {
    /// Asks for a page if its host allows it, after as long a pause as the host wants.
    pub fn ask(
        &mut self,
        url: &Url,
        seen: Option<&Seen>,
        asker: &Asker,
        terms: &Terms,
    ) -> Result<Exchange, Problem> {
        let name = url.origin().ascii_serialization();
        let host = self.hosts.entry(name).or_insert_with(|| Host::meet(url, asker, terms));
        let pause = host.permit(url, terms)?;
        thread::sleep(pause.saturating_sub(host.asked.elapsed()));
        let answer = asker.ask(url, seen);
        host.asked = Instant::now();
        host.pages += 1;
        host.closed = answer.as_ref().ok().and_then(sent_away);
        answer
    }
}

impl Host {
    fn meet(url: &Url, asker: &Asker, terms: &Terms) -> Host {
        let robots = robots(url, asker, terms);
        Host { robots, asked: Instant::now(), pages: 0, closed: None }
    }

    /// How long to wait before asking for this, or why not to ask.
    fn permit(&self, url: &Url, terms: &Terms) -> Result<Duration, Problem> {
        if let Some(closed) = &self.closed {
            return Err(closed.clone());
        }
        let robots = self.robots.as_ref().map_err(Problem::clone)?;
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        if !robots.allow(path) {
            return Err(
                problems::ROBOTS.found("the site’s robots.txt asks programs not to take it")
            );
        }
        let delay = robots.delay.unwrap_or_default();
        if delay > terms.longest_pause && self.pages > 0 {
            let asks = format!("the site asks for {} seconds between pages", delay.as_secs());
            return Err(problems::COME_LATER.found(asks));
        }
        Ok(delay.min(terms.longest_pause).max(terms.pause))
    }
}

/// The problem of an answer that tells a guest to leave.
fn sent_away(answer: &Exchange) -> Option<Problem> {
    let busy = matches!(answer.status, 429 | 503);
    let after = answer.field("retry-after").map(|when| format!(", it says after {when}"));
    busy.then(|| {
        let says = format!("the site asks to come back later{}", after.unwrap_or_default());
        problems::COME_LATER.found(says)
    })
}

/// What a host asks of programs: as it says; nothing if it has no such file; all if it does not tell.
fn robots(url: &Url, asker: &Asker, terms: &Terms) -> Result<Robots, Problem> {
    let untold = |because: String| problems::ROBOTS.found(format!("its robots.txt {because}"));
    let mut at = url.join("/robots.txt").map_err(|_| untold("has no address".to_owned()))?;
    for _ in 0..=HOPS {
        let answer = asker.ask(&at, None)?;
        match answer.status {
            200..=299 => return Ok(Robots::parse(&answer.content(terms.page_bytes)?)),
            300..=399 => match answer.field("location").and_then(|to| at.join(to).ok()) {
                Some(to) if matches!(to.scheme(), "http" | "https") => at = to,
                _ => return Err(untold("leads nowhere".to_owned())),
            },
            400..=499 if answer.status != 429 => return Ok(Robots::silent()),
            status => return Err(untold(format!("cannot be had: status {status}"))),
        }
    }
    Err(untold("is redirected too often".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(robots: &str) -> Host {
        let robots = Ok(Robots::parse(robots.as_bytes()));
        Host { robots, asked: Instant::now(), pages: 1, closed: None }
    }

    /// How long to wait before a page, in seconds; `None` if it is not to be asked for.
    fn pause(robots: &str) -> Option<u64> {
        let url = Url::parse("https://news.example/a/b?c=d").unwrap();
        host(robots).permit(&url, &Terms::default()).ok().map(|pause| pause.as_secs())
    }

    #[test]
    fn a_host_has_the_pause_that_it_wants_within_what_a_run_has() {
        assert_eq!(pause(""), Some(1), "as long as every host");
        assert_eq!(pause("User-agent: *\nCrawl-delay: 0\nDisallow:"), Some(1), "and no shorter");
        assert_eq!(pause("User-agent: *\nCrawl-delay: 7\nDisallow:"), Some(7));
        assert_eq!(pause("User-agent: *\nCrawl-delay: 86400\nDisallow:"), None);
        assert_eq!(pause("User-agent: *\nDisallow: /a/*?c"), None);
    }

    #[test]
    fn a_host_that_sent_us_away_is_asked_for_nothing_more() {
        let closed = Some(problems::COME_LATER.found("later"));
        let url = Url::parse("https://news.example/").unwrap();
        assert!(Host { closed, ..host("") }.permit(&url, &Terms::default()).is_err());
    }
}
