//! Article in, annotated article out.

use lexicon::Lexicon;
use text::{
    AnnotatedArticle, Article, Block, BlockKind, Code, Problem, Role, Sentence, Severity, Span,
    Token, TokenIndex, TokenRange,
};

use crate::labeller::{Labelled, label};
use crate::metonymy::Metonymy;
use crate::model::Model;
use crate::names::{Candidate, Page, Rank};
use crate::parser::{State, parse};
use crate::sentences::DatelineAllowed;
use crate::tagger::{Casing, Tag, Tagged, tag};
use crate::word::{Spelling, Word};
use crate::{deprel, names, quotations, roles, sentences, time, tokens};

/// Finds sentences, tokens, trees, names, times and quotations. One serves any number of threads.
#[derive(Debug)]
pub struct Annotator {
    model: Model,
    metonymy: Metonymy,
}

impl Annotator {
    /// With what was learned.
    pub fn new(model: Model) -> Annotator {
        Annotator { model, metonymy: Metonymy::shipped() }
    }

    /// All layers of an article. Never fails: what is odd is told in the problems.
    pub fn annotate(
        &self,
        article: &Article,
        lexicon: &Lexicon,
    ) -> (AnnotatedArticle, Vec<Problem>) {
        let (mut layers, mut problems) = (Layers::default(), Vec::new());
        let mut desk = Desk::default();
        for (index, block) in article.blocks.iter().enumerate() {
            match block.span.slice(&article.text) {
                Some(text) => self.read_block(text, (index, block), &mut desk, &mut layers),
                None => problems.push(misplaced(block)),
            }
        }
        roles::assign(&mut layers.tokens);
        let Layers { sentences, tokens, learned } = layers;
        let quotations = quotations::find(article);
        let times = time::find_times(article, &sentences, &tokens);
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
        self.metonymy.weigh(&mut annotated, lexicon);
        (annotated, problems)
    }

    fn read_block(
        &self,
        text: &str,
        (index, block): (usize, &Block),
        desk: &mut Desk,
        layers: &mut Layers,
    ) {
        for (from, until) in sentences::split(text, dateline_allowed(block.kind)) {
            let Some(sentence) = text.get(from..until) else { continue };
            let offset = block.span.start() + from as u32;
            let first = TokenIndex(layers.tokens.len() as u32);
            self.read_sentence(sentence, offset, desk, layers);
            let end = TokenIndex(layers.tokens.len() as u32);
            let span = Span::new(offset, offset + (until - from) as u32);
            let tokens = TokenRange { start: first, end };
            layers.sentences.extend(span.map(|span| Sentence { span, tokens, block: index }));
        }
    }

    fn read_sentence(&self, sentence: &str, offset: u32, desk: &mut Desk, layers: &mut Layers) {
        let cuts = tokens::split(sentence);
        desk.words.clear();
        for &(from, until) in &cuts {
            desk.words.push(desk.spelling.read(&sentence[from..until]));
        }
        self.read_words(desk);
        let first = layers.tokens.len() as u32;
        for (at, &(from, until)) in cuts.iter().enumerate() {
            let form = &sentence[from..until];
            let span = Span::new(offset + from as u32, offset + until as u32);
            layers.tokens.extend(self.token(form, span, (first, at), desk));
        }
        self.find_names(first as usize, desk, &mut layers.learned);
    }

    /// Tags, parses and labels the words on the desk.
    fn read_words(&self, desk: &mut Desk) {
        let model = &self.model;
        tag(&model.tagger, &desk.words, &mut desk.tags);
        desk.kinds.clear();
        desk.kinds.extend(desk.tags.iter().map(|&t| model.tagset.kind(t)));
        let sentence = Tagged { words: &desk.words, tags: &desk.tags, kinds: &desk.kinds };
        parse(&model.parser, sentence, &mut desk.state);
        let heads = desk.state.heads.get(..desk.words.len()).unwrap_or_default();
        desk.tree.reset(heads);
        label(&model.labeller, sentence, &mut desk.tree);
    }

    /// What the perceptron takes for names; in a title-case headline it is not asked.
    fn find_names(&self, first: usize, desk: &Desk, out: &mut Vec<Candidate>) {
        if Casing::of(&desk.words) == Casing::Title {
            return;
        }
        let sentence = Tagged { words: &desk.words, tags: &desk.tags, kinds: &desk.kinds };
        let mut found = Vec::new();
        names::find(&self.model.names, sentence, &mut found);
        let candidate = |(start, end, kind)| Candidate {
            start: first + start,
            end: first + end,
            kind,
            rank: Rank::Learned,
        };
        out.extend(found.into_iter().map(candidate));
    }

    /// Word `at` of the sentence on the desk, whose first token has the index `first`.
    fn token(
        &self,
        form: &str,
        span: Option<Span>,
        (first, at): (u32, usize),
        desk: &Desk,
    ) -> Option<Token> {
        let tag = *desk.tags.get(at)?;
        let upos = self.model.tagset.upos(tag);
        let head = *desk.tree.heads.get(at)?;
        Some(Token {
            span: span?,
            lemma: self.model.lemmas.lemma(form, upos),
            upos,
            past: self.model.tagset.is_past(tag),
            head: ((head as usize) < desk.words.len()).then_some(TokenIndex(first + head)),
            deprel: deprel::name(*desk.tree.labels.get(at)?),
            role: Role::Other,
        })
    }
}

#[derive(Default)]
struct Layers {
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    learned: Vec<Candidate>,
}

/// Space reused from sentence to sentence.
#[derive(Default)]
struct Desk {
    spelling: Spelling,
    words: Vec<Word>,
    tags: Vec<Tag>,
    kinds: Vec<u8>,
    state: State,
    tree: Labelled,
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
