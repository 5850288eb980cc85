//! Every address that is answered, with what whoever asks has to be allowed. What is not in this list does not exist.

use axum::http::Method;

use crate::answer::Form;
use crate::page::{FIRST, PAGES, Page};
use crate::refusal::Refusal;
use crate::token::Scope;

/// One address and what it does.
#[derive(Clone)]
pub struct Route {
    /// `GET`, which answers `HEAD` too, or `POST`.
    pub method: Method,
    /// With `{…}` for what differs: "/meetings/{id}.json".
    pub path: String,
    /// What whoever asks has to be allowed.
    pub needs: Scope,
    pub(crate) does: Does,
}

/// What is done at an address.
#[derive(Clone, Copy)]
pub(crate) enum Does {
    /// A page is shown.
    Show(&'static Page, Form),
    /// A verdict is kept.
    Judge,
    /// The API is described.
    Describe,
    /// A style, a script, an icon.
    Asset,
}

/// All of them.
pub fn routes() -> Vec<Route> {
    let show = |page: &'static Page, path: String, form| {
        route(Method::GET, path, page.group.needs(), Does::Show(page, form))
    };
    let first = PAGES.iter().filter(|page| page.path == "/");
    // The JSON comes first: what ends in `.json` is never a row's id.
    let mut all: Vec<Route> =
        PAGES.iter().map(|page| show(page, page.json_path(), Form::Json)).collect();
    all.extend(PAGES.iter().map(|page| show(page, page.path.to_owned(), Form::Html)));
    all.extend(first.map(|page| show(page, FIRST.to_owned(), Form::Html)));
    let mut fixed = |method, path: &str, needs, does| {
        all.push(route(method, path.to_owned(), needs, does));
    };
    fixed(Method::POST, "/review", Scope::Review, Does::Judge);
    fixed(Method::GET, "/openapi.json", Scope::Read, Does::Describe);
    fixed(Method::GET, "/assets/{version}/{name}", Scope::Read, Does::Asset);
    all
}

fn route(method: Method, path: String, needs: Scope, does: Does) -> Route {
    Route { method, path, needs, does }
}

/// The route of a request, and what stands in its address for the first `{…}`.
pub(crate) fn find<'a, 'p>(
    all: &'a [Route],
    method: &Method,
    path: &'p str,
) -> Result<(&'a Route, Option<&'p str>), Refusal> {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let fits = all.iter().filter_map(|route| Some((route, route.fits(path)?)));
    let (mine, others): (Vec<_>, Vec<_>) = fits.partition(|(route, _)| route.method == *method);
    match (mine.first(), others.is_empty()) {
        (Some(found), _) => Ok(*found),
        (None, true) => Err(Refusal::Missing(format!("there is no page at {}", shortened(path)))),
        (None, false) => Err(Refusal::Method(allowed(&others))),
    }
}

/// As `Allow` tells it.
fn allowed(routes: &[(&Route, Option<&str>)]) -> &'static str {
    let takes = |method: Method| routes.iter().any(|(route, _)| route.method == method);
    match (takes(Method::GET), takes(Method::POST)) {
        (true, true) => "GET, HEAD, POST",
        (false, true) => "POST",
        _ => "GET, HEAD",
    }
}

impl Route {
    /// True, with what stands for the first `{…}`, if that is an address of this route.
    fn fits<'p>(&self, path: &'p str) -> Option<Option<&'p str>> {
        if self.path.split('/').count() != path.split('/').count() {
            return None;
        }
        let mut id = None;
        for (wanted, given) in self.path.split('/').zip(path.split('/')) {
            match wanted.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
                Some((_, end)) => {
                    let value = given.strip_suffix(end).filter(|value| !value.is_empty())?;
                    // What ends in `.json` asks for the JSON of a row, if that row has no name.
                    if end.is_empty() && value.ends_with(".json") {
                        return None;
                    }
                    id.get_or_insert(value);
                }
                None if wanted == given => {}
                None => return None,
            }
        }
        Some(id)
    }
}

/// Long addresses are not said back.
fn shortened(path: &str) -> String {
    path.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(method: Method, path: &str) -> Result<(String, Option<String>), u16> {
        let all = routes();
        let found = find(&all, &method, path).map_err(|refusal| refusal.status())?;
        Ok((found.0.path.clone(), found.1.map(str::to_owned)))
    }

    #[test]
    fn every_route_is_found_at_its_own_address() {
        for route in routes() {
            let path = route.path.replace("{id}", "m-1");
            let (found, _) = found(route.method, &path).unwrap();
            assert_eq!(found, route.path, "{path}");
        }
    }

    #[test]
    fn what_is_not_in_the_list_is_not_there() {
        for path in [
            "/nowhere",
            "/meetings/",
            "/meetings/a/b",
            "/../etc/passwd",
            "",
            "/.json",
            "/documents/.json",
        ] {
            assert_eq!(found(Method::GET, path), Err(404), "{path}");
            assert_eq!(found(Method::POST, path), Err(404), "{path}");
        }
        for method in [Method::PUT, Method::DELETE, Method::OPTIONS, Method::TRACE, Method::PATCH] {
            assert_eq!(found(method, "/review"), Err(405));
        }
        assert_eq!(found(Method::POST, "/meetings"), Err(405));
        let id = found(Method::HEAD, "/documents/a%2Ejson.json").unwrap();
        assert_eq!(id, ("/documents/{id}.json".to_owned(), Some("a%2Ejson".to_owned())));
    }
}
