//! How the models are made: from treebanks, with the same bytes from the same input.

mod bio;
mod conllu;
mod headlines;
mod lemmas;
mod net;
mod random;
mod tags;
mod train;

pub use bio::read_bio;
pub use conllu::{Gold, read_conllu};
pub use headlines::headlines;
pub use net::{Reader, Vectors};
pub use train::{Corpus, train};
