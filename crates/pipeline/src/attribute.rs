//! Who says, thinks and wants what in an article, as data of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};

use extractor::AttributionRelation;
use text::{Article, Block, BlockKind, Problem, Span};

use crate::{Tools, annotate, problems};

/// The attributions of an article and what was odd in it.
pub fn attribute(article: &Article, tools: &Tools) -> (Vec<AttributionRelation>, Vec<Problem>) {
    let (annotated, mut problems) = annotate(article, tools);
    let Some(annotated) = annotated else { return (Vec::new(), problems) };
    let relations = || extractor::relations(&annotated, &tools.lexicon);
    match catch_unwind(AssertUnwindSafe(relations)) {
        Ok(relations) => (relations, problems),
        Err(panic) => {
            problems.push(problems::failed("extractor", &*panic));
            (Vec::new(), problems)
        }
    }
}

/// An English text as it stands, every line of it a paragraph: for texts that hold a story alone.
pub fn as_given(name: &str, text: &str) -> Article {
    let article = Article::of_paragraphs(text);
    Article {
        id: Article::identify(article.capture, name, text, None),
        name: name.to_owned(),
        blocks: lines(text),
        ..article
    }
}

fn lines(text: &str) -> Vec<Block> {
    let mut at = 0;
    let line = |line: &str| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let end = start + line.trim().len();
        let span = Span::from_range(start..end).filter(|span| !span.is_empty())?;
        Some(Block { kind: BlockKind::Paragraph, span })
    };
    text.split_inclusive('\n').filter_map(line).collect()
}
