//! What holds for whatever is read of any bytes at all. Used by tests and by the fuzz targets.

use reader::{Given, Reading, Source, read};

/// Reads bytes and panics with a reason if a law is broken.
pub fn check(bytes: &[u8]) -> Reading {
    let reading = read_bytes(bytes);
    reading.articles.iter().for_each(check_blocks);
    for text in reading.articles.iter().map(|article| &article.text) {
        let odd = text.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(odd, None, "a control character in the text: {text:?}");
    }
    assert!(!reading.articles.is_empty() || !reading.problems.is_empty(), "silence");
    let again = read_bytes(bytes);
    let ids = |reading: &Reading| -> Vec<_> { reading.articles.iter().map(|a| a.id).collect() };
    assert_eq!(ids(&reading), ids(&again), "the same bytes, other articles");
    reading
}

fn read_bytes(bytes: &[u8]) -> Reading {
    read(&Source { path: "any", bytes }, &Given::default())
}

/// Blocks slice the text, in order, and leave out nothing but the blank line between two.
pub fn check_blocks(article: &text::Article) {
    let mut past = 0;
    for block in &article.blocks {
        let words = block.span.slice(&article.text).expect("a block slices its text");
        assert!(
            !words.is_empty() && words == words.trim(),
            "a block with blanks around it: {words:?}"
        );
        let between = article.text.get(past..block.span.start() as usize);
        assert_eq!(between, Some(if past == 0 { "" } else { "\n\n" }), "blocks out of order");
        past = block.span.end() as usize;
    }
    assert_eq!(past, article.text.len(), "text outside of all blocks");
}
