//! A dateline's date, for a page that gives no other.
//!
//! Fires on:  "GENEVA, March 3, 2022 (Example) -", a dateline that stands alone.
//! Silent on: "ANKARA, May 10 (Example) -": no year; a date in running text before a dash.

use text::{Anchor, Article, BlockKind, Sentence, Token};

use super::absolute;
use super::atom::{Atom, atoms};
use super::scene::{Reference, Scene};

/// In sentences: headline, standfirst and byline may come before the dateline.
const OPENING: usize = 4;

/// In atoms: no more stand before a dateline's date, nor between it and the dash.
const NEAR: usize = 8;

/// The day that a dateline with its year gives.
pub(super) fn reference(
    article: &Article,
    sentences: &[Sentence],
    tokens: &[Token],
) -> Option<Reference> {
    sentences.iter().take(OPENING).find_map(|sentence| {
        let atoms = atoms(&article.text, sentence, tokens);
        let scene = Scene { atoms: &atoms, tokens, reference: None, earlier: None, reported: None };
        let block = article.blocks.get(sentence.block);
        let alone = block.is_some_and(|block| block.kind == BlockKind::Dateline);
        let (at, found) = (0..NEAR).find_map(|at| Some((at, absolute::read(&scene, at)?)))?;
        let (before, after) = (atoms.get(..at)?, atoms.get(found.end..)?);
        let opens = alone || (is_place(before) && reaches_dash(after));
        let day = found.sense.day().filter(|_| opens)?;
        Some(Reference { day, anchor: Anchor::Dateline })
    })
}

/// "GENEVA," and "Tel Aviv,"
fn is_place(atoms: &[Atom]) -> bool {
    !atoms.is_empty() && atoms.iter().all(|atom| atom.capital() || !atom.alphabetic())
}

/// True if only a credit in brackets comes before a dash.
fn reaches_dash(atoms: &[Atom]) -> bool {
    let dash = |atom: &Atom| matches!(atom.form, "-" | "–" | "—");
    let near = atoms.iter().take(NEAR).position(dash);
    near.is_some_and(|end| end == 0 || atoms.first().is_some_and(|atom| atom.form == "("))
}
