//! Learning the network: batches of sentences, errors sent back, small steps.

mod adam;
mod batch;
mod change;
mod learn;
mod lesson;
mod vectors;

pub(crate) use learn::learn;
pub use learn::Reader;
pub use vectors::Vectors;
