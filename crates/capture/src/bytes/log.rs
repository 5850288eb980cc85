//! What is odd is found deep inside, where bytes are unpacked; it is told at the top, in order.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use text::Problem;

/// Problems on their way up. Its copies are one log.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log(Rc<RefCell<VecDeque<Problem>>>);

impl Log {
    /// Tells of a problem.
    pub fn note(&self, problem: Problem) {
        self.0.borrow_mut().push_back(problem);
    }

    /// The earliest problem that nobody has taken yet.
    pub fn take(&self) -> Option<Problem> {
        self.0.borrow_mut().pop_front()
    }
}
