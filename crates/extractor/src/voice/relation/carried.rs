//! Quotations without a cue of their own: they go on from the voice before them.
//!
//! Reads:  a sentence that is a quotation and holds no cue, after a voice in its paragraph, or at the
//!         start of the next one, that spoke in quotation marks or was about to.
//! Silent: quoted terms, the first quotation of an article.

use lexicon::AttributionKind;
use text::{Quotation, Span, TokenIndex, TokenRange};

use super::{Found, extent};
use crate::tree::Tree;

/// Gives each quotation that nobody has to the voice before it.
pub(super) fn carry_on(tree: &Tree, found: &mut [Found]) {
    for quotation in &tree.doc.quotations {
        let tokens = extent::tokens_of(tree, quotation.outer);
        let taken = found.iter().any(|f| f.content.iter().any(|c| meets(*c, tokens)));
        if taken || !stands_alone(tree, quotation) {
            continue;
        }
        if let Some(voice) = voice_before(tree, found, tokens) {
            found[voice].content.push(tokens);
        }
    }
}

fn meets(a: TokenRange, b: TokenRange) -> bool {
    a.start < b.end && b.start < a.end
}

/// True if the quotation opens a sentence and is all of it, or of several.
fn stands_alone(tree: &Tree, quotation: &Quotation) -> bool {
    const ROOM: u32 = 3;
    let opens = tree.doc.sentences.iter().any(|s| s.span.start() == quotation.outer.start());
    let ends = tree.doc.sentences.iter().any(|s| near(s.span, quotation.outer, ROOM));
    opens && ends
}

fn near(sentence: Span, quotation: Span, room: u32) -> bool {
    sentence.overlaps(quotation) && sentence.end().abs_diff(quotation.end()) <= room
}

/// The last voice in the same paragraph, or, of a paragraph that is all quotation, in the one before if
/// that ended in a quotation.
fn voice_before(tree: &Tree, found: &[Found], tokens: TokenRange) -> Option<usize> {
    let sentence = tree.sentence(tokens.start);
    let speaks = |f: &Found| matches!(f.kind, AttributionKind::Speech | AttributionKind::Document);
    let reach = |f: &Found| f.content.iter().chain(&f.cue).map(|r| r.end).max();
    let last = (0..found.len())
        .filter(|n| speaks(&found[*n]))
        .filter(|n| reach(&found[*n]).is_some_and(|end| end <= tokens.start))
        .max_by_key(|n| reach(&found[*n]))?;
    let end = TokenIndex(reach(&found[last])?.0 - 1);
    let near = tree.sentence_index(tokens.start) - tree.sentence_index(end) <= 1;
    let opens = tokens.start == sentence.tokens.start && !holds_voice(tree, found, sentence.block);
    let same = tree.sentence(end).block == sentence.block;
    let follows = tree.sentence(end).block + 1 == sentence.block && opens && quoted(tree, end);
    (near && (same || follows)).then_some(last)
}

/// True if somebody speaks in a paragraph.
fn holds_voice(tree: &Tree, found: &[Found], block: usize) -> bool {
    found.iter().any(|f| f.cue.iter().any(|c| tree.sentence(c.start).block == block))
}

/// True if the paragraph of a token holds a quotation.
fn quoted(tree: &Tree, token: TokenIndex) -> bool {
    let block = tree.sentence(token).block;
    let span = tree.doc.article.blocks.get(block).map(|b| b.span);
    span.is_some_and(|s| tree.doc.quotations.iter().any(|q| s.contains(q.outer)))
}
