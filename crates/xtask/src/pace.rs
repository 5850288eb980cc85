//! `pace`: the annotator at work and nothing else, for whoever holds the watch.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::Context;
use pipeline::Tools;
use text::Article;

/// Makes the annotator ready, annotates a text that often, and prints the tokens of one pass.
pub fn run(path: &Path, passes: usize) -> anyhow::Result<()> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let article = Article::of_paragraphs(&text);
    let tools = Tools::shipped();
    let annotator = LazyLock::force(&tools.annotator);
    let pass = |_| annotator.annotate(&article, &tools.lexicon).0.tokens.len();
    println!("{}", (0..passes).map(pass).last().unwrap_or_default());
    Ok(())
}
