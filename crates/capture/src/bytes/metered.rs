//! A stream that gives no more than it may between two pieces: what a piece of a format can hold is
//! bounded, also where that format's parser knows no bound.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::Window;

/// Bytes that may still be read for the piece at hand.
#[derive(Clone, Debug)]
pub(crate) struct Meter {
    left: Rc<Cell<u64>>,
    full: u64,
}

impl Meter {
    /// So many bytes a piece.
    pub fn new(full: u64) -> Meter {
        Meter { left: Rc::new(Cell::new(full)), full }
    }

    /// The next piece begins.
    pub fn reset(&self) {
        self.left.set(self.full);
    }

    /// True if the piece at hand was larger than it may be.
    pub fn is_spent(&self) -> bool {
        self.left.get() == 0
    }
}

/// A stream that ends with an error where its meter is spent.
pub(crate) struct Metered<'a> {
    input: Window<'a>,
    meter: Meter,
}

impl<'a> Metered<'a> {
    /// The stream, so far as its meter lets it.
    pub fn new(input: Window<'a>, meter: &Meter) -> Metered<'a> {
        Metered { input, meter: meter.clone() }
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.meter.is_spent() {
            return Err(io::Error::other("too much in one piece"));
        }
        let read = self.input.read(out)?;
        self.meter.left.set(self.meter.left.get().saturating_sub(read as u64));
        Ok(read)
    }
}
