//! How the models are made: from treebanks, with the same bytes from the same input on any machine.

mod bio;
mod boundaries;
mod conllu;
mod headlines;
mod labels;
mod learner;
mod lemmas;
mod metonymy;
mod names;
mod oracle;
mod tags;
mod train;
mod trees;

pub use bio::read_bio;
pub use boundaries::{Paragraph, learn_boundaries, read_paragraphs};
pub use conllu::{Gold, read_conllu};
pub use headlines::headlines;
pub use metonymy::{Mention, MentionReader, MetonymyModel};
pub use train::{Corpus, train};
