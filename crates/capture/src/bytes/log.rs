//! What is odd is found deep inside, where bytes are unpacked; it is told at the top, in order.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use text::Problem;

use crate::Limits;

/// Problems on their way up, and on their way down the limits beyond which there is one. Its copies are one log.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    odd: Rc<RefCell<VecDeque<Problem>>>,
    limits: Limits,
}

impl Log {
    /// An empty one.
    pub fn new(limits: Limits) -> Log {
        Log { odd: Rc::default(), limits }
    }

    /// How much is taken in.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Tells of a problem.
    pub fn note(&self, problem: Problem) {
        self.odd.borrow_mut().push_back(problem);
    }

    /// The earliest problem that nobody has taken yet.
    pub fn take(&self) -> Option<Problem> {
        self.odd.borrow_mut().pop_front()
    }
}
