//! Which agencies a page credits: "(Reuters)" in a dateline, "Source: Reuters", "By Reuters",
//! "AFP contributed to this report". A photograph's credit is not a credit of the text.

use text::BlockKind;

use crate::draft::Piece;
use crate::plain::dateline;

/// News agencies, one a line: the usual name, then its other names.
const AGENCIES: &str = include_str!("../data/agencies.txt");

/// Agencies credited by an article's pieces, each once, in order of appearance.
pub(crate) fn credits(pieces: &[Piece]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in pieces.iter().flat_map(credited) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

fn credited(piece: &Piece) -> Vec<String> {
    match piece.kind {
        BlockKind::Paragraph | BlockKind::Dateline => {
            let agency = dateline::parse(&piece.text).and_then(|line| line.agency);
            let in_dateline = agency.map(|name| usual(name).unwrap_or_else(|| name.to_owned()));
            in_dateline.into_iter().chain(contributing(&piece.text)).collect()
        }
        BlockKind::Byline => agencies(strip_by(&piece.text)),
        BlockKind::Credit => of_line(&piece.text),
        _ => Vec::new(),
    }
}

/// "Source: Reuters", "(With inputs from PTI)", "© AFP". Who reported and edited is not an agency.
fn of_line(line: &str) -> Vec<String> {
    let lower = line.to_lowercase();
    let standards = lower.contains("standards") || lower.contains("principles");
    if standards { Vec::new() } else { agencies(line) }
}

fn strip_by(line: &str) -> &str {
    line.strip_prefix("By ").unwrap_or(line)
}

/// "Reuters contributed to this report", "with reporting by AFP": a short last sentence in brackets or not.
fn contributing(paragraph: &str) -> Vec<String> {
    let lower = paragraph.to_lowercase();
    let says = [
        "contributed to this",
        "with inputs from",
        "with reporting by",
        "with files from",
        "with additional reporting",
    ];
    let short = paragraph.split_whitespace().count() <= 20;
    if short && says.iter().any(|cue| lower.contains(cue)) {
        agencies(paragraph)
    } else {
        Vec::new()
    }
}

/// Agencies named in a line, in the order they stand in it.
fn agencies(line: &str) -> Vec<String> {
    let rows = AGENCIES.lines().filter_map(|row| {
        let at = row.split('|').filter_map(|name| position(line, name)).min()?;
        Some((at, row.split('|').next()?.to_owned()))
    });
    let mut found: Vec<(usize, String)> = rows.collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// The usual name of an agency, if it is known.
fn usual(name: &str) -> Option<String> {
    let row = AGENCIES
        .lines()
        .find(|row| row.split('|').any(|other| other.eq_ignore_ascii_case(name)))?;
    row.split('|').next().map(str::to_owned)
}

/// Where a name stands as words of its own.
fn position(line: &str, name: &str) -> Option<usize> {
    line.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = line[..*at].chars().next_back();
        let after = line[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: BlockKind, text: &str) -> Vec<String> {
        credits(&[Piece { kind, text: text.to_owned() }])
    }

    #[test]
    fn a_dateline_and_a_source_line_are_credits() {
        let lede = "VIENNA, March 4 (Reuters) - Envoys met on Thursday.";
        assert_eq!(of(BlockKind::Paragraph, lede), ["Reuters"]);
        assert_eq!(of(BlockKind::Credit, "Source: Agence France-Presse"), ["AFP"]);
        assert_eq!(of(BlockKind::Byline, "By Associated Press"), ["AP"]);
        assert_eq!(of(BlockKind::Paragraph, "Xinhua contributed to this report."), ["Xinhua"]);
    }

    #[test]
    fn mentions_and_photographs_are_not() {
        assert!(of(BlockKind::Caption, "Envoys in Vienna. AFP").is_empty());
        assert!(of(BlockKind::Paragraph, "The envoy told Reuters that talks failed.").is_empty());
        assert!(
            of(BlockKind::Credit, "Our Standards: The Thomson Reuters Trust Principles.")
                .is_empty()
        );
    }
}
