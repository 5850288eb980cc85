//! The server as a browser or a program meets it: over HTTP, on a record read from pages.

mod audit;
mod browser;
mod crawl;
mod desk;
mod driver;
mod guard;
mod hostile;
mod http;
mod limits;
mod pages;
mod reviewing;
mod scopes;
