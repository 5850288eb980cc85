//! Good sources of every kind, damaged in thousands of ways: the same ones in every run. For longer
//! hunts there are fuzz targets, see CONTRIBUTING.md; what they find is kept in `finds`.

mod properties;

use std::fs;
use std::path::Path;

/// Ways in which each seed is damaged.
const ROUNDS: usize = 400;
/// Longest source; longer ones say nothing new.
const LONGEST: usize = 20_000;

const STORY: &str = "The envoys of both states met in Tarn on Thursday and spoke for four hours about the \
    railway along the coast. They will meet again before the month is out, officials of both sides said.";

/// Pieces of formats, put where they do not belong.
const WORDS: &[&[u8]] = &[
    b"<div>",
    b"</p>",
    b"<script>",
    b"<!--",
    b"<td>",
    b"&#0;",
    b"&#x110000;",
    b"&amp",
    b"]]>",
    b"<![CDATA[",
    b"WARC/1.0\r\n",
    b"Content-Length: 99999999999999999999\r\n",
    b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"ffffffffffffffff\r\n",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe2\x80",
    b"\xed\xa0\x80",
    b"{\"text\": ",
    b"\\ud800",
    b"\"\"",
    b",,",
    b"\"",
    b"\n",
    b"\r",
    b"\xe2\x80\xa8",
    b"\xe2\x80\xae",
    b"\xc2\xad",
    b"\x1b[31m",
    b"2021-02-30",
    b"0000-00-00",
    b"<link rel=canonical href=",
    b"<meta charset=utf-16>",
    b"<?xml version='1.0' encoding='utf-7'?>",
    b"<item>",
    b"From a@b\n",
    b"# ",
    b"\t",
];

fn seeds() -> Vec<Vec<u8>> {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Envoys meet</title>\
         <meta property=article:published_time content=2021-03-04T09:30:00Z><script type=\"application/ld+json\">\
         {{\"@type\":\"NewsArticle\",\"headline\":\"Envoys meet\",\"datePublished\":\"2021-03-04\"}}</script></head><body><nav>\
         <a href=/>Home</a></nav><article><h1>Envoys meet</h1><p class=byline>By Ada Lind</p><p>{STORY}</p><ul><li>{STORY}\
         <li>{STORY}</ul><table><tr><td>a<td>b</table></article></body></html>"
    );
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{html}");
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/2021/03/04/envoys-meet\r\n\
         Content-Length: {}\r\n\r\n{http}\r\n\r\n",
        http.len()
    );
    let feed = format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Example</title><item><title>Envoys meet</title>\
         <link>https://example.com/a</link><pubDate>Thu, 04 Mar 2021 09:30:00 GMT</pubDate><description><![CDATA[<p>{STORY}</p>\
         <p>{STORY}</p><p>{STORY}</p>]]></description></item></channel></rss>"
    );
    let row = format!(
        "{{\"id\": \"a\", \"title\": \"Envoys meet\", \"date\": \"2021-03-04\", \"text\": \"{STORY}\\n\\n{STORY}\"}}\n"
    );
    let table = format!(
        "id,title,date,text\na,Envoys meet,2021-03-04,\"{STORY}\"\nb,Envoys part,2021-03-05,\"{STORY}\n\n{STORY}\"\n"
    );
    let plain = format!(
        "Envoys meet\nBy Ada Lind\nMarch 4, 2021\n\nTARN, March 4 (Reuters) - {STORY}\n\n{STORY}\n\nRelated Articles\n  - Storm closes ports\n"
    );
    let wide: Vec<u8> =
        [0xfeff].into_iter().chain(plain.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let narrow = plain
        .replace("Tarn", "Tárn")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect();
    let texts = [html, record.repeat(2), feed, row.repeat(3), table, plain];
    texts.into_iter().map(String::into_bytes).chain([wide, narrow]).collect()
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % limit.max(1)
    }

    /// A stretch of up to `longest` bytes.
    fn stretch(&mut self, len: usize, longest: usize) -> std::ops::Range<usize> {
        let from = self.below(len + 1);
        from..(from + self.below(longest)).min(len)
    }
}

fn damage(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    match chance.below(6) {
        0 => bytes.truncate(at),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << chance.below(8)),
        2 => drop(bytes.drain(chance.stretch(bytes.len(), 200))),
        3 => {
            let copy = bytes[chance.stretch(bytes.len(), 300)].to_vec();
            bytes.splice(at..at, copy.repeat(1 + chance.below(4)));
        }
        _ => {
            let word = WORDS[chance.below(WORDS.len())];
            bytes.splice(at..at, word.repeat(1 + chance.below(3)));
        }
    }
    bytes.truncate(LONGEST);
}

#[test]
fn damaged_sources_keep_the_laws() {
    for (number, seed) in seeds().into_iter().enumerate() {
        properties::check(&seed);
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15 ^ number as u64);
        for _ in 0..ROUNDS {
            let mut bytes = seed.clone();
            for _ in 0..=chance.below(6) {
                damage(&mut bytes, &mut chance);
            }
            let shown = bytes.clone();
            let kept = std::panic::catch_unwind(move || properties::check(&bytes));
            assert!(kept.is_ok(), "seed {number}: {}", shown.escape_ascii());
        }
    }
}

#[test]
fn what_was_found_stays_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/finds");
    for entry in fs::read_dir(folder).unwrap() {
        properties::check(&fs::read(entry.unwrap().path()).unwrap());
    }
}
