//! Text that would do harm if a page took it for anything but text.

use server::Reach;

use crate::crawl;
use crate::desk::Desk;

/// Words in every place that a page of news can put them.
fn page(name: &str) -> Vec<u8> {
    let long = "N".repeat(10_000);
    format!(
        r#"<!doctype html><html lang="en"><head><title>Talks &lt;script&gt;alert(1)&lt;/script&gt; "quoted" {name}</title>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt; =cmd|' /C calc'!A0">
<meta property="article:published_time" content="2023-05-10T10:00:00Z">
<link rel="canonical" href="https://a.example/x?y=&quot;&gt;&lt;script&gt;alert(3)&lt;/script&gt;#{name}">
<meta name="author" content="{long}"></head><body><article>
<h1>Talks &lt;script&gt;alert(1)&lt;/script&gt; "quoted" {name}</h1>
<p>MOSCOW — Turkey's Foreign Minister Mevlut Cavusoglu met Syria's Foreign Minister Faisal Mekdad in Moscow on Wednesday, &lt;script&gt;alert(4)&lt;/script&gt; the ministry said.</p>
<p>"Turkey must withdraw its troops &lt;/mark&gt;&lt;script&gt;alert(5)&lt;/script&gt; from Syria," Mekdad said after the talks. {long} said so too.</p>
<p>&#x202E;Mekdad demanded that Turkey withdraw&#x202C; its forces, {{{{ 7*7 }}}} {{% raw %}} said =HYPERLINK("http://evil.example") the agency.</p>
<p>Syria will attend another meeting in Moscow in June, Mekdad said. "&lt;svg onload=alert(6)&gt;" he added.</p>
</article></body></html>"#
    )
    .into_bytes()
}

#[test]
fn what_would_run_is_shown_as_words() {
    let pages = ["one.html", "=two.html", "<b>three</b>.html", "a/../%2e%2e\"'four.html"];
    let pages = pages.iter().map(|name| ((*name).to_owned(), page(name))).collect();
    let desk = Desk::of(pages, Reach::Loopback);
    let meetings = desk.get("/meetings.json").json();
    assert!(meetings["extent"]["all"].as_u64() > Some(0), "something was read");
    let seen = crawl::all(&desk, 250);
    let mut told = 0;
    for (path, reply) in &seen {
        assert_eq!(reply.status, 200, "{path}: {}", reply.body.get(..300).unwrap_or_default());
        if !reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            continue;
        }
        for harm in
            ["<script>alert", "<img src=x", "<svg onload", "</mark><script", "href=\"javascript"]
        {
            assert!(!reply.body.contains(harm), "{path} holds {harm}");
        }
        told += usize::from(reply.body.contains("&lt;script&gt;"));
    }
    assert!(told > 0, "the words themselves are shown somewhere");
}

#[test]
fn hostile_searches_are_searches() {
    let desk = Desk::of_example();
    for words in [
        "%22",
        "%22%22%22",
        "a%20AND",
        "NEAR(",
        "*",
        "col:x",
        "%27;DROP%20TABLE%20claims;--",
        "%3Cscript%3E",
        "%E2%80%AE",
    ] {
        let reply = desk.get(&format!("/search?q={words}"));
        assert_eq!(reply.status, 200, "{words}: {}", reply.body);
        assert!(
            !reply.body.contains("<script>\"") && !reply.body.contains("<script></"),
            "{words}"
        );
    }
}
