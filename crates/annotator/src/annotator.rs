//! Article in, annotated article out.

use std::ops::Range;

use lexicon::Lexicon;
use text::{
    AnnotatedArticle, Article, Block, BlockKind, Code, Problem, Role, Sentence, Severity, Span,
    Token, TokenIndex, TokenRange,
};

use crate::lemma::Lemmas;
use crate::metonymy::Metonymy;
use crate::model::Model;
use crate::names::{Candidate, Page, Rank};
use crate::net::{Answers, SentenceReader};
use crate::sentences::DatelineAllowed;
use crate::tagger::{Casing, Tagset};
use crate::tokens::Style;
use crate::word::{Spelling, Word};
use crate::{deprel, mend, names, quotations, roles, sentences, time, tokens};

/// Most words and signs of a sentence. Nobody writes longer ones, and rules may look at every pair of words in one.
const LONGEST: usize = 1_500;

/// Finds sentences, tokens, trees, names, times and quotations. One serves any number of threads.
#[derive(Debug)]
pub struct Annotator {
    tagset: Tagset,
    reader: SentenceReader,
    lemmas: Lemmas,
    metonymy: &'static Metonymy,
}

impl Annotator {
    /// With what was learned of the language that it is to read.
    pub fn new(model: Model) -> Annotator {
        let Model { tagset, net, lemmas } = model;
        let reader = SentenceReader::new(net);
        Annotator { tagset, reader, lemmas, metonymy: Metonymy::shipped() }
    }

    /// All layers of an article, by the lexicon of its language. Never fails: what is odd is told in the
    /// problems.
    pub fn annotate(
        &self,
        article: &Article,
        lexicon: &Lexicon,
    ) -> (AnnotatedArticle, Vec<Problem>) {
        let mut problems = Vec::new();
        let tongue = lexicon.tongue();
        let style = if tongue.is_some() { Style::Endings } else { Style::English };
        let mut cutter = Cutter { style, spelling: Spelling::default() };
        let mut page = Words::default();
        for (index, block) in article.blocks.iter().enumerate() {
            match block.span.slice(&article.text) {
                Some(text) => page.add_block(text, (index, block), &mut cutter),
                None => problems.push(misplaced(block)),
            }
        }
        let mut layers = self.read(page, style);
        if let Some(tongue) = tongue {
            tongue.gloss(article, &layers.sentences, &mut layers.tokens);
        }
        mend::mend(&mut layers.tokens);
        roles::assign(&mut layers.tokens);
        let Layers { sentences, tokens, learned } = layers;
        let quotations = quotations::find(article);
        let times = match tongue {
            Some(tongue) => tongue.find_times(article, &sentences, &tokens),
            None => time::find_times(article, &sentences, &tokens),
        };
        let forms: Vec<&str> =
            tokens.iter().map(|t| t.span.slice(&article.text).unwrap_or_default()).collect();
        let page = Page { sentences: &sentences, tokens: &tokens, forms: &forms, times: &times };
        let entities = names::layer(page, lexicon, learned);
        let mut annotated = AnnotatedArticle {
            article: article.clone(),
            sentences,
            tokens,
            entities,
            times,
            quotations,
        };
        if tongue.is_none() {
            self.metonymy.weigh(&mut annotated, lexicon);
        }
        (annotated, problems)
    }

    /// Has all sentences of a page read at once.
    fn read(&self, page: Words, style: Style) -> Layers {
        let answers = self.reader.read(&page.words, &page.sentences);
        let mut learned = Vec::new();
        for sentence in page.sentences.iter().filter(|_| style == Style::English) {
            add_names(sentence, &page, &answers, &mut learned);
        }
        Layers { tokens: self.tokens(&page, &answers), sentences: page.spanned, learned }
    }

    fn tokens(&self, page: &Words, answers: &Answers) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(page.forms.len());
        for (at, (form, span)) in page.forms.iter().zip(&page.spans).enumerate() {
            let tag = answers.tags.get(at).copied().unwrap_or_default();
            let upos = self.tagset.upos(tag);
            let head = answers.heads.get(at).copied().flatten();
            tokens.push(Token {
                span: *span,
                lemma: self.lemmas.lemma(form, upos),
                upos,
                past: self.tagset.is_past(tag),
                inflection: self.tagset.inflection(tag),
                gloss: None,
                head: head.map(|head| TokenIndex(head as u32)),
                deprel: deprel::name(answers.labels.get(at).copied().unwrap_or_default()),
                role: Role::Other,
            });
        }
        tokens
    }
}

/// What the network takes for names; in a title-case headline it is not asked.
fn add_names(sentence: &Range<usize>, page: &Words, answers: &Answers, out: &mut Vec<Candidate>) {
    let words = page.words.get(sentence.clone()).unwrap_or_default();
    let labels = answers.names.get(sentence.clone()).unwrap_or_default();
    if Casing::of(words) == Casing::Title {
        return;
    }
    let first = sentence.start;
    let candidate = |(start, end, kind)| Candidate {
        start: first + start,
        end: first + end,
        kind,
        rank: Rank::Learned,
    };
    out.extend(names::runs(labels).into_iter().map(candidate));
}

/// How words are cut and read.
struct Cutter {
    style: Style,
    spelling: Spelling,
}

/// The words of a page.
#[derive(Default)]
struct Words<'a> {
    words: Vec<Word>,
    forms: Vec<&'a str>,
    spans: Vec<Span>,
    /// Which of them each sentence has.
    sentences: Vec<Range<usize>>,
    /// The sentences where they stand.
    spanned: Vec<Sentence>,
}

impl<'a> Words<'a> {
    /// Cuts a block into sentences and words.
    fn add_block(&mut self, text: &'a str, (index, block): (usize, &Block), cutter: &mut Cutter) {
        let start = block.span.start() as usize;
        for (from, until) in sentences::split(text, dateline_allowed(block.kind)) {
            let Some(sentence) = text.get(from..until) else { continue };
            let words = self.add(sentence, start + from, cutter);
            if words.len() > LONGEST {
                self.add_pieces(words, index);
                continue;
            }
            let span = Span::from_range(start + from..start + until);
            self.add_sentence(span, words, index);
        }
    }

    /// Takes a sentence without an end as several.
    fn add_pieces(&mut self, words: Range<usize>, block: usize) {
        for from in words.clone().step_by(LONGEST) {
            let piece = from..words.end.min(from + LONGEST);
            let ends = self.spans.get(from).zip(self.spans.get(piece.end - 1));
            let span = ends.and_then(|(first, last)| {
                Span::from_range(first.start() as usize..last.end() as usize)
            });
            self.add_sentence(span, piece, block);
        }
    }

    fn add_sentence(&mut self, span: Option<Span>, words: Range<usize>, block: usize) {
        let tokens =
            TokenRange { start: TokenIndex(words.start as u32), end: TokenIndex(words.end as u32) };
        self.sentences.push(words);
        self.spanned.extend(span.map(|span| Sentence { span, tokens, block }));
    }

    /// Adds the words of a sentence that begins at a place of the text.
    fn add(&mut self, sentence: &'a str, offset: usize, cutter: &mut Cutter) -> Range<usize> {
        let start = self.words.len();
        for (from, until) in tokens::split(sentence, cutter.style) {
            let Some(form) = sentence.get(from..until) else { continue };
            let Some(span) = Span::from_range(offset + from..offset + until) else { continue };
            self.words.push(cutter.spelling.read(form));
            self.forms.push(form);
            self.spans.push(span);
        }
        start..self.words.len()
    }
}

struct Layers {
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    learned: Vec<Candidate>,
}

fn dateline_allowed(kind: BlockKind) -> DatelineAllowed {
    match kind {
        BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Dateline => DatelineAllowed::Yes,
        _ => DatelineAllowed::No,
    }
}

fn misplaced(block: &Block) -> Problem {
    let message =
        format!("a block ends at byte {} where the text has no such place", block.span.end());
    Problem {
        code: Code("A001".into()),
        severity: Severity::Error,
        span: None,
        message,
        hint: None,
    }
    .hint("read the page again")
}
