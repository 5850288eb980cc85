//! Article in, annotated article out: sentences, tokens, trees, names, times and quotations.
//!
//! ```text
//! block → sentences → tokens → network → tags, trees, relations → roles
//!                                 └────→ names (lexicon, titles, learned)
//! article → times, quotations
//! ```
//!
//! All of it is a pure function of the article, the lexicon and a [`Model`].

mod abbreviations;
mod annotator;
mod bytes;
mod dateline;
mod deprel;
mod hash;
mod lemma;
mod mend;
mod metonymy;
mod model;
mod names;
mod net;
mod quotations;
mod roles;
mod sentences;
mod spelling;
mod table;
mod tagger;
mod time;
mod tokens;
pub mod training;
mod word;
mod word_list;

pub use annotator::Annotator;
pub use model::Model;
