//! Addresses instead of files: what is read of them, what is kept, how it ends.

#[cfg(feature = "fetch")]
#[allow(dead_code, reason = "shared with tests that use all of it")]
#[path = "../../fetch/tests/run/server.rs"]
mod server;

use std::path::PathBuf;
use std::process::{Command, Output};

fn run(place: &PathBuf, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(args)
        .current_dir(place)
        .env("XDG_CONFIG_HOME", place)
        .output()
        .unwrap()
}

fn place(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("rapporteur-web-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[cfg(not(feature = "fetch"))]
#[test]
fn a_build_without_network_says_so() {
    let place = place("without");
    let output = run(&place, &["read", "https://example.org/"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("this build does not fetch"), "{}", err(&output));
    assert!(!place.join("rapporteur.db").exists());
}

#[cfg(feature = "fetch")]
mod fetching {
    use super::server::{Say, Server, page};
    use super::*;

    const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

    fn story(day: u32) -> Vec<u8> {
        format!(
            "<!doctype html><html lang=en><head><title>Envoys meet in Tarn</title>\
             <meta property='article:published_time' content='2024-03-0{day}T09:00:00Z'></head><body><article>\
             <h1>Envoys meet in Tarn</h1><p>Turkish Foreign Minister Hakan Fidan met his Syrian counterpart \
             Faisal Mekdad in Moscow on Tuesday, the ministry said in a statement.</p><p>They spoke for {day} \
             hours about the return of refugees and the border, officials of both sides told reporters.</p>\
             </article></body></html>"
        )
        .into_bytes()
    }

    fn site() -> Server {
        let feed = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss><channel><title>All</title>\
            <item><link>{root}/envoys-meet.html</link></item><item><link>{root}/second</link></item></channel></rss>";
        Server::start(&[
            ("/feed", Say::Bytes(feed.into())),
            ("/envoys-meet.html", page(HTML, &story(5))),
            ("/second", page(HTML, &story(6))),
        ])
    }

    /// The program goes when it writes to the record: no file may grow beyond what the archive takes.
    #[cfg(unix)]
    #[test]
    fn what_was_fetched_and_not_read_is_fetched_again() {
        let (place, server) = (place("cut"), site());
        std::fs::write(place.join("a.html"), story(7)).unwrap();
        assert!(run(&place, &["read", "--record", "talks.db", "a.html"]).status.success());
        let args =
            ["read", "--record", "talks.db", "--allow-private", &format!("{}/feed", server.root)];
        let cut = Command::new("sh")
            .args(["-c", "ulimit -f 16; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_rapporteur")])
            .args(args)
            .current_dir(&place)
            .output();
        assert!(!cut.unwrap().status.success(), "it is not cut off");
        assert!(place.join("talks.warc.gz").exists(), "it is cut off too early");
        let again = run(&place, &args);
        assert!(err(&again).contains("new: 2 articles"), "{}", err(&again));
    }

    fn articles(place: &PathBuf, args: &[&str]) -> Vec<serde_json::Value> {
        let output = run(place, &[&["article", "--json"], args].concat());
        let lines = String::from_utf8(output.stdout).unwrap();
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn a_record_can_be_made_again_from_the_archive() {
        let (site, place) = (site(), place("again"));
        let feed = format!("{}/feed", site.root);
        let read = run(&place, &["read", &feed, "--allow-private", "--record", "a.db", "--json"]);
        assert_eq!(read.status.code(), Some(0), "{}", err(&read));
        let again = run(&place, &["read", "a.warc.gz", "--record", "b.db", "--json"]);
        let record = |output: &Output| -> serde_json::Value {
            serde_json::from_slice(&output.stdout).unwrap()
        };
        assert_eq!(record(&read), record(&again), "{}", err(&again));
        assert_eq!(record(&read)["documents"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn a_second_run_adds_to_the_archive_what_has_changed() {
        let (site, place) = (site(), place("second"));
        let [first, second] =
            ["/envoys-meet.html", "/second"].map(|path| format!("{}{path}", site.root));
        let read = |url: &str| run(&place, &["read", url, "--allow-private"]);
        assert_eq!(read(&first).status.code(), Some(0));
        let unchanged = read(&first);
        assert_eq!(unchanged.status.code(), Some(0));
        assert!(err(&unchanged).contains("F008"), "{}", err(&unchanged));
        assert!(err(&unchanged).contains("0 articles"), "{}", err(&unchanged));
        assert_eq!(read(&second).status.code(), Some(0));
        assert_eq!(articles(&place, &["rapporteur.warc.gz"]).len(), 2);
        let again = run(&place, &["read", "rapporteur.warc.gz"]);
        assert!(err(&again).contains("new: 0 articles"), "{}", err(&again));
    }

    #[test]
    fn an_article_is_read_without_a_trace_unless_asked_for_one() {
        let (site, place) = (site(), place("article"));
        let url = format!("{}/envoys-meet.html", site.root);
        let read = articles(&place, &[&url, "--allow-private"]);
        assert_eq!(read[0]["url"], url);
        assert_eq!(read[0]["published"], "2024-03-05");
        assert_eq!(std::fs::read_dir(&place).unwrap().count(), 0);
        let kept = articles(&place, &[&url, "--allow-private", "--warc", "a.warc.gz"]);
        let again = articles(&place, &["a.warc.gz"]);
        assert_eq!((kept.len(), &kept), (1, &again));
    }

    #[test]
    fn what_cannot_be_fetched_is_exit_code_three() {
        let (site, place) = (site(), place("three"));
        let page = format!("{}/envoys-meet.html", site.root);
        let refused = run(&place, &["read", &page]);
        assert_eq!(refused.status.code(), Some(3), "{}", err(&refused));
        assert!(err(&refused).contains(&format!("F003 {page}")), "{}", err(&refused));
        assert!(err(&refused).contains("--allow-private"), "{}", err(&refused));
        let problems = run(&place, &["show", "problems"]);
        assert!(String::from_utf8_lossy(&problems.stdout).contains("F003"));
        assert_eq!(run(&place, &["article", "ftp://example.org/a"]).status.code(), Some(3));
    }

    #[test]
    fn a_file_that_is_no_archive_is_left_alone() {
        let (site, place) = (site(), place("none"));
        std::fs::write(place.join("a.warc.gz"), "a letter").unwrap();
        let url = format!("{}/second", site.root);
        let args = ["read", &url, "--allow-private", "--warc", "a.warc.gz"];
        let output = run(&place, &args);
        assert_eq!(output.status.code(), Some(1), "{}", err(&output));
        assert_eq!(std::fs::read(place.join("a.warc.gz")).unwrap(), b"a letter");
        assert_eq!(run(&place, &["read", &url, "--warc", "a.zip"]).status.code(), Some(2));
    }
}
