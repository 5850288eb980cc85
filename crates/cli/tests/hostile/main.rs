//! Inputs made to hurt, through the whole job: none ends it, none costs another page its place, and each is told by a code.

mod documents;
mod html;
mod job;
mod lists;
mod made;
mod packed;
mod places;
mod poison;
mod shared;
mod shown;
mod table;
mod texts;
mod words;
