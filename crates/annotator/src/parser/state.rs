//! The parser's stack, buffer and arcs.

/// No word.
pub(crate) const NONE: u32 = u32::MAX;

/// The four moves of an arc-eager parser.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Move {
    /// The next word goes on the stack, its head still unknown.
    Shift,
    /// The top of the stack is finished.
    Reduce,
    /// The next word is the head of the top of the stack, which is finished.
    Left,
    /// The top of the stack is the head of the next word, which goes on the stack.
    Right,
}

impl Move {
    /// In the order of the model's classes.
    pub(crate) const ALL: [Move; 4] = [Move::Shift, Move::Reduce, Move::Left, Move::Right];
}

/// Where a parse stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// Number of words; the root is word `len`.
    pub(crate) len: u32,
    /// Words whose arcs to the right are open.
    pub(crate) stack: Vec<u32>,
    /// First word of the buffer.
    pub(crate) next: u32,
    /// Head of each word, [`NONE`] if not known.
    pub(crate) heads: Vec<u32>,
    /// Outermost and second left child of each word.
    pub(crate) left: Vec<[u32; 2]>,
    /// Outermost and second right child of each word.
    pub(crate) right: Vec<[u32; 2]>,
    /// Number of left and right children.
    pub(crate) valency: Vec<[u8; 2]>,
}

impl State {
    /// Begins a sentence, reusing the space.
    pub(crate) fn reset(&mut self, len: usize) {
        self.len = u32::try_from(len).unwrap_or(NONE - 1);
        self.stack.clear();
        self.next = 0;
        refill(&mut self.heads, len + 1, NONE);
        refill(&mut self.left, len + 1, [NONE; 2]);
        refill(&mut self.right, len + 1, [NONE; 2]);
        refill(&mut self.valency, len + 1, [0; 2]);
    }

    /// True when only the root is left.
    pub(crate) fn is_final(&self) -> bool {
        self.stack.is_empty() && self.next >= self.len
    }

    /// The top of the stack.
    pub(crate) fn top(&self) -> u32 {
        self.stack.last().copied().unwrap_or(NONE)
    }

    /// The head of a word, [`NONE`] for no word.
    pub(crate) fn head(&self, word: u32) -> u32 {
        self.heads.get(word as usize).copied().unwrap_or(NONE)
    }

    /// True if the move can be made.
    pub(crate) fn allows(&self, step: Move) -> bool {
        let (top, words_left) = (self.top(), self.next < self.len);
        match step {
            Move::Shift => words_left,
            Move::Right => words_left && top != NONE,
            Move::Left => top != NONE && self.head(top) == NONE,
            Move::Reduce => top != NONE && self.head(top) != NONE,
        }
    }

    /// Makes an allowed move.
    pub(crate) fn apply(&mut self, step: Move) {
        let (top, next) = (self.top(), self.next);
        match step {
            Move::Shift => self.push_next(),
            Move::Reduce => drop(self.stack.pop()),
            Move::Left => {
                self.arc(next, top);
                self.stack.pop();
            }
            Move::Right => {
                self.arc(top, next);
                self.push_next();
            }
        }
    }

    fn push_next(&mut self) {
        self.stack.push(self.next);
        self.next += 1;
    }

    fn arc(&mut self, head: u32, child: u32) {
        self.heads[child as usize] = head;
        let side = usize::from(child > head);
        let children = if side == 0 { &mut self.left } else { &mut self.right };
        let pair = &mut children[head as usize];
        *pair = [child, pair[0]];
        let count = &mut self.valency[head as usize][side];
        *count = count.saturating_add(1);
    }

    /// Leaves one root: the first; later ones hang on it.
    pub(crate) fn settle_root(&mut self) {
        let root = self.len;
        let mut first = NONE;
        for word in 0..root {
            let head = &mut self.heads[word as usize];
            if *head != root && *head != NONE {
                continue;
            }
            if first == NONE {
                (first, *head) = (word, root);
            } else {
                *head = first;
            }
        }
    }
}

fn refill<T: Clone>(places: &mut Vec<T>, len: usize, value: T) {
    places.clear();
    places.resize(len, value);
}
