//! Pages and feeds over HTTP, for people who have addresses and no files.
//!
//! One way in, [`fetch`]. What is received goes into a web archive as it came over the wire, and the
//! stages read that archive: they never see the network, and the record can be made again without it.
//! What was refused or failed becomes a [`text::Problem`].

mod address;
mod archive;
mod exchange;
mod feed;
mod fetch;
mod manners;
mod memory;
mod problems;
mod resolve;
mod robots;
mod tap;
mod terms;

pub use fetch::{Outcome, Refused, Run, fetch};
pub use memory::{Memory, Seen};
pub use terms::{Reach, Terms};
