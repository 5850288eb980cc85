//! Feeds, sitemaps, rows of JSON and of tables, mail.

use serde_json::json;

use crate::made::{STORY, TOLD, feed, gzip, item, mail, page, told};
use crate::table::{Case, case, together};

/// Documents of XML that make more of themselves.
fn feeds() -> Vec<Case> {
    let entities: String = (1..30)
        .map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)))
        .collect();
    let laughs = format!("<!DOCTYPE rss [<!ENTITY a0 \"lol\">{entities}]>");
    let outside = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % y SYSTEM \"http://127.0.0.1:9/x.dtd\"> %y;]>";
    let with = |kind: &str, items: &str| feed(items).replacen("?>", &format!("?>{kind}"), 1);
    let entity = |name: &str| item().replace("railway along", &format!("railway {name} along"));
    let map = |inner: &str| {
        format!(
            "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{inner}</urlset>"
        )
    };
    let index = "<?xml version=\"1.0\"?><sitemapindex><sitemap><loc>https://example.com/sitemap.xml</loc></sitemap></sitemapindex>";
    let script = item().replace(
        "They will",
        "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;They will",
    );
    vec![
        case(
            "laughs.xml",
            with(&laughs, &entity("&a29;")),
            (1, ""),
            "spoke for four hours|!lollol",
        ),
        case("outside.xml", with(outside, &entity("&x;")), (1, ""), "spoke for four hours|!root:"),
        case(
            "include.xml",
            with(
                "<?xml-stylesheet href='file:///etc/passwd'?>",
                &entity("<xi:include href='file:///etc/passwd'/>"),
            ),
            (1, ""),
            "!root:",
        ),
        case("deep.xml", feed(&format!("{}{}", "<a>".repeat(100_000), item())), (0, "R014"), ""),
        case(
            "deep-item.xml",
            feed(&entity(&format!("{}{}", "<a>".repeat(1_000), "</a>".repeat(1_000)))),
            (1, ""),
            "",
        ),
        case("teasers.xml", feed(&"<item><title>a</title></item>".repeat(50_000)), (0, "R018"), ""),
        case(
            "title.xml",
            feed(&item().replace("<title>", &format!("<title>{}", "long ".repeat(200_000)))),
            (1, ""),
            TOLD,
        ),
        case(
            "open.xml",
            feed(&format!("{}<item><description><![CDATA[no end", item())),
            (1, "R014 R018"),
            TOLD,
        ),
        case(
            "ends.xml",
            feed(&format!("{}{}", "</item></channel></rss>".repeat(5_000), item())),
            (0, "R014"),
            "",
        ),
        case("script.xml", feed(&script), (1, ""), "spoke for four hours|!alert"),
        case(
            "attributes.xml",
            feed(&item().replace("<item>", &format!("<item {}>", "a='b' ".repeat(100_000)))),
            (1, ""),
            TOLD,
        ),
        case("map-self.xml", index, (0, "R025"), ""),
        case(
            "map-many.xml",
            map(&"<url><loc>https://example.com/sitemap.xml</loc></url>".repeat(50_000)),
            (0, "R025"),
            "",
        ),
        case(
            "map-inward.xml",
            map("<url><loc>file:///etc/passwd</loc></url><url><loc>http://127.0.0.1/</loc></url>"),
            (0, "R025"),
            "",
        ),
        case("map-deep.xml", map(&"<url>".repeat(100_000)), (0, "R014"), ""),
    ]
}

/// A row with the story and these fields.
fn row(mut fields: serde_json::Value) -> String {
    if fields.get("text").is_none() {
        fields["text"] = STORY.into();
    }
    fields.to_string()
}

/// Rows of JSON.
fn rows() -> Vec<Case> {
    let good = || row(json!({ "title": "Ministers meet", "date": "2023-05-10" }));
    let listed = |depth: usize| {
        format!("{}{}{}", "{\"articles\":[".repeat(depth), good(), "]}".repeat(depth))
    };
    let lines = |bad: &str| format!("{}\n{bad}\n{}\n", good(), good());
    let dated = |date: &str| {
        format!("{{\"text\":\"{STORY}\",\"title\":\"Ministers meet\",\"date\":{date}}}")
    };
    let twice =
        format!("{{\"text\":\"a\",\"text\":\"{STORY}\",\"title\":\"one\",\"title\":\"two\"}}");
    let ids: String = [
        json!("../../etc/passwd"),
        json!("a\n\u{1b}[2J"),
        json!(""),
        json!({"a": 1}),
        json!(1e300),
        json!("same"),
        json!("same"),
    ]
    .iter()
    .map(|id| row(json!({ "id": id, "title": "Ministers meet", "date": "2023-05-10" })) + "\n")
    .collect();
    let wide: Vec<u8> =
        format!("\u{feff}{}\n", good()).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let keys: String = (0..100_000).map(|number| format!("\"k{number}\":0,")).collect();
    vec![
        case("deep.jsonl", lines(&"[".repeat(100_000)), (2, "R010"), TOLD),
        case("deep-object.jsonl", lines(&"{\"a\":".repeat(100_000)), (2, "R010"), TOLD),
        case("deep-articles.json", listed(50), (1, ""), TOLD),
        case("deeper-articles.json", listed(100), (0, "R010"), ""),
        case("number.jsonl", lines(&dated("1e999999")), (2, "R010"), TOLD),
        case(
            "number-large.jsonl",
            lines(&dated("99999999999999999999999999")),
            (3, "R001 R011"),
            TOLD,
        ),
        case(
            "number-negative.jsonl",
            lines(&dated("-9223372036854775808")),
            (3, "R001 R011"),
            TOLD,
        ),
        case("twice.jsonl", lines(&twice), (3, "R001"), TOLD),
        case("halves.jsonl", lines("{\"text\":\"\\ud800 met \\udc00\"}"), (2, "R010"), TOLD),
        case(
            "nul.jsonl",
            lines(&row(
                json!({ "title": "a\0b\u{1b}[2J\u{202e}", "outlet": "\0", "date": "2023-05-10" }),
            )),
            (3, ""),
            TOLD,
        ),
        case("ids.jsonl", ids, (6, ""), TOLD),
        case(
            "kinds.jsonl",
            lines("{\"text\":[1,2,{\"text\":null}],\"title\":{\"a\":[]},\"date\":true}"),
            (2, "R010"),
            TOLD,
        ),
        case(
            "prototype.jsonl",
            lines(&row(
                json!({ "__proto__": { "text": "a" }, "constructor": "b", "title": "Ministers meet", "date": "2023-05-10" }),
            )),
            (3, ""),
            TOLD,
        ),
        case("open.jsonl", lines("{\"text\":\"no end"), (2, "R010"), TOLD),
        case(
            "open-array.json",
            format!("[{},{{\"text\":\"no end{}", good(), "x".repeat(1 << 20)),
            (1, "R010"),
            TOLD,
        ),
        case(
            "keys.jsonl",
            lines(&format!(
                "{{{keys}\"text\":\"{STORY}\",\"title\":\"Ministers meet\",\"date\":\"2023-05-10\"}}"
            )),
            (3, ""),
            TOLD,
        ),
        case("wide.jsonl", wide, (1, ""), TOLD),
    ]
}

/// Tables.
fn tables() -> Vec<Case> {
    let line = |title: &str, text: &str| format!("{title},2023-05-10,\"{text}\"\n");
    let table = |rows: &str| format!("title,date,text\n{rows}");
    let good = line("Ministers meet", STORY);
    let formulas: String = [
        "=HYPERLINK(\"\"https://elsewhere.example\"\")",
        "+1+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "\t=1+1",
        "\r=1+1",
    ]
    .iter()
    .map(|formula| line(&format!("\"{formula}\""), &format!("{STORY} {formula}")))
    .collect();
    let columns = format!("title,date,text{}\n{}", ",x".repeat(1_000_000), good);
    let ragged = format!("a,2023-05-10\n{},{}\n,,,,,\n", good.trim(), "x,".repeat(100_000));
    vec![
        case(
            "quote-open.csv",
            table(&format!("{good}a,2023-05-10,\"no end\n{}", good.repeat(50))),
            (51, ""),
            TOLD,
        ),
        case("formulas.csv", table(&formulas), (6, "R004"), TOLD),
        case("columns.csv", columns, (1, "P005 R001 R017"), ""),
        case("ragged.csv", table(&ragged), (1, "R010"), TOLD),
        case(
            "headings.csv",
            format!("text,text,title,title,date\n\"{STORY}\",b,Ministers meet,d,2023-05-10\n"),
            (1, ""),
            TOLD,
        ),
        case("nul.csv", table(&line("a\0b\u{1b}[2J", STORY)), (1, ""), TOLD),
        case("heading-alone.csv", table(""), (0, "R005"), ""),
        case("empty-rows.csv", table(&format!("{}{good}", ",,\n".repeat(100_000))), (1, ""), TOLD),
        case(
            "parts.csv",
            format!("sep=;\ntitle;date;text\nMinisters meet;2023-05-10;\"{STORY}\"\n"),
            (1, "R001 R004 R017"),
            TOLD,
        ),
        case(
            "bytes.csv",
            [
                table("").into_bytes(),
                b"\xff\xfe\xed\xa0\x80,2023-05-10,".to_vec(),
                STORY.replace(',', " ").into_bytes(),
            ]
            .concat(),
            (1, ""),
            TOLD,
        ),
    ]
}

/// Messages.
fn messages() -> Vec<Case> {
    let plain = "Content-Type: text/plain\r\n";
    let parts: String = (0..2_000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"))
        .collect();
    let inner = "Content-Type: message/rfc822\r\n\r\n".repeat(2_000);
    let attached = format!(
        "--b\r\nContent-Type: text/plain\r\n\r\n{STORY}\r\n--b\r\nContent-Type: application/octet-stream; name=\"../../a.exe\"\r\n\
         Content-Disposition: attachment; filename=\"../../a.exe\"\r\n\r\nMZ\r\n--b--\r\n"
    );
    let words = "=?utf-8?Q?=1B[2J=E2=80=AE?= =?x?B?////?= =?utf-8?Q?".repeat(2_000);
    let with = |from: &str, to: &str| mail(plain, STORY).replace(from, to);
    let mbox = format!("From a@example.com Wed May 10 10:00:00 2023\n{}\n\n", with("\r\n", "\n"));
    vec![
        case("parts.eml", mail(&parts, STORY), (0, "R005"), ""),
        case("inner.eml", mail(&inner, STORY), (0, "R005"), ""),
        case("boundary.eml", mail("Content-Type: multipart/mixed\r\n", STORY), (0, "R005"), ""),
        case(
            "attached.eml",
            mail("Content-Type: multipart/mixed; boundary=b\r\n", &attached),
            (1, ""),
            "spoke for four hours|!MZ",
        ),
        case(
            "base64.eml",
            mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", STORY),
            (1, ""),
            TOLD,
        ),
        case(
            "printable.eml",
            mail(
                "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n",
                &format!("{STORY} =ZZ=\u{1b}=0"),
            ),
            (1, ""),
            TOLD,
        ),
        case(
            "charset.eml",
            mail("Content-Type: text/plain; charset=\"x\u{1b}[2J\"\r\n", STORY),
            (1, ""),
            TOLD,
        ),
        case("subject.eml", with("Ministers meet in Moscow", &words), (1, ""), TOLD),
        case(
            "head.eml",
            with("MIME-Version: 1.0", &format!("X: {}", "x".repeat(1 << 20))),
            (1, ""),
            TOLD,
        ),
        case("date.eml", with("10 May 2023", "99 Foo 99999"), (1, "R001"), TOLD),
        case("from.eml", with("The Example Letter", "\u{1b}[2J\u{202e}<script>"), (1, ""), TOLD),
        case(
            "empty-many.mbox",
            format!("{mbox}{}{mbox}", "From a b c\n\n".repeat(5_000)),
            (2, "R005"),
            TOLD,
        ),
        case("letters.mbox.gz", gzip(mbox.repeat(3)), (3, ""), TOLD),
        case(
            "page.eml",
            mail(
                "Content-Type: text/html\r\n",
                &page(&format!("{}<script>alert(1)</script>", told())),
            ),
            (1, ""),
            "spoke for four hours|!alert",
        ),
    ]
}

#[test]
fn feeds_that_make_more_of_themselves() {
    together(3, feeds());
}

#[test]
fn rows_of_anything() {
    together(3, rows());
}

#[test]
fn tables_of_anything() {
    together(0, tables());
}

#[test]
fn messages_of_anything() {
    together(0, messages());
}
