//! A record's pages as tools of the Model Context Protocol, over standard input and output.
//!
//! A tool is a page of the server's list ([`server::offers`]): what it can be asked, what it answers and how that is shaped are
//! written there and nowhere else. Here the answer is fitted to what an assistant can hold, and the words behind its rows are put
//! beside it ([`answer`]). All tools only read.

mod answer;
mod argument;
mod desk;
mod fit;
mod quote;
mod schema;
mod serve;

pub use serve::{answer, serve};
