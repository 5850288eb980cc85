//! Who may do what, over every address that there is.

use server::{Scope, routes};

use crate::desk::{Desk, FORM, Holders, form};
use crate::http::{Reply, send};
use crate::markup::tags;

/// Every page as people see it and as JSON, then what is no page. A new address is written down here before it exists.
const PAGES: [(&str, Scope); 23] = [
    ("/", Scope::Read),
    ("/timeline", Scope::Read),
    ("/meetings", Scope::Read),
    ("/meetings/{id}", Scope::Read),
    ("/processes", Scope::Read),
    ("/network", Scope::Read),
    ("/map", Scope::Read),
    ("/statements", Scope::Read),
    ("/positions", Scope::Read),
    ("/conditions", Scope::Read),
    ("/commitments", Scope::Read),
    ("/matrix", Scope::Read),
    ("/differences", Scope::Read),
    ("/attribution", Scope::Read),
    ("/sources", Scope::Read),
    ("/documents", Scope::Read),
    ("/documents/{id}", Scope::Read),
    ("/actors", Scope::Read),
    ("/review", Scope::Read),
    ("/search", Scope::Read),
    ("/run", Scope::Read),
    ("/evidence/{id}", Scope::Read),
    ("/audit", Scope::Admin),
];
const OTHERS: [(&str, &str, Scope); 4] = [
    ("GET", "/changes", Scope::Read),
    ("GET", "/openapi.json", Scope::Read),
    ("GET", "/assets/{version}/{name}", Scope::Read),
    ("POST", "/review", Scope::Review),
];

fn wanted() -> Vec<(String, String, Scope)> {
    let json = |path: &str| format!("{}.json", if path == "/" { "/changes" } else { path });
    let both = |(path, scope): &(&str, Scope)| [((*path).to_owned(), *scope), (json(path), *scope)];
    let pages = PAGES.iter().flat_map(both).map(|(path, scope)| ("GET".to_owned(), path, scope));
    let others = OTHERS.map(|(method, path, scope)| (method.to_owned(), path.to_owned(), scope));
    let mut all: Vec<_> = pages.chain(others).collect();
    all.sort();
    all
}

fn ask(desk: &Desk, method: &str, path: &str, credentials: Option<&str>) -> Reply {
    let host = desk.address.to_string();
    let mut headers = vec![("Host", host.as_str())];
    headers.extend(credentials.map(|given| ("Authorization", given)));
    send(desk.address, method, path, &headers, "").unwrap()
}

#[test]
fn every_address_is_known_with_what_it_needs() {
    let mut known: Vec<_> = routes()
        .into_iter()
        .map(|route| (route.method.to_string(), route.path, route.needs))
        .collect();
    known.sort();
    assert_eq!(known, wanted());
}

#[test]
fn each_scope_may_do_what_it_says_and_no_more_at_every_address() {
    let (desk, holders) = Desk::guarded_example(|settings| settings);
    let Holders { reader, reviewer, admin } = &holders;
    let bearer = |token: &str| format!("Bearer {token}");
    let given = [
        (None, None),
        (Some("Bearer rap_none".to_owned()), None),
        (Some("Basic cmVhZDpyZWFk".to_owned()), None),
        (Some(bearer(reader)), Some(Scope::Read)),
        (Some(bearer(reviewer)), Some(Scope::Review)),
        (Some(bearer(admin)), Some(Scope::Admin)),
    ];
    for route in routes() {
        let path = ["{id}", "{version}", "{name}"]
            .iter()
            .fold(route.path.clone(), |path, part| path.replace(part, "none"));
        for method in methods(&route.method.to_string()) {
            for (credentials, scope) in &given {
                let reply = ask(&desk, method, &path, credentials.as_deref());
                let fits = match scope {
                    None => reply.status == 401,
                    Some(scope) if *scope < route.needs => reply.status == 403,
                    Some(_) => matches!(reply.status, 200 | 400 | 404 | 415 | 422),
                };
                assert!(fits, "{method} {path} as {scope:?}: {}", reply.status);
            }
        }
    }
}

/// Those that an address answers.
fn methods(of: &str) -> &'static [&'static str] {
    if of == "POST" { &["POST"] } else { &["GET", "HEAD"] }
}

#[test]
fn a_form_counts_only_with_the_proof_of_whoever_sends_it() {
    let (desk, holders) = Desk::guarded_example(|settings| settings);
    let host = desk.address.to_string();
    let own = format!("http://{host}");
    // What a browser sends once it was told the password: the token.
    let basic = |token: &str| format!("Basic {}", base64(&format!("anyone:{token}")));
    let page = |token: &str| {
        let page = ask(&desk, "GET", "/review?coder=R.", Some(&basic(token)));
        assert_eq!(page.status, 200);
        let (_, rest) = page.body.split_once("name=\"token\" value=\"").expect("a form");
        rest.split_once('"').expect("its end").0.to_owned()
    };
    let [of_reader, of_reviewer, of_admin] =
        [&holders.reader, &holders.reviewer, &holders.admin].map(|token| page(token));
    assert_eq!(of_reader, "", "who may not judge is given nothing to judge with");
    assert_ne!(of_reviewer, of_admin);
    for token in [&holders.reader, &holders.reviewer, &holders.admin] {
        let pages = desk.get_as(token, "/review?coder=R.").body;
        assert!(!pages.contains(token.as_str()), "no page holds a token");
    }
    let id = desk.get_as(&holders.reader, "/meetings.json").json()["meetings"][0]["id"].clone();
    let id = id.as_str().unwrap();
    let send_form = |token: &str, proof: &str| {
        let body = form(&[("token", proof), ("id", id), ("verdict", "accept"), ("by", "R.")]);
        let given = basic(token);
        let headers = [("Host", host.as_str()), ("Origin", &own), ("Authorization", &given), FORM];
        send(desk.address, "POST", "/review", &headers, &body).unwrap().status
    };
    assert_eq!(send_form(&holders.reviewer, ""), 403);
    assert_eq!(send_form(&holders.reviewer, &of_admin), 403);
    assert_eq!(send_form(&holders.reviewer, &holders.reviewer), 403);
    assert_eq!(send_form(&holders.reader, &of_reviewer), 403);
    assert_eq!(send_form("rap_none", &of_reviewer), 401);
    assert_eq!(send_form(&holders.reviewer, &of_reviewer), 303);
}

#[test]
fn the_navigation_shows_what_may_be_seen() {
    let (desk, holders) = Desk::guarded_example(|settings| settings);
    let is_linked = |token: &str| {
        let page = desk.get_as(token, "/meetings").body;
        tags(&page).iter().any(|tag| tag.value("href") == Some("/audit"))
    };
    assert!(!is_linked(&holders.reviewer));
    assert!(is_linked(&holders.admin));
}

/// As a browser writes a name and a password.
fn base64(words: &str) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in words.as_bytes().chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for at in 0..4 {
            let digit = char::from(DIGITS[((bits >> (18 - 6 * at)) & 63) as usize]);
            out.push(if at <= three.len() { digit } else { '=' });
        }
    }
    out
}
