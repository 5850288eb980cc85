//! Inputs made to hurt, through the whole job: none ends it, none costs another page its place, and each is told by a code.

mod documents;
mod job;
mod poison;
mod shared;
