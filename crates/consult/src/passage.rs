//! Passages worth asking about: a word of demanding, promising, denying or conditioning is there, and no rule made a claim of it.

use lexicon::{CueClass, Lexicon, SpeechAct};
use record::{Claim, Content};
use text::{AnnotatedArticle, BlockKind, Sentence, Span, Upos};

const SIGNS: &str = include_str!("../data/signs.txt");
/// Shorter sentences say nothing that could be quoted.
const FEWEST_TOKENS: usize = 6;
/// Longer ones are lists or not sentences at all, in bytes.
const LONGEST: u32 = 1_200;
/// Marks that sentences of news do not have, and that texts for programs do.
const MARKS: [char; 7] = ['{', '}', '<', '>', '`', '\\', '|'];

/// A sentence that is asked about, with its neighbours for whom "he" is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Passage {
    /// All that is sent.
    pub whole: Span,
    /// The sentence; only its words can be evidence.
    pub sentence: Span,
}

/// The passages of an article, in order.
pub fn passages(doc: &AnnotatedArticle, lexicon: &Lexicon, claims: &[Claim]) -> Vec<Passage> {
    let signs = signs();
    let read: Vec<Span> = claims.iter().filter(|claim| is_said(claim)).flat_map(spans).collect();
    let is_open = |sentence: &Sentence| !read.iter().any(|span| span.overlaps(sentence.span));
    let numbered = doc.sentences.iter().enumerate();
    let chosen = numbered.filter(|(_, sentence)| {
        in_the_body(doc, sentence)
            && is_prose(doc, sentence)
            && is_open(sentence)
            && has_sign(doc, sentence, lexicon, &signs)
    });
    let fits = |passage: &Passage| is_plain(doc.words(passage.whole));
    chosen.map(|(at, _)| with_neighbours(doc, at)).filter(fits).collect()
}

/// True for what somebody said or what became of it: a meeting or a deed in a sentence says nothing of the demand
/// beside it.
fn is_said(claim: &Claim) -> bool {
    match &claim.content {
        Content::Statement(_) => true,
        Content::Outcome(told) => told.deed.is_none(),
        Content::Meeting(_) | Content::Event(_) => false,
    }
}

fn spans(claim: &Claim) -> impl Iterator<Item = Span> {
    claim.evidence.iter().map(|evidence| evidence.span())
}

fn in_the_body(doc: &AnnotatedArticle, sentence: &Sentence) -> bool {
    let block = doc.article.blocks.get(sentence.block);
    block.is_none_or(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Correction))
}

fn is_prose(doc: &AnnotatedArticle, sentence: &Sentence) -> bool {
    let tokens = doc.tokens.get(sentence.tokens.range()).unwrap_or_default();
    tokens.len() >= FEWEST_TOKENS
        && tokens.iter().any(|token| matches!(token.upos, Upos::VERB | Upos::AUX))
        && sentence.span.len() <= LONGEST
        && is_plain(doc.words(sentence.span))
}

/// Without marks that could stand for the frame of a request.
fn is_plain(words: &str) -> bool {
    !words.contains(MARKS)
}

fn has_sign(
    doc: &AnnotatedArticle,
    sentence: &Sentence,
    lexicon: &Lexicon,
    signs: &[Vec<&str>],
) -> bool {
    let tokens = doc.tokens.get(sentence.tokens.range()).unwrap_or_default();
    let lemmas: Vec<String> = tokens.iter().map(|token| token.lemma.to_lowercase()).collect();
    let begins = |at: usize, sign: &[&str]| {
        let here = lemmas.iter().skip(at).map(String::as_str);
        here.take(sign.len()).eq(sign.iter().copied())
    };
    let by_cue = lemmas.iter().any(|lemma| lexicon.cue(lemma).is_some_and(is_telling));
    by_cue || (0..lemmas.len()).any(|at| signs.iter().any(|sign| begins(at, sign)))
}

/// Kinds of saying by which something is wanted, promised, offered or refused.
fn is_telling(cue: &lexicon::Cue) -> bool {
    use SpeechAct::{Commitment, Demand, Denial, Offer, Precondition};
    let by_act = matches!(cue.act, Some(Demand | Precondition | Commitment | Denial | Offer));
    by_act && !matches!(cue.class, CueClass::Say | CueClass::Quote | CueClass::Discuss)
}

fn with_neighbours(doc: &AnnotatedArticle, at: usize) -> Passage {
    let own = doc.sentences[at];
    let neighbours = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    let beside = neighbours.filter_map(|n| doc.sentences.get(n));
    let near = beside.filter(|n| n.block == own.block && n.span.len() <= LONGEST);
    Passage { whole: near.fold(own.span, |whole, n| whole.cover(n.span)), sentence: own.span }
}

fn signs() -> Vec<Vec<&'static str>> {
    let lines = SIGNS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split(' ').collect()).collect()
}
