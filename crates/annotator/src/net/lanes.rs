//! Work on the widest lanes that the processor has.
//!
//! Nothing is added up in another order for it, so every processor gives the same.

/// Work whose functions are all taken in (`inline(always)`): what it calls instead stays on the lanes that
/// every processor has.
pub(crate) trait Work {
    /// What comes of it.
    type Done;

    /// Does it.
    fn done(self) -> Self::Done;
}

/// Does work, on wide lanes if there are any.
pub(crate) fn on_wide_lanes<W: Work>(work: W) -> W::Done {
    #[cfg(target_arch = "x86_64")]
    if let Some(lanes) = pulp::x86::V3::try_new() {
        return lanes.vectorize(Wide(work));
    }
    work.done()
}

#[cfg(target_arch = "x86_64")]
struct Wide<W>(W);

#[cfg(target_arch = "x86_64")]
impl<W: Work> pulp::NullaryFnOnce for Wide<W> {
    type Output = W::Done;

    #[inline(always)]
    fn call(self) -> W::Done {
        self.0.done()
    }
}
