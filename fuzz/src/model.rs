//! A model file of a language pack.

use std::sync::LazyLock;

use annotator::{Annotator, Model};
use text::Article;

use crate::ground::{chosen, one_of};
use crate::stage::blank_tools;

static BLANK: LazyLock<Vec<u8>> = LazyLock::new(|| Model::blank().write());

/// The first byte chooses between bytes behind the mark, and bytes written over a model that knows nothing.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let file = match choice & 1 {
        0 => [b"rapporteur-model-2\n", rest].concat(),
        _ => patched(rest),
    };
    let Some(model) = Model::read(&file) else { return };
    let written = model.write();
    let again = Model::read(&written).expect("a model is read as written");
    assert!(again.write() == written, "a model is not written as read");
    if one_of(4, bytes) {
        let article = Article::of_paragraphs("Envoys met in Tarn on Tuesday.");
        Annotator::new(model).annotate(&article, &blank_tools().lexicon);
    }
}

/// The model with bytes written over it: a place in three bytes, then the byte.
fn patched(pairs: &[u8]) -> Vec<u8> {
    let mut file = BLANK.clone();
    for pair in pairs.chunks_exact(4) {
        let at = usize::from(pair[0]) << 16 | usize::from(pair[1]) << 8 | usize::from(pair[2]);
        let at = at % file.len();
        file[at] = pair[3];
    }
    file
}
