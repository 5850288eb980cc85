//! Ways to write an address that is not on the public internet. Nobody is asked at any of them.

use fetch::{Memory, Reach, Terms};

use crate::server::{Server, page};
use crate::{HTML, STORY, run_with, terms};

/// This machine, in every spelling that some program takes.
const THIS_MACHINE: &[&str] = &[
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7F.0.0.1",
    "0x7f.1",
    "0177.0.0.1",
    "0177.1",
    "017700000001",
    "0177.0x0.00.1",
    "127.0.0.1.",
    "0",
    "0.0.0.0",
    "0x0",
    "0x",
    "00000000",
    "%31%32%37.0.0.1",
    "127%2e0%2e0%2e1",
    "１２７.０.０.１",
    "127。0。0。1",
    "①②⑦.⓪.⓪.①",
    "localhost",
    "LOCALHOST",
    "ⓛocalhost",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[0000::0001]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0:0]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
];

/// Networks of houses, firms and providers, and the metadata of rented machines.
const NETWORKS: &[&str] = &[
    "10.0.0.1",
    "0xa.1",
    "012.0.0.1",
    "167772161",
    "172.16.0.1",
    "172.31.255.255",
    "0xac100001",
    "192.168.0.1",
    "3232235521",
    "0300.0250.0.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "0251.0376.0251.0376",
    "169.16689662",
    "169.254.43518",
    "100.64.0.1",
    "100.100.100.200",
    "0x64400001",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[::ffff:169.254.169.254]",
    "[::ffff:a9fe:a9fe]",
    "[::ffff:10.0.0.1]",
    "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::1]",
    "[2002:a9fe:a9fe::1]",
    "[2001:0:a9fe:a9fe::1]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[100::1]",
];

/// What no program should take for a host.
const NONSENSE: &[&str] = &[
    "127.0.0.256",
    "0x100000000",
    "4294967296",
    "127.0.0.1.1",
    "[::1",
    "[::ffff:127.0.0.256]",
    "1..1",
    "[fe80::1%25eth0]",
];

#[test]
fn no_spelling_of_an_inward_address_is_asked() {
    let server = Server::start(&[("/a", page(HTML, STORY))]);
    let public = Terms { reach: Reach::Public, ..terms() };
    let port = server.root.rsplit(':').next().unwrap();
    assert!(THIS_MACHINE.len() + NETWORKS.len() >= 60);
    for host in THIS_MACHINE.iter().chain(NETWORKS).chain(NONSENSE) {
        let done = run_with(&format!("http://{host}:{port}/a"), &public, Memory::default());
        let wants = if NONSENSE.contains(host) { "F001" } else { "F003" };
        assert_eq!(done.codes(), [wants], "{host}: {}", done.message());
        assert!(done.archive.is_empty(), "{host}");
    }
    assert!(server.paths().is_empty(), "{:?}", server.paths());
}

#[test]
fn other_ways_of_naming_what_to_ask_are_refused() {
    let public = Terms { reach: Reach::Public, ..terms() };
    for odd in [
        "gopher://127.0.0.1:6379/_INFO",
        "dict://127.0.0.1:11211/stats",
        "ldap://127.0.0.1/",
        "jar:http://127.0.0.1!/a",
        "data:text/html,<p>a",
        "javascript:alert(1)",
        "blob:http://127.0.0.1/a",
        "view-source:http://127.0.0.1/",
        "ws://127.0.0.1/",
        "//127.0.0.1/",
        "http:///",
        "http://",
        "http://a:99999/",
        "http://example.org@127.0.0.1/",
        "http://127.0.0.1#@example.org:x/",
    ] {
        let done = run_with(odd, &public, Memory::default());
        let codes = done.codes();
        assert!(matches!(codes[..], ["F001" | "F003"]), "{odd}: {codes:?} {}", done.message());
    }
}
