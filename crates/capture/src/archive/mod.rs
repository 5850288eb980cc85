//! Files that hold many pages: web archives, zip, feeds, sitemaps, mailboxes.

mod feed;
mod http;
mod mail;
mod sitemap;
mod warc;
mod xml;
mod zip;

pub(crate) use feed::Feed;
pub use feed::Item;
pub use http::Response;
pub(crate) use mail::Messages;
pub(crate) use sitemap::Sitemap;
pub(crate) use warc::Records;
pub(crate) use zip::Members;
