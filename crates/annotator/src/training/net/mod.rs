//! Learning the network: batches of sentences, errors sent back, small steps.

mod adam;
mod batch;
mod change;
mod learn;
mod lesson;
mod lookup;
mod vectors;

pub use learn::Reader;
pub(crate) use learn::learn;
pub use vectors::Vectors;
