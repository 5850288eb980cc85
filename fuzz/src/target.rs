//! All targets by name.

use crate::*;

/// A target.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name: that of its file, its binary and its corpus.
    pub name: &'static str,
    /// The longest input, in bytes.
    pub longest: usize,
    /// Panics where a law is broken.
    pub check: fn(&[u8]),
}

macro_rules! targets {
    ($($name:ident $longest:literal)*) => {
        /// All of them, cheap ones first.
        pub const TARGETS: &[Target] =
            &[$(Target { name: stringify!($name), longest: $longest, check: $name::check }),*];
    };
}

targets! {
    addresses 64
    robots 256
    tokens 400
    days 96
    treebank 256
    verdicts 1024
    config 256
    memory 256
    charset 256
    tables 256
    patterns 256
    links 256
    model 256
    table 384
    rows 384
    feed 512
    packed 384
    plain 384
    mail 512
    warc 384
    html 768
    layers 256
    consulted 384
    pdf 768
    assistant 256
    http 384
    kept 384
    claims 96
}

/// The target of that name.
pub fn named(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
