//! Which report derives from which, and how many independent origins there are.

mod altered;
mod ancestry;
mod candidates;
mod compare;
mod credit;
mod origins;
mod prose;
mod retelling;
mod shelf;
mod shingles;
pub mod spread;

#[cfg(test)]
mod gold;

pub(crate) use ancestry::Ancestry;
pub use compare::Compared;
pub(crate) use shelf::Shelf;
