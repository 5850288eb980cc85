//! One request and its answer.

use std::cell::Cell;
use std::io::Read;

use flate2::read::MultiGzDecoder;
use jiff::Timestamp;
use text::Problem;
use ureq::unversioned::resolver::Resolver;
use ureq::unversioned::transport::{Connector, RustlsConnector, TcpConnector};
use ureq::{Agent, Body, http::Response};
use url::Url;

use crate::resolve::{OutOfReach, Within};
use crate::tap::{Tap, Wire};
use crate::{Seen, Terms, problems};

/// Room for the header and for what chunks cost, beside the body.
const HEADER: usize = 128 << 10;

/// Asks, and notes what passes.
pub(crate) struct Asker {
    agent: Agent,
    tap: Tap,
    page_bytes: usize,
    received: Cell<usize>,
}

/// A request that was answered.
pub(crate) struct Exchange {
    /// What was asked for.
    pub url: Url,
    /// When the answer began.
    pub when: Timestamp,
    /// The request as sent.
    pub request: Vec<u8>,
    /// The answer as received.
    pub response: Vec<u8>,
    pub status: u16,
    /// The body as the archive's digest has it: without the coding of the transfer, packed as it was.
    pub payload: Vec<u8>,
    header: ureq::http::HeaderMap,
}

impl Asker {
    /// One for a run, that asks only whom the terms allow.
    pub fn new(terms: &Terms) -> Asker {
        Asker::finding(Within::new(terms.reach), terms)
    }

    /// One that finds hosts in this way. No connection is kept: each exchange is whole by itself.
    pub fn finding(names: impl Resolver, terms: &Terms) -> Asker {
        let config = Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_idle_connections(0)
            .max_idle_connections_per_host(0)
            .max_response_header_size(HEADER / 2)
            .timeout_global(Some(terms.patience))
            .user_agent(terms.user_agent())
            .accept("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/*;q=0.8, */*;q=0.1")
            .accept_encoding("gzip")
            .build();
        let tap = Tap::default();
        let connector =
            ().chain(TcpConnector::default()).chain(RustlsConnector::default()).chain(tap.clone());
        let agent = Agent::with_parts(config, connector, names);
        Asker { agent, tap, page_bytes: terms.page_bytes, received: Cell::new(0) }
    }

    /// Bytes received so far, whatever came of them.
    pub fn received(&self) -> usize {
        self.received.get()
    }

    /// Asks for a page; for one that was seen, only if it has changed since.
    pub fn ask(&self, url: &Url, seen: Option<&Seen>) -> Result<Exchange, Problem> {
        self.tap.open(self.page_bytes + HEADER);
        let mut request = self.agent.get(url.as_str()).header("Connection", "close");
        if let Some(etag) = seen.and_then(|seen| seen.etag.as_deref()) {
            request = request.header("If-None-Match", etag);
        }
        if let Some(modified) = seen.and_then(|seen| seen.modified.as_deref()) {
            request = request.header("If-Modified-Since", modified);
        }
        let when = Timestamp::now();
        let answer = request.call().and_then(take);
        let wire = self.tap.close();
        self.received.set(self.received.get() + wire.received.len());
        match answer {
            Ok((response, payload)) if !wire.is_full() => {
                Ok(exchange(url, when, wire, response, payload))
            }
            Ok(_) => Err(too_large(wire.limit)),
            Err(_) if wire.is_full() => Err(too_large(wire.limit)),
            Err(error) => Err(failure(error)),
        }
    }
}

/// The whole body. The tap has the limit.
fn take(mut response: Response<Body>) -> Result<(Response<Body>, Vec<u8>), ureq::Error> {
    let mut payload = Vec::new();
    response.body_mut().as_reader().read_to_end(&mut payload)?;
    Ok((response, payload))
}

fn exchange(
    url: &Url,
    when: Timestamp,
    wire: Wire,
    response: Response<Body>,
    payload: Vec<u8>,
) -> Exchange {
    let (head, _) = response.into_parts();
    Exchange {
        url: url.clone(),
        when,
        request: wire.sent,
        response: wire.received,
        status: head.status.as_u16(),
        payload,
        header: head.headers,
    }
}

impl Exchange {
    /// A field of the answer's header.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.header.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as its author wrote it.
    pub fn content(&self, limit: usize) -> Result<Vec<u8>, Problem> {
        if !self.payload.starts_with(&[0x1f, 0x8b]) {
            return Ok(self.payload.clone());
        }
        let mut content = Vec::new();
        let unpacked = MultiGzDecoder::new(self.payload.as_slice()).take(limit as u64 + 1);
        // A stream that breaks off is given as far as it goes.
        let _ = { unpacked }.read_to_end(&mut content);
        if content.len() > limit { Err(too_large(limit)) } else { Ok(content) }
    }

    /// True if the answer calls itself text of any kind, or nothing.
    pub fn is_text(&self) -> bool {
        let kind = self.field("content-type").unwrap_or_default().to_ascii_lowercase();
        let words = ["text/", "html", "xml", "json", "gzip"];
        kind.is_empty() || words.iter().any(|word| kind.contains(word))
    }
}

fn too_large(limit: usize) -> Problem {
    problems::TOO_LARGE.found(format!("the answer has more than {} MiB", limit >> 20))
}

/// Why there was no answer, in words.
fn failure(error: ureq::Error) -> Problem {
    use ureq::Error;
    let because = match error {
        Error::Other(cause) if cause.is::<OutOfReach>() => {
            return problems::PRIVATE.found(OutOfReach.to_string());
        }
        Error::HostNotFound => "there is no such host".to_owned(),
        Error::Timeout(_) => "it took too long".to_owned(),
        Error::Io(cause) => cause.to_string(),
        other => other.to_string(),
    };
    problems::NO_ANSWER.found(format!("no answer: {because}"))
}
