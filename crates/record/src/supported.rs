//! Values with the claims that give them.

use serde::{Deserialize, Serialize};

use crate::ClaimId;

/// A value and every claim that gives it.
///
/// Where accounts differ a field holds several of these. Nothing is averaged.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Supported<T> {
    /// What is claimed.
    pub value: T,
    /// By whom. Never empty, in order of id, each once.
    pub claims: Vec<ClaimId>,
}

impl<T: PartialEq> Supported<T> {
    /// Adds a claim of `value` to `list`, beside the others or to the one that is the same.
    pub fn add(list: &mut Vec<Supported<T>>, value: T, claim: ClaimId) {
        let Some(held) = list.iter_mut().find(|s| s.value == value) else {
            list.push(Supported { value, claims: vec![claim] });
            return;
        };
        if let Err(place) = held.claims.binary_search(&claim) {
            held.claims.insert(place, claim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Digest;

    #[test]
    fn differing_values_stand_side_by_side() {
        let claim = |n: u8| ClaimId(Digest::of(&[&[n]]));
        let mut list = Vec::new();
        Supported::add(&mut list, "Moscow", claim(1));
        Supported::add(&mut list, "Sochi", claim(2));
        Supported::add(&mut list, "Moscow", claim(1));
        assert_eq!(list.iter().map(|s| s.claims.len()).collect::<Vec<_>>(), [1, 1]);
    }
}
