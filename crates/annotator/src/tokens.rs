//! Tokens, as English Universal Dependencies cuts them.
//!
//! * `'s`, `n't`, `'ll` and their like stand alone; so do marks, currencies and `%`.
//! * A hyphen between words stands alone ("four - party"), save behind a prefix ("pre-war") and
//!   after an Arabic article before a name: "al-Khoury" is one word, and so is treated in training.
//! * Addresses, numbers with their separators and abbreviations with their stops are whole.

use crate::abbreviations::keeps_stop;

const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];
const PREFIXES: &[&str] = &[
    "anti", "co", "e", "ex", "extra", "mid", "mini", "multi", "neo", "non", "over", "pan", "post",
    "pre", "pro", "pseudo", "re", "semi", "socio", "sub", "super", "trans", "ultra", "un", "under",
    "vice", "cross", "intra", "inter", "counter", "micro", "macro", "bi", "tri", "uh", "o",
];
const ARTICLES: &[&str] =
    &["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur", "bin", "ibn", "abu"];
const OPENERS: &[char] = &[
    '"', '“', '”', '‘', '(', '[', '{', '«', '$', '£', '€', '¥', '*', '<', '•', '·', '_', '~', '|',
    '¿', '¡', '„',
];
const CLOSERS: &[char] = &[
    '"', '”', '“', ',', ';', ':', '?', '!', ')', ']', '}', '»', '%', '*', '>', '…', '|', '~', '_',
];

/// In bytes, its stop included.
const LONGEST_ABBREVIATION: usize = 16;

/// Byte ranges of the tokens of a sentence.
pub(crate) fn split(sentence: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = 0;
    let content = sentence.trim_end_matches(is_trailing).len();
    for chunk in sentence.split(char::is_whitespace) {
        if !chunk.is_empty() {
            let last = at + chunk.len() >= content;
            cut_chunk(chunk, at, last, &mut out);
        }
        at += chunk.len();
        at += sentence[at..].chars().next().map_or(0, char::len_utf8);
    }
    out
}

fn is_trailing(c: char) -> bool {
    c.is_whitespace() || CLOSERS.contains(&c) || matches!(c, '\'' | '’' | '.')
}

type Cuts = Vec<(usize, usize)>;

/// Peels marks from both ends of a run without spaces, then cuts what is left.
fn cut_chunk(chunk: &str, at: usize, last: bool, out: &mut Cuts) {
    let mut start = 0;
    while let Some(len) = leading_mark(&chunk[start..]) {
        out.push((at + start, at + start + len));
        start += len;
    }
    let mut tail = Vec::new();
    let mut end = chunk.len();
    let address = is_address(chunk);
    while let Some(len) = trailing_mark(&chunk[start..end], last, address) {
        tail.push((at + end - len, at + end));
        end -= len;
    }
    cut_core(&chunk[start..end], at + start, out);
    out.extend(tail.into_iter().rev());
}

fn leading_mark(chunk: &str) -> Option<usize> {
    let first = chunk.chars().next()?;
    let rest = &chunk[first.len_utf8()..];
    if is_dash(first) {
        let run = chunk.len() - chunk.trim_start_matches(first).len();
        let number = run == 1 && first == '-' && rest.starts_with(|c: char| c.is_ascii_digit());
        return (!number).then_some(run);
    }
    if first == '.' {
        let run = chunk.len() - chunk.trim_start_matches('.').len();
        return (run > 1 || !rest.starts_with(|c: char| c.is_alphanumeric())).then_some(run);
    }
    if matches!(first, '\'' | '’' | '`') {
        let clitic = is_clitic(rest) && !rest.is_empty();
        return (!clitic).then_some(first.len_utf8());
    }
    if first == '#' {
        return rest.starts_with(|c: char| c.is_ascii_digit()).then_some(1);
    }
    if matches!(first, '!' | '?' | '*' | '=' | '$' | '_' | '~' | '<' | '>') {
        return Some(chunk.len() - chunk.trim_start_matches(first).len());
    }
    (OPENERS.contains(&first) || CLOSERS.contains(&first)).then_some(first.len_utf8())
}

fn trailing_mark(chunk: &str, last: bool, address: bool) -> Option<usize> {
    let mark = chunk.chars().last()?;
    let len = mark.len_utf8();
    let before = &chunk[..chunk.len() - len];
    match mark {
        _ if address && !matches!(mark, ',' | '.' | ')' | '"' | '”' | ';' | ':') => None,
        '.' if before.ends_with('.') => {
            Some(chunk.len() - chunk.trim_end_matches('.').len()).filter(|&run| run > 1)
        }
        '.' => (before.is_empty()
            || last && !(chunk.len() <= LONGEST_ABBREVIATION && keeps_stop(chunk))
            || !last && !is_abbreviation(chunk))
        .then_some(1),
        '!' | '?' => Some(chunk.len() - chunk.trim_end_matches(['!', '?']).len()),
        '\'' | '’' | '`' => Some(len),
        '+' | '-' => before.ends_with(|c: char| c.is_alphanumeric()).then_some(len),
        c if is_dash(c) => Some(len),
        c => (CLOSERS.contains(&c) || matches!(c, '$' | '£' | '€' | '/') && !before.is_empty())
            .then_some(len),
    }
}

/// Amid a sentence a word with a stop keeps it, unless the space after it was lost to the splitter.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= LONGEST_ABBREVIATION && keeps_stop(word)
        || word.chars().filter(|c| c.is_alphabetic()).count() <= 5
            && !word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−')
}

fn is_clitic(word: &str) -> bool {
    CLITICS.contains(&word.to_lowercase().as_str())
}

fn is_address(word: &str) -> bool {
    word.contains("://")
        || word.starts_with("www.")
        || (word.contains('@') && word.contains('.'))
        || word.starts_with('@')
        || word.starts_with('#')
}

/// Cuts a run whose ends are words.
fn cut_core(core: &str, at: usize, out: &mut Cuts) {
    if core.is_empty() {
        return;
    }
    if is_address(core) || core.chars().all(|c| c.is_alphanumeric()) && !is_fused(core) {
        out.push((at, at + core.len()));
        return;
    }
    let mut start = 0;
    for (i, c) in core.char_indices() {
        let Some(before) = core.get(start..i) else { continue };
        if separates(c, before, &core[i + c.len_utf8()..], &core[..i]) {
            cut_word(before, at + start, out);
            let len = if is_dash(c) {
                core[i..].len() - core[i..].trim_start_matches(c).len()
            } else {
                c.len_utf8()
            };
            out.push((at + i, at + i + len));
            start = i + len;
        }
    }
    cut_word(&core[start..], at + start, out);
}

/// True if `c`, inside a run without spaces, is a token of its own.
fn separates(c: char, before: &str, after: &str, all_before: &str) -> bool {
    let digit_before = before.ends_with(|c: char| c.is_ascii_digit());
    let digit_after = after.starts_with(|c: char| c.is_ascii_digit());
    let letter = |s: &str| s.starts_with(char::is_alphabetic);
    match c {
        '-' => !keeps_hyphen(before, after, all_before),
        '–' | '—' | '―' | '−' | '…' => true,
        '/' => letter(after) && before.ends_with(char::is_alphabetic) && before.chars().count() > 1,
        ',' | ':' => !(digit_before && digit_after),
        '"' | '“' | '”' | '(' | ')' | '[' | ']' | ';' | '!' | '?' | '=' | '«' | '»' | '<' | '>'
        | '|' | '$' | '€' | '£' | '%' => true,
        _ => false,
    }
}

fn keeps_hyphen(before: &str, after: &str, all_before: &str) -> bool {
    let lower = before.to_lowercase();
    let dash_follows = after.starts_with('-');
    let article =
        joins_article(before, after) && (all_before.len() == before.len() || lower == "al");
    let prefix = PREFIXES.contains(&lower.as_str()) && all_before.len() == before.len();
    let coded = lower.len() <= 2
        && after.chars().next().is_some_and(|c| c.is_ascii_digit())
        && before.chars().all(char::is_uppercase);
    !dash_follows && !before.is_empty() && (article || prefix || coded)
}

/// True if a hyphen between the two is inside one name: "al-Khoury".
pub(crate) fn joins_article(before: &str, after: &str) -> bool {
    ARTICLES.contains(&before.to_lowercase().as_str()) && after.starts_with(char::is_uppercase)
}

/// Cuts clitics and fused words from a word without marks at its ends.
fn cut_word(word: &str, at: usize, out: &mut Cuts) {
    let mut end = word.len();
    let mut tail = Vec::new();
    while let Some(cut) = clitic_start(&word[..end]).or_else(|| fused_at(&word[..end])) {
        tail.push((at + cut, at + end));
        end = cut;
    }
    if end > 0 {
        out.push((at, at + end));
    }
    out.extend(tail.into_iter().rev());
}

/// Where "n't", "'s" and the like begin.
fn clitic_start(word: &str) -> Option<usize> {
    let mark = word.rfind(['\'', '’'])?;
    let after = word[mark..].chars().skip(1).take(3).collect::<String>();
    if after.eq_ignore_ascii_case("t") && word[..mark].ends_with(['n', 'N']) && mark > 1 {
        return Some(mark - 1);
    }
    (mark > 0 && is_clitic(&after)).then_some(mark)
}

fn is_fused(word: &str) -> bool {
    fused_at(word).is_some()
}

/// "cannot", "gonna", "10am": two words written as one.
fn fused_at(word: &str) -> Option<usize> {
    let lower = word.to_ascii_lowercase();
    if ["cannot", "gonna", "wanna", "gotta"].contains(&lower.as_str()) {
        return Some(3);
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.').len();
    let unit = &lower[digits..];
    let number = digits > 0
        && lower[..digits].chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ','));
    (number
        && ["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "km", "m", "bn", "kg", "mph"].contains(&unit))
    .then_some(digits)
}
