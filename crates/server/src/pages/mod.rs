//! The pages, one a file.

pub mod evidence;
pub mod meeting;
pub mod meetings;
mod parts;
pub mod review;
