//! What is sent back: a page as HTML or JSON, a file, a refusal.

use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderValue, Response, StatusCode};
use minijinja::value::Serde;
use minijinja::{Value, context};
use serde::Serialize;

use crate::ask::{AS_OF, Ask, FOCUS};
use crate::asset::{ASSETS, Asset};
use crate::caller::Caller;
use crate::evidence;
use crate::page::{Group, PAGES, Page, View};
use crate::refusal::Refusal;
use crate::site::Site;
use crate::snapshot::Snapshot;
use crate::token::Scope;

/// In what form a page is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// For people.
    Html,
    /// For programs.
    Json,
}

/// An answer.
pub struct Answer {
    status: StatusCode,
    kind: &'static str,
    body: Vec<u8>,
    location: Option<String>,
    advice: Option<(HeaderName, HeaderValue)>,
    forever: bool,
}

impl Answer {
    /// Plain words.
    pub fn plain(status: StatusCode, words: &str) -> Answer {
        Answer::new(status, "text/plain; charset=utf-8", words.as_bytes().to_vec())
    }

    /// A value for programs.
    pub fn json(value: &impl Serialize) -> Answer {
        match serde_json::to_vec(value) {
            Ok(body) => Answer::new(StatusCode::OK, "application/json", body),
            Err(error) => Answer::plain(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
        }
    }

    /// A file that never changes under its address.
    pub fn asset(asset: &Asset) -> Answer {
        let answer = Answer::new(StatusCode::OK, asset.kind, asset.bytes.to_vec());
        Answer { forever: true, ..answer }
    }

    /// On to another page, after a change.
    pub fn see_other(location: &str) -> Answer {
        let answer = Answer::plain(StatusCode::SEE_OTHER, "kept");
        Answer { location: Some(location.to_owned()), ..answer }
    }

    fn new(status: StatusCode, kind: &'static str, body: Vec<u8>) -> Answer {
        Answer { status, kind, body, location: None, advice: None, forever: false }
    }

    /// As it goes over the wire.
    pub fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if self.forever {
            let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
            headers.insert(header::CACHE_CONTROL, forever);
        }
        if let Some((name, value)) = self.advice {
            headers.insert(name, value);
        }
        if let Some(location) = self.location.and_then(|to| HeaderValue::from_str(&to).ok()) {
            headers.insert(header::LOCATION, location);
        }
        response
    }
}

/// A page in one form or the other.
pub fn of(
    (site, caller): (&Arc<Site>, &Caller),
    page: &Page,
    ask: &Ask,
    id: Option<&str>,
    form: Form,
) -> Result<Answer, Refusal> {
    let snapshot = site.snapshots.at(ask.day(AS_OF))?;
    let (snapshots, audit) = (&site.snapshots, Some(&site.audit));
    let view = View { snapshots, snapshot: &snapshot, ask, id, audit };
    let shown = (page.show)(&view)?;
    if form == Form::Json {
        return Ok(Answer::json(&shown.json()?));
    }
    let focus = ask.words(FOCUS).map(|id| evidence::first(&snapshot, id)).transpose()?;
    let heading = shown.heading.as_deref().unwrap_or(page.title);
    let html = site.templates.get_template(&format!("{}.html", page.name)).and_then(|template| {
        template.render(context! {
            page => told(page),
            heading,
            data => shown.data,
            drawn => shown.drawn,
            ask => Value::from(Serde(ask)),
            rows => rows(ask),
            pane => focus.map(|focus| Value::from(Serde(focus))),
            here => here(page, id, ask),
            frame => frame((site, caller), &snapshot, ask),
        })
    });
    let html = html.map_err(|error| Refusal::Failed(format!("{error:#}")))?;
    Ok(Answer::new(StatusCode::OK, "text/html; charset=utf-8", html.into_bytes()))
}

/// Why there is no page.
pub fn refused(site: &Site, refusal: &Refusal, form: Form) -> Answer {
    let answer = Answer { advice: refusal.advice(), ..refused_plainly(site, refusal, form) };
    let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::BAD_REQUEST);
    Answer { status, ..answer }
}

fn refused_plainly(site: &Site, refusal: &Refusal, form: Form) -> Answer {
    let status = StatusCode::BAD_REQUEST;
    if form == Form::Json {
        return Answer::json(&serde_json::json!({ "error": refusal.words() }));
    }
    let html = site.templates.get_template("refusal.html").and_then(|template| {
        template.render(
            context! { words => refusal.words(), status => refusal.status(), assets => assets() },
        )
    });
    match html {
        Ok(html) => Answer::new(status, "text/html; charset=utf-8", html.into_bytes()),
        Err(_) => Answer::plain(status, refusal.words()),
    }
}

/// What stands around every page.
fn frame((site, caller): (&Site, &Caller), snapshot: &Snapshot, ask: &Ask) -> Value {
    let record = &snapshot.opened.record;
    let days = record.documents.iter().filter_map(|row| row.published.as_ref());
    let last = days.map(|published| published.when.last()).max();
    let keep = ask.words(AS_OF).map(|day| format!("?as_of={day}")).unwrap_or_default();
    context! {
        groups => groups(caller.scope),
        assets => assets(),
        file => site.snapshots.name(),
        documents => record.documents.len(),
        origins => record.origins.len(),
        as_of => record.as_of.map(|day| view::names::day(day)),
        as_of_day => ask.words(AS_OF),
        last => last.map(|day| day.to_string()),
        keep,
        token => (caller.scope >= Scope::Review).then(|| caller.proof(site)).unwrap_or_default(),
        version => pipeline::Tools::version(),
    }
}

/// The navigation, without what the caller may not see.
fn groups(scope: Scope) -> Vec<Value> {
    let named = [
        (Group::Talks, "The talks"),
        (Group::Words, "Said and promised"),
        (Group::Sources, "Sources"),
        (Group::Desk, "The desk"),
        (Group::Server, "The server"),
    ];
    let of = |(group, title): (Group, &str)| {
        let pages = PAGES.iter().filter(|page| page.group == group).map(told);
        context! { title, pages => pages.collect::<Vec<_>>() }
    };
    named.into_iter().filter(|(group, _)| scope >= group.needs()).map(of).collect()
}

fn told(page: &Page) -> Value {
    context! {
        name => page.name, path => page.path, title => page.title, about => page.about,
        asks => page.asks.iter().map(|param| param.name).collect::<Vec<_>>(),
    }
}

/// Where the page stands: its path, the query without the focus, ready for one more value, and its JSON.
fn here(page: &Page, id: Option<&str>, ask: &Ask) -> Value {
    let id = id.map(crate::ask::segment).unwrap_or_default();
    let path = page.path.replace("{id}", &id);
    let query = ask.with(FOCUS.name, None);
    let asked = if query == "?" { "" } else { query.as_str() };
    let json = format!("{}{asked}", page.json_path().replace("{id}", &id));
    let more = if query == "?" { query.clone() } else { format!("{query}&") };
    context! { path, query, more, json }
}

/// For links to other pages of rows.
fn rows(ask: &Ask) -> Value {
    let page = ask.page();
    context! {
        page,
        rows => ask.rows(),
        before => (page > 1).then(|| ask.with("page", Some(&(page - 1).to_string()))),
        after => ask.with("page", Some(&(page + 1).to_string())),
    }
}

fn assets() -> Value {
    let [site, drawing, reading, js, icon] = &ASSETS;
    let css = [site, drawing, reading].map(Asset::address);
    context! { css => css.to_vec(), js => js.address(), icon => icon.address() }
}
