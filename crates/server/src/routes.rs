//! From an address to an answer.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Form, Request, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::routing::{get, post};

use crate::answer::{self, Answer, Form as Shape};
use crate::ask::Ask;
use crate::page::{FIRST, PAGES, Page};
use crate::refusal::Refusal;
use crate::site::Site;
use crate::{asset, guard, openapi, review};

/// The longest body of a request that is read.
const LONGEST_BODY: usize = 64 * 1024;

/// Everything that the server answers.
pub fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/openapi.json", get(async || Answer::json(&openapi::document()).into_response()))
        .route("/assets/{version}/{name}", get(async |uri: Uri| of_asset(uri.path())))
        .route("/review", post(judged).get(of_page))
        .fallback(of_page)
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn_with_state(site.clone(), guarded))
        .with_state(site)
}

async fn guarded(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response<Body> {
    let mut response = match guard::admit(&site, request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => answer::refused(&site, &refusal, Shape::Html).into_response(),
    };
    guard::say(response.headers_mut());
    response
}

fn of_asset(path: &str) -> Response<Body> {
    match asset::at(path) {
        Some(asset) => Answer::asset(asset).into_response(),
        None => Answer::plain(StatusCode::NOT_FOUND, "no such file").into_response(),
    }
}

async fn of_page(State(site): State<Arc<Site>>, method: Method, uri: Uri) -> Response<Body> {
    let (path, shape) = match uri.path().strip_suffix(".json") {
        Some(path) => (path.to_owned(), Shape::Json),
        None => (uri.path().to_owned(), Shape::Html),
    };
    if method != Method::GET && method != Method::HEAD {
        return Answer::plain(StatusCode::METHOD_NOT_ALLOWED, "pages are for reading")
            .into_response();
    }
    let query = uri.query().unwrap_or_default().to_owned();
    let work = move || {
        let shown = page_of(&path).and_then(|(page, id)| {
            let ask = Ask::of(pairs(&query)?, page.asks)?;
            answer::of(&site, page, &ask, id.as_deref(), shape)
        });
        shown.unwrap_or_else(|refusal| answer::refused(&site, &refusal, shape))
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer.into_response(),
        Err(_) => failed().into_response(),
    }
}

async fn judged(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(form): Form<review::Judged>,
) -> Response<Body> {
    let work = move || {
        let kept = guard::admit_change(&site, &headers, form.token.as_deref())
            .and_then(|()| review::keep(&site, &form));
        match kept {
            Ok(next) => Answer::see_other(&next),
            Err(refusal) => answer::refused(&site, &refusal, Shape::Html),
        }
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer.into_response(),
        Err(_) => failed().into_response(),
    }
}

fn failed() -> Answer {
    Answer::plain(StatusCode::INTERNAL_SERVER_ERROR, "this page could not be made")
}

/// The page at an address, and the id in it.
fn page_of(path: &str) -> Result<(&'static Page, Option<String>), Refusal> {
    let path = if path == FIRST { "/" } else { path };
    let found = PAGES.iter().find_map(|page| match page.path.strip_suffix("{id}") {
        Some(before) => {
            let id = path.strip_prefix(before).filter(|id| !id.is_empty() && !id.contains('/'))?;
            Some((page, Some(unescaped(id)?)))
        }
        None => (page.path == path).then_some((page, None)),
    });
    found.ok_or_else(|| Refusal::Missing(format!("there is no page at {}", shortened(path))))
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

/// Long addresses are not said back.
fn shortened(path: &str) -> String {
    path.chars().take(80).collect()
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

    #[test]
    fn every_page_is_found_at_its_own_address() {
        for page in PAGES {
            let path = page.path.replace("{id}", "m-1");
            assert!(page_of(&path).is_ok_and(|(found, _)| found.name == page.name), "{path}");
        }
        assert!(page_of("/changes").is_ok_and(|(page, _)| page.path == "/"));
        assert!(page_of("/meetings/a/b").is_err());
        assert!(page_of("/../etc/passwd").is_err());
    }
}
