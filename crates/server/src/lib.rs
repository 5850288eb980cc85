//! Pages and an API over HTTP, made from a record.
//!
//! A page is one entry of one list ([`PAGES`]): its address, the question it answers, what it can be asked, and a pure function
//! from a snapshot of the record to what is shown. The same value is given as HTML, through a template, and as JSON, so no page can
//! tell a person other than a program. The navigation, the routes, the OpenAPI document, the tools of assistants ([`offers`]) and the
//! tests all come from the list.

mod answer;
mod ask;
mod asset;
mod audit;
mod caller;
mod connection;
mod days;
mod drawing;
mod evidence;
mod guard;
mod limits;
mod listen;
mod openapi;
mod page;
mod pages;
mod patient;
mod rate;
mod refusal;
mod review;
mod route;
mod routes;
mod settings;
mod site;
mod snapshot;
mod snapshots;
mod stamp;
mod template;
mod token;
mod tool;

pub use ask::{Param, ParamKind};
pub use connection::answer;
pub use limits::Limits;
pub use listen::{Listening, listen};
pub use page::{PAGES, Page};
pub use refusal::Refusal;
pub use route::{Route, routes};
pub use settings::{Access, Reach, Settings};
pub use site::Site;
pub use snapshots::Snapshots;
pub use token::{Scope, Tokens, add_token};
pub use tool::{Offer, Told, Tool, offers};
