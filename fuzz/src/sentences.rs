//! News in a small grammar: each byte is a piece of a sentence, or says that the next bytes stand as they are.

const PIECES: &[&str] = &[
    "Turkey", "Syria", "the Russian foreign ministry", "Iran's Foreign Minister Hossein Amir-Abdollahian", "Mekdad",
    "Foreign Minister Mevlut Cavusoglu", "the envoy", "a spokesman", "officials", "he", "she", "they", "both sides",
    "the United Nations", "Ankara", "Damascus", "the Kremlin", "Moscow", "the two ministers", "a senior official who asked not to be named",
    "met", "held talks with", "will meet", "did not meet", "has never met", "spoke by telephone with", "said", "said that",
    "told reporters", "demanded that", "insisted that", "denied that", "promised to", "threatened to", "refused to", "offered to",
    "agreed to", "called on", "accused", "would", "must", "withdraw its troops", "release the prisoners", "return the ambassador",
    "end the attacks", "sign a ceasefire", "impose sanctions on", "unless", "if", "provided that", "until", "because", "after",
    "before", "while", "and", "or", "but", "not", "no", "in Moscow", "in Geneva", "at the airport", "from northern Syria", "with", "on",
    "on Wednesday", "on May 10", "in June 2023", "last week", "next month", "two days ago", "by the end of the year", "yesterday",
    "from 3 to 5 May", "at 10 a.m.", "every Tuesday", "for six hours", "in 2019", "on 31 February", "three years earlier", "in the spring",
    "according to", "state news agency SANA", "the Strait Wire", "citing", "a statement", "the talks", "the meeting", "a visit", "its forces",
    "the deputy defence minister", "talks on the ceasefire", "four-party", "400 soldiers", "$5.5 million", "al-Khoury", "U.S.", "Gen.",
    "“", "”", "\"", "'", "’s", "'s", "’", "(", ")", "—", "-", "–", ",", ";", ":", ".", "...", "?", "!", "\n", "\n\n", "MOSCOW (Wire) —", "TARN, May 10 -",
    "who", "which", "that", "whose", "to", "of", "the", "a", "is", "was", "were", "been", "has", "had", "be", "being", "it", "its", "their",
    "Iran and Saudi Arabia", "the Syrian, Turkish and Russian defence ministers", "President", "Mr.", "the former", "separately", "reportedly",
    "10", "2023", "é", "中文", "🙂", "\u{a0}", "\u{202e}", "\u{200b}",
];

/// Whole sentences in which rules meet, so that few bytes go deep.
const SENTENCES: &[&str] = &[
    "Turkey's Foreign Minister Mevlut Cavusoglu met Syria's Foreign Minister Faisal Mekdad in Moscow on Wednesday. ",
    "“Turkey must withdraw its troops from Syria,” Mekdad said after the talks. ",
    "Saudi Arabia will not return its ambassador unless Iran ends its attacks on shipping. ",
    "The Kremlin denied that the two ministers had met in Geneva last week. ",
    "Iran promised to release the prisoners by the end of the year. ",
    "The meeting was postponed from 3 May to 10 May, according to state news agency SANA. ",
    "Iran released the prisoners on Tuesday, as it had promised in June. ",
    "He spoke by telephone with the U.S. envoy, officials said. ",
];

/// Bytes that say that the next three stand as they are.
const AS_THEY_ARE: u8 = 255;

/// The text that bytes stand for.
pub fn text(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        let at = usize::from(byte);
        if byte == AS_THEY_ARE {
            let own: Vec<u8> = rest.by_ref().take(3).collect();
            out.push_str(&String::from_utf8_lossy(&own));
        } else if let Some(piece) = PIECES.get(at) {
            join(&mut out, piece);
        } else {
            out.push_str(SENTENCES[at % SENTENCES.len()]);
        }
    }
    out
}

/// With a blank between words, none before a mark.
fn join(out: &mut String, piece: &str) {
    let tight = piece.starts_with(|c: char| !c.is_alphanumeric()) || out.ends_with(['“', '(', '\n', ' ', '-']);
    if !out.is_empty() && !tight {
        out.push(' ');
    }
    out.push_str(piece);
}
