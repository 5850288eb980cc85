//! Each format with a small input of its own, sound and hostile.

use std::io::{self, Read, Write};

use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use flate2::{Compression, Crc};
use jiff::civil::date;
use reader::{Captures, EntryKind, Given, Reading, Source, read, readings};
use text::{Article, DateBasis};

const FIRST: &str = "The envoys of Veldland and Orsia met in Tarn on Thursday for the first time in six years, both sides said.";
const SECOND: &str = "They spoke about the railway for four hours and will meet again before the month is out, in the same place.";

fn read_as(path: &str, bytes: impl AsRef<[u8]>) -> Reading {
    read(&Source { path, bytes: bytes.as_ref() }, &Given::default())
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|noted| noted.problem.code.0.as_str()).collect()
}

fn has(reading: &Reading, code: &str) -> bool {
    codes(reading).contains(&code)
}

/// The only article.
fn one(reading: &Reading) -> &Article {
    let [article] = reading.articles.as_slice() else {
        panic!("{} articles; {:?}", reading.articles.len(), reading.problems)
    };
    assert!(article.text.contains(FIRST) && article.text.contains(SECOND), "{}", article.text);
    article
}

fn day(article: &Article) -> Option<(jiff::civil::Date, DateBasis)> {
    article.published.as_ref().map(|published| (published.when.from, published.basis))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn page(title: &str) -> String {
    format!(
        "<!doctype html><html><title>{title}</title><body><h1>{title}</h1><p>{FIRST}</p><p>{SECOND}</p></html>"
    )
}

fn row(id: &str) -> String {
    serde_json::json!({"id": id, "title": "Envoys meet in Tarn", "text": format!("{FIRST}\n\n{SECOND}")}).to_string()
}

#[test]
fn markdown_loses_its_marks_and_keeps_its_words() {
    let text = format!(
        "---\ntitle: \"Envoys meet: a first\"\nauthor: Jane Doe\ndate: 2021-03-04\nurl: https://example.com/envoys\n---\n\n{FIRST}\n\n## The railway\n\n{SECOND}\n"
    );
    let reading = read_as("a.md", text);
    let article = one(&reading);
    assert_eq!(article.title.as_deref(), Some("Envoys meet: a first"));
    assert_eq!(
        (article.byline.as_deref(), article.url.as_deref()),
        (Some("Jane Doe"), Some("https://example.com/envoys"))
    );
    assert_eq!(day(article), Some((date(2021, 3, 4), DateBasis::Given)));

    let marked = FIRST
        .replace("Veldland", "**Veldland**")
        .replace("Tarn", "[Tarn](https://example.com/tarn)");
    let reading = read_as("b.txt", format!("# Envoys meet in Tarn\n\n{marked}\n\n> {SECOND}\n"));
    assert_eq!(one(&reading).title.as_deref(), Some("Envoys meet in Tarn"));
}

#[test]
fn rows_of_common_extractors_are_read() {
    let text = format!("{FIRST}\n{SECOND}");
    let body = format!("<p>{FIRST}</p><p>{SECOND}</p>");
    let rows = [
        serde_json::json!({"title": "T", "author": "J. Doe", "hostname": "example.com", "date": "2021-03-04", "text": text, "source-hostname": "Example", "excerpt": "x"}),
        serde_json::json!({"title": "T", "authors": ["J. Doe"], "publish_date": "2021-03-04 00:00:00", "text": text, "source_url": "https://example.com", "url": "https://example.com/a"}),
        serde_json::json!({"title": "T", "authors": ["J. Doe"], "date_publish": "2021-03-04 10:00:00", "date_download": "2022-01-01", "maintext": text, "source_domain": "example.com", "url": "https://example.com/a"}),
        serde_json::json!({"title": "T", "authors": ["J. Doe"], "publishing_date": "2021-03-04T10:00:00+01:00", "plaintext": text, "html": {"requested_url": "https://example.com/a", "source_info": {"publisher": "Example"}}}),
        serde_json::json!({"stories_id": 7, "media_name": "Example", "publish_date": "2021-03-04", "title": "T", "url": "https://example.com/a", "story_text": text, "author": "J. Doe"}),
        serde_json::json!({"uri": "7", "lang": "eng", "dateTimePub": "2021-03-04T10:00:00Z", "title": "T", "body": text, "source": {"uri": "example.com", "title": "Example"}, "authors": [{"name": "J. Doe", "type": "author"}], "url": "https://example.com/a"}),
        serde_json::json!({"webTitle": "T", "webUrl": "https://example.com/a", "webPublicationDate": "2021-03-04T10:00:00Z", "fields": {"bodyText": text, "byline": "x"}, "author": "J. Doe", "outlet": "Example"}),
        serde_json::json!({"id": "7", "url": "https://example.com/a", "title": "T", "content_html": body, "date_published": "2021-03-04T10:00:00Z", "authors": [{"name": "J. Doe"}]}),
        serde_json::json!({"url": "https://example.com/a", "author": "J. Doe", "date": 1614852000, "html": page("T"), "title": "T"}),
    ];
    for value in rows {
        let reading = read_as("rows.jsonl", value.to_string());
        let article = one(&reading);
        assert_eq!(article.title.as_deref(), Some("T"), "{value}");
        assert_eq!(article.byline.as_deref(), Some("J. Doe"), "{value}");
        assert_eq!(day(article), Some((date(2021, 3, 4), DateBasis::Given)), "{value}");
        assert!(matches!(article.outlet.as_deref(), Some("Example" | "example.com")), "{value}");
    }
}

#[test]
fn json_comes_in_lines_arrays_and_answers() {
    let (a, b) = (row("a"), row("b"));
    let pretty =
        serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&a).unwrap())
            .unwrap();
    for (text, names) in [
        (format!("{a}\n\n{b}\n"), vec!["a", "b"]),
        (format!("\u{feff}{a}\r\n{b}"), vec!["a", "b"]),
        (format!("[{a},\n {b}]"), vec!["a", "b"]),
        (pretty.clone(), vec!["a"]),
        (format!("{pretty}\n{b}"), vec!["a", "b"]),
        (format!("{{\"status\": \"ok\",\n \"articles\": [{a}, {b}]}}"), vec!["a", "b"]),
        (format!("{{\"articles\": {{\"results\": [{a}]}}}}"), vec!["a"]),
        (format!("{{\"hits\": {{\"hits\": [{{\"_source\": {a}}}]}}}}"), vec!["a"]),
        (format!("{{\"id\": \"x\", \"text\n{a}\n"), vec!["a"]),
        (format!("[{a}, {{\"id\": \"cut"), vec!["a"]),
    ] {
        let reading = read_as("rows", &text);
        let got: Vec<_> = reading.articles.iter().map(|article| article.name.as_str()).collect();
        assert_eq!(got, names, "{text}\n{:?}", reading.problems);
    }
    let wide: Vec<u8> =
        format!("\u{feff}{a}\n{b}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read_as("wide.jsonl", wide).articles.len(), 2);
}

#[test]
fn an_answer_without_texts_is_a_list() {
    let answer = r#"{"articles": [{"url": "https://example.com/a", "title": "Envoys meet", "seendate": "20210304T100000Z", "domain": "example.com", "language": "English"},
        {"url": "https://example.com/b", "title": "Envoys part", "domain": "example.com"}]}"#;
    let reading = read_as("gdelt.json", answer);
    assert!(reading.articles.is_empty());
    assert_eq!(codes(&reading), ["R025"]);
    let titles: Vec<_> =
        reading.listed.iter().filter_map(|listed| listed.title.as_deref()).collect();
    assert_eq!(titles, ["Envoys meet", "Envoys part"]);
}

#[test]
fn lines_without_texts_are_told_of_once() {
    let page = |n| format!("{{\"url\": \"https://example.com/{n}\", \"date\": \"2021-03-04\"}}");
    let text = format!("{{\"url\": \"https://example.com/c\", \"text\": \"{FIRST} {SECOND}\"}}");
    let lines = [page(1), text, page(2), page(3)];
    for rows in [lines.join("\n"), format!("[{}]", lines.join(","))] {
        let reading = read_as("rows", rows);
        let told = reading.problems.iter().filter(|noted| noted.problem.code.0 == "R025");
        assert_eq!((reading.articles.len(), reading.listed.len(), told.count()), (1, 3, 1));
        assert_eq!(reading.listed[2].published, Some(date(2021, 3, 4)));
    }
}

#[test]
fn a_text_cut_by_its_service_says_so() {
    let row =
        serde_json::json!({"title": "T", "content": format!("{FIRST}\n{SECOND} [+1200 chars]")});
    assert!(has(&read_as("a.json", row.to_string()), "R021"));
}

#[test]
fn tables_are_read_with_any_mark_between_cells() {
    for (part, start) in [(",", ""), (";", "\u{feff}"), ("\t", ""), ("|", "\u{feff}")] {
        let table = format!(
            "{start}ID{part}Title{part}Publish Date{part}Text\r\nx-1{part}\"Envoys \"\"meet\"\" in Tarn\"{part}2021-03-04{part}\"{FIRST}\r\n\r\n{SECOND}\"\r\n\r\nx-2{part}{part}nan{part}\"{FIRST}\n{SECOND}\"\r\n"
        );
        let reading = read_as("table", table);
        let names: Vec<_> = reading.articles.iter().map(|article| article.name.as_str()).collect();
        assert_eq!(names, ["x-1", "x-2"], "{part:?}: {:?}", reading.problems);
        assert_eq!(reading.articles[0].title.as_deref(), Some("Envoys \"meet\" in Tarn"));
        assert_eq!(day(&reading.articles[0]), Some((date(2021, 3, 4), DateBasis::Given)));
        assert_eq!(day(&reading.articles[1]), None);
        assert!(reading.articles.iter().all(|article| article.text.contains(SECOND)));
    }
}

#[test]
fn tables_of_other_tongues_and_encodings_are_read() {
    let text = "Посланники обеих стран встретились в четверг в Тарне и четыре часа говорили о железной дороге. Они встретятся снова до конца месяца, на том же месте, сообщили обе стороны.";
    let table = format!("заголовок;дата;текст\nВстреча в Тарне;04.03.2021;\"{text}\"\n");
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&table);
    for bytes in [table.as_bytes(), &bytes] {
        let reading = read_as("table.csv", bytes);
        assert_eq!(reading.articles.len(), 1, "{:?}", reading.problems);
        let article = &reading.articles[0];
        assert_eq!(
            (article.title.as_deref(), article.language.as_str()),
            (Some("Встреча в Тарне"), "ru")
        );
        assert_eq!(day(article), Some((date(2021, 3, 4), DateBasis::Given)));
    }
}

#[test]
fn odd_tables_are_read_as_far_as_they_go() {
    let list = "stories_id,publish_date,title,url,media_name\n1,2021-03-04,Envoys meet,https://example.com/a,Example\n2,,Envoys part,https://example.com/b,Example\n";
    let reading = read_as("list.csv", list);
    assert_eq!((reading.listed.len(), codes(&reading)), (2, vec!["R025"]));
    assert_eq!(reading.listed[0].published, Some(date(2021, 3, 4)));

    let long = format!(
        "title,text\nLong,\"{FIRST} {SECOND} {}\"\nNext,\"{FIRST} {SECOND}\"\n",
        "word, ".repeat(170_000)
    );
    assert_eq!(read_as("long.csv", long).articles.len(), 2);
    let open =
        format!("title,text\nGood,\"{FIRST} {SECOND}\"\nOpen,\"{FIRST} {SECOND}\nNext,one\n");
    assert_eq!(read_as("open.csv", open).articles[0].title.as_deref(), Some("Good"));
    let few = format!("title,text,date\nGood,\"{FIRST} {SECOND}\"\nshort\n,,\n");
    let reading = read_as("few.csv", few);
    assert_eq!(
        (reading.articles.len(), codes(&reading).iter().filter(|code| **code == "R010").count()),
        (1, 1)
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_fill_the_memory() {
    let start = format!("title,text\nGood,\"{FIRST} {SECOND}\"\nOpen,\"");
    let endless = io::Cursor::new(start.into_bytes()).chain(io::repeat(b'x').take(200 << 20));
    let mut reading = Reading::default();
    readings(endless, "endless.csv", &Given::default()).for_each(|part| reading.append(part));
    assert_eq!(reading.articles.len(), 1);
    assert!(has(&reading, "R013"));
}

#[test]
fn feeds_carry_articles_summaries_and_headlines() {
    let whole = format!(
        "&lt;p&gt;{FIRST} {FIRST} {FIRST}&lt;/p&gt;&lt;p&gt;{SECOND} {SECOND} {SECOND}&lt;/p&gt;"
    );
    let feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Example Courier</title>\
         <entry><title>Envoys meet</title><link href=\"https://example.com/a\"/><published>2021-03-04T10:00:00Z</published><content type=\"html\">{whole}</content></entry>\
         <entry><title>Envoys part</title><link href=\"https://example.com/b\"/><published>2021-03-05T10:00:00Z</published><summary>{FIRST} {SECOND}</summary></entry>\
         <entry><title>Envoys rest</title><link href=\"https://example.com/d\"/><published>2021-03-06T10:00:00Z</published></entry>\
         <entry><title>Storm</title><link href=\"https://example.com/c\"/><summary>Ports close.</summary></entry></feed>"
    );
    for bytes in [feed.clone().into_bytes(), gzip(feed.as_bytes())] {
        let reading = read_as("feed", bytes);
        assert_eq!(reading.articles.len(), 3);
        assert_eq!(day(&reading.articles[0]), Some((date(2021, 3, 4), DateBasis::Feed)));
        assert_eq!(reading.articles[2].title.as_deref(), Some("Envoys rest"));
        assert_eq!(reading.articles[2].text, "");
        assert_eq!(day(&reading.articles[2]), Some((date(2021, 3, 6), DateBasis::Feed)));
        assert!(reading.problems_of(2).any(|problem| problem.code.0 == "R020"));
        assert_eq!(reading.articles[1].outlet.as_deref(), Some("Example Courier"));
        assert!(reading.problems_of(1).any(|problem| problem.code.0 == "R020"));
        assert!(
            !reading.problems_of(0).any(|problem| problem.code.0 == "R020")
                && has(&reading, "R018")
        );
        let urls: Vec<_> = reading.listed.iter().map(|listed| listed.url.as_str()).collect();
        assert_eq!(urls, ["b", "d", "c"].map(|page| format!("https://example.com/{page}")));
    }
    let cut = read_as("feed", &feed[..feed.len() / 2]);
    assert!(cut.articles.len() == 1 && has(&cut, "R014"), "{:?}", cut.problems);
}

#[test]
fn sitemaps_are_lists_and_say_so() {
    let map = "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='x'>\
        <url><loc>https://example.com/a</loc><lastmod>2024-01-01</lastmod><news:news><news:publication><news:name>Example</news:name></news:publication>\
        <news:publication_date>2021-03-04T10:00:00Z</news:publication_date><news:title>Envoys &amp; others meet</news:title></news:news></url>\
        <url><loc>javascript:alert(1)</loc></url><url><loc>https://example.com/b</loc><lastmod>2024-01-01</lastmod></url></urlset>";
    let reading = read_as("map.xml", map);
    assert!(reading.articles.is_empty());
    assert_eq!(reading.problems[0].problem.message, "a sitemap lists 2 pages; it has no text");
    let first = &reading.listed[0];
    assert_eq!(
        (first.title.as_deref(), first.outlet.as_deref()),
        (Some("Envoys & others meet"), Some("Example"))
    );
    assert_eq!((first.published, reading.listed[1].published), (Some(date(2021, 3, 4)), None));
    let index =
        "<sitemapindex><sitemap><loc>https://example.com/m1.xml</loc></sitemap></sitemapindex>";
    assert_eq!(read_as("index.xml", index).listed[0].kind, EntryKind::List);
}

fn record(kind: &str, fields: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.com/{kind}\r\n{fields}Content-Length: {}\r\n\r\n",
        content.len()
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

fn response(head: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n");
    record("response", "", &[head.as_bytes(), body].concat())
}

#[test]
fn records_of_every_kind_are_read() {
    let page = page("Envoys meet in Tarn").into_bytes();
    let chunked =
        format!("{:x}\r\n{}\r\n0\r\n\r\n", page.len(), String::from_utf8_lossy(&page)).into_bytes();
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
    zlib.write_all(&page).unwrap();
    let records = [
        record("warcinfo", "", b"software: example"),
        response("", &page),
        response("Transfer-Encoding: chunked\r\n", &chunked),
        response("Content-Encoding: gzip\r\n", &gzip(&page)),
        response("Content-Encoding: deflate\r\n", &zlib.finish().unwrap()),
        response("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", &page),
        record("resource", "Content-Type: text/html\r\n", &page),
        record(
            "conversion",
            "Content-Type: text/plain\r\n",
            format!("Envoys meet in Tarn\n\n{FIRST}\n\n{SECOND}").as_bytes(),
        ),
        record("response", "", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone"),
        record(
            "response",
            "",
            &[b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n".to_vec(), vec![7; 2 << 20]]
                .concat(),
        ),
        record(
            "revisit",
            "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n",
            b"HTTP/1.1 200 OK\r\n\r\n",
        ),
        record("metadata", "", b"fetchTimeMs: 7"),
    ];
    let members: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    let whole = records.concat();
    for bytes in [whole.clone(), members, gzip(&whole)] {
        let reading = read_as("days.warc", bytes);
        assert_eq!(reading.articles.len(), 7, "{:?}", reading.problems);
        assert!(reading.articles.iter().all(|article| article.text.contains(SECOND)));
        let sources: Vec<_> = reading
            .problems
            .iter()
            .filter(|n| n.place == reader::Place::Source)
            .map(|n| n.problem.code.0.as_str())
            .collect();
        assert_eq!(sources, ["R022"], "{:?}", reading.problems);
    }
}

#[test]
fn lengths_that_lie_cost_no_other_record() {
    let good = response("", page("Envoys meet in Tarn").as_bytes());
    let lying = |said: &str| {
        let text = String::from_utf8(response("", page("Envoys lie in Tarn").as_bytes())).unwrap();
        let at = text.find("Content-Length: ").unwrap() + 16;
        let end = at + text[at..].find('\r').unwrap();
        [&text[..at], said, &text[end..]].concat().into_bytes()
    };
    for said in ["7", "0", "99999", "9223372036854775807", "99999999999999999999999", "-1", "many"]
    {
        let archive = [good.clone(), lying(said), good.clone()].concat();
        let reading = read_as("days.warc", &archive);
        assert_eq!(reading.articles.len(), 3, "{said}: {:?}", reading.problems);
        assert!(has(&reading, "R014"), "{said}");
    }
    let cut = [good.clone(), good[..good.len() - 15].to_vec()].concat();
    assert_eq!(read_as("days.warc", &cut).articles.len(), 2);
    let headless = [b"WARC/1.0\r\n".to_vec(), b"a: b\r\n".repeat(20_000), good].concat();
    assert_eq!(read_as("days.warc", &headless).articles.len(), 1);
}

/// A zip archive of members, each name with its content, packed or stored.
fn zip(members: &[(&str, &[u8])], stored: bool) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, content) in members {
        let mut crc = Crc::new();
        crc.update(content);
        let packed = if stored { content.to_vec() } else { deflate(content) };
        out.extend(b"PK\x03\x04\x14\0\0\0");
        out.extend(if stored { [0, 0] } else { [8, 0] });
        out.extend([0; 4]);
        out.extend(crc.sum().to_le_bytes());
        out.extend((packed.len() as u32).to_le_bytes());
        out.extend((content.len() as u32).to_le_bytes());
        out.extend((name.len() as u16).to_le_bytes());
        out.extend([0, 0]);
        out.extend(name.as_bytes());
        out.extend(packed);
    }
    out.extend(b"PK\x01\x02and so on");
    out
}

#[test]
fn members_of_a_zip_are_read_like_files() {
    let page = page("Envoys meet in Tarn");
    let warc = gzip(&response("", page.as_bytes()));
    let rows = format!("{}\n{}\n", row("a"), row("b"));
    let bomb = vec![b' '; 64 << 20];
    let inner = zip(&[("c.html", page.as_bytes())], false);
    let members: &[(&str, &[u8])] = &[
        ("pages/", b""),
        ("pages/one.html", page.as_bytes()),
        ("__MACOSX/pages/._one.html", b"\0\x05"),
        ("rows.jsonl", rows.as_bytes()),
        ("days.warc.gz", &warc),
        ("picture.png", b"\x89PNG\r\n"),
        ("bomb.txt", &bomb),
        ("inner.zip", &inner),
        ("last.html", page.as_bytes()),
    ];
    let reading = read_as("all.zip", zip(members, false));
    let names: Vec<_> = reading.articles.iter().map(|article| article.name.as_str()).collect();
    assert_eq!(names, ["one", "a", "b", "response", "last"], "{:?}", reading.problems);
    assert_eq!(reading.articles[0].path, "all.zip/pages/one.html");
    for code in ["R007", "R013"] {
        assert!(has(&reading, code), "{code}: {:?}", reading.problems);
    }
    let stored = read_as("all.zip", zip(&members[1..4], true));
    assert_eq!(stored.articles.len(), 3, "{:?}", stored.problems);
}

#[test]
fn a_zip_that_breaks_off_is_read_up_to_there() {
    let page = page("Envoys meet in Tarn");
    let whole = zip(&[("a.html", page.as_bytes()), ("b.html", page.as_bytes())], false);
    let cut = read_as("cut.zip", &whole[..whole.len() - 200]);
    assert!(!cut.articles.is_empty() && has(&cut, "R014"), "{:?}", cut.problems);
    let office =
        zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")], false);
    assert_eq!(codes(&read_as("a.docx", office)), ["R007"]);
    assert_eq!(read_as("none.zip", b"PK\x05\x06\0\0").articles.len(), 0);
}

#[test]
fn packings_are_followed_one_deep() {
    let page = page("Envoys meet in Tarn");
    one(&read_as("a.html.gz", gzip(page.as_bytes())));
    let twice = read_as("a.html.gz.gz", gzip(&gzip(page.as_bytes())));
    assert_eq!(codes(&twice), ["R007"]);
}

#[test]
fn messages_are_read_alone_and_in_mailboxes() {
    let head = "From: \"Example Courier\" <news@example.com>\r\nTo: me@example.org\r\nSubject: =?utf-8?q?Envoys_meet_in_T=C3=A4rn?=\r\nDate: Thu, 4 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";
    let plain =
        format!("{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{FIRST}\r\n\r\n{SECOND}\r\n");
    let both = format!(
        "{head}Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the web page.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>\r\n--b--\r\n"
    );
    for message in [&plain, &both] {
        let reading = read_as("a.eml", message);
        let article = one(&reading);
        assert_eq!(article.title.as_deref(), Some("Envoys meet in Tärn"));
        assert_eq!(article.outlet.as_deref(), Some("Example Courier"));
        assert_eq!(day(article), Some((date(2021, 3, 4), DateBasis::Given)));
    }
    let mailbox = format!(
        "From news@example.com Thu Mar  4 10:00:00 2021\r\n{plain}\r\nFrom news@example.com Fri Mar  5 10:00:00 2021\r\n{both}\r\n"
    );
    let reading = read_as("box", mailbox);
    let names: Vec<_> = reading.articles.iter().map(|article| article.name.as_str()).collect();
    assert_eq!(names, ["box-1", "box-2"]);
}

#[test]
fn a_pdf_says_what_to_do() {
    let reading = read_as("a.html", b"%PDF-1.7\n1 0 obj");
    assert_eq!(codes(&reading), ["R007"]);
    assert!(reading.problems[0].problem.message.contains("PDF"));
}

/// Fails in the middle.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() {
            return Err(io::Error::other("the cable was pulled"));
        }
        self.0.read(out)
    }
}

#[test]
fn a_stream_that_fails_is_read_up_to_there() {
    let rows = format!("{}\n{}\n", row("a"), row("b"));
    let mut reading = Reading::default();
    readings(Failing(rows.as_bytes()), "rows", &Given::default())
        .for_each(|part| reading.append(part));
    assert_eq!((reading.articles.len(), codes(&reading).contains(&"R023")), (2, true));
}

#[test]
fn long_streams_come_in_small_pieces() {
    let member = gzip(&response("", page("Envoys meet in Tarn").as_bytes()));
    let endless = io::Cursor::new(member.repeat(400)).chain(io::empty());
    let weights: Vec<usize> =
        Captures::new(endless, "days.warc.gz").map(|capture| capture.weight()).collect();
    assert_eq!(weights.len(), 400);
    assert!(weights.iter().all(|weight| *weight < 2_000));
}

#[test]
fn every_source_says_something() {
    for bytes in [
        &b""[..],
        b" \n",
        b"\0\0",
        b"[]",
        b"{}",
        b"<rss></rss>",
        b"<urlset></urlset>",
        b"WARC/1.0\r\n\r\n",
        b"title,text\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"From a b c\nFrom: a\nSubject: b\n",
    ] {
        let reading = read_as("a", bytes);
        assert!(
            !reading.problems.is_empty() || !reading.articles.is_empty(),
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
}
