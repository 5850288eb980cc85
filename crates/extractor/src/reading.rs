//! What every construction is given: the parse, the actors, the lexicon.

use lexicon::Lexicon;
use text::{AnnotatedArticle, BlockKind, Span, TokenIndex, TokenRange};

use crate::actor::{Actors, Listed};
use crate::tree::Tree;

/// An article ready to be read by rules.
pub(crate) struct Reading<'a> {
    pub tree: Tree<'a>,
    pub actors: Actors,
    /// What the tables have at each word.
    pub listed: Listed<'a>,
    pub lexicon: &'a Lexicon,
}

impl<'a> Reading<'a> {
    /// Of an article.
    pub fn new(doc: &'a AnnotatedArticle, lexicon: &'a Lexicon) -> Reading<'a> {
        let tree = Tree::new(doc);
        let listed = Listed::of(doc, lexicon);
        let actors = Actors::read(&tree, lexicon, &listed);
        Reading { tree, actors, listed, lexicon }
    }

    /// The article.
    pub fn doc(&self) -> &'a AnnotatedArticle {
        self.tree.doc
    }

    /// True in a block that is known for a headline or what stands under it.
    pub fn in_marked_headline(&self, token: TokenIndex) -> bool {
        let block = self.doc().article.blocks.get(self.tree.sentence(token).block);
        block.is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Standfirst))
    }

    /// True in a headline, and in the first line of a text whose headline is not known.
    pub fn in_headline(&self, token: TokenIndex) -> bool {
        self.in_marked_headline(token) || self.tree.sentence(token).block == 0
    }

    /// Every token, in order.
    pub fn tokens(&self) -> impl Iterator<Item = TokenIndex> + use<> {
        (0..self.doc().tokens.len() as u32).map(TokenIndex)
    }

    /// The tokens that stand in both spans.
    pub fn tokens_in(&self, a: Span, b: Span) -> Option<TokenRange> {
        let tokens = &self.doc().tokens;
        let (start, end) = (a.start().max(b.start()), a.end().min(b.end()));
        let first = tokens.partition_point(|t| t.span.start() < start);
        let last = tokens.partition_point(|t| t.span.end() <= end);
        (first < last)
            .then_some(TokenRange { start: TokenIndex(first as u32), end: TokenIndex(last as u32) })
    }

    /// The words of a token's sentence before it, in lower case.
    pub fn words_before(&self, token: TokenIndex) -> String {
        let start = self.tree.sentence(token).span.start();
        let end = self.doc().tokens[token.at()].span.start();
        Span::new(start, end).map(|s| self.doc().words(s).to_lowercase()).unwrap_or_default()
    }

    /// The token among these whose head is not: the verb of a clause.
    pub fn top(&self, tokens: TokenRange) -> TokenIndex {
        let all = || (tokens.start.0..tokens.end.0).map(TokenIndex);
        let outside = |t: &TokenIndex| self.tree.head(*t).is_none_or(|h| !tokens.contains(h));
        let word = |t: &TokenIndex| self.tree.upos(*t) != text::Upos::PUNCT;
        all().filter(word).find(outside).unwrap_or(tokens.start)
    }

    /// The keys of the issues that these tokens speak of, with where.
    pub fn issues(&self, tokens: TokenRange) -> Vec<(String, Span)> {
        let lemmas: Vec<&str> =
            self.doc().tokens[tokens.range()].iter().map(|t| t.lemma.as_str()).collect();
        let span = |start: usize, end: usize| {
            let tokens = &self.doc().tokens[tokens.range()];
            tokens[start].span.cover(tokens[end - 1].span)
        };
        let mut found: Vec<(String, Span)> = Vec::new();
        for hit in self.lexicon.issues().find(&lemmas) {
            if !found.iter().any(|(issue, _)| issue == hit.issue) {
                found.push((hit.issue.to_owned(), span(hit.start, hit.end)));
            }
        }
        found
    }
}
