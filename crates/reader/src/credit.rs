//! Which agencies a page credits: "(Reuters)" in a dateline or behind the last sentence, "Source:
//! Reuters", "By Reuters", "AFP contributed to this report". To name an agency is not to credit it,
//! and a photograph's credit is not one of the text.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use text::BlockKind;

use crate::draft::Piece;
use crate::plain::dateline;

/// News agencies, one a line: the usual name, then its other names.
const AGENCIES: &str = include_str!("../data/agencies.txt");

/// Words of crediting, one a line: whether they stand before the agencies or anywhere within the line.
const CUES: &str = include_str!("../data/credit-cues.txt");

/// Most words of a line that does nothing but credit.
const LINE: usize = 25;
/// Most words of a dateline.
const DATELINE: usize = 12;
/// Paragraphs at the start in which a dateline may stand, and at the end behind which a credit may.
const EDGE: usize = 3;
/// What stands between two agencies, or around them.
const BETWEEN: &[char] = &[
    '/', ',', '&', '-', '–', '—', '(', ')', '[', ']', '.', ';', ':', '|', '+', '*', '\'', '’', '"',
    '«', '»', '،', '、',
];
/// Words between agencies.
const AND: &[&str] = &[
    "and", "und", "et", "y", "e", "ve", "и", "و", "the", "l", "from", "staff", "agencies", "with",
    "via",
];

/// Agencies credited by an article's pieces and its byline, each once, in order of appearance.
pub(crate) fn credits(pieces: &[Piece], byline: Option<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let bodies: Vec<usize> = (0..pieces.len()).filter(|at| is_body(&pieces[*at])).collect();
    let edge = |at: usize| Edge {
        first: bodies.iter().take(EDGE).any(|body| *body == at),
        last: bodies.iter().rev().take(EDGE).any(|body| *body == at),
    };
    let in_pieces = pieces.iter().enumerate().flat_map(|(at, piece)| credited(piece, edge(at)));
    for name in byline.map(only_agencies).unwrap_or_default().into_iter().chain(in_pieces) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// Whether a piece is among the first or last paragraphs.
#[derive(Clone, Copy)]
struct Edge {
    first: bool,
    last: bool,
}

fn is_body(piece: &Piece) -> bool {
    matches!(piece.kind, BlockKind::Paragraph | BlockKind::Dateline)
}

fn credited(piece: &Piece, edge: Edge) -> Vec<String> {
    let text = piece.text.trim();
    match piece.kind {
        BlockKind::Paragraph | BlockKind::Dateline => {
            let dateline = if edge.first { in_dateline(text) } else { Vec::new() };
            let behind = if edge.last { behind_the_last(text) } else { Vec::new() };
            dateline.into_iter().chain(behind).chain(crediting_line(text)).collect()
        }
        BlockKind::Byline => agencies(text.strip_prefix("By ").unwrap_or(text)),
        BlockKind::Credit => of_line(text),
        _ => Vec::new(),
    }
}

/// "Source: Reuters", "(With inputs from PTI)", "© AFP". Who reported and edited is not an agency.
fn of_line(line: &str) -> Vec<String> {
    let lower = line.to_lowercase();
    let standards = lower.contains("standards") || lower.contains("principles");
    if standards { Vec::new() } else { agencies(line) }
}

/// "VIENNA, March 4 (Reuters) -", "Wien (dpa/AFP) –", "МОСКВА, 4 марта. /ТАСС/.": a place, a date,
/// agencies between marks, and nothing a sentence has before them.
fn in_dateline(paragraph: &str) -> Vec<String> {
    let words: Vec<&str> = paragraph.split_inclusive(char::is_whitespace).take(DATELINE).collect();
    let head = &paragraph[..words.iter().map(|word| word.len()).sum()];
    let found = [('(', ')'), ('/', '/'), ('[', ']')].into_iter().find_map(|(open, close)| {
        let (before, rest) = head.split_once(open)?;
        let (inside, after) = rest.split_once(close)?;
        let named = only_agencies(inside);
        let marked =
            after.trim_start().starts_with(['-', '–', '—', '.', ':', '−', '•']) || open != '(';
        (marked && is_place_and_date(before) && !named.is_empty()).then_some(named)
    });
    found.unwrap_or_else(|| unknown_agency(paragraph).into_iter().collect())
}

/// Words that stand in a dateline's brackets and name no agency.
const NO_AGENCY: &[&str] = &[
    "Special",
    "Staff",
    "Live",
    "Updated",
    "Update",
    "Correspondent",
    "Reporter",
    "Exclusive",
    "Own",
];

/// "DOHA, March 4 (Example Wire) —": a dateline's brackets hold an agency, known or not.
fn unknown_agency(paragraph: &str) -> Option<String> {
    let name = dateline::parse(paragraph)?.agency?;
    (!name.split(' ').any(|word| NO_AGENCY.contains(&word))).then(|| name.to_owned())
}

/// Short, begins with a capital or a digit or in a script without them, and is no clause.
fn is_place_and_date(before: &str) -> bool {
    let lower = |word: &&str| word.starts_with(char::is_lowercase) && word.chars().count() > 3;
    let months = before.split_whitespace().filter(lower).count();
    before.split_whitespace().count() <= 8 && months <= 1 && !before.contains(['?', '!', '"', '“'])
}

/// "… officials said. (Reuters)", "… officials said. — AFP"
fn behind_the_last(paragraph: &str) -> Vec<String> {
    let ends = ['.', '!', '?', '”', '"', '»', '。', '؟', '…', ')'];
    let tail = paragraph.rmatch_indices(['(', '[', '—', '–', '/', '-']).take(3);
    let found = tail.filter_map(|(at, _)| {
        let (before, tail) = paragraph.split_at(at);
        let sentence_ended = before.trim_end().ends_with(ends);
        sentence_ended.then(|| only_agencies(tail)).filter(|named| !named.is_empty())
    });
    found.last().unwrap_or_default()
}

/// A short line that says nothing but whom it credits.
fn crediting_line(line: &str) -> Vec<String> {
    if line.split_whitespace().count() > LINE {
        return Vec::new();
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_start_matches(['(', '[', '-', '–', '—', '*', ' ']);
    let cues = |place: &'static str| CUES.lines().filter_map(move |cue| cue.strip_prefix(place));
    if cues("within ").any(|cue| lower.contains(cue)) {
        return agencies(line);
    }
    let behind = |cue: &str| {
        let rest = bare.strip_prefix(cue)?;
        let parted = cue.ends_with(':') || rest.starts_with([' ', ':', '\u{a0}']);
        let at = line.len().checked_sub(rest.len())?;
        parted.then(|| line.get(at..).map(only_agencies))?
    };
    let told = cues("before ").filter_map(behind).find(|named| !named.is_empty());
    told.unwrap_or_else(|| only_agencies(line))
}

/// The agencies of a text that holds nothing else but marks, years and small words.
fn only_agencies(text: &str) -> Vec<String> {
    let found = agencies(text);
    if found.is_empty() {
        return found;
    }
    let mut rest = text.to_owned();
    let mut names: Vec<&str> = AGENCIES.lines().flat_map(|row| row.split('|')).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names.into_iter().filter(|name| text.contains(name)) {
        while let Some(at) = position(&rest, name) {
            rest.replace_range(at..at + name.len(), " ");
        }
    }
    let small = |word: &str| {
        word.bytes().all(|b| b.is_ascii_digit()) || AND.contains(&word.to_lowercase().as_str())
    };
    let only = rest.split(|c: char| c.is_whitespace() || BETWEEN.contains(&c)).all(small);
    if only { found } else { Vec::new() }
}

/// The names of agencies, to be found all at once, and for each name the usual one.
static NAMES: LazyLock<(AhoCorasick, Vec<&'static str>)> = LazyLock::new(|| {
    let rows = AGENCIES.lines().filter_map(|row| Some((row, row.split('|').next()?)));
    let names = rows.flat_map(|(row, usual)| row.split('|').map(move |name| (name, usual)));
    let (names, usual): (Vec<&str>, Vec<&str>) = names.unzip();
    (AhoCorasick::new(names).expect("the table is small"), usual)
});

/// Agencies named in a line, in the order they stand in it.
fn agencies(line: &str) -> Vec<String> {
    let (finder, usual) = &*NAMES;
    let mut found: Vec<&str> = Vec::new();
    for hit in finder.find_overlapping_iter(line) {
        let name = usual.get(hit.pattern().as_usize()).copied();
        let whole = is_whole(line, hit.start(), hit.end());
        found.extend(name.filter(|name| whole && !found.contains(name)));
    }
    found.into_iter().map(str::to_owned).collect()
}

/// Where a name stands as words of its own.
fn position(line: &str, name: &str) -> Option<usize> {
    let places = line.match_indices(name).map(|(at, _)| at);
    places.into_iter().find(|at| is_whole(line, *at, at + name.len()))
}

fn is_whole(line: &str, start: usize, end: usize) -> bool {
    let before = line.get(..start).and_then(|before| before.chars().next_back());
    let after = line.get(end..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: BlockKind, text: &str) -> Vec<String> {
        credits(&[Piece { kind, text: text.to_owned() }], None)
    }

    #[test]
    fn datelines_credit_in_many_tongues() {
        for (lede, agencies) in [
            ("VIENNA, March 4 (Reuters) - Envoys met on Thursday.", &["Reuters"][..]),
            ("Wien (dpa/AFP) – Die Gesandten trafen sich.", &["dpa", "AFP"]),
            ("MOSCOW, May 10 (TASS). Envoys met.", &["TASS"]),
            ("МОСКВА, 10 мая. /ТАСС/. Посланники встретились.", &["TASS"]),
            ("ANKARA (AA) - Temsilciler görüştü.", &["Anadolu"]),
            ("Madrid, 10 may (EFE).- Los enviados se reunieron.", &["EFE"]),
            ("GENÈVE, 10 mai (AFP) — Les émissaires se sont réunis.", &["AFP"]),
            ("دمشق (رويترز) - التقى المبعوثون.", &["Reuters"]),
        ] {
            assert_eq!(of(BlockKind::Paragraph, lede), agencies, "{lede}");
        }
    }

    #[test]
    fn lines_credit_in_many_tongues() {
        for (line, agencies) in [
            ("Source: Agence France-Presse", &["AFP"][..]),
            ("Xinhua contributed to this report.", &["Xinhua"]),
            ("(With inputs from PTI)", &["PTI"]),
            ("h/t Reuters", &["Reuters"]),
            ("Quelle: dpa", &["dpa"]),
            ("dpa/AFP", &["AFP", "dpa"]),
            ("Avec AFP", &["AFP"]),
            ("Con información de EFE y Reuters", &["EFE", "Reuters"]),
            ("Kaynak: AA", &["Anadolu"]),
            ("Источник: ТАСС", &["TASS"]),
            ("المصدر: رويترز", &["Reuters"]),
            ("© 2021 AFP", &["AFP"]),
            ("They will meet again, officials said. (Reuters)", &["Reuters"]),
            ("They will meet again, officials said. – AFP", &["AFP"]),
        ] {
            let mut got = of(BlockKind::Paragraph, line);
            got.sort();
            let mut agencies = agencies.to_vec();
            agencies.sort_unstable();
            assert_eq!(got, agencies, "{line}");
        }
        assert_eq!(of(BlockKind::Byline, "By Associated Press"), ["AP"]);
        assert_eq!(credits(&[], Some("Agence France-Presse")), ["AFP"]);
    }

    #[test]
    fn mentions_and_photographs_are_not() {
        assert!(of(BlockKind::Caption, "Envoys in Vienna. AFP").is_empty());
        for text in [
            "The envoy told Reuters that talks failed.",
            "“We agreed,” the envoy said, according to TASS.",
            "A source told AFP (the talks were closed) that they went well.",
            "The state news agency (SANA) said on Thursday that the envoys met.",
            "With Reuters unable to reach the envoy, the talks went on.",
            "Reuters reported on Thursday that the envoys met. Officials did not comment.",
            "The minister, who once worked for the agency (AFP), did not comment.",
            "Via Roma was closed for the talks.",
            "The AP and PA lines were closed.",
        ] {
            assert!(
                of(BlockKind::Paragraph, text).is_empty(),
                "{text}: {:?}",
                of(BlockKind::Paragraph, text)
            );
        }
        let standards = "Our Standards: The Thomson Reuters Trust Principles.";
        assert!(of(BlockKind::Credit, standards).is_empty());
        assert!(credits(&[], Some("Jane Doe")).is_empty());
    }
}
