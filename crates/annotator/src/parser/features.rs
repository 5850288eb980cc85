//! What the parser looks at before a move.

use super::state::{NONE, State};
use crate::hash::{join, template};
use crate::tagger::Tagged;

/// Stands for the tag of the root and of no word.
const ROOT_TAG: u64 = 254;
const NO_TAG: u64 = 255;

/// One word as the templates see it: form, tag, both.
#[derive(Clone, Copy)]
struct Seen {
    w: u64,
    p: u64,
    wp: u64,
}

struct View<'a>(Tagged<'a>);

impl View<'_> {
    fn see(&self, at: u32) -> Seen {
        let at = at as usize;
        let (w, p) = match (self.0.words.get(at), self.0.tags.get(at)) {
            (Some(word), Some(tag)) => (word.form, u64::from(tag.0)),
            _ if at == self.0.words.len() => (3, ROOT_TAG),
            _ => (5, NO_TAG),
        };
        Seen { w, p, wp: join(w, p) }
    }

    fn suffix(&self, at: u32) -> u64 {
        self.0.words.get(at as usize).map_or(0, |w| w.suffixes[2])
    }
}

struct Adder<'a> {
    out: &'a mut Vec<u64>,
    number: u64,
}

impl Adder<'_> {
    #[inline]
    fn one(&mut self, a: u64) {
        self.number += 1;
        self.out.push(join(template(self.number), a));
    }

    #[inline]
    fn two(&mut self, a: u64, b: u64) {
        self.number += 1;
        self.out.push(join(join(template(self.number), a), b));
    }

    #[inline]
    fn three(&mut self, a: u64, b: u64, c: u64) {
        self.number += 1;
        self.out.push(join(join(join(template(self.number), a), b), c));
    }
}

/// Features of a state. Names follow Zhang and Nivre: `s` stack, `n` buffer, `h` head, `l`/`r` children.
pub(crate) fn fill(sentence: Tagged, state: &State, out: &mut Vec<u64>) {
    out.clear();
    let view = View(sentence);
    let (top, next) = (state.top(), state.next);
    let under =
        state.stack.len().checked_sub(2).and_then(|i| state.stack.get(i)).copied().unwrap_or(NONE);
    let (s0, s1, n0) = (view.see(top), view.see(under), view.see(next));
    let mut add = Adder { out, number: 100 };
    add.one(0);
    single_words(&view, s0, s1, next, &mut add);
    pairs(s0, s1, n0, &mut add);
    family(&view, state, s0, n0, &mut add);
    distance(&view, state, s0, n0, &mut add);
    add.two(view.suffix(top), view.suffix(next));
    add.two(view.suffix(top), n0.p);
    add.two(s0.p, view.suffix(next));
}

fn single_words(view: &View, s0: Seen, s1: Seen, next: u32, add: &mut Adder) {
    let [n0, n1, n2, n3] = [0, 1, 2, 3].map(|k| view.see(next.saturating_add(k)));
    for seen in [s0, n0, n1, n2] {
        add.one(seen.w);
        add.one(seen.p);
        add.one(seen.wp);
    }
    add.one(s1.w);
    add.one(s1.p);
    add.one(n3.p);
    add.two(n0.p, n1.p);
    add.two(n0.w, n1.p);
    add.two(n0.wp, n1.w);
    add.three(n0.p, n1.p, n2.p);
    add.three(s0.p, n0.p, n1.p);
    add.three(s0.w, n0.p, n1.p);
    add.three(join(s0.p, n0.p), n1.p, n2.p);
    add.three(join(n0.p, n1.p), n2.p, n3.p);
    add.three(s0.p, n0.w, n1.p);
    add.three(s0.p, n0.p, n1.w);
    let before = view.see(next.wrapping_sub(1));
    add.two(before.p, n0.p);
    add.three(s0.p, before.p, n0.p);
}

fn pairs(s0: Seen, s1: Seen, n0: Seen, add: &mut Adder) {
    add.two(s0.wp, n0.wp);
    add.two(s0.wp, n0.w);
    add.two(s0.w, n0.wp);
    add.two(s0.wp, n0.p);
    add.two(s0.p, n0.wp);
    add.two(s0.w, n0.w);
    add.two(s0.p, n0.p);
    add.two(s1.p, n0.p);
    add.two(s1.w, n0.w);
    add.three(s1.p, s0.p, n0.p);
    add.three(s1.w, s0.p, n0.p);
    add.three(s1.p, s0.w, n0.p);
    add.three(s1.p, s0.p, n0.w);
}

fn family(view: &View, state: &State, s0: Seen, n0: Seen, add: &mut Adder) {
    let (top, next) = (state.top(), state.next);
    let children = |of: &[[u32; 2]], word: u32| of.get(word as usize).copied().unwrap_or([NONE; 2]);
    let head = state.head(top);
    let [l, l2] = children(&state.left, top).map(|c| view.see(c));
    let [r, r2] = children(&state.right, top).map(|c| view.see(c));
    let [nl, nl2] = children(&state.left, next).map(|c| view.see(c));
    let (h, h2) = (view.see(head), view.see(state.head(head)));
    for seen in [h, l, r, nl, h2, l2, r2, nl2] {
        add.one(seen.w);
        add.one(seen.p);
    }
    add.three(h.p, s0.p, n0.p);
    add.three(h.w, s0.p, n0.p);
    add.three(s0.p, l.p, n0.p);
    add.three(s0.p, r.p, n0.p);
    add.three(s0.w, r.p, n0.p);
    add.three(s0.p, r.w, n0.p);
    add.three(s0.p, n0.p, nl.p);
    add.three(s0.p, n0.p, nl.w);
    add.three(s0.w, n0.p, nl.p);
    add.three(s0.p, l.p, l2.p);
    add.three(s0.p, r.p, r2.p);
    add.three(s0.p, h.p, h2.p);
    add.three(n0.p, nl.p, nl2.p);
    add.two(s0.w, r.w);
    add.two(n0.w, nl.w);
    let valency = |word: u32| state.valency.get(word as usize).map_or([0; 2], |v| v.map(u64::from));
    let ([sl, sr], [left, _]) = (valency(top), valency(next));
    add.two(s0.w, sr);
    add.two(s0.p, sr);
    add.two(s0.w, sl);
    add.two(s0.p, sl);
    add.two(n0.w, left);
    add.two(n0.p, left);
    let headed = u64::from(head != NONE);
    add.three(headed, s0.p, n0.p);
    add.three(headed, s0.w, n0.p);
    add.three(join(headed, sr), s0.p, n0.p);
}

fn distance(view: &View, state: &State, s0: Seen, n0: Seen, add: &mut Adder) {
    let (top, next) = (state.top(), state.next);
    let gap = if top == NONE { 0 } else { next - top };
    let far = match gap {
        0..=4 => gap,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    };
    let far = u64::from(far);
    add.two(s0.w, far);
    add.two(s0.p, far);
    add.two(n0.w, far);
    add.two(n0.p, far);
    add.three(s0.w, n0.w, far);
    add.three(s0.p, n0.p, far);
    add.three(s0.p, n0.p, between(view, top, next));
    add.two(join(s0.p, n0.p), join(between(view, top, next), far));
}

/// The kinds of verbs, marks and joining words between two words.
fn between(view: &View, top: u32, next: u32) -> u64 {
    /// Words further back than this are not looked at: keeps a step's cost bounded.
    const REACH: u32 = 16;
    if top == NONE {
        return 0;
    }
    let from = (top + 1).max(next.saturating_sub(REACH));
    let kinds = view.0.kinds.get(from as usize..next as usize).unwrap_or_default();
    u64::from(kinds.iter().fold(0, |set, kind| set | kind))
}
