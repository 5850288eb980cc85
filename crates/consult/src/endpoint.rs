//! An endpoint that speaks as OpenAI's does: one request, one answer, within limits.

use std::thread;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::Value;
use ureq::http::{StatusCode, Uri};
use ureq::{Agent, Error};

use crate::Key;

/// The largest answer that is read, in bytes.
const LARGEST: u64 = 256 * 1024;

/// Where an endpoint is.
#[derive(Clone, Debug)]
pub struct Address(String);

impl Address {
    /// From its base, as `http://127.0.0.1:8080/v1`. A key goes only over TLS or to this machine.
    pub fn new(written: &str, key: Option<&Key>) -> Result<Address, String> {
        let uri: Uri =
            written.parse().map_err(|_| "not an address; write http://host:port/v1".to_owned())?;
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let is_web = matches!(uri.scheme_str(), Some("http" | "https")) && !host.is_empty();
        if !is_web || uri.query().is_some() {
            return Err("not an address of an endpoint; write http://host:port/v1".to_owned());
        }
        if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
            return Err(
                "names and passwords do not belong in an address; give the key in the environment"
                    .to_owned(),
            );
        }
        if key.is_some() && uri.scheme_str() == Some("http") && !is_here(host) {
            return Err("a key is not sent over http to another machine; use https".to_owned());
        }
        let base = written.trim_end_matches('/').trim_end_matches("/chat/completions");
        Ok(Address(format!("{base}/chat/completions")))
    }
}

fn is_here(host: &str) -> bool {
    let loopback = host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    loopback || host == "localhost"
}

/// How long to wait, and how often to try.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one answer, from the request to its last byte.
    pub answer: Duration,
    /// Times that a request is sent again where the endpoint is busy or slow.
    pub retries: u32,
    /// Before the first of them; twice as long before the next.
    pub pause: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { answer: Duration::from_secs(120), retries: 2, pause: Duration::from_secs(2) }
    }
}

/// An endpoint and who asks it.
pub struct Endpoint {
    agent: Agent,
    address: Address,
    key: Option<Key>,
    patience: Patience,
}

/// An answer as it came.
pub(crate) struct Reply {
    pub content: String,
    pub asked_tokens: u64,
    pub answered_tokens: u64,
    pub milliseconds: u64,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) struct Failure {
    /// In words, with nothing of what the endpoint said: it may repeat the key.
    pub why: String,
    /// Whether another passage may fare better.
    pub bearing: Bearing,
}

/// What a failure means for the rest of a run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Bearing {
    /// The same request may be answered later.
    Again,
    /// Another request may be answered.
    ThisOnly,
    /// None will be.
    All,
}

impl Endpoint {
    /// One that answers at an address.
    pub fn new(address: Address, key: Option<Key>, patience: Patience) -> Endpoint {
        let config = Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(patience.answer))
            .user_agent(concat!("rapporteur/", env!("CARGO_PKG_VERSION")))
            .build();
        Endpoint { agent: config.new_agent(), address, key, patience }
    }

    /// Asks, and asks again a few times where that may help.
    pub(crate) fn ask(&self, request: &Value) -> Result<Reply, Failure> {
        let mut pause = self.patience.pause;
        for _ in 0..self.patience.retries {
            match self.once(request) {
                Err(failure) if failure.bearing == Bearing::Again => thread::sleep(pause),
                answer => return answer,
            }
            pause *= 2;
        }
        self.once(request)
    }

    fn once(&self, request: &Value) -> Result<Reply, Failure> {
        let begun = Instant::now();
        let mut post = self.agent.post(&self.address.0).content_type("application/json");
        if let Some(key) = &self.key {
            post = post.header("Authorization", key.header());
        }
        let mut response = post.send(request.to_string()).map_err(failure)?;
        if response.status() != StatusCode::OK {
            return Err(refused(response.status()));
        }
        let body =
            response.body_mut().with_config().limit(LARGEST).read_to_vec().map_err(failure)?;
        let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let reply = read(&body, milliseconds)
            .ok_or_else(|| this("the endpoint’s answer is not that of a chat completion"))?;
        match self.key.as_ref().is_some_and(|key| key.is_in(&reply.content)) {
            true => Err(this("the answer repeats the key; it was thrown away")),
            false => Ok(reply),
        }
    }
}

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
    #[serde(default)]
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: Option<String>,
}

#[derive(Default, Deserialize)]
struct Usage {
    #[serde(default)]
    prompt_tokens: u64,
    #[serde(default)]
    completion_tokens: u64,
}

fn read(body: &[u8], milliseconds: u64) -> Option<Reply> {
    let completion: Completion = serde_json::from_slice(body).ok()?;
    let usage = completion.usage.unwrap_or_default();
    Some(Reply {
        content: completion.choices.into_iter().next()?.message.content?,
        asked_tokens: usage.prompt_tokens,
        answered_tokens: usage.completion_tokens,
        milliseconds,
    })
}

fn this(why: &str) -> Failure {
    Failure { why: why.to_owned(), bearing: Bearing::ThisOnly }
}

/// Why there was no whole answer.
fn failure(error: Error) -> Failure {
    let (why, bearing) = match error {
        Error::Timeout(_) => ("the endpoint took too long".to_owned(), Bearing::Again),
        Error::BodyExceedsLimit(_) => {
            (format!("the answer is larger than {} KiB", LARGEST >> 10), Bearing::ThisOnly)
        }
        Error::HostNotFound => ("there is no such host".to_owned(), Bearing::All),
        Error::ConnectionFailed => {
            ("nothing answers there; is the endpoint running?".to_owned(), Bearing::All)
        }
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::ConnectionRefused => {
            ("nothing answers there; is the endpoint running?".to_owned(), Bearing::All)
        }
        Error::Io(cause) => (format!("the connection broke off: {}", cause.kind()), Bearing::Again),
        Error::Protocol(_) => ("the endpoint does not speak HTTP".to_owned(), Bearing::ThisOnly),
        _ => ("the endpoint could not be asked".to_owned(), Bearing::ThisOnly),
    };
    Failure { why, bearing }
}

/// What a status means for whoever runs the endpoint.
fn refused(status: StatusCode) -> Failure {
    let number = status.as_u16();
    let (hint, bearing) = match number {
        300..=399 => ("it leads elsewhere; give the address at which it is", Bearing::All),
        401 | 403 => ("check the key in RAPPORTEUR_MODEL_KEY", Bearing::All),
        404 | 405 => ("check --endpoint and --model", Bearing::All),
        400 | 422 => {
            ("it may not know the model, or no `response_format` with a JSON schema", Bearing::All)
        }
        408 | 429 | 500..=599 => ("it is busy or broken", Bearing::Again),
        _ => ("it takes no such request", Bearing::All),
    };
    Failure { why: format!("the endpoint says {number}: {hint}"), bearing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_only_where_nobody_listens() {
        let key = Key::new("sk-canary");
        let with_key = |url: &str| Address::new(url, key.as_ref()).map(|address| address.0);
        assert_eq!(
            with_key("http://127.0.0.1:1/v1/").as_deref(),
            Ok("http://127.0.0.1:1/v1/chat/completions")
        );
        assert!(with_key("http://[::1]:1/v1").is_ok() && with_key("https://a.example/v1").is_ok());
        assert!(with_key("http://a.example/v1").is_err());
        assert!(with_key("http://localhost.a.example/v1").is_err());
        assert!(Address::new("http://a.example/v1", None).is_ok());
        for url in
            ["", "file:///etc/passwd", "https://me:word@a.example/v1", "a.example", "https:///v1"]
        {
            assert!(Address::new(url, None).is_err(), "{url}");
        }
    }
}
