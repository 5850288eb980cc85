//! Files that hold many pages: web archives, zip, feeds, sitemaps, mailboxes.

mod feed;
mod http;
mod mail;
mod name;
mod sitemap;
mod warc;
mod xml;
mod zip;

pub(crate) use feed::{Feed, Item};
pub(crate) use http::Response;
pub(crate) use mail::{Messages, read_message};
pub(crate) use name::of_address;
pub(crate) use sitemap::Sitemap;
pub(crate) use warc::Records;
pub(crate) use zip::Members;
