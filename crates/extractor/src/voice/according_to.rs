//! "According to X, …" and "…, according to X".
//!
//! Reads:  the phrase at either end of a sentence, X an actor; the rest of the sentence is the content.
//! Silent: "according to plan", "according to media reports".

use text::{TokenIndex, TokenRange};

use super::{Saying, Speech, content};
use crate::actor::Actor;
use crate::reading::Reading;

/// "to Syria's official news agency, SANA": the name may stand some words behind.
const REACH: usize = 9;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Speech> {
    let all = reading.tokens();
    all.filter(|t| reading.tree.form(*t).eq_ignore_ascii_case("according"))
        .filter_map(|t| at(reading, t))
        .collect()
}

fn at(reading: &Reading, according: TokenIndex) -> Option<Speech> {
    let sentence = reading.tree.sentence(according).tokens;
    let to = TokenIndex(according.0 + 1);
    if to >= sentence.end || reading.tree.form(to) != "to" {
        return None;
    }
    let reach = (to.at() + REACH).min(sentence.end.at());
    let near: Vec<_> = reading.actors.within(to.at() + 1, reach).collect();
    let comma = (to.0 + 1..sentence.end.0).find(|t| reading.tree.form(TokenIndex(*t)) == ",");
    let before_comma = |a: &&&Actor| comma.is_none_or(|c| a.tokens.start.0 < c);
    let outlet = near.iter().find(|a| a.kind == record::ActorKind::Outlet);
    let first = near.iter().filter(before_comma).find(|a| a.start() <= to.at() + 3);
    let speaker = outlet.or(first)?;
    let end = speaker.tokens.end;
    let piece = content::rest(reading, TokenRange { start: according, end })?;
    Some(Speech::of(piece, &[(*speaker).clone()], &[], Saying::plain(according)))
}
