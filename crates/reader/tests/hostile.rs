//! Pages made to hurt, one for each way that is known. Each is read on a small stack; none may stop
//! the reader, and where there is an article it is read whole, with what was odd told beside it.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use reader::{Given, Reading, Source, read};
use text::{Article, BlockKind};

/// A worker's stack, as small as the smallest that runs this code.
const STACK: usize = 2 << 20;

const HEAD: &str = "<!doctype html><html lang=\"en\"><head><title>Envoys meet in Tarn</title>\
    <meta name=\"author\" content=\"Ada Lind\">\
    <meta property=\"article:published_time\" content=\"2021-03-04T09:30:00Z\"></head><body>";

/// Six paragraphs, each with a number of its own.
fn story() -> String {
    let paragraph = |n| {
        format!(
            "<p>The envoys of both states met in Tarn for the round of talks with number {n}, and spoke for \
             four hours about the railway along the coast, officials of both sides said.</p>"
        )
    };
    format!("<h1>Envoys meet in Tarn</h1>{}", (1..=6).map(paragraph).collect::<String>())
}

fn read_bytes(bytes: Vec<u8>) -> Reading {
    let worker = std::thread::Builder::new().stack_size(STACK);
    let job = move || read(&Source { path: "a.html", bytes: &bytes }, &Given::default());
    worker.spawn(job).unwrap().join().unwrap()
}

fn page(body: &str) -> Reading {
    read_bytes(format!("{HEAD}{body}").into_bytes())
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|noted| noted.problem.code.0.as_str()).collect()
}

/// The one article, with its title, author and day, and the story in paragraphs.
fn whole(reading: &Reading) -> &Article {
    let [article] = reading.articles.as_slice() else {
        panic!("one article: {:?}", codes(reading))
    };
    assert_eq!(article.title.as_deref(), Some("Envoys meet in Tarn"));
    assert_eq!(article.byline.as_deref(), Some("Ada Lind"));
    let published = article.published.as_ref().expect("a date");
    assert_eq!(published.when.from, jiff::civil::date(2021, 3, 4));
    let paragraphs = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let told: Vec<&str> = paragraphs.filter_map(|block| block.span.slice(&article.text)).collect();
    for number in 1..=6 {
        let words = format!("the round of talks with number {number}, and spoke");
        assert!(told.iter().any(|text| text.contains(&words)), "paragraph {number}: {told:?}");
    }
    article
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn deep_nesting_costs_neither_text_nor_metadata() {
    for unit in ["<div>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<section><article>"] {
        let deep = unit.repeat(5_000);
        let reading = page(&format!("{deep}{}", story()));
        whole(&reading);
        assert!(codes(&reading).contains(&"R015"), "{unit}: {:?}", codes(&reading));
        let reading = page(&format!("{}<div>{deep}</div>", story()));
        whole(&reading);
    }
}

#[test]
fn nesting_that_belongs_to_a_page_is_not_odd() {
    let reading = page(&format!("{}{}{}", "<div>".repeat(100), story(), "</div>".repeat(100)));
    whole(&reading);
    assert!(!codes(&reading).contains(&"R015"));
}

#[test]
fn misnested_style_is_read() {
    let open = |tag: &str| format!("<{tag}>").repeat(4_000);
    let reading = page(&format!("{}{}{}{}", open("a"), open("i"), "</a>".repeat(4_000), story()));
    whole(&reading);
    let many: String = (0..4_000).map(|n| format!("<b id={n}>")).collect();
    whole(&page(&format!("{many}{}", story())));
}

#[test]
fn tags_without_measure_are_read() {
    let long = format!(
        "<div class=\"{}\" data-x='{}'>{}</div>",
        "x ".repeat(800_000),
        "y".repeat(1_500_000),
        story()
    );
    let many: String = (0..50_000).map(|n| format!(" a{n}=1")).collect();
    for body in [long, format!("<div{many}>{}</div>", story())] {
        let reading = page(&body);
        whole(&reading);
        assert_eq!(codes(&reading), ["R026"]);
    }
    let often = format!("<i{}>a</i>", " a b c".repeat(1_000)).repeat(300);
    whole(&page(&format!("<div>{}</div><footer>{often}</footer>", story())));
    let bodies: String = (0..20_000).map(|n| format!("<body b{n}=1>")).collect();
    whole(&page(&format!("{}{bodies}", story())));
}

#[test]
fn tables_without_measure_are_read() {
    let table = "<table><tr><td colspan=9007199254740991 rowspan=99999999>a</td></tr></table>";
    whole(&page(&format!("{}{table}", story())));
}

#[test]
fn many_small_paragraphs_are_read() {
    let reading = page(&format!("{}<footer>{}</footer>", story(), "<p>a</p>".repeat(50_000)));
    whole(&reading);
    let reading = page(&format!("{}{}", story(), "</p>".repeat(50_000)));
    whole(&reading);
}

#[test]
fn a_page_that_breaks_off_is_read_to_its_end() {
    let cut = "<p>The railway was closed in 2009 after a quarrel about tolls, and both";
    for end in ["<p class=\"la", "<!-- next", "<script>var a = '", "</di", cut, "<p>The"] {
        let reading = page(&format!("<article>{}{end}", story()));
        let last = end.strip_prefix("<p>").unwrap_or("both sides said.");
        assert!(whole(&reading).text.ends_with(last), "{end}");
        assert!(codes(&reading).contains(&"R024"), "{end}: {:?}", codes(&reading));
    }
}

#[test]
fn zeros_and_bad_bytes_do_not_reach_the_text() {
    let story = story().replace("railway", "rail\u{0}way\u{8}\u{1b}[31m");
    let mut bytes = format!("{HEAD}<p>Genève, Málaga, Zürich</p>{story}").into_bytes();
    bytes.extend(
        b"<p>A word with \xff in it stands here, and the page goes on for a while after it.</p>",
    );
    let reading = read_bytes(bytes);
    let article = reading.articles.first().expect("an article");
    assert!(!article.text.contains(|c: char| c.is_control() && c != '\n'), "{:?}", article.text);
    assert!(article.text.contains("number 6"));
}

#[test]
fn bombs_are_not_unpacked() {
    let bomb = packed(&vec![b' '; 300 << 20]);
    assert_eq!(codes(&read_bytes(bomb)), ["R013"]);
    let page = format!("{HEAD}{}", story());
    let twice = read_bytes(packed(&packed(page.as_bytes())));
    assert!(twice.articles.is_empty());
    assert_eq!(codes(&twice), ["R007"]);
}

#[test]
fn entities_of_a_feed_are_not_expanded() {
    let entities: String = (1..20)
        .map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10)))
        .collect();
    let text = "The envoys of both states met in Tarn on Thursday and spoke for four hours about the railway. ".repeat(8);
    let feed = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"lol\">{entities}<!ENTITY file SYSTEM \"file:///etc/hostname\">]>\
         <rss version=\"2.0\"><channel><title>Example</title><item><title>&e19;</title><description>&file;&e19;</description></item>\
         <item><title>Envoys meet</title><link>javascript:alert(1)</link><pubDate>Thu, 32 Foo 2021</pubDate>\
         <description>{text}</description></item></channel></rss>"
    );
    let reading = read_bytes(feed.into_bytes());
    let [article] = reading.articles.as_slice() else { panic!("one article") };
    assert_eq!((article.title.as_deref(), article.url.as_deref()), (Some("Envoys meet"), None));
    assert!(article.published.is_none());
    assert!(!article.text.contains("lollol"));
}

#[test]
fn structured_data_without_measure_is_passed_over() {
    let deep = format!(
        "<script type=\"application/ld+json\">{}{}</script>",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let broken = format!(
        "<script type=\"application/ld+json\">{{\"author\": \"{}</script>",
        "x".repeat(200_000)
    );
    whole(&page(&format!("{deep}{broken}<article>{}</article>", story())));
}

#[test]
fn what_nobody_sees_is_not_read() {
    let hidden = "<div style=\"display:none\">UNSEEN one</div><p hidden>UNSEEN two</p><p aria-hidden=\"true\">UNSEEN three</p>\
        <template><p>UNSEEN four</p></template><!-- UNSEEN five --><textarea>UNSEEN six</textarea><svg><text>UNSEEN seven</text></svg>\
        <script>UNSEEN = '</p>'</script><noscript><p>UNSEEN eight</p></noscript><select><option>UNSEEN nine</select>";
    let reading = page(&format!("<article>{hidden}{}</article>", story()));
    assert!(!whole(&reading).text.contains("UNSEEN"), "{}", whole(&reading).text);
}

#[test]
fn text_in_one_line_without_end_is_read() {
    let line = "The envoys of both states met in Tarn on Thursday and spoke for four hours about the railway. ";
    let text = format!(
        "Envoys meet in Tarn\n\n{}\u{2028}{}\r{}\r\n{}",
        line,
        "x".repeat(3_000_000),
        line,
        line.repeat(5_000)
    );
    let reading = read_bytes(text.into_bytes());
    assert!(reading.articles[0].text.contains("four hours"));
}

#[test]
fn what_is_no_article_is_said_to_be_none() {
    for (bytes, code) in [
        (&b""[..], "R006"),
        (b" \n\t\r\n ", "R006"),
        (b"<html><body></body></html>", "R005"),
        (format!("<html><body><p>{}</p></body></html>", "x".repeat(1_000)).as_bytes(), "R005"),
        (b"\x89PNG\r\n\x1a\n", "R007"),
    ] {
        let reading = read_bytes(bytes.to_vec());
        assert!(reading.articles.is_empty());
        assert_eq!(codes(&reading), [code]);
    }
}
