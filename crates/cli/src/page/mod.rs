//! Pages for a terminal: wrapped to its width, plain where nobody looks.

mod article;
mod differ;
mod dossier;
mod event;
mod meeting;
mod row;
mod said;
mod sheet;
mod sources;
mod timeline;
mod voices;
mod wants;

pub use article::put_article;
pub use dossier::dossier;
pub use meeting::{is_one_day, meeting_line, place_name, sides};
pub use row::Row;
pub use said::condition_line;
#[cfg(test)]
pub use sheet::Look;
pub use sheet::Sheet;
pub use sources::problem_line;
pub use timeline::put_timeline;
pub use voices::{chain, quoted};
