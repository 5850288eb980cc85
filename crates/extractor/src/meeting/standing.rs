//! What a meeting is to its article: the news, what went before, or what is to come.

use record::{Level, Party, Standing, Status};
use text::{Role, TokenIndex};

use super::Occasion;
use crate::reading::Reading;

/// Gives each occasion its standing.
pub(crate) fn settle(reading: &Reading, occasions: &mut [Occasion]) {
    let main: Option<(TokenIndex, Vec<Party>, Option<Level>)> = occasions
        .iter()
        .find(|o| matches!(o.status, Status::Held | Status::Contact) && !looks_back(reading, o))
        .map(|o| (o.anchor, o.parties(), o.rank()));
    let backward: Vec<TokenIndex> =
        occasions.iter().filter(|o| looks_back(reading, o)).map(|o| o.anchor).collect();
    for occasion in occasions.iter_mut() {
        let first = occasion.of.map_or(occasion.anchor, |(first, _)| first);
        occasion.standing = match occasion.status {
            Status::Scheduled | Status::Postponed | Status::Cancelled => {
                let over = main.as_ref().is_some_and(|(_, parties, rank)| {
                    occasion.parties() == *parties && occasion.rank() == *rank
                });
                let put_off = occasion.status != Status::Scheduled;
                if occasion.former || backward.contains(&first) || over && put_off {
                    Standing::Background
                } else {
                    Standing::Planned
                }
            }
            Status::Held | Status::Contact => {
                let of_main = main.as_ref().is_some_and(|(anchor, parties, _)| {
                    let own = occasion.parties();
                    occasion.of.map_or(occasion.anchor, |(first, _)| first) == *anchor
                        || own.iter().all(|p| parties.contains(p))
                });
                if of_main && !backward.contains(&first) {
                    Standing::Main
                } else {
                    Standing::Background
                }
            }
        };
    }
}

/// "previously met", "had also met", "last month", "the discussions held in December".
pub(crate) fn looks_back(reading: &Reading, occasion: &Occasion) -> bool {
    let tree = &reading.tree;
    let first_time = reading.words_before(occasion.clause).contains("first time");
    let above =
        tree.head(occasion.clause).filter(|_| tree.role(occasion.clause) == Role::OpenComplement);
    let helpers = |t: TokenIndex| tree.auxiliaries(t).iter().any(|a| a == "had");
    let had = !first_time && (helpers(occasion.clause) || above.is_some_and(helpers));
    let before = [occasion.anchor, occasion.clause]
        .iter()
        .any(|t| tree.has_modifier(*t, &["previously", "earlier", "previous", "last", "past"]));
    let adverb = tree
        .children_in(occasion.clause, Role::Adverb)
        .any(|a| matches!(tree.form(a).to_lowercase().as_str(), "previously" | "earlier"));
    had || before || adverb || long_before(reading, occasion)
}

/// The clause's time lies weeks before the page's own day, or is a month of another season.
fn long_before(reading: &Reading, occasion: &Occasion) -> bool {
    const DAYS: i32 = 14;
    let published = reading.doc().article.published.as_ref().map(|p| p.when.from);
    let when = occasion.time(reading).and_then(|t| t.when);
    match (when, published) {
        (Some(when), Some(day)) => (day - when.last()).get_days() > DAYS,
        _ => false,
    }
}
