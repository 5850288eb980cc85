//! A person's verdict on a claim that a newer version of the tools has read anew.
//!
//! Claims are named by their content, the tool's version included, so a better rule makes new
//! claims. A verdict on an old one holds for the new one at the same words of the same article.

use std::collections::BTreeMap;

use record::{Claim, ClaimId, Content, Judgement, Thing};

/// The same verdicts, on the claims that count now. One on a claim without a successor stays as it is.
pub(crate) fn over(judgements: Vec<Judgement>, all: &[Claim], current: &[Claim]) -> Vec<Judgement> {
    let old: BTreeMap<ClaimId, &Claim> = all.iter().map(|claim| (claim.id, claim)).collect();
    let heir = |thing: Thing| match thing {
        Thing::Claim(id) => {
            old.get(&id).and_then(|claim| heir_of(claim, current)).map_or(thing, Thing::Claim)
        }
        Thing::Article(_) => thing,
    };
    let carried = judgements.into_iter().map(|judgement| {
        let (left, right) = (heir(judgement.left), judgement.right.map(heir));
        match right {
            Some(right) if right < left => {
                Judgement { left: right, right: Some(left), ..judgement }
            }
            _ => Judgement { left, right, ..judgement },
        }
    });
    carried.collect()
}

/// The claim itself if it counts, else the one of its kind whose words share most with its own.
fn heir_of(old: &Claim, current: &[Claim]) -> Option<ClaimId> {
    if current.binary_search_by_key(&old.id, |claim| claim.id).is_ok() {
        return Some(old.id);
    }
    let of_article = current.iter().filter(|claim| claim.article == old.article);
    let alike = of_article.filter(|claim| is_meeting(claim) == is_meeting(old));
    let shared = alike.map(|claim| (shared_bytes(claim, old), claim.id));
    shared.filter(|(bytes, _)| *bytes > 0).max().map(|(_, id)| id)
}

fn is_meeting(claim: &Claim) -> bool {
    matches!(claim.content, Content::Meeting(_))
}

fn shared_bytes(a: &Claim, b: &Claim) -> u32 {
    let (a, b) = (a.shown().span(), b.shown().span());
    a.end().min(b.end()).saturating_sub(a.start().max(b.start()))
}
