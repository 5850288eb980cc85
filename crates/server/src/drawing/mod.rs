//! Where the marks of a drawing stand. Each follows from a page's data alone, which the page gives as a table too.

pub mod axis;
pub mod conditions;
pub mod labels;
pub mod map;
pub mod measure;
pub mod network;
pub mod outline;
pub mod overview;
pub mod processes;
pub mod step;
pub mod timeline;
