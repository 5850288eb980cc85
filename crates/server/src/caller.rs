//! Who asks: told by a token, or by sitting at this machine.

use std::net::IpAddr;

use axum::http::header::{self, HeaderMap};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::rate::Counted;
use crate::refusal::Refusal;
use crate::settings::Access;
use crate::site::Site;
use crate::token::{Scope, digest};

/// Who is let in without a token.
const MACHINE: &str = "this machine";
/// The holder of the one token of a server without a file of tokens.
const PROGRAM: &str = "a program on this machine";

/// Whoever sent a request.
#[derive(Clone)]
pub struct Caller {
    /// The token's name.
    pub name: String,
    /// What they may do.
    pub scope: Scope,
    /// Where the request came from.
    pub from: IpAddr,
    /// How they told who they are.
    pub means: Means,
    /// What they gave, so that it is not written down.
    pub secret: String,
}

/// How a caller told who they are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Means {
    /// By a header that no browser sends on its own: a page of a stranger cannot have made it.
    Bearer,
    /// By a name and password that a browser remembers and sends on its own.
    Basic,
    /// By being at this machine.
    Place,
}

impl Caller {
    /// Whoever gave these headers; a token that is not known is refused even where none is needed.
    pub fn of(site: &Site, headers: &HeaderMap, from: IpAddr) -> Result<Caller, Refusal> {
        let given = credentials(headers)?;
        let caller = |(name, scope): (&str, Scope), means, secret: &str| Caller {
            name: name.to_owned(),
            scope,
            from,
            means,
            secret: secret.to_owned(),
        };
        let lacks = || Refusal::Unknown("give a token: Authorization: Bearer …".to_owned());
        let wrong = || Refusal::Unknown("that token is not known here".to_owned());
        match (&site.settings.access, given) {
            (Access::Machine(_), None) => {
                Ok(caller((MACHINE, Scope::Admin), Means::Place, &site.secret))
            }
            (Access::Machine(_), Some((means, token))) => {
                let is_ours = same(&token, &site.secret);
                is_ours.then(|| caller((PROGRAM, Scope::Admin), means, &token)).ok_or_else(wrong)
            }
            (Access::Tokens(_), None) => Err(lacks()),
            (Access::Tokens(tokens), Some((means, token))) => {
                let holder = tokens.holder(&token).ok_or_else(wrong)?;
                Ok(caller(holder, means, &token))
            }
        }
    }

    /// What a form of ours holds for this caller, so that it is not one of a stranger's page.
    pub fn proof(&self, site: &Site) -> String {
        match site.settings.access {
            Access::Machine(_) => site.secret.clone(),
            Access::Tokens(_) => digest(&format!("{0} {1} {0}", site.secret, self.name)),
        }
    }

    /// Refuses what the caller's scope does not allow.
    pub fn may(&self, needs: Scope) -> Result<(), Refusal> {
        let (name, asked) = (&self.name, needs.as_str());
        let lacks = || format!("the token of “{name}” does not allow that: it takes “{asked}”");
        if self.scope >= needs { Ok(()) } else { Err(Refusal::Forbidden(lacks())) }
    }

    /// As whom they are counted.
    pub fn counted(&self) -> Counted {
        match self.means {
            Means::Place => Counted::address(self.from),
            Means::Bearer | Means::Basic => Counted::Token(self.name.clone()),
        }
    }
}

/// The token of a request and how it was given; `None` if there is none.
fn credentials(headers: &HeaderMap) -> Result<Option<(Means, String)>, Refusal> {
    let Some(given) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let unread = || Refusal::Unknown("the Authorization cannot be read".to_owned());
    let given = given.to_str().map_err(|_| unread())?;
    let (scheme, value) = given.split_once(' ').ok_or_else(unread)?;
    match scheme.to_ascii_lowercase().as_str() {
        "bearer" => Ok(Some((Means::Bearer, value.trim().to_owned()))),
        "basic" => Ok(Some((Means::Basic, password(value.trim()).ok_or_else(unread)?))),
        _ => Err(unread()),
    }
}

/// What stands behind the colon; the name before it says nothing that the token does not.
fn password(value: &str) -> Option<String> {
    let pair = String::from_utf8(BASE64_STANDARD.decode(value).ok()?).ok()?;
    pair.split_once(':').map(|(_, password)| password.to_owned())
}

/// Compared to the end whatever differs, so that the time taken tells nothing.
pub fn same(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn of(value: &str) -> Result<Option<(Means, String)>, u16> {
        let mut headers = HeaderMap::new();
        headers.insert(header::AUTHORIZATION, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        credentials(&headers).map_err(|refusal| refusal.status())
    }

    #[test]
    fn a_token_is_read_from_either_scheme_and_from_nothing_else() {
        assert_eq!(of("Bearer rap_1"), Ok(Some((Means::Bearer, "rap_1".to_owned()))));
        assert_eq!(of("bearer rap_1"), Ok(Some((Means::Bearer, "rap_1".to_owned()))));
        assert_eq!(of("Basic YW5hOnJhcF8x"), Ok(Some((Means::Basic, "rap_1".to_owned()))));
        for value in ["rap_1", "Digest rap_1", "Basic rap_1", "Basic YW5h", "Basic /w==", "é x"] {
            assert_eq!(of(value), Err(401), "{value}");
        }
    }

    #[test]
    fn a_token_is_the_same_only_as_a_whole() {
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "ab") && !same("", "a"));
    }
}
