//! Pages for a terminal: wrapped to its width, plain where nobody looks.

mod article;
mod deadlock;
mod differ;
mod dossier;
mod event;
mod meeting;
mod row;
mod said;
mod sheet;
mod sources;
mod timeline;
mod wants;

pub use article::put_article;
pub use deadlock::put_deadlocks;
pub use dossier::dossier;
pub use row::Row;
pub use sheet::Look;
pub use sheet::{Sheet, clean};
pub use sources::problem_line;
pub use timeline::put_timeline;
