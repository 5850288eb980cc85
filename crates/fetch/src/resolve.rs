//! Names to addresses. The address that was looked at is the one that is connected to: a name that
//! points elsewhere on a second look gains nothing.

use std::fmt;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use crate::Reach;
use crate::address::is_public;

/// Gives only addresses within reach.
#[derive(Debug)]
pub(crate) struct Within(pub Reach);

/// A name all of whose addresses are out of reach.
#[derive(Debug)]
pub(crate) struct OutOfReach;

impl fmt::Display for OutOfReach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the host is not on the public internet")
    }
}

impl std::error::Error for OutOfReach {}

impl Resolver for Within {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut allowed = self.empty();
        let within = |ip| self.0 == Reach::Private || is_public(ip);
        found.iter().filter(|one| within(one.ip())).for_each(|one| allowed.push(*one));
        match allowed.is_empty() {
            true => Err(ureq::Error::Other(Box::new(OutOfReach))),
            false => Ok(allowed),
        }
    }
}
