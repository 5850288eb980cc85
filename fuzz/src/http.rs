//! Requests to the server, as bytes on a connection.

use std::cell::RefCell;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, LazyLock};

use pipeline::Tools;
use server::{Access, Limits, Settings, Site};
use store::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::runtime::{Builder, Runtime};

use crate::ground::{chosen, scratch};
use crate::kept;

/// More than the longest page has.
const ROOM: usize = 1 << 22;

/// A server of a small record. Nobody knows its token, so no verdict is kept and each request meets the same record.
static SITE: LazyLock<Arc<Site>> = LazyLock::new(|| {
    let file = scratch("http.db");
    let _ = std::fs::remove_file(&file);
    let mut store = Store::create(&file).expect("a record can be made");
    store.add(&kept::readings(), Tools::version()).expect("a record takes readings");
    let limits = Limits { rate: u32::MAX, burst: u32::MAX, ..Limits::default() };
    // What is refused is noted nowhere.
    let settings = Settings {
        limits,
        audit: "/dev/null".into(),
        access: Access::Machine(None),
        ..Settings::of(&file)
    };
    let site = Arc::new(Site::open(settings).expect("a record can be served"));
    std::fs::remove_file(&file).or(Ok::<_, std::io::Error>(())).ok();
    // The file is asked for its revision at each request, so it is made again under the same name.
    let mut store = Store::create(&file).expect("a record can be made");
    store.add(&kept::readings(), Tools::version()).expect("a record takes readings");
    site
});

thread_local! {
    static RUNTIME: RefCell<Runtime> = RefCell::new(Builder::new_current_thread().enable_time().build().expect("a runtime starts"));
}

/// The first byte chooses: a connection's bytes as they stand, a page and its query, headers, or a form.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    match choice & 3 {
        0 => whole(rest),
        1 => one(&page(rest)),
        2 => one(&headed(rest)),
        _ => one(&form(rest)),
    }
}

/// Any bytes: every answer that comes begins as one, and none says that the server failed.
fn whole(bytes: &[u8]) {
    let answers = answered(bytes);
    assert!(answers.is_empty() || answers.starts_with(b"HTTP/1."), "no answer at all");
    let failed = answers.windows(14).any(|words| words == b"HTTP/1.1 500 I");
    assert!(!failed, "the server failed");
}

/// A request that ends: one answer, whole, with what each answer says to a browser.
fn one(request: &[u8]) {
    let answer = answered(request);
    let answer = answer.strip_prefix(b"HTTP/1.1 100 Continue\r\n\r\n").unwrap_or(&answer);
    // A head that promises a body that does not come is waited for, and there is no more to come.
    if answer.is_empty() {
        return;
    }
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
    let head = String::from_utf8(answer[..end].to_vec()).expect("a head is text");
    let body = &answer[end + 4..];
    let status: u16 =
        head.get(9..12).and_then(|code| code.parse().ok()).expect("an answer has a status");
    assert_ne!(status, 500, "{head}");
    // What is no request is answered before it comes to us.
    if matches!(status, 400 | 431) && !head.contains("content-security-policy") {
        return;
    }
    assert!(head.contains("content-security-policy: default-src 'none'"), "{head}");
    assert!(!head.contains("zqzq\r"), "a header of the asker's own");
    if head.contains("content-type: application/json") {
        let json: Result<serde_json::Value, _> = serde_json::from_slice(body);
        assert!(json.is_ok(), "no JSON: {}", String::from_utf8_lossy(body));
    }
    if head.contains("content-type: text/html") {
        let page = std::str::from_utf8(body).expect("a page is text");
        assert!(!page.contains("<zq"), "words of the asker are a tag: {page}");
        assert!(!page.contains("=\"javascript:"), "words of the asker are a script: {page}");
    }
}

/// A page by the first byte, as HTML or JSON; an id up to the first line's end; a query of the rest.
fn page(bytes: &[u8]) -> Vec<u8> {
    let (choice, rest) = chosen(bytes);
    let pages = server::PAGES;
    let page = &pages[usize::from(choice >> 1) % pages.len()];
    let path = if choice & 1 > 0 { page.json_path() } else { page.path.to_owned() };
    let mut parts = rest.splitn(2, |byte| *byte == b'\n');
    let id = escaped(parts.next().unwrap_or_default(), b"/?# ");
    let query = escaped(parts.next().unwrap_or_default(), b"# ");
    let path = path.replace("{id}", if id.is_empty() { "m-1" } else { &id });
    format!("GET {path}?{query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .into_bytes()
}

/// What no address can hold is escaped, and what would end it.
fn escaped(bytes: &[u8], ends: &[u8]) -> String {
    let one = |byte: &u8| match byte {
        byte if byte.is_ascii_graphic() && !ends.contains(byte) => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    bytes.iter().map(one).collect()
}

fn headed(bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> =
        bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    let mut out = b"GET /meetings HTTP/1.1\r\nConnection: close\r\n".to_vec();
    for line in lines {
        out.extend(line.iter().filter(|byte| **byte != b'\r'));
        out.extend(b"\r\n");
    }
    [out, b"\r\n".to_vec()].concat()
}

fn form(bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST /review HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        bytes.len()
    );
    [head.as_bytes(), bytes].concat()
}

/// All that the server says to these bytes and the end of them.
fn answered(bytes: &[u8]) -> Vec<u8> {
    RUNTIME.with_borrow(|runtime| {
        runtime.block_on(async {
            let (mut ours, theirs) = duplex(ROOM);
            let peer = IpAddr::V4(Ipv4Addr::LOCALHOST);
            let serving = server::answer(SITE.clone(), theirs, peer);
            let asking = async {
                // Whoever is cut off cannot say more.
                let _ = ours.write_all(bytes).await;
                let _ = ours.shutdown().await;
                let mut answer = Vec::new();
                let _ = ours.read_to_end(&mut answer).await;
                answer
            };
            tokio::join!(serving, asking).1
        })
    })
}
