//! What went over the wire, byte for byte: an archive keeps the request as sent and the answer as
//! received, not what a library made of them. The tap also closes when the answer grows too long.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ureq::Error;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

/// What went over the wire in one exchange.
#[derive(Debug, Default)]
pub(crate) struct Wire {
    pub sent: Vec<u8>,
    pub received: Vec<u8>,
    /// Most bytes received.
    pub limit: usize,
}

impl Wire {
    /// True if more came than was wanted.
    pub fn is_full(&self) -> bool {
        self.received.len() > self.limit
    }
}

/// Makes connections that note what passes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tap(Arc<Mutex<Wire>>);

impl Tap {
    /// Forgets the last exchange and makes ready for one of at most `limit` bytes.
    pub fn open(&self, limit: usize) {
        *self.wire() = Wire { limit, ..Wire::default() };
    }

    /// What has passed since.
    pub fn close(&self) -> Wire {
        std::mem::take(&mut *self.wire())
    }

    fn wire(&self) -> MutexGuard<'_, Wire> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<In: Transport> Connector<In> for Tap {
    type Out = Tapped<In>;

    fn connect(
        &self,
        _: &ConnectionDetails,
        chained: Option<In>,
    ) -> Result<Option<Tapped<In>>, Error> {
        Ok(chained.map(|inner| Tapped { inner, tap: self.clone() }))
    }
}

/// A connection that notes what passes.
#[derive(Debug)]
pub(crate) struct Tapped<In> {
    inner: In,
    tap: Tap,
}

impl<In: Transport> Transport for Tapped<In> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let sent = self.inner.buffers().output().get(..amount).unwrap_or_default().to_vec();
        self.tap.wire().sent.extend(sent);
        self.inner.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let known = self.inner.buffers().input().len();
        let more = self.inner.await_input(timeout)?;
        let mut wire = self.tap.wire();
        wire.received.extend(self.inner.buffers().input().get(known..).unwrap_or_default());
        match wire.is_full() {
            true => Err(Error::BodyExceedsLimit(wire.limit as u64)),
            false => Ok(more),
        }
    }

    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}
