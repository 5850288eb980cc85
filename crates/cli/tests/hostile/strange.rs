//! What is in files: pages, archives, feeds, rows, mail, text.

use crate::job::{hostile, whole};
use crate::write::{STORY, gzip, page, record, response, zip};

#[test]
fn pages_that_nest() {
    let read = (0, 1, "R015");
    let units = ["<div>", "<table><tr><td>", "<blockquote>", "<b><i><font>", "<svg><g>", "<math><mrow>", "<ruby><rt>", "<form><p>"];
    let mut inputs: Vec<_> = units.map(|unit| hostile("deep.html", page(&unit.repeat(30_000)), read)).into();
    inputs.push(hostile("select.html", page(&"<select><option>".repeat(30_000)), (0, 1, "")));
    inputs.push(hostile("anchors.html", page(&"<a href=x>".repeat(20_000)), read));
    for unit in ["<ul><li>", "<template>", "<object>", "<script>", "<!--"] {
        inputs.push(hostile("hidden.html", page(&unit.repeat(20_000)), (0, 0, "R005")));
    }
    whole(inputs);
}

#[test]
fn pages_that_swell_or_deceive() {
    let ld = format!("<script type='application/ld+json'>{}</script>", "{\"@graph\":[".repeat(100_000));
    let attribute = format!("<p {}='{}'>", "a".repeat(1_000_000), "b".repeat(1_000_000));
    let controls = "<p>\0\0The envoys\0 met in Tarn\x1b[31m and spoke of the railway\x07 for long hours.</p>";
    let bidi = "<h2>\u{202e}live\u{202c} \u{2066}\u{2067}\u{200b}</h2><p>\u{202e}The envoys met\u{202c} in Tarn.</p>";
    let dates = "<meta property='article:published_time' content='99999-01-01'><time datetime='-0001-01-01'>0000-00-00</time>\
        <p>31 February 2021, 0/0/0, 32.13.-1</p>";
    let dated = |day: &str| String::from_utf8(page("")).unwrap().replace("2021-03-04", day);
    let wide: Vec<u8> = String::from_utf8(page("")).unwrap().encode_utf16().flat_map(u16::to_le_bytes).collect();
    whole(vec![
        hostile("ld.html", page(&ld), (0, 1, "")),
        hostile("attribute.html", page(&attribute), (0, 1, "R026")),
        hostile("entities.html", page(&"&notit;&#xD800;&#x110000;&#0;&amp".repeat(5_000)), (0, 1, "")),
        hostile("controls.html", page(controls), (0, 1, "")),
        hostile("bidi.html", page(bidi), (0, 1, "")),
        hostile("title.html", format!("<title>{}", "x".repeat(1_000_000)), (0, 0, "R005")),
        hostile("dates.html", page(dates), (0, 1, "")),
        hostile("year-0.html", dated("0000-01-01"), (0, 1, "R001")),
        hostile("year-10000.html", dated("10000-01-01"), (0, 1, "R001")),
        hostile("year-before.html", dated("-001-01-01"), (0, 1, "R001")),
        hostile("half.html", [b"\xff\xfe".as_slice(), &wide[..wide.len() - 1]].concat(), (0, 1, "R008")),
    ]);
}

#[test]
fn archives_that_lie() {
    let (good, body) = (response("", &page("")), page(""));
    let with = |bad: Vec<u8>| [bad, good.clone()].concat();
    let bomb = gzip(&vec![b'a'; 64 << 20]);
    whole(vec![
        hostile("short.warc", with(record("response", "10", &body)), (0, 1, "R014")),
        hostile("long.warc", with(record("response", "999999999999999999", &body)), (0, 1, "R014")),
        hostile("less.warc", with(record("response", "-5", &body)), (0, 1, "R014")),
        hostile("bomb.warc", with(response("Content-Encoding: gzip\r\n", &bomb)), (0, 1, "R013")),
        hostile("twice.warc", with(response("Content-Encoding: gzip, gzip\r\n", &gzip(&gzip(&body)))), (0, 1, "R005")),
        hostile("brotli.warc", with(response("Content-Encoding: br\r\n", &[0xcf; 500])), (0, 1, "R005")),
        hostile("zstd.warc", with(response("Content-Encoding: zstd\r\n", b"\x28\xb5\x2f\xfd\xa4\xff\xff\xff\xff\xff\xff")), (0, 1, "R005")),
        hostile("types.warc", with(record("continuation\0", "1", b"x")), (0, 1, "")),
        hostile("header.warc", format!("WARC/1.0\r\n{}", "A: b\r\n".repeat(100_000)), (3, 0, "R014")),
        hostile("twice.gz", gzip(&bomb), (3, 0, "R007")),
        hostile("cut.gz", gzip(&page(&"<p>".repeat(9_000)))[..200].to_vec(), (0, 0, "R005 R014")),
        hostile("slip.zip", zip(&[("../../../slip.html", &body), ("/etc/slip.html", &body), ("con.html", &body)]), (0, 3, "")),
        hostile("inner.zip", zip(&[("a.zip", &zip(&[("b.html", &body)]))]), (3, 0, "R007")),
    ]);
}

#[test]
fn documents_that_name_themselves() {
    let deep = format!("%PDF-1.4\n1 0 obj\n{}\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF", "[".repeat(200_000));
    let pages = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\n\
        trailer<</Root 1 0 R/Prev 0/Size 3>>\nstartxref\n0\n%%EOF";
    let table = format!("%PDF-1.4\nxref\n0 4294967295\n{}trailer<</Size 4294967295>>", "0000000000 65535 f \n".repeat(20_000));
    whole(vec![
        hostile("deep.pdf", deep, (3, 0, "R007")),
        hostile("pages.pdf", pages, (3, 0, "R007")),
        hostile("table.pdf", table, (3, 0, "R007")),
        hostile("program.html", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".repeat(100), (3, 0, "R007")),
    ]);
}

#[test]
fn feeds_that_swell() {
    let entities: String = (1..10).map(|n| format!("<!ENTITY a{n} '{}'>", format!("&a{};", n - 1).repeat(10))).collect();
    let bomb = format!(
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'aaaa'>{entities}<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss \
         version='2.0'><channel><title>&a9;</title><item><title>&x;</title><description>{STORY} {STORY} &x;</description>\
         </item></channel></rss>"
    );
    let items = "<item><title>a</title><link>javascript:alert(1)</link></item>".repeat(20_000);
    let round = "<sitemap><loc>https://example.org/sitemap.xml</loc></sitemap>".repeat(5_000);
    let schemes = ["javascript:alert(1)", "file:///etc/passwd", "//b", "http://", "https://example.org/\u{202e}a", "http://a b"];
    let schemes: String = schemes.map(|url| format!("<url><loc>{url}</loc></url>")).concat();
    whole(vec![
        hostile("entities.xml", bomb, (0, 1, "R001 R017 R020")),
        hostile("deep.xml", format!("<?xml version='1.0'?><rss><channel>{}", "<item><a>".repeat(100_000)), (3, 0, "R014 R018")),
        hostile("items.xml", format!("<?xml version='1.0'?><rss><channel>{items}</channel></rss>"), (0, 0, "R018")),
        hostile("round.xml", format!("<?xml version='1.0'?><sitemapindex>{round}</sitemapindex>"), (0, 0, "R025")),
        hostile("schemes.xml", format!("<?xml version='1.0'?><urlset>{schemes}</urlset>"), (0, 0, "R025")),
    ]);
}

#[test]
fn rows_that_break_out() {
    let long = STORY.repeat(3);
    let deep = format!("{{\"text\": {}\n{{\"id\": \"ok\", \"text\": \"{long}\"}}\n", "[".repeat(500_000));
    let half = format!("{{\"text\": \"\\ud800 {long}\"}}\n");
    let number = format!("{{\"id\": 1e999, \"text\": \"{long}\"}}\n");
    let ids = format!(
        "{{\"id\": \"../../etc/passwd\", \"title\": \"=cmd|'/C calc'!A0\", \"outlet\": \"@SUM(1)\", \"url\": \"javascript:alert(1)\", \
         \"text\": \"{long}\"}}\n{{\"id\": \"a b\", \"title\": \"<script>alert(1)</script>\", \"url\": \
         \"http://\\u0000\", \"text\": \"{long}\"}}\n{{\"id\": \"{}\", \"title\": \"\\t=1\", \"text\": \"{long}\"}}\n",
        "x".repeat(100_000)
    );
    let formulas = format!("id,title,date,text\n=1+1,\"=HYPERLINK(\"\"a\"\")\",0000-00-00,\"{long}\"\n@a,+1,99999-01-01,\"{long}\"\n");
    whole(vec![
        hostile("deep.jsonl", deep, (0, 1, "R001 R010 R017")),
        hostile("half.jsonl", half, (3, 0, "R010")),
        hostile("number.jsonl", number, (3, 0, "R010")),
        hostile("ids.jsonl", ids, (0, 3, "R001")),
        hostile("formulas.csv", formulas, (0, 2, "R001 R011")),
        hostile("quotes.csv", format!("title,text\n\"{}", "a,\"\"\n".repeat(100_000)), (3, 0, "R010")),
    ]);
}

#[test]
fn mail_that_nests() {
    let from = "From a@example.org Thu Mar  4 09:30:00 2021\n";
    let long = "-".repeat(100_000);
    let parts = format!("{from}Subject: a\nContent-Type: multipart/mixed; boundary=\"{long}\"\n\n--{long}\n\n{STORY}\n");
    let nested: String =
        (0..5_000).map(|n| format!("Subject: a\nContent-Type: multipart/mixed; boundary=\"{n}\"\n\n--{n}\n")).collect();
    let forwarded = "Content-Type: message/rfc822\n\nSubject: d\n".repeat(10_000);
    whole(vec![
        hostile("parts.mbox", parts, (0, 1, "R001")),
        hostile("nested.mbox", format!("{from}{nested}{STORY}"), (0, 0, "R005")),
        hostile("forwarded.eml", format!("Subject: a\nFrom: b\nTo: c\n{forwarded}\n{STORY}"), (0, 0, "R005")),
    ]);
}

#[test]
fn text_that_nobody_wrote() {
    whole(vec![
        hostile("word.txt", "a".repeat(1_000_000), (0, 1, "R001 R016 R017")),
        hostile("returns.txt", "\r".repeat(1_000_000) + STORY, (0, 1, "R001 R017")),
        hostile("quotes.txt", "\u{201c}".repeat(20_000) + STORY, (0, 1, "R001 R017")),
    ]);
}
