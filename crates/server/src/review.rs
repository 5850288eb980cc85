//! A person's verdict, sent from a form.

use std::sync::Arc;

use axum::http::HeaderMap;
use jiff::Timestamp;
use record::{Correction, Field, Judge, Judgement, Verdict};
use serde::Deserialize;
use view::Opened;

use crate::audit::{Asked, Entry};
use crate::caller::Caller;
use crate::guard;
use crate::refusal::Refusal;
use crate::site::Site;

/// The longest reason and the longest name that are kept.
pub const LONGEST: usize = 2_000;

/// What a form says.
#[derive(Deserialize)]
pub struct Judged {
    /// What shows that the form is ours.
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

/// Keeps the verdict of a form that is ours; the path to go on to. Either way it is noted.
pub fn judged(
    site: &Arc<Site>,
    caller: &Caller,
    headers: &HeaderMap,
    form: &Judged,
) -> Result<String, Refusal> {
    let kept = guard::admit_change(site, caller, headers, form.token.as_deref())
        .and_then(|()| keep(site, caller, form));
    if let Err(refusal) = &kept {
        note(site, entry(site, caller, form, Some(refusal.words())));
    }
    kept
}

/// Notes a refused change, unless so much was refused that the disk is in danger.
pub fn note(site: &Site, entry: Entry) {
    if site.audit.is_long() {
        return;
    }
    if let Err(error) = site.audit.pen().and_then(|pen| pen.write(entry)) {
        eprintln!("the audit log cannot be written: {error}");
    }
}

fn entry(site: &Site, caller: &Caller, form: &Judged, refused: Option<&str>) -> Entry {
    let asked = Asked {
        verdict: form.verdict.clone(),
        id: form.id.clone(),
        other: form.other.clone(),
        field: form.field.clone(),
        value: form.value.clone(),
        why: form.why.clone(),
        by: form.by.clone(),
    };
    let secrets = [&caller.secret, &caller.proof(site), form.token.as_deref().unwrap_or_default()];
    Entry::new((&caller.name, &caller.from.to_string()), Some(asked), refused, &secrets)
}

/// Keeps the verdict, once it stands in the log: it is not kept if it could not be noted.
fn keep(site: &Arc<Site>, caller: &Caller, form: &Judged) -> Result<String, Refusal> {
    check(caller, form)?;
    let by = form.by.trim();
    if by.is_empty() {
        return Err(Refusal::Bad("say who judges, in the field “your name”".to_owned()));
    }
    let judge = Judge::Person { name: by.to_owned(), at: Timestamp::now().to_string() };
    let judgements = judgements(&site.snapshots.at(None)?.opened, form, &judge)?;
    let unnoted = |error| Refusal::Failed(format!("the audit log cannot be written: {error}"));
    let pen = site.audit.pen().map_err(unnoted)?;
    pen.write(entry(site, caller, form, None)).map_err(unnoted)?;
    site.snapshots.judge(&judgements)?;
    Ok(onward(&form.next))
}

/// Nothing without measure, and no token where others could read it.
fn check(caller: &Caller, form: &Judged) -> Result<(), Refusal> {
    let given = [&form.why, &form.by, &form.id, &form.other, &form.value, &form.field];
    if given.iter().any(|words| words.len() > LONGEST) {
        return Err(Refusal::Bad("that is too long".to_owned()));
    }
    if given.iter().any(|words| words.contains(&caller.secret)) {
        return Err(Refusal::Bad("a verdict is no place for a token".to_owned()));
    }
    Ok(())
}

/// What a form says of the record.
fn judgements(opened: &Opened, form: &Judged, judge: &Judge) -> Result<Vec<Judgement>, Refusal> {
    let target = view::target(opened, &form.id)?;
    let why = (judge, form.why.trim());
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
    match judgements.is_empty() {
        true => Err(Refusal::Bad("no claims stand behind that; nothing to judge".to_owned())),
        false => Ok(judgements),
    }
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
