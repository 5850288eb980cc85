//! How the models are made: from treebanks, with the same bytes from the same input.

mod bio;
mod boundaries;
mod conllu;
mod headlines;
mod inflected;
mod lemmas;
mod metonymy;
mod net;
mod random;
mod tags;
mod train;

pub use bio::read_bio;
pub use boundaries::{Paragraph, learn_boundaries, read_paragraphs};
pub use conllu::{Gold, read_conllu};
pub use headlines::headlines;
pub use inflected::read_inflected;
pub use metonymy::{Mention, MentionReader, MetonymyModel};
pub use net::{Reader, Vectors};
pub use train::{Corpus, Plan, train};
