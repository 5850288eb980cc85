//! Rows in words for people: a line at a time, for a terminal as for a page.

mod differ;
mod meeting;
mod said;
mod voices;

pub use differ::{account_voice, by_value, subject, told_by};
pub use meeting::{
    is_inferred, is_one_day, life_line, meeting_line, occasion, place_name, sides, sources_line,
};
pub use said::{condition_line, requires_line, said_line, weight};
pub use voices::{chain, named, quoted, same, source_line};
