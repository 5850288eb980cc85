//! The run: addresses in, an archive and problems out.

use std::collections::{BTreeSet, VecDeque};
use std::io::{self, Write};

use text::{Problem, Severity};
use url::Url;

use crate::archive::{Archive, digest};
use crate::exchange::{Asker, Exchange};
use crate::manners::Manners;
use crate::{Memory, Terms, feed, problems};

/// Lists within lists that are followed: an index of sitemaps, its sitemaps, their pages.
const DEEPEST: usize = 2;

/// What a run needs.
pub struct Run<'a> {
    /// How far to go.
    pub terms: &'a Terms,
    /// What was fetched before.
    pub memory: &'a mut Memory,
    /// Where the archive goes.
    pub archive: &'a mut dyn Write,
}

/// What came of a run.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Pages and lists that were received and kept.
    pub kept: usize,
    /// Pages that are as they were.
    pub unchanged: usize,
    /// Addresses of those given that could not be fetched.
    pub unread: usize,
    /// What was refused, failed or left out.
    pub refused: Vec<Refused>,
}

/// An address and what became of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refused {
    /// The address as it was given or listed.
    pub url: String,
    /// What is the matter.
    pub problem: Problem,
}

/// Fetches these addresses and what their lists list. `tick` is told of each before it is asked for.
/// The only error is an archive that cannot be written.
pub fn fetch(urls: &[String], run: Run, mut tick: impl FnMut(&str)) -> io::Result<Outcome> {
    let mut visit = Visit::new(run);
    for url in urls {
        match web(url) {
            Ok(url) => visit.want(url, Vec::new()),
            Err(problem) => visit.refuse(url, 0, problem),
        }
    }
    while let Some(wanted) = visit.queue.pop_front() {
        tick(wanted.url.as_str());
        visit.fetch(&wanted)?;
    }
    Ok(visit.outcome)
}

/// An address that can be asked for.
fn web(written: &str) -> Result<Url, Problem> {
    let bad = |because: String| problems::BAD_ADDRESS.found(because);
    if written.len() > feed::LONGEST_ADDRESS {
        return Err(bad(format!("it is longer than {} KiB", feed::LONGEST_ADDRESS >> 10)));
    }
    let mut url = Url::parse(written).map_err(|error| bad(format!("no web address: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(bad(format!("{} is not fetched, only http and https", url.scheme())));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("an address with a password in it is not fetched".to_owned()));
    }
    url.set_fragment(None);
    Ok(url)
}

/// An address to ask for.
struct Wanted {
    url: Url,
    /// The lists that it was found through, the outermost first.
    lists: Vec<Url>,
}

/// A run on its way.
struct Visit<'a> {
    terms: &'a Terms,
    memory: &'a mut Memory,
    archive: Archive<'a>,
    asker: Asker,
    manners: Manners,
    queue: VecDeque<Wanted>,
    known: BTreeSet<Url>,
    /// Addresses taken from lists.
    listed: usize,
    outcome: Outcome,
}

impl<'a> Visit<'a> {
    fn new(run: Run<'a>) -> Visit<'a> {
        Visit {
            terms: run.terms,
            memory: run.memory,
            archive: Archive::new(run.archive),
            asker: Asker::new(run.terms),
            manners: Manners::default(),
            queue: VecDeque::new(),
            known: BTreeSet::new(),
            listed: 0,
            outcome: Outcome::default(),
        }
    }

    fn want(&mut self, url: Url, lists: Vec<Url>) {
        if self.known.insert(url.clone()) {
            self.queue.push_back(Wanted { url, lists });
        }
    }

    /// Notes that something is wanting behind these lists, so that another run looks into them again.
    fn look_again(&mut self, lists: &[Url]) {
        lists.iter().for_each(|list| self.memory.forget(list.as_str()));
    }

    fn refuse(&mut self, url: &str, level: usize, problem: Problem) {
        self.outcome.unread += usize::from(level == 0 && problem.severity == Severity::Error);
        self.outcome.refused.push(Refused { url: url.to_owned(), problem });
    }

    fn fetch(&mut self, wanted: &Wanted) -> io::Result<()> {
        let problem = match self.follow(&wanted.url)? {
            Ok(answer) => self.take(wanted, &answer)?,
            Err(problem) => Some(problem),
        };
        if let Some(problem) = problem {
            if may_pass(&problem) {
                self.look_again(&wanted.lists);
            }
            self.refuse(wanted.url.as_str(), wanted.lists.len(), problem);
        }
        Ok(())
    }

    /// The answer at the end of all redirections. Each step is asked for like any other address.
    fn follow(&mut self, url: &Url) -> io::Result<Result<Exchange, Problem>> {
        let mut at = url.clone();
        for _ in 0..=self.terms.redirects {
            let answer = match self.ask(&at) {
                Ok(answer) => answer,
                Err(problem) if at == *url => return Ok(Err(problem)),
                Err(problem) => return Ok(Err(led_to(&at, problem))),
            };
            let Some(to) = redirection(&answer) else { return Ok(Ok(answer)) };
            self.archive.keep(&answer, self.terms)?;
            match to {
                Ok(to) => at = to,
                Err(problem) => return Ok(Err(problem)),
            }
        }
        Ok(Err(problems::REDIRECTS.found("it is redirected too often")))
    }

    fn ask(&mut self, url: &Url) -> Result<Exchange, Problem> {
        if self.asker.received() > self.terms.run_bytes {
            let limit = self.terms.run_bytes >> 20;
            return Err(
                problems::COME_LATER.found(format!("{limit} MiB were received in this run"))
            );
        }
        self.manners.ask(url, self.memory.get(url.as_str()), &self.asker, self.terms)
    }

    /// Keeps an answer, and takes what it lists. The problem is why it is no page.
    fn take(&mut self, wanted: &Wanted, answer: &Exchange) -> io::Result<Option<Problem>> {
        if let Some(problem) = self.unchanged(answer)? {
            return Ok(Some(problem));
        }
        if answer.status != 200 {
            self.archive.keep(answer, self.terms)?;
            if !matches!(answer.status, 404 | 410) {
                self.look_again(&wanted.lists);
            }
            return Ok(Some(bad_status(answer)));
        }
        let content = match answer.content(self.terms.page_bytes) {
            Ok(content) if answer.is_text() => content,
            Ok(_) => return Ok(Some(not_text(answer))),
            Err(problem) => return Ok(Some(problem)),
        };
        self.archive.keep(answer, self.terms)?;
        self.outcome.kept += 1;
        self.memory.note(answer, digest(&answer.payload));
        let links = feed::links(&content, &answer.url).filter(|_| wanted.lists.len() < DEEPEST);
        let within = || [wanted.lists.as_slice(), &[answer.url.clone()]].concat();
        Ok(links.and_then(|links| self.list(links, &within())))
    }

    /// Notes that a page is as it was, if it is.
    fn unchanged(&mut self, answer: &Exchange) -> io::Result<Option<Problem>> {
        let Some(seen) = self.memory.get(answer.url.as_str()) else { return Ok(None) };
        let same = answer.status == 200 && seen.digest == digest(&answer.payload);
        if answer.status != 304 && !same {
            return Ok(None);
        }
        self.archive.revisit(answer, seen, self.terms)?;
        self.outcome.unchanged += 1;
        Ok(Some(problems::UNCHANGED.found(format!("it has not changed since {}", seen.when))))
    }

    /// Takes the addresses of a list, the last of these, as far as the limit allows.
    fn list(&mut self, links: Vec<Url>, lists: &[Url]) -> Option<Problem> {
        let all = links.len();
        let new: Vec<Url> = links.into_iter().filter(|url| !self.known.contains(url)).collect();
        let room = self.terms.pages.saturating_sub(self.listed);
        let left_out = new.len().saturating_sub(room);
        self.listed += new.len().min(room);
        new.into_iter().take(room).for_each(|url| self.want(url, lists.to_vec()));
        (left_out > 0).then(|| {
            self.look_again(lists);
            problems::LEFT_OUT
                .found(format!("{left_out} of the {all} pages it lists were left out"))
        })
    }
}

/// Where an answer sends its reader, if it does.
fn redirection(answer: &Exchange) -> Option<Result<Url, Problem>> {
    let to = match answer.status {
        301 | 302 | 303 | 307 | 308 => answer.field("location")?,
        _ => return None,
    };
    let nowhere = |_| problems::REDIRECTS.found(format!("it is redirected to no address: {to}"));
    Some(
        answer
            .url
            .join(to)
            .map_err(nowhere)
            .and_then(|url| web(url.as_str()).map_err(|problem| led_to(&url, problem))),
    )
}

/// True if an answer may be had another time.
fn may_pass(problem: &Problem) -> bool {
    let passing = [problems::NO_ANSWER, problems::COME_LATER];
    passing.iter().any(|kind| problem.code.0 == kind.code)
}

fn led_to(url: &Url, mut problem: Problem) -> Problem {
    problem.message = format!("redirected to {url}: {}", problem.message);
    problem
}

fn bad_status(answer: &Exchange) -> Problem {
    problems::BAD_STATUS.found(format!("the site answers with status {}", answer.status))
}

fn not_text(answer: &Exchange) -> Problem {
    let kind = answer.field("content-type").unwrap_or_default();
    problems::NOT_TEXT.found(format!("the site answers with {kind}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::net::{SocketAddr, TcpListener};
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    use ureq::config::Config;
    use ureq::http::Uri;
    use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
    use ureq::unversioned::transport::NextTimeout;

    use super::*;
    use crate::Reach;
    use crate::resolve::Within;

    /// A public host, `news.example`, that is really at this address; all other names are looked up as ever.
    #[derive(Debug)]
    struct Public(SocketAddr);

    impl Resolver for Public {
        fn resolve(
            &self,
            uri: &Uri,
            config: &Config,
            timeout: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, ureq::Error> {
            if uri.host() != Some("news.example") {
                return Within::new(Reach::Public).resolve(uri, config, timeout);
            }
            let mut found = self.empty();
            found.push(self.0);
            Ok(found)
        }
    }

    /// A host that sends everybody to this address but from its `robots.txt`, and tells what it was asked.
    fn host(to: &'static str, robots: &'static str) -> (SocketAddr, Receiver<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (at, (send, asked)) = (listener.local_addr().unwrap(), channel());
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut request = Vec::new();
                while !request.ends_with(b"\r\n\r\n") {
                    let mut byte = [0];
                    stream.read_exact(&mut byte).unwrap();
                    request.push(byte[0]);
                }
                let request = String::from_utf8(request).unwrap();
                let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
                let to = if path == "/robots.txt" { robots } else { to };
                let to = to.replace("{port}", &at.port().to_string());
                let answer = match to.is_empty() {
                    true => "HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n".to_owned(),
                    false => {
                        format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n")
                    }
                };
                send.send(path).unwrap();
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        (at, asked)
    }

    /// What became of a page of the host, and what the host was asked.
    fn fetched(to: &'static str, robots: &'static str) -> (Vec<String>, Vec<String>) {
        let (at, asked) = host(to, robots);
        let terms = Terms { pause: Duration::ZERO, ..Terms::default() };
        let run = Run { terms: &terms, memory: &mut Memory::default(), archive: &mut Vec::new() };
        let mut visit = Visit::new(run);
        visit.asker = Asker::finding(Public(at), &terms);
        let url = web(&format!("http://news.example:{}/a", at.port())).unwrap();
        visit.fetch(&Wanted { url, lists: Vec::new() }).unwrap();
        let codes = visit.outcome.refused.iter().map(|one| one.problem.code.0.clone());
        (codes.collect(), asked.try_iter().collect())
    }

    #[test]
    fn no_redirection_leads_inward() {
        for to in [
            "http://169.254.169.254/latest/meta-data/",
            "http://127.0.0.1:{port}/secret",
            "http://localhost:{port}/secret",
            "//2130706433:{port}/secret",
            "http://[::ffff:127.0.0.1]:{port}/secret",
            "http://[fd00:ec2::254]/",
            "http://100.100.100.200/",
        ] {
            let (codes, asked) = fetched(to, "");
            assert_eq!(codes, ["F003"], "{to}");
            assert_eq!(asked, ["/robots.txt", "/a"], "{to}");
        }
    }

    #[test]
    fn no_redirection_of_robots_txt_leads_inward() {
        let (codes, asked) = fetched("/b", "http://127.0.0.1:{port}/secret");
        assert_eq!(codes, ["F003"]);
        assert_eq!(asked, ["/robots.txt"]);
    }
}
