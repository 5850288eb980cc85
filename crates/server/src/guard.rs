//! Who may ask, and what every answer says to the browser.
//!
//! That a server listens on this machine alone keeps other machines out, not other pages: any page in a browser here can send requests
//! to it, and a name of a stranger can be made to lead to it. So every request is checked for the name it was sent to, and a request that
//! changes something for the page it was sent from and for a token.

use std::net::IpAddr;

use axum::http::HeaderValue;
use axum::http::header::{self, HeaderMap, HeaderName};

use crate::caller::{Caller, Means, same};
use crate::refusal::Refusal;
use crate::settings::Reach;
use crate::site::Site;

/// Names by which this machine calls itself.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Said with every answer: nothing from elsewhere is loaded, run, framed or told where a link came from.
const SAID: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Not "no-referrer": with it a browser sends our own forms without saying that they are ours.
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Adds what every answer says.
pub fn say(headers: &mut HeaderMap) {
    for (name, value) in SAID {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
}

/// Refuses requests sent to a name that is not ours.
pub fn admit(site: &Site, headers: &HeaderMap) -> Result<(), Refusal> {
    let host = host(headers).ok_or_else(|| Refusal::Bad("a request needs a Host".to_owned()))?;
    let is_ours = match &site.settings.reach {
        Reach::Loopback => LOOPBACK.contains(&host.as_str()),
        Reach::Hosts(names) => names.iter().any(|name| name.eq_ignore_ascii_case(&host)),
    };
    let stranger = || Refusal::Forbidden("this server is not called by that name".to_owned());
    if is_ours { Ok(()) } else { Err(stranger()) }
}

/// Refuses a change that was not sent from a page of ours, or by a program that names its token.
pub fn admit_change(
    site: &Site,
    caller: &Caller,
    headers: &HeaderMap,
    proof: Option<&str>,
) -> Result<(), Refusal> {
    let fetched = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if fetched.is_some_and(|from| !matches!(from, "same-origin" | "none")) || !is_own(headers) {
        return Err(Refusal::Forbidden("changes are taken from pages of this server".to_owned()));
    }
    let is_proven = proof.is_some_and(|proof| same(proof, &caller.proof(site)));
    let lacks = || Refusal::Forbidden("a change needs the token of this server".to_owned());
    if is_proven || caller.means == Means::Bearer { Ok(()) } else { Err(lacks()) }
}

/// Where a request comes from: what the proxy says if it is ours, else whoever is at the other end.
pub fn origin(site: &Site, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if site.settings.proxy != Some(peer.to_canonical()) {
        return peer;
    }
    // The last one was added by our proxy; those before it by anybody.
    let added = headers.get_all("x-forwarded-for").iter().next_back();
    let added = added.and_then(|value| value.to_str().ok()?.rsplit(',').next());
    added.and_then(|address| address.trim().parse().ok()).unwrap_or(peer)
}

/// True if a browser says that the page is ours, or if it is no browser's request.
fn is_own(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let origin = origin.to_str().unwrap_or_default();
    ["http://", "https://"].iter().any(|scheme| origin.strip_prefix(scheme) == Some(host))
}

/// Without its port, in small letters.
fn host(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?.to_ascii_lowercase();
    let end = match host.strip_prefix('[') {
        Some(rest) => rest.find(']')? + 2,
        None => host.find(':').unwrap_or(host.len()),
    };
    host.get(..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(host_name: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HeaderValue::from_str(host_name).ok()?);
        host(&headers)
    }

    #[test]
    fn a_host_is_known_without_its_port() {
        assert_eq!(of("LocalHost:8080").as_deref(), Some("localhost"));
        assert_eq!(of("127.0.0.1").as_deref(), Some("127.0.0.1"));
        assert_eq!(of("[::1]:80").as_deref(), Some("[::1]"));
        assert_eq!(of("[::1").as_deref(), None);
        assert_eq!(of("127.0.0.1.example.org:80").as_deref(), Some("127.0.0.1.example.org"));
    }
}
