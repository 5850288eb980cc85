//! How often each caller may ask: a bucket of requests that fills steadily and empties by one each time.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Callers that are remembered. A flood from more addresses than that forgets those that have waited longest.
const MOST: usize = 10_000;

/// Who is counted as one.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Counted {
    /// The holder of a token, wherever they ask from.
    Token(String),
    /// Whoever asks from there without a token.
    Address(IpAddr),
}

impl Counted {
    /// An address; of the sixth version its network, for whoever has one address there has all.
    pub fn address(from: IpAddr) -> Counted {
        match from.to_canonical() {
            IpAddr::V6(six) => {
                let [a, b, c, d, ..] = six.segments();
                Counted::Address(IpAddr::from([a, b, c, d, 0, 0, 0, 0]))
            }
            four => Counted::Address(four),
        }
    }
}

/// The buckets.
pub struct Rate {
    per_second: f64,
    burst: f64,
    held: Mutex<HashMap<Counted, Bucket>>,
}

/// What one caller has left, as of a moment.
#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Rate {
    /// So many a second, and so many at once before that counts.
    pub fn new(per_second: u32, burst: u32) -> Rate {
        let held = Mutex::default();
        Rate { per_second: f64::from(per_second.max(1)), burst: f64::from(burst.max(1)), held }
    }

    /// Counts a request as so many; how long to wait if it is one too many. What is counted beyond the last one left is forgiven.
    pub fn take(&self, who: Counted, requests: u32, now: Instant) -> Result<(), Duration> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= MOST && !held.contains_key(&who) {
            self.forget(&mut held, now);
        }
        let bucket = held.entry(who).or_insert(Bucket { left: self.burst, at: now });
        let left = self.left(bucket, now);
        let is_enough = left >= 1.0;
        let taken = if is_enough { f64::from(requests) } else { 0.0 };
        *bucket = Bucket { left: (left - taken).max(0.0), at: now };
        let wait = || Duration::from_secs_f64((1.0 - left) / self.per_second);
        if is_enough { Ok(()) } else { Err(wait()) }
    }

    fn left(&self, bucket: &Bucket, now: Instant) -> f64 {
        let since = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.left + since * self.per_second).min(self.burst)
    }

    /// Full buckets say nothing; if that makes no room, those longest unused go.
    fn forget(&self, held: &mut HashMap<Counted, Bucket>, now: Instant) {
        held.retain(|_, bucket| self.left(bucket, now) < self.burst);
        if held.len() >= MOST {
            let mut moments: Vec<Instant> = held.values().map(|bucket| bucket.at).collect();
            let (_, middle, _) = moments.select_nth_unstable(MOST / 2);
            let middle = *middle;
            held.retain(|_, bucket| bucket.at > middle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn four(last: u8) -> Counted {
        Counted::address(IpAddr::from([192, 0, 2, last]))
    }

    #[test]
    fn a_caller_gets_a_burst_and_then_a_rate_and_others_are_not_counted_with_them() {
        let (rate, start) = (Rate::new(2, 3), Instant::now());
        let after = |millis| start + Duration::from_millis(millis);
        assert!((0..3).all(|_| rate.take(four(1), 1, start).is_ok()));
        assert_eq!(rate.take(four(1), 1, start), Err(Duration::from_millis(500)));
        assert!(rate.take(four(2), 1, start).is_ok());
        assert!(rate.take(Counted::Token("ana".to_owned()), 1, start).is_ok());
        assert!(rate.take(four(1), 1, after(400)).is_err());
        assert!(rate.take(four(1), 1, after(500)).is_ok());
        assert!(rate.take(four(1), 1, after(500)).is_err());
        assert!((0..3).all(|_| rate.take(four(1), 1, after(60_000)).is_ok()));
        assert!(rate.take(four(1), 1, after(60_000)).is_err(), "a bucket does not overflow");
    }

    #[test]
    fn a_refusal_counts_as_many_but_never_as_a_debt() {
        let (rate, start) = (Rate::new(1, 30), Instant::now());
        assert!(rate.take(four(1), 20, start).is_ok());
        assert!(rate.take(four(1), 20, start).is_ok());
        assert_eq!(rate.take(four(1), 20, start), Err(Duration::from_secs(1)));
    }

    #[test]
    fn one_network_of_many_addresses_is_one_caller() {
        let six = |words: &str| Counted::address(words.parse().unwrap());
        assert_eq!(six("2001:db8::1"), six("2001:db8::ffff:2"));
        assert_ne!(six("2001:db8::1"), six("2001:db8:0:1::1"));
        assert_eq!(six("::ffff:192.0.2.1"), four(1));
    }

    #[test]
    fn a_flood_from_everywhere_takes_no_more_memory() {
        let (rate, start) = (Rate::new(1, 2), Instant::now());
        for number in 0..40_000_u32 {
            let from = IpAddr::from(number.to_be_bytes());
            let _ =
                rate.take(Counted::address(from), 1, start + Duration::from_nanos(number.into()));
        }
        assert!(rate.held.lock().unwrap().len() <= MOST);
    }
}
