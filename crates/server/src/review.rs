//! A person's verdict, sent from a form.

use std::sync::Arc;

use jiff::Timestamp;
use record::{Correction, Field, Judge, Verdict};
use serde::Deserialize;

use crate::refusal::Refusal;
use crate::site::Site;

/// The longest reason and the longest name that are kept.
pub const LONGEST: usize = 2_000;

/// What a form says.
#[derive(Deserialize)]
pub struct Judged {
    /// The server’s token.
    pub token: Option<String>,
    /// The row or claim.
    pub id: String,
    /// `accept`, `reject`, `correct`, `withdraw`, `same`, `different`.
    pub verdict: String,
    /// The other row, for `same` and `different`.
    #[serde(default)]
    pub other: String,
    /// For `correct`: which field.
    #[serde(default)]
    pub field: String,
    /// And what it should have been read as.
    #[serde(default)]
    pub value: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// Who judges.
    #[serde(default)]
    pub by: String,
    /// Where to go on: a path of this server.
    #[serde(default)]
    pub next: String,
}

/// Keeps the verdict; the path to go on to.
pub fn keep(site: &Arc<Site>, form: &Judged) -> Result<String, Refusal> {
    if [&form.why, &form.by, &form.id, &form.other, &form.value]
        .iter()
        .any(|words| words.len() > LONGEST)
    {
        return Err(Refusal::Bad("that is too long".to_owned()));
    }
    let by = form.by.trim();
    if by.is_empty() {
        return Err(Refusal::Bad("say who judges, in the field “your name”".to_owned()));
    }
    let snapshot = site.snapshots.at(None)?;
    let opened = &snapshot.opened;
    let judge = Judge::Person { name: by.to_owned(), at: Timestamp::now().to_string() };
    let target = view::target(opened, &form.id)?;
    let why = (&judge, form.why.trim());
    let judgements = match form.verdict.as_str() {
        "reject" => view::of_one(opened, target, Verdict::Reject, why),
        "accept" => view::of_one(opened, target, Verdict::Accept, why),
        "withdraw" => view::withdrawal(opened, target, why),
        "correct" => {
            let field = Field::named(&form.field);
            let field = field.ok_or_else(|| Refusal::Bad("choose a field".to_owned()))?;
            let correction = Correction { field, value: form.value.trim().to_owned() };
            view::correction(opened, target, &correction, why).map_err(|u| Refusal::Bad(u.0))?
        }
        "same" | "different" => {
            let other = view::target(opened, &form.other)?;
            let verdict = if form.verdict == "same" { Verdict::Same } else { Verdict::Different };
            view::of_two(opened, (target, other), verdict, why).map_err(|u| Refusal::Bad(u.0))?
        }
        _ => {
            return Err(Refusal::Bad(
                "a verdict is accept, reject, correct, withdraw, same or different".to_owned(),
            ));
        }
    };
    if judgements.is_empty() {
        return Err(Refusal::Bad("no claims stand behind that; nothing to judge".to_owned()));
    }
    site.snapshots.judge(&judgements)?;
    Ok(onward(&form.next))
}

/// Only ever to a page of this server. What is not plain ASCII is no address that our pages give, and browsers leave some of it out before
/// they look where an address leads.
fn onward(next: &str) -> String {
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let is_own = is_plain && next.starts_with('/') && !next.starts_with("//");
    if is_own { next.to_owned() } else { "/review".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        assert_eq!(onward("/meetings?page=2"), "/meetings?page=2");
        let elsewhere =
            ["https://a.example/", "//a.example/", "/\\a.example", "", "/a\r\nb", "/\t/a.example"];
        for next in elsewhere {
            assert_eq!(onward(next), "/review", "{next:?}");
        }
    }
}
