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
pub(crate) struct Within<R> {
    reach: Reach,
    names: R,
}

impl Within<DefaultResolver> {
    /// Of those that this machine finds for a name.
    pub fn new(reach: Reach) -> Self {
        Within { reach, names: DefaultResolver::default() }
    }
}

/// A name all of whose addresses are out of reach.
#[derive(Debug)]
pub(crate) struct OutOfReach;

impl fmt::Display for OutOfReach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the host is not on the public internet")
    }
}

impl std::error::Error for OutOfReach {}

impl<R: Resolver> Resolver for Within<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let mut allowed = self.empty();
        let within = |ip| self.reach == Reach::Private || is_public(ip);
        found.iter().filter(|one| within(one.ip())).for_each(|one| allowed.push(*one));
        match allowed.is_empty() {
            true => Err(ureq::Error::Other(Box::new(OutOfReach))),
            false => Ok(allowed),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Names that mean something else each time somebody asks; behind the last, the last again.
    #[derive(Debug, Default)]
    pub struct Turning {
        /// What a name means, one list of addresses a time.
        pub answers: Vec<Vec<&'static str>>,
        /// How often somebody asked.
        pub asked: AtomicUsize,
    }

    impl Resolver for Turning {
        fn resolve(
            &self,
            _: &Uri,
            _: &Config,
            _: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, ureq::Error> {
            let at = self.asked.fetch_add(1, Ordering::SeqCst).min(self.answers.len() - 1);
            let mut found = self.empty();
            self.answers[at].iter().for_each(|address| found.push(address.parse().unwrap()));
            Ok(found)
        }
    }

    fn found(names: &Within<Turning>) -> Vec<String> {
        let uri = Uri::from_static("http://news.example/a");
        match names.resolve(&uri, &Config::default(), NextTimeout::default()) {
            Ok(found) => found.iter().map(ToString::to_string).collect(),
            Err(ureq::Error::Other(cause)) if cause.is::<OutOfReach>() => Vec::new(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_name_that_turns_inward_is_followed_at_no_time() {
        let answers = vec![
            vec!["93.184.215.14:80"],
            vec!["127.0.0.1:80"],
            vec!["169.254.169.254:80", "[::1]:80", "[::ffff:10.0.0.1]:80"],
            vec!["10.0.0.1:80", "93.184.215.14:80"],
        ];
        let names = Turning { answers, ..Turning::default() };
        let within = Within { reach: Reach::Public, names };
        let all: Vec<_> = (0..4).map(|_| found(&within)).collect();
        let outside = vec!["93.184.215.14:80".to_owned()];
        assert_eq!(all, [outside.clone(), vec![], vec![], outside]);
    }
}
