//! A text cut where marks begin and end. Marks overlap, stand inside each other, run past a block;
//! the pieces together are the text again, to the byte.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use text::Span;

/// Words to be marked.
pub struct Stretch {
    /// Where they stand.
    pub span: Span,
    /// The number of the claim on the page.
    pub number: usize,
    /// What it is a claim of.
    pub kind: &'static str,
    /// The claim.
    pub claim: String,
    /// Where it is marked.
    pub anchor: String,
}

/// A run of text in which nothing begins or ends.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The claim of the shortest mark over them; nothing if they are not marked.
    pub claim: Option<String>,
    /// What it is a claim of.
    pub kind: Option<&'static str>,
    /// How many marks lie over them.
    pub depth: usize,
    /// Marks that begin here.
    pub begins: Vec<String>,
    /// Marks that end here.
    pub ends: Vec<End>,
}

/// The end of a mark.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
pub struct End {
    /// The number of the claim on the page.
    pub number: usize,
    /// The claim.
    pub claim: String,
    /// What it is a claim of.
    pub kind: &'static str,
}

/// The pieces of a block, without those that hold no word.
pub fn marked(text: &str, block: Span, stretches: &[Stretch]) -> Vec<Piece> {
    let over: Vec<&Stretch> = stretches.iter().filter(|s| s.span.overlaps(block)).collect();
    let mut cuts: BTreeSet<u32> = [block.start(), block.end()].into();
    for stretch in &over {
        cuts.insert(stretch.span.start().max(block.start()));
        cuts.insert(stretch.span.end().min(block.end()));
    }
    cuts.retain(|cut| text.is_char_boundary(*cut as usize));
    let cuts: Vec<u32> = cuts.into_iter().collect();
    let spans = cuts.windows(2).filter_map(|pair| Span::new(pair[0], pair[1]));
    spans.filter_map(|span| piece(text, (span, block), &over)).collect()
}

fn piece(text: &str, (span, block): (Span, Span), over: &[&Stretch]) -> Option<Piece> {
    let mut own: Vec<&&Stretch> = over.iter().filter(|s| s.span.overlaps(span)).collect();
    own.sort_by_key(|stretch| (stretch.span.len(), stretch.number));
    let begins = |s: &Stretch| s.span.start().max(block.start()) == span.start();
    let is_last = |s: &Stretch| s.span.end().min(block.end()) == span.end();
    let end = |s: &&&Stretch| End { number: s.number, claim: s.claim.clone(), kind: s.kind };
    Some(Piece {
        text: span.slice(text)?.to_owned(),
        claim: own.first().map(|stretch| stretch.claim.clone()),
        kind: own.first().map(|stretch| stretch.kind),
        depth: own.len(),
        begins: own
            .iter()
            .filter(|s| s.span.start() >= block.start() && begins(s))
            .map(|s| s.anchor.clone())
            .collect(),
        ends: own.iter().filter(|s| is_last(s)).map(end).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(number: usize, start: u32, end: u32) -> Stretch {
        Stretch {
            span: Span::new(start, end).unwrap(),
            number,
            kind: "statement",
            claim: format!("claim-{number}"),
            anchor: format!("c-{number}"),
        }
    }

    fn whole(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn overlapping_marks_leave_the_text_as_it_was() {
        let text = "Été: the envoys met in Sofia, he said.";
        let block = Span::from_range(0..text.len()).unwrap();
        let sets: [&[Stretch]; 4] = [
            &[],
            &[stretch(1, 7, 20), stretch(2, 12, 30), stretch(3, 12, 30)],
            &[stretch(1, 0, 40), stretch(2, 7, 10)],
            &[stretch(1, 1, 3), stretch(2, 7, 9_000)],
        ];
        for stretches in sets {
            assert_eq!(whole(&marked(text, block, stretches)), text);
        }
    }

    #[test]
    fn every_claim_begins_once_and_ends_once_and_the_shortest_leads() {
        let text = "The envoys met in Sofia, he said.";
        let block = Span::from_range(0..text.len()).unwrap();
        let pieces = marked(text, block, &[stretch(1, 0, 23), stretch(2, 4, 14)]);
        let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(words, ["The ", "envoys met", " in Sofia", ", he said."]);
        assert_eq!(pieces[1].claim.as_deref(), Some("claim-2"));
        assert_eq!(pieces[1].depth, 2);
        let begins: Vec<&String> = pieces.iter().flat_map(|piece| &piece.begins).collect();
        assert_eq!(begins, ["c-1", "c-2"]);
        let ends: Vec<usize> = pieces.iter().flat_map(|p| &p.ends).map(|end| end.number).collect();
        assert_eq!(ends, [2, 1]);
    }

    #[test]
    fn a_mark_that_runs_into_the_next_block_begins_only_in_the_first() {
        let text = "One\n\nTwo";
        let (one, two) = (Span::new(0, 3).unwrap(), Span::new(5, 8).unwrap());
        let stretches = [stretch(1, 1, 7)];
        let begun = |block| -> usize {
            marked(text, block, &stretches).iter().map(|piece| piece.begins.len()).sum()
        };
        assert_eq!((begun(one), begun(two)), (1, 0));
        assert_eq!(whole(&marked(text, two, &stretches)), "Two");
    }
}
