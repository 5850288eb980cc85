//! From a request to an answer.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::{Form, FromRequest, Request};
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri};
use axum::response::IntoResponse;
use tokio::time::timeout;

use crate::answer::{self, Answer, Form as Shape};
use crate::ask::Ask;
use crate::audit::Entry;
use crate::caller::Caller;
use crate::page::Page;
use crate::rate::Counted;
use crate::refusal::Refusal;
use crate::route::{self, Does};
use crate::site::Site;
use crate::{asset, guard, openapi, review};

/// Requests that one counts as that was refused for who asked: whoever tries tokens is soon told to wait.
const REFUSED: u32 = 20;
/// Who sent a request that is refused for its sender.
const NOBODY: &str = "nobody";

/// The answer to a request, with what every answer says to the browser.
pub async fn answer(site: Arc<Site>, peer: IpAddr, request: Request) -> Response<Body> {
    let (limit, form) = (site.settings.limits.request, form(request.uri().path()));
    let slow = || {
        let refusal = Refusal::Busy("that took too long; ask again in a moment".to_owned());
        answer::refused(&site, &refusal, form).into_response()
    };
    let answered = timeout(limit, admitted(&site, peer, request)).await;
    let mut response = answered.unwrap_or_else(|_| slow());
    guard::say(response.headers_mut());
    response
}

/// Lets a request in or not: its host and sender, how often they come, its address, what they may do there.
async fn admitted(site: &Arc<Site>, peer: IpAddr, request: Request) -> Response<Body> {
    let from = guard::origin(site, peer, request.headers());
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let sent = (&method, form(&path));
    let caller = match who(site, from, request.headers()) {
        Ok(caller) => caller,
        Err(refusal) => return turned_away(site, (NOBODY, from), sent, refusal).await,
    };
    match route::find(&site.routes, &method, &path) {
        Err(refusal) => answer::refused(site, &refusal, form(&path)).into_response(),
        Ok((route, id)) => match caller.may(route.needs) {
            Err(refusal) => turned_away(site, (&caller.name, from), sent, refusal).await,
            Ok(()) => done(site, caller, (route.does, id), request).await,
        },
    }
}

/// Who sent a request, unless that is nobody who may, or somebody who comes too often.
fn who(site: &Site, from: IpAddr, headers: &HeaderMap) -> Result<Caller, Refusal> {
    let caller = guard::admit(site, headers).and_then(|()| Caller::of(site, headers, from));
    let now = Instant::now();
    let (counted, requests) = match &caller {
        Ok(caller) => (caller.counted(), 1),
        Err(_) => (Counted::address(from), REFUSED),
    };
    let many = |wait: Duration| Refusal::Many(wait.as_secs() + 1);
    site.rate.take(counted, requests, now).map_err(many)?;
    caller
}

/// Refuses a request for who sent it, and notes it if it was to change something.
async fn turned_away(
    site: &Arc<Site>,
    (name, from): (&str, IpAddr),
    (method, form): (&Method, Shape),
    refusal: Refusal,
) -> Response<Body> {
    let answer = answer::refused(site, &refusal, form);
    let is_change = !matches!(*method, Method::GET | Method::HEAD);
    if is_change && !matches!(refusal, Refusal::Many(_)) {
        let (site, (name, from)) = (site.clone(), (name.to_owned(), from.to_string()));
        let note = move || {
            let words = Some(refusal.words());
            review::note(&site, Entry::new((&name, &from), None, words, &[]));
        };
        // A note that cannot be made is told by whoever makes it.
        let _ = tokio::task::spawn_blocking(note).await;
    }
    answer.into_response()
}

/// What is done at an address.
async fn done(
    site: &Arc<Site>,
    caller: Caller,
    (does, id): (Does, Option<&str>),
    request: Request,
) -> Response<Body> {
    match does {
        Does::Show(page, shape) => shown(site, caller, (page, id, shape), request.uri()).await,
        Does::Judge => judged(site, caller, request).await,
        Does::Describe => Answer::json(openapi::document()).into_response(),
        Does::Asset => of_asset(request.uri().path()),
    }
}

fn of_asset(path: &str) -> Response<Body> {
    match asset::at(path) {
        Some(asset) => Answer::asset(asset).into_response(),
        None => Answer::plain(StatusCode::NOT_FOUND, "no such file").into_response(),
    }
}

async fn shown(
    site: &Arc<Site>,
    caller: Caller,
    (page, id, shape): (&'static Page, Option<&str>, Shape),
    uri: &Uri,
) -> Response<Body> {
    let nowhere = || Refusal::Missing("the address holds bytes that are no text".to_owned());
    let id = id.map(|id| unescaped(id).ok_or_else(nowhere)).transpose();
    let (query, from) = (uri.query().unwrap_or_default().to_owned(), site.clone());
    worked(site, shape, move || {
        let shown = id.and_then(|id| {
            let ask = Ask::of(pairs(&query)?, page.asks)?;
            answer::of((&from, &caller), page, &ask, id.as_deref(), shape)
        });
        shown.unwrap_or_else(|refusal| answer::refused(&from, &refusal, shape))
    })
    .await
}

async fn judged(site: &Arc<Site>, caller: Caller, request: Request) -> Response<Body> {
    let (head, body) = request.into_parts();
    let headers = head.headers.clone();
    let Ok(bytes) = to_bytes(body, site.settings.limits.body).await else {
        return Answer::plain(StatusCode::PAYLOAD_TOO_LARGE, "that is too long").into_response();
    };
    let whole = Request::from_parts(head, Body::from(bytes));
    let form = match Form::<review::Judged>::from_request(whole, &()).await {
        Ok(Form(form)) => form,
        Err(unread) => return unread.into_response(),
    };
    let from = site.clone();
    worked(site, Shape::Html, move || match review::judged(&from, &caller, &headers, &form) {
        Ok(next) => Answer::see_other(&next),
        Err(refusal) => answer::refused(&from, &refusal, Shape::Html),
    })
    .await
}

/// What work gives that takes a while. It waits for a place, and holds it to its end even if nobody waits for it any more.
async fn worked(
    site: &Arc<Site>,
    form: Shape,
    work: impl FnOnce() -> Answer + Send + 'static,
) -> Response<Body> {
    let Ok(place) = site.places.clone().acquire_owned().await else {
        let ending = Refusal::Busy("the server is about to stop".to_owned());
        return answer::refused(site, &ending, form).into_response();
    };
    let work = move || {
        let answer = work();
        drop(place);
        answer
    };
    let failed =
        |_| Answer::plain(StatusCode::INTERNAL_SERVER_ERROR, "this page could not be made");
    tokio::task::spawn_blocking(work).await.unwrap_or_else(failed).into_response()
}

/// In what form whoever asks there is told why there is nothing.
fn form(path: &str) -> Shape {
    if path.ends_with(".json") { Shape::Json } else { Shape::Html }
}

/// A query's names and values.
fn pairs(query: &str) -> Result<Vec<(String, String)>, Refusal> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((unescaped(name)?, unescaped(&value.replace('+', " "))?))
    });
    let unread = || Refusal::Bad("the address holds bytes that are no text".to_owned());
    pairs.collect::<Option<_>>().ok_or_else(unread)
}

/// `%20` read back; `None` if that gives no text.
fn unescaped(words: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(words.len());
    let mut rest = words.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_back() {
        assert_eq!(unescaped("a%20b%C3%A9").as_deref(), Some("a bé"));
        assert_eq!(unescaped("%"), None);
        assert_eq!(unescaped("%FF"), None, "no text");
    }
}
