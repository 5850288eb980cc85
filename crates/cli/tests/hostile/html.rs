//! Pages.

use crate::made::{SECRET, STORY, TOLD, before, behind, page, told, within};
use crate::table::{Case, case, together};

/// Elements within elements.
fn nested() -> Vec<Case> {
    let rows = "<table><tr><td>";
    let drawing = "<svg><foreignObject><div>";
    let sheer = "<b><a href=x><p>";
    vec![
        case("deep-div.html", within("<div>", "</div>", 30_000), (1, "R015"), TOLD),
        case("deep-bold.html", within("<b>", "</b>", 30_000), (1, "R015"), TOLD),
        case("deep-list.html", within("<ul><li>", "</li></ul>", 10_000), (1, "R015"), TOLD),
        case("deep-table.html", within(rows, "</td></tr></table>", 3_000), (1, "R015"), TOLD),
        case("deep-drawing.html", within(drawing, "", 2_000), (1, "R015"), TOLD),
        case("deep-crossed.html", within(sheer, "</a></b>", 5_000), (1, "R015"), TOLD),
        case("deep-form.html", within("<form><select><option>", "", 5_000), (1, "R015"), TOLD),
        case("wide-empty.html", before(&"<p></p>".repeat(100_000)), (1, ""), TOLD),
        case("wide-lines.html", before(&"<br>".repeat(200_000)), (1, ""), TOLD),
        case("wide-bodies.html", before(&"<html><body>".repeat(20_000)), (1, ""), TOLD),
    ]
}

/// Tags with too much in them, or without an end.
fn tags() -> Vec<Case> {
    let many: String = (0..20_000).map(|number| format!(" a{number}=b")).collect();
    let cell = "<table><tr><td colspan=1000000000 rowspan=65534>a</td></tr></table>";
    let dates: String = (0..20_000)
        .map(|number| {
            format!(
                "<meta property='article:published_time' content='{:04}-01-01'>",
                number % 9_999
            )
        })
        .collect();
    let cut = |page: String| page.split_once("</article>").unwrap().0.to_owned();
    vec![
        case("attributes.html", before(&format!("<p{many}>a</p>")), (1, "R026"), TOLD),
        case(
            "attribute.html",
            before(&format!("<p title='{}'>a</p>", "x".repeat(2 << 20))),
            (1, "R026"),
            TOLD,
        ),
        case("cut.html", cut(page(&(told() + "<p class=a"))), (1, "R024"), TOLD),
        case("quote-open.html", behind("<p title=\"no end"), (1, "R024"), TOLD),
        case("tag-open.html", behind("<p class=a "), (1, ""), TOLD),
        case("comment-open.html", behind("<!-- no end"), (1, "R024"), TOLD),
        case(
            "script-open.html",
            behind("<script>document.write('the harbour was sold in secret'"),
            (1, "R024"),
            "spoke for four hours|!harbour",
        ),
        case("cell.html", before(cell), (1, ""), TOLD),
        case("dates.html", before(&dates), (1, ""), TOLD),
        case("plaintext.html", before("<plaintext>"), (1, ""), TOLD),
        case("word.html", behind(&format!("<p>{}</p>", "x".repeat(1 << 20))), (1, ""), TOLD),
    ]
}

/// Programs, frames and addresses: nothing is run and nothing is fetched.
fn programs() -> Vec<Case> {
    let script =
        format!("<script>document.write('{SECRET}')</script><noscript>{SECRET}</noscript>");
    let frames = format!(
        "<iframe src='file:///etc/passwd'></iframe><iframe srcdoc='<p>{SECRET}'></iframe><object data='file:///etc/passwd'></object>\
         <embed src='/etc/passwd'>"
    );
    let leads = "<base href='javascript:alert(1)'><meta http-equiv=refresh content='0;url=javascript:alert(1)'><link rel=canonical \
        href='javascript:alert(1)'>";
    let hidden: String =
        ["hidden", "style='display:none'", "style='visibility: hidden'", "aria-hidden=true"]
            .iter()
            .map(|how| format!("<p {how}>{STORY} And {SECRET}, the Foreign Ministry said.</p>"))
            .collect();
    let template = format!("<template><p>{STORY} And {SECRET}.</p></template>");
    vec![
        case("script.html", behind(&script), (1, ""), "spoke for four hours|!harbour"),
        case("frames.html", behind(&frames), (1, ""), "spoke for four hours|!harbour|!root:"),
        case(
            "frameset.html",
            "<html><frameset><frame src='file:///etc/passwd'></frameset></html>",
            (0, "R005"),
            "",
        ),
        case("leads.html", behind(leads), (1, ""), TOLD),
        case("hidden.html", behind(&hidden), (1, ""), "spoke for four hours|!harbour"),
        case("template.html", behind(&template), (1, ""), "spoke for four hours|!harbour"),
        case(
            "include.html",
            behind(
                "<!--#include file='/etc/passwd' --><?php system('id') ?><%= 7*191919 %>{{7*191919}}",
            ),
            (1, ""),
            "spoke for four hours|!1343433|!uid=",
        ),
    ]
}

/// What a page says of itself in a program's words.
fn data() -> Vec<Case> {
    let data = |json: &str| before(&format!("<script type='application/ld+json'>{json}</script>"));
    let graph = "{\"@id\":\"a\",\"@graph\":[{\"@id\":\"a\",\"isPartOf\":{\"@id\":\"a\"}}],\"@type\":\"NewsArticle\",\"headline\":{\"@id\":\"a\"}}";
    let halves = "{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800 \\udc00\\u0000\\u001b[2J\",\"datePublished\":1e999}";
    vec![
        case("ld-deep.html", data(&"[".repeat(100_000)), (1, ""), TOLD),
        case("ld-deep-object.html", data(&"{\"a\":".repeat(50_000)), (1, ""), TOLD),
        case(
            "ld-long.html",
            data(&format!("{{\"articleBody\":\"{}\"}}", "a ".repeat(1 << 20))),
            (1, ""),
            TOLD,
        ),
        case("ld-circle.html", data(graph), (1, ""), TOLD),
        case("ld-halves.html", data(halves), (1, ""), TOLD),
    ]
}

/// Letters that are none, and encodings that a page is not in.
fn letters() -> Vec<Case> {
    let entities = format!(
        "&#99999999999999999999; &#x110000; &#0; &#xD800; &#27;[2J &{}; &#x202e;",
        "a".repeat(1 << 20)
    );
    let wide = |page: &str| -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let odd = |mut bytes: Vec<u8>| {
        let middle = (bytes.len() / 2) & !1;
        bytes.splice(middle..middle, [0x00, 0xd8, 0x41, 0x00]);
        bytes.push(0x41);
        bytes
    };
    let marked = |mark: &[u8]| [mark, page(&told()).as_bytes()].concat();
    let damaged = |piece: &[u8]| {
        let (head, tail) = ("<p>The envoys ".to_owned(), told());
        page(&(head + "@" + &tail))
            .into_bytes()
            .split(|byte| *byte == b'@')
            .collect::<Vec<_>>()
            .join(piece)
    };
    let said =
        |charset: &str| page(&told()).replace("charset=utf-8", &format!("charset={charset}"));
    vec![
        case("entities.html", behind(&format!("<p>{STORY} {entities}</p>")), (1, ""), TOLD),
        case(
            "nul.html",
            page(&told()).replace("railway", "rail\0way"),
            (1, ""),
            "spoke for four hours",
        ),
        case(
            "controls.html",
            page(&told()).replace("railway", "rail\u{1b}[2Jway\u{7}\u{9b}2J\u{c}"),
            (1, ""),
            "spoke for four hours|!\u{1b}|!\u{9b}",
        ),
        case("half.html", damaged(b"\xe2\x80"), (1, "R009"), TOLD),
        case("surrogate.html", damaged(b"\xed\xa0\x80\xed\xb0\x80"), (1, "R008"), TOLD),
        case("overlong.html", damaged(b"\xc0\xbcscript\xc0\xbe"), (1, "R008"), TOLD),
        case("said-utf16.html", said("utf-16"), (1, ""), TOLD),
        case("said-utf7.html", said("utf-7"), (1, ""), TOLD),
        case("said-nothing.html", said(&"x".repeat(100_000)), (1, ""), TOLD),
        case(
            "said-cyrillic.html",
            said("windows-1251").replace("railway along", "railway – along"),
            (1, "R009"),
            TOLD,
        ),
        case("marks.html", marked(b"\xef\xbb\xbf\xef\xbb\xbf"), (1, ""), TOLD),
        case("mark-lies.html", marked(b"\xff\xfe"), (0, "R005"), ""),
        case("wide-odd.html", odd(wide(&page(&told()))), (1, "R008"), TOLD),
        case(
            "wide-32.html",
            page(&told()).chars().flat_map(|c| (c as u32).to_le_bytes()).collect::<Vec<u8>>(),
            (1, "R017"),
            TOLD,
        ),
    ]
}

#[test]
fn elements_within_elements() {
    together(0, nested());
}

#[test]
fn tags_with_too_much_in_them_or_without_an_end() {
    together(0, tags());
}

#[test]
fn programs_and_what_they_say() {
    together(0, [programs(), data()].into_iter().flatten().collect());
}

#[test]
fn letters_that_are_none() {
    together(0, letters());
}
