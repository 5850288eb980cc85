//! The server as a browser or a program meets it: over HTTP, on a record read from pages.

mod api;
mod audit;
mod browser;
mod crawl;
mod desk;
mod driver;
mod guard;
mod hostile;
mod http;
mod injection;
mod limits;
mod markup;
mod pages;
mod payload;
mod reviewing;
mod schema;
mod scopes;
