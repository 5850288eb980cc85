//! The pages, one a file.

pub mod conditions;
pub mod evidence;
pub mod map;
pub mod meeting;
pub mod meetings;
pub mod network;
pub mod parts;
pub mod positions;
pub mod processes;
pub mod review;
pub mod timeline;
