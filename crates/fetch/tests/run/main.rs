//! Runs against a server on this machine: what is asked for, what is kept, what is refused.

mod inward;
mod server;

use std::io::{Read, Write};
use std::time::Duration;

use fetch::{Memory, Outcome, Reach, Run, Terms, fetch};
use flate2::read::MultiGzDecoder;
use flate2::{Compression, write::GzEncoder};
use server::{Say, Server, page};

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";
const STORY: &[u8] = b"<!doctype html><title>Envoys meet</title><p>The envoys met in Tarn.</p>";

fn terms() -> Terms {
    Terms { reach: Reach::Private, pause: Duration::ZERO, ..Terms::default() }
}

struct Done {
    outcome: Outcome,
    archive: Vec<u8>,
    memory: Memory,
}

impl Done {
    /// The codes of what was refused.
    fn codes(&self) -> Vec<&str> {
        self.outcome.refused.iter().map(|one| one.problem.code.0.as_str()).collect()
    }

    fn message(&self) -> &str {
        self.outcome.refused.first().map_or("", |one| &one.problem.message)
    }

    fn records(&self) -> String {
        let mut records = Vec::new();
        MultiGzDecoder::new(self.archive.as_slice()).read_to_end(&mut records).unwrap();
        String::from_utf8_lossy(&records).into_owned()
    }

    /// Kinds of the archive's records.
    fn kinds(&self) -> Vec<String> {
        let records = self.records();
        let kinds = records.lines().filter_map(|line| line.strip_prefix("WARC-Type: "));
        kinds.map(str::to_owned).collect()
    }
}

fn run_with(url: &str, terms: &Terms, mut memory: Memory) -> Done {
    let mut archive = Vec::new();
    let run = Run { terms, memory: &mut memory, archive: &mut archive };
    let outcome = fetch(&[url.to_owned()], run, |_| ()).unwrap();
    Done { outcome, archive, memory }
}

fn run(url: &str) -> Done {
    run_with(url, &terms(), Memory::default())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_page_is_kept_as_it_came() {
    let server = Server::start(&[("/a?b=1", page(HTML, STORY))]);
    let done = run(&format!("{}/a?b=1#part", server.root));
    assert_eq!(done.outcome.kept, 1);
    assert_eq!(done.outcome.refused, []);
    assert_eq!(server.paths(), ["/robots.txt", "/a?b=1"]);
    let request = &server.asked()[1];
    assert!(request.to_lowercase().contains("user-agent: rapporteur/"), "{request}");
    assert_eq!(done.kinds(), ["warcinfo", "response", "request"]);
    let records = done.records();
    assert!(records.contains(&format!("WARC-Target-URI: {}/a?b=1\r\n", server.root)));
    assert!(records.contains(request), "the request is there as it was sent");
    let answer = format!("HTTP/1.1 200 OK\r\n{HTML}Content-Length: {}\r\n\r\n", STORY.len());
    let block = [answer.as_bytes(), STORY].concat();
    assert!(records.contains(&format!("Content-Length: {}\r\n\r\n{answer}<!doctype", block.len())));
}

#[test]
fn what_robots_txt_forbids_is_not_asked_for() {
    let robots = page("", b"User-agent: *\nDisallow: /private\n");
    let server = Server::start(&[("/robots.txt", robots), ("/private/a", page(HTML, STORY))]);
    let done = run(&format!("{}/private/a", server.root));
    assert_eq!(done.codes(), ["F002"]);
    assert_eq!(done.outcome.unread, 1);
    assert_eq!(server.paths(), ["/robots.txt"]);
    assert!(done.archive.is_empty());
}

#[test]
fn a_site_that_cannot_tell_its_rules_is_left_alone() {
    let broken = Say::Bytes(b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n".to_vec());
    let server = Server::start(&[("/robots.txt", broken), ("/a", page(HTML, STORY))]);
    let done = run(&format!("{}/a", server.root));
    assert_eq!(done.codes(), ["F002"]);
    assert_eq!(server.paths(), ["/robots.txt"]);
}

#[test]
fn own_networks_are_not_asked_without_leave() {
    let server = Server::start(&[("/a", page(HTML, STORY))]);
    let public = Terms { reach: Reach::Public, ..terms() };
    let port = server.root.rsplit(':').next().unwrap();
    for host in ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0"] {
        let done = run_with(&format!("http://{host}:{port}/a"), &public, Memory::default());
        assert_eq!(done.codes(), ["F003"], "{host}");
    }
    assert!(server.paths().is_empty());
}

#[test]
fn redirections_are_followed_and_kept() {
    let to = |path| {
        Say::Bytes(
            format!("HTTP/1.1 301 Moved\r\nLocation: {path}\r\nContent-Length: 0\r\n\r\n").into(),
        )
    };
    let server = Server::start(&[
        ("/old", to("/older")),
        ("/older", to("{root}/new")),
        ("/new", page(HTML, STORY)),
        ("/round", to("/round")),
        ("/mail", to("mailto:a@example.org")),
        ("/file", to("file:///etc/hostname")),
        ("/closed", to("/no/a")),
        ("/robots.txt", page("", b"User-agent: *\nDisallow: /no")),
    ]);
    let done = run(&format!("{}/old", server.root));
    assert_eq!((done.outcome.kept, done.codes()), (1, vec![]));
    assert_eq!(done.kinds().iter().filter(|kind| *kind == "response").count(), 3);
    let code = |path: &str| run(&format!("{}{path}", server.root)).codes().join(" ");
    assert_eq!(code("/round"), "F007");
    assert_eq!(code("/mail"), "F001");
    assert_eq!(code("/file"), "F001");
    assert_eq!(code("/closed"), "F002");
    assert!(!server.paths().contains(&"/no/a".to_owned()));
}

#[test]
fn long_answers_are_cut_off() {
    let small = Terms { page_bytes: 100_000, ..terms() };
    let long = vec![b'a'; 1 << 20];
    let bomb = packed(&vec![b'a'; 8 << 20]);
    assert!(bomb.len() < 100_000);
    let chunks = format!(
        "HTTP/1.1 200 OK\r\n{HTML}Transfer-Encoding: chunked\r\n\r\n{}",
        "1;x=y\r\na\r\n".repeat(90_000)
    );
    let server = Server::start(&[
        ("/long", page(HTML, &long)),
        ("/unsaid", Say::Bytes([b"HTTP/1.1 200 OK\r\n\r\n", long.as_slice()].concat())),
        ("/bomb", page("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", &bomb)),
        ("/chunks", Say::Bytes(chunks.into())),
    ]);
    for path in ["/long", "/unsaid", "/bomb", "/chunks"] {
        let done = run_with(&format!("{}{path}", server.root), &small, Memory::default());
        assert_eq!(done.codes(), ["F006"], "{path}: {}", done.message());
        assert!(done.archive.is_empty(), "{path}");
    }
}

#[test]
fn slow_answers_are_given_up() {
    let hasty = Terms { patience: Duration::from_millis(300), ..terms() };
    let server = Server::start(&[
        ("/header", Say::Drip(b"HTTP/1.1 200 OK\r\nX: ".to_vec())),
        ("/body", Say::Drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".to_vec())),
    ]);
    for path in ["/header", "/body"] {
        let done = run_with(&format!("{}{path}", server.root), &hasty, Memory::default());
        assert_eq!(done.codes(), ["F004"], "{path}");
        assert!(done.message().contains("too long"), "{}", done.message());
    }
}

#[test]
fn a_broken_answer_is_no_answer() {
    let server = Server::start(&[
        ("/short", Say::Bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc".to_vec())),
        ("/nonsense", Say::Bytes(b"nonsense\r\n\r\n".to_vec())),
        ("/silence", Say::Bytes(Vec::new())),
    ]);
    for path in ["/short", "/nonsense", "/silence"] {
        assert_eq!(run(&format!("{}{path}", server.root)).codes(), ["F004"], "{path}");
    }
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(run(&format!("http://{nobody}/a")).codes(), ["F004"]);
}

#[test]
fn what_has_not_changed_is_not_kept_twice() {
    let tagged =
        format!("HTTP/1.1 200 OK\r\nETag: \"1\"\r\n{HTML}Content-Length: {}\r\n\r\n", STORY.len());
    let server = Server::start(&[
        ("/tagged", Say::UnlessKnown([tagged.as_bytes(), STORY].concat())),
        ("/plain", page(HTML, STORY)),
    ]);
    for (path, profile) in
        [("/tagged", "server-not-modified"), ("/plain", "identical-payload-digest")]
    {
        let url = format!("{}{path}", server.root);
        let first = run(&url);
        assert_eq!(first.outcome.kept, 1);
        let again = run_with(&url, &terms(), first.memory);
        assert_eq!((again.outcome.kept, again.outcome.unchanged), (0, 1));
        assert_eq!((again.codes(), again.outcome.unread), (vec!["F008"], 0));
        assert_eq!(again.kinds(), ["warcinfo", "revisit", "request"]);
        assert!(again.records().contains(profile));
    }
}

#[test]
fn chunks_and_packed_bodies_are_kept_as_they_came() {
    let body = packed(STORY);
    let mut answer = format!("HTTP/1.1 200 OK\r\n{HTML}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n", body.len()).into_bytes();
    answer.extend(body.iter().chain(b"\r\n0\r\n\r\n"));
    let server = Server::start(&[("/a", Say::Bytes(answer.clone()))]);
    let done = run(&format!("{}/a", server.root));
    assert_eq!(done.outcome.kept, 1);
    let mut records = Vec::new();
    MultiGzDecoder::new(done.archive.as_slice()).read_to_end(&mut records).unwrap();
    assert!(records.windows(answer.len()).any(|window| window == answer));
}

#[test]
fn the_pages_that_a_feed_lists_are_fetched() {
    let feed =
        b"<rss><channel><item><link>{root}/1</link></item><item><link>{root}/no</link></item>\
        <item><link>{root}/2</link></item><item><link>{root}/3</link></item></channel></rss>";
    let feed = Say::Bytes(
        [b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n", feed.as_slice()].concat(),
    );
    let server = Server::start(&[
        ("/feed", feed),
        ("/1", page(HTML, STORY)),
        ("/2", page(HTML, STORY)),
        ("/3", page(HTML, STORY)),
        ("/robots.txt", page("", b"User-agent: *\nDisallow: /no")),
    ]);
    let few = Terms { pages: 3, ..terms() };
    let done = run_with(&format!("{}/feed", server.root), &few, Memory::default());
    assert_eq!(server.paths(), ["/robots.txt", "/feed", "/1", "/2"]);
    assert_eq!(done.codes(), ["F009", "F002"]);
    assert_eq!((done.outcome.kept, done.outcome.unread), (3, 0));
    assert!(done.message().starts_with("1 of the 4 pages"), "{}", done.message());
    let again = run_with(&format!("{}/feed", server.root), &terms(), done.memory);
    assert_eq!(again.codes(), ["F008", "F002", "F008"], "a list with pages left out is read again");
    assert_eq!(again.outcome.kept, 2, "the list and the page that had been left out");
}

#[test]
fn an_index_leads_to_sitemaps_and_no_further() {
    let server = Server::start(&[
        ("/index.xml", index()),
        ("/s.xml", sitemap(&["/deep.xml", "/a"])),
        ("/deep.xml", sitemap(&["/deeper"])),
        ("/a", page(HTML, STORY)),
    ]);
    run(&format!("{}/index.xml", server.root));
    assert_eq!(server.paths(), ["/robots.txt", "/index.xml", "/s.xml", "/deep.xml", "/a"]);
}

fn list(inner: &str) -> Say {
    Say::Bytes(format!("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n{inner}").into())
}

/// A sitemap of these paths.
fn sitemap(paths: &[&str]) -> Say {
    let url = |path: &&str| format!("<url><loc>{{root}}{path}</loc></url>");
    list(&format!("<urlset>{}</urlset>", paths.iter().map(url).collect::<String>()))
}

fn index() -> Say {
    list("<sitemapindex><sitemap><loc>{root}/s.xml</loc></sitemap></sitemapindex>")
}

#[test]
fn what_failed_is_asked_for_again_though_its_lists_are_the_same() {
    let broken = Say::Bytes(b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n".to_vec());
    let server = Server::start(&[
        ("/index.xml", index()),
        ("/s.xml", sitemap(&["/a", "/b"])),
        ("/a", page(HTML, STORY)),
        ("/b", broken),
    ]);
    let url = format!("{}/index.xml", server.root);
    let first = run(&url);
    assert_eq!(first.codes(), ["F005"]);
    let again = run_with(&url, &terms(), first.memory);
    assert_eq!(again.codes(), ["F008", "F005"]);
    assert_eq!(server.paths().iter().filter(|path| *path == "/b").count(), 2);
}

#[test]
fn what_is_gone_for_good_is_not_asked_for_again() {
    let server = Server::start(&[("/s.xml", sitemap(&["/gone"]))]);
    let url = format!("{}/s.xml", server.root);
    let first = run(&url);
    assert_eq!(first.codes(), ["F005"]);
    assert_eq!(run_with(&url, &terms(), first.memory).codes(), ["F008"]);
}

#[test]
fn what_was_left_out_behind_an_index_comes_in_later_runs() {
    let server = Server::start(&[
        ("/index.xml", index()),
        ("/s.xml", sitemap(&["/1", "/2", "/3"])),
        ("/1", page(HTML, STORY)),
        ("/2", page(HTML, STORY)),
        ("/3", page(HTML, STORY)),
    ]);
    let url = format!("{}/index.xml", server.root);
    let few = Terms { pages: 2, ..terms() };
    let first = run_with(&url, &few, Memory::default());
    assert_eq!((first.outcome.kept, first.codes()), (3, vec!["F009"]));
    let whole = run_with(&url, &terms(), first.memory);
    assert_eq!(whole.outcome.kept, 4, "both lists, and the two pages that had been left out");
    assert_eq!(run_with(&url, &terms(), whole.memory).codes(), ["F008"]);
}

#[test]
fn no_address_is_longer_than_can_be_held_against_rules() {
    let long = format!("/{}", "a".repeat(8 << 10));
    let server = Server::start(&[("/s.xml", sitemap(&[&long, "/a"])), ("/a", page(HTML, STORY))]);
    assert_eq!(run(&format!("{}{long}", server.root)).codes(), ["F001"]);
    let done = run(&format!("{}/s.xml", server.root));
    assert_eq!((done.outcome.kept, done.codes()), (2, vec![]));
    assert_eq!(server.paths(), ["/robots.txt", "/s.xml", "/a"]);
}

#[test]
fn answers_that_are_too_long_count_towards_those_of_a_run() {
    let long = page(HTML, &vec![b'a'; 1 << 20]);
    let server = Server::start(&[
        ("/s.xml", sitemap(&["/1", "/2", "/3"])),
        ("/1", long.clone()),
        ("/2", long.clone()),
        ("/3", long),
    ]);
    let small = Terms { page_bytes: 100_000, run_bytes: 100_000, ..terms() };
    let done = run_with(&format!("{}/s.xml", server.root), &small, Memory::default());
    assert_eq!(done.codes(), ["F006", "F011", "F011"]);
}

#[test]
fn a_host_that_is_busy_is_left_alone() {
    let busy =
        Say::Bytes(b"HTTP/1.1 429 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n".to_vec());
    let server = Server::start(&[("/a", busy), ("/b", page(HTML, STORY))]);
    let mut memory = Memory::default();
    let mut archive = Vec::new();
    let urls = ["/a", "/b"].map(|path| format!("{}{path}", server.root));
    let run = Run { terms: &terms(), memory: &mut memory, archive: &mut archive };
    let outcome = fetch(&urls, run, |_| ()).unwrap();
    assert_eq!(server.paths(), ["/robots.txt", "/a"]);
    let codes: Vec<_> = outcome.refused.iter().map(|one| one.problem.code.0.as_str()).collect();
    assert_eq!(codes, ["F005", "F011"]);
}

#[test]
fn more_patience_than_there_is_gets_one_page() {
    let robots = page("", b"User-agent: *\nCrawl-delay: 3600\n");
    let server = Server::start(&[("/robots.txt", robots), ("/b", page(HTML, STORY))]);
    let short = Terms { longest_pause: Duration::ZERO, ..terms() };
    let url = format!("{}/b", server.root);
    assert_eq!(run_with(&url, &short, Memory::default()).outcome.kept, 1);
    let run = Run { terms: &short, memory: &mut Memory::default(), archive: &mut Vec::new() };
    let outcome = fetch(&[url.clone(), format!("{url}?2")], run, |_| ()).unwrap();
    assert_eq!((outcome.kept, outcome.refused.len()), (1, 1));
    assert_eq!(outcome.refused[0].problem.code.0, "F011");
}

#[test]
fn what_is_no_address_or_no_page_is_refused() {
    for odd in
        ["ftp://example.org/a", "file:///etc/hostname", "https://", "http://u:p@example.org/"]
    {
        assert_eq!(run(odd).codes(), ["F001"], "{odd}");
    }
    let server = Server::start(&[("/p.png", page("Content-Type: image/png\r\n", b"\x89PNG"))]);
    let code = |path: &str| run(&format!("{}{path}", server.root)).codes().join(" ");
    assert_eq!(code("/p.png"), "F010");
    assert_eq!(code("/nowhere"), "F005");
}

#[test]
fn a_memory_is_the_same_after_it_was_kept() {
    let server = Server::start(&[("/a", page(HTML, STORY))]);
    let url = format!("{}/a", server.root);
    let memory = run(&url).memory;
    let path = std::env::temp_dir().join(format!("rapporteur-memory-{}", std::process::id()));
    memory.save(&path).unwrap();
    let loaded = Memory::load(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(loaded, memory);
    assert!(loaded.get(&url).is_some());
    assert_eq!(Memory::load(&path).unwrap(), Memory::default());
}
