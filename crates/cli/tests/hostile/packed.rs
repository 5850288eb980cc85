//! Web archives, zip, gzip and Zstandard.

use crate::made::{
    STORY, TOLD, answer, bare, deflate, gzip, member, page, record, record_of, told, zip,
    zstd_of_blanks,
};
use crate::table::{Case, case, together};

/// Records that are not what they say.
fn records() -> Vec<Case> {
    let good = || record(answer("", page(&told())));
    let behind = |first: Vec<u8>| [first, good()].concat();
    let answered = || answer("", bare());
    let said = |length: &str| behind(record_of(length, "https://example.com/b", answered()));
    let header = |len: usize| {
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nX: {}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            "x".repeat(len)
        )
    };
    let bare = |head: &str| behind(record(head));
    let address = "javascript:alert(1)//\u{1b}[2J\u{202e}<script>";
    let revisit = "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Refers-To: <urn:self>\r\nWARC-Record-ID: <urn:self>\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
    let mut close = record(answered());
    close.truncate(close.len() - 4);
    let mut broken = gzip(record(answered()).repeat(9));
    // No kind of block begins so; how much comes out of a member that breaks off later depends on who unpacks it.
    broken[10..].fill(0xff);
    vec![
        case("length-beyond.warc", said("99999999"), (1, "R005 R014"), TOLD),
        case("length-endless.warc", said("99999999999999999999999"), (1, "R005 R014"), TOLD),
        case("length-negative.warc", said("-1"), (1, "R005 R014"), TOLD),
        case("length-short.warc", said("7"), (1, "R005 R014"), TOLD),
        case("length-words.warc", said("\u{1b}[2Jmany"), (1, "R005 R014"), TOLD),
        case("close.warc", behind(close), (1, "R005"), TOLD),
        case("header-long.warc", behind(header(100_000).into_bytes()), (1, "R014"), TOLD),
        case(
            "header-endless.warc",
            [good(), b"WARC/1.0\r\nX: ".to_vec(), vec![b'x'; 1 << 20]].concat(),
            (1, "R014"),
            TOLD,
        ),
        case("status-none.warc", bare("HTTP/1.1\r\n\r\na"), (1, "R014"), TOLD),
        case("status-large.warc", bare("HTTP/1.1 99999999999 OK\r\n\r\na"), (1, "R014"), TOLD),
        case("status-header.warc", bare("HTTP/1.1 200 OK\r\nX: y"), (1, "R014"), TOLD),
        case("inner.warc", behind(record(answer("", good()))), (1, "R014"), TOLD),
        case(
            "address.warc",
            record_of(answer("", page(&told())).len(), address, answer("", page(&told()))),
            (1, ""),
            TOLD,
        ),
        case(
            "empty-many.warc",
            [revisit.repeat(50_000).into_bytes(), good()].concat(),
            (1, "R022"),
            TOLD,
        ),
        case("member-broken.warc.gz", [broken, gzip(good())].concat(), (1, "R014"), TOLD),
        case("mark.warc", b"WARC/".repeat(50_000), (0, "R014"), ""),
    ]
}

/// Bodies that are packed, chunked, or both, and lie.
fn bodies() -> Vec<Case> {
    let good = || record(answer("", page(&told())));
    let sent = |fields: &str, body: &[u8]| [record(answer(fields, body)), good()].concat();
    let blanks = vec![b' '; 64 << 20];
    let chunked = "Transfer-Encoding: chunked\r\n";
    let chunks = |size: &str| format!("{size}\r\n{}\r\n0\r\n\r\n", page(&told()));
    let tiny: String =
        page(&told()).chars().map(|c| format!("{:x}\r\n{c}\r\n", c.len_utf8())).collect();
    let both = format!("{:x}\r\n", gzip(&blanks).len()).into_bytes();
    let both = [both, gzip(&blanks), b"\r\n0\r\n\r\n".to_vec()].concat();
    vec![
        case(
            "chunk-beyond.warc",
            sent(chunked, chunks("ffffffffffffffff").as_bytes()),
            (2, ""),
            TOLD,
        ),
        case(
            "chunk-overflow.warc",
            sent(chunked, chunks("fffffffffffffffffffffffff").as_bytes()),
            (2, ""),
            TOLD,
        ),
        case("chunk-negative.warc", sent(chunked, chunks("-1").as_bytes()), (2, ""), TOLD),
        case("chunk-tiny.warc", sent(chunked, tiny.as_bytes()), (2, ""), TOLD),
        case(
            "chunk-endless.warc",
            sent(chunked, &b"0000000000000000001;x=y\r\na\r\n".repeat(50_000)),
            (1, "R005"),
            TOLD,
        ),
        case(
            "bomb-gzip.warc",
            sent("Content-Encoding: gzip\r\n", &gzip(&blanks)),
            (1, "R013"),
            TOLD,
        ),
        case(
            "bomb-deflate.warc",
            sent("Content-Encoding: deflate\r\n", &deflate(&blanks)),
            (1, "R013"),
            TOLD,
        ),
        case(
            "bomb-zstd.warc",
            sent("Content-Encoding: zstd\r\n", &zstd_of_blanks(512)),
            (1, "R013"),
            TOLD,
        ),
        case(
            "bomb-chunked.warc",
            sent(&format!("{chunked}Content-Encoding: gzip\r\n"), &both),
            (1, "R013"),
            TOLD,
        ),
        case(
            "coding-lies.warc",
            sent("Content-Encoding: br\r\n", &gzip(page(&told()))),
            (2, ""),
            TOLD,
        ),
        case(
            "coding-noise.warc",
            sent("Content-Encoding: br\r\n", &b"\x8b\x02\x80noise".repeat(500)),
            (1, "R005"),
            TOLD,
        ),
    ]
}

/// Packings and what they do not hold.
fn packings() -> Vec<Case> {
    let good = || gzip(page(&told()));
    let mut sum = good();
    let end = sum.len() - 8;
    sum[end..].fill(0);
    // A name, a remark and further fields, none of which has an end.
    let flags = [&b"\x1f\x8b\x08\x1c\0\0\0\0\0\xff\xff\xff"[..], &[b'a'; 4096]].concat();
    let blanks = vec![b' '; 64 << 20];
    vec![
        case("bomb.gz", gzip(&blanks), (0, "R013"), ""),
        case("bomb-then.gz", [gzip(&blanks), good()].concat(), (1, "R013"), TOLD),
        case("bomb-twice.gz", gzip(gzip(&blanks)), (0, "R007"), ""),
        case("bomb.zst", zstd_of_blanks(512), (0, "R013"), ""),
        case("twice.gz", gzip(good()), (0, "R007"), ""),
        case("sum.gz", sum, (1, "R014"), TOLD),
        case("half.gz", good()[..good().len() / 2].to_vec(), (0, "R005 R014"), ""),
        case("tail.gz", [good(), b"noise".repeat(999)].concat(), (1, "R014"), TOLD),
        case("flags.gz", flags, (0, "R014"), ""),
        case("window.zst", b"\x28\xb5\x2f\xfd\x00\xff\x01\x00\x00".repeat(9), (0, "R014"), ""),
        case("members.gz", [gzip("").repeat(20_000), good()].concat(), (1, ""), TOLD),
    ]
}

/// Archives of files.
fn zips() -> Vec<Case> {
    let good = || member("good.html", page(&told()));
    let at = |name: &'static str| member(name, page(&told()));
    let then = |first| zip(&[first, good()]);
    let many: Vec<_> =
        (0..10_000).map(|number| member(format!("{number}/"), "")).chain([good()]).collect();
    let climbs = [
        "../../../../tmp/a.html",
        "/etc/passwd",
        "C:\\windows\\win.ini",
        "a\n\u{1b}[2J\u{202e}.html",
        "-rf",
        "\0",
        "con",
    ];
    let mut cut = zip(&[good(), good()]);
    cut.truncate(cut.len() - 60);
    vec![
        case("bomb.zip", then(member("bomb.txt", vec![b' '; 64 << 20])), (1, "R013"), TOLD),
        case("climbs.zip", zip(&climbs.map(at)), (7, ""), TOLD),
        case("names.zip", then(member([0xff, 0xfe, b'a'], page(&told()))), (2, ""), TOLD),
        case("same.zip", zip(&[good(), good(), good()]), (3, ""), TOLD),
        case("encrypted.zip", then(good().encrypted()), (1, "R007"), TOLD),
        case("method.zip", then(good().packed_by(99)), (1, "R007"), TOLD),
        case("stored-lies.zip", then(good().packed_by(0)), (1, "R007"), TOLD),
        case("length-long.zip", then(good().said(0xffff_fffe, 1)), (1, "R014"), TOLD),
        case("length-none.zip", then(good().said(0, 0)), (2, ""), TOLD),
        case("length-64.zip", then(good().said(u32::MAX, u32::MAX)), (1, "R014"), TOLD),
        case("many.zip", zip(&many), (1, ""), TOLD),
        case("inner.zip", then(member("inner.zip", zip(&[good()]))), (1, "R007"), TOLD),
        case("packed.zip", then(member("a.html.gz", gzip(gzip(page(STORY))))), (1, "R007"), TOLD),
        case("cut.zip", cut, (2, "R014 R024"), TOLD),
        case("office.zip", zip(&[member("[Content_Types].xml", "<a/>"), good()]), (0, "R007"), ""),
    ]
}

#[test]
fn records_that_are_not_what_they_say() {
    together(3, records());
}

#[test]
fn bodies_that_are_packed_and_lie() {
    together(0, bodies());
}

#[test]
fn packings_and_what_they_do_not_hold() {
    together(3, packings());
}

#[test]
fn archives_of_files() {
    together(3, zips());
}
