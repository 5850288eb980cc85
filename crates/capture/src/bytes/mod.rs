//! From bytes to text: unpacking, telling formats apart, decoding.

mod charset;
mod guess;
mod inflate;
mod log;
mod metered;
mod shape;
mod sniff;
mod transcode;
mod unpack;
mod window;
mod zstd;

pub(crate) use charset::encoding_of;
pub use charset::{Decoded, decode};
pub(crate) use inflate::{Inflated, is_gzip};
pub(crate) use log::Log;
pub(crate) use memchr::memmem::find;
pub(crate) use metered::{Meter, Metered};
pub use sniff::{Format, sniff};
pub(crate) use transcode::Transcoded;
pub(crate) use unpack::{Coding, unpack};
pub(crate) use window::Window;
pub(crate) use zstd::{Unzstd, is_zstd};
