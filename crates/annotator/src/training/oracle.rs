//! What each move would cost: arcs of the gold tree that it puts out of reach (Goldberg and Nivre 2012).

use crate::parser::{Move, NONE, State};

/// A tree to be reached, with children listed.
pub(crate) struct Target {
    heads: Vec<u32>,
    children: Vec<Vec<u32>>,
}

impl Target {
    /// Of a tree without crossing arcs; the root's head is the number of words.
    pub(crate) fn new(heads: Vec<u32>) -> Target {
        let mut children = vec![Vec::new(); heads.len() + 1];
        for (word, &head) in (0u32..).zip(&heads) {
            children[head as usize].push(word);
        }
        Target { heads, children }
    }

    /// Number of gold arcs lost by a move.
    pub(crate) fn cost(&self, state: &State, on_stack: &[bool], step: Move) -> usize {
        let (top, next) = (state.top(), state.next);
        match step {
            Move::Shift => {
                self.head_on_stack(next, on_stack, NONE)
                    + self.headless_children(next, state, on_stack)
            }
            Move::Right => {
                let head = self.head(next);
                let lost =
                    head != top && (head > next || on_stack.get(head as usize) == Some(&true));
                usize::from(lost) + self.headless_children(next, state, on_stack)
            }
            Move::Left => {
                let head = self.head(top);
                usize::from(head > next) + self.later_children(top, next)
            }
            Move::Reduce => self.later_children(top, next),
        }
    }

    fn head(&self, word: u32) -> u32 {
        self.heads.get(word as usize).copied().unwrap_or(NONE)
    }

    fn head_on_stack(&self, word: u32, on_stack: &[bool], except: u32) -> usize {
        let head = self.head(word);
        usize::from(head != except && on_stack.get(head as usize) == Some(&true))
    }

    /// Children of `word` still on the stack without a head.
    fn headless_children(&self, word: u32, state: &State, on_stack: &[bool]) -> usize {
        let children = &self.children[word as usize];
        children
            .iter()
            .filter(|&&c| c < word && on_stack[c as usize] && state.head(c) == NONE)
            .count()
    }

    /// Children of `word` not yet taken off the buffer.
    fn later_children(&self, word: u32, next: u32) -> usize {
        self.children[word as usize].iter().filter(|&&c| c >= next).count()
    }
}

/// Lifts arcs that cross others until none does: each goes to its head's head.
pub(crate) fn uncross(heads: &[u32]) -> Vec<u32> {
    let mut heads = heads.to_vec();
    while let Some(word) = crossing(&heads) {
        let head = heads[word] as usize;
        heads[word] = heads.get(head).copied().unwrap_or(heads.len() as u32);
    }
    heads
}

/// The shortest arc that some word under it hangs outside of.
fn crossing(heads: &[u32]) -> Option<usize> {
    let n = heads.len();
    let reaches = |mut word: usize, top: usize| {
        for _ in 0..=n {
            if word == top {
                return true;
            }
            match heads.get(word) {
                Some(&h) => word = h as usize,
                None => return top == n,
            }
        }
        false
    };
    let bad = |&word: &usize| {
        let head = heads[word] as usize;
        head < n && (word.min(head) + 1..word.max(head)).any(|inner| !reaches(inner, head))
    };
    (0..n).filter(bad).min_by_key(|&word| word.abs_diff(heads[word] as usize))
}
