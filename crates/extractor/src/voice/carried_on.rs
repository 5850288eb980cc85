//! A quotation that goes on: sentences in quotation marks with no cue of their own.
//!
//! Reads:  a quoted sentence that follows, in its paragraph or the last, a sentence whose speaker is
//!         known and who spoke in quotation marks or was about to.
//! Silent: the first quotation of an article without a speaker.

use record::Manner;
use text::Span;

use super::{ContentForm, Speech};
use crate::reading::Reading;

/// The speeches that sentences without a cue carry on.
pub(crate) fn find(reading: &Reading, found: &[Speech]) -> Vec<Speech> {
    let mut carried = Vec::new();
    let mut last: Option<(usize, &Speech)> = None;
    for (n, sentence) in reading.doc().sentences.iter().enumerate() {
        let own =
            found.iter().filter(|s| reading.tree.sentence_index(s.cue) == n).max_by_key(|s| s.cue);
        if let Some(speech) = own {
            last = Some((n, speech));
            continue;
        }
        let Some((at, speech)) = last else { continue };
        match quoted(reading, sentence.span) {
            Some(span) if n - at <= FURTHEST => {
                carried.extend(carry(reading, speech, span, sentence.span));
                last = Some((n, speech));
            }
            _ => last = None,
        }
    }
    carried
}

/// A speaker is carried over at most this many sentences at a time.
const FURTHEST: usize = 1;

/// The quoted part of a sentence if it is nearly all of it.
fn quoted(reading: &Reading, sentence: Span) -> Option<Span> {
    let quotation = reading.doc().quotations.iter().find(|q| q.outer.overlaps(sentence))?;
    let start = quotation.inner.start().max(sentence.start());
    let end = quotation.inner.end().min(sentence.end());
    let span = Span::new(start, end)?;
    (span.len() + 4 >= sentence.len()).then_some(span)
}

fn carry(reading: &Reading, speech: &Speech, span: Span, sentence: Span) -> Option<Speech> {
    let tokens = reading.tokens_in(span, sentence)?;
    Some(Speech {
        content: reading.tree.bytes(tokens),
        tokens,
        head: reading.top(tokens),
        manner: Manner::Verbatim,
        form: ContentForm::Clause,
        act: None,
        class: lexicon::CueClass::Say,
        carried: true,
        ..speech.clone()
    })
}
