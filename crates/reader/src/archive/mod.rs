//! Files that hold many pages: web archives and feeds.

mod feed;
mod http;
mod name;
mod warc;

pub(crate) use feed::read as read_feed;
pub(crate) use warc::read as read_warc;
