//! From bytes to text: unpacking, telling formats apart, decoding.

mod charset;
mod gunzip;
mod sniff;

pub(crate) use charset::{Decoded, decode};
pub(crate) use gunzip::{Unpacked, gunzip, is_gzip, unpack_member};
pub(crate) use sniff::{Format, sniff};
