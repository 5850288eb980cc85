//! How the models are made: from treebanks, with the same bytes from the same input.

mod bio;
mod boundaries;
mod conllu;
mod headlines;
mod lemmas;
mod metonymy;
mod net;
mod random;
mod tags;
mod train;

pub use crate::tokens::ending;
pub use bio::read_bio;
pub use boundaries::{Paragraph, learn_boundaries, read_paragraphs};
pub use conllu::{Gold, read_conllu, rows_of};
pub use headlines::headlines;
pub use metonymy::{Mention, MentionReader, MetonymyModel};
pub use net::{Reader, Vectors};
pub use train::{Corpus, Plan, train};
