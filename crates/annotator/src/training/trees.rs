//! Learning to parse.

use super::learner::{Learner, Random};
use super::oracle::Target;
use crate::parser::{Move, State, best_allowed, fill};
use crate::table::Table;
use crate::tagger::{Tag, Tagged};
use crate::word::Word;

/// Passes over the treebanks.
const PASSES: usize = 8;
/// After this pass the parser follows its own moves, to learn how to go on after a wrong one.
const EXPLORE_AFTER: usize = 1;
/// How often of ten it does.
const EXPLORE: usize = 9;

/// A sentence ready to learn from.
pub(crate) struct Tree {
    /// Words.
    pub(crate) words: Vec<Word>,
    /// Tags as a tagger that had not seen the sentence gave them.
    pub(crate) tags: Vec<Tag>,
    /// Their kinds.
    pub(crate) kinds: Vec<u8>,
    /// Gold heads.
    pub(crate) heads: Vec<u32>,
    /// Gold labels.
    pub(crate) labels: Vec<u8>,
    /// How often to learn from it in each pass.
    pub(crate) weight: u8,
}

impl Tree {
    /// As the models read it.
    pub(crate) fn tagged(&self) -> Tagged<'_> {
        Tagged { words: &self.words, tags: &self.tags, kinds: &self.kinds }
    }
}

/// Learns moves.
pub(crate) fn learn(trees: &[Tree], bits: u32, least: u8) -> Table {
    let learner = Learner::new(bits, Move::ALL.len());
    let mut lesson = Lesson { learner, state: State::default(), random: Random(29), explore: 0 };
    let targets: Vec<_> =
        trees.iter().map(|t| Target::new(super::oracle::uncross(&t.heads))).collect();
    let mut order: Vec<usize> = (0..trees.len()).collect();
    for pass in 0..PASSES {
        lesson.random.shuffle(&mut order);
        lesson.explore = if pass < EXPLORE_AFTER { 0 } else { EXPLORE };
        for &at in &order {
            for _ in 0..trees[at].weight {
                lesson.take(&trees[at], &targets[at]);
            }
        }
    }
    lesson.learner.table(least)
}

/// What goes on from sentence to sentence.
struct Lesson {
    learner: Learner,
    state: State,
    random: Random,
    /// How often of ten a wrong move is followed.
    explore: usize,
}

impl Lesson {
    fn take(&mut self, tree: &Tree, target: &Target) {
        self.state.reset(tree.words.len());
        let mut on_stack = vec![false; tree.words.len() + 1];
        let mut features = Vec::new();
        let mut scores = [0; Move::ALL.len()];
        while !self.state.is_final() {
            fill(tree.tagged(), &self.state, &mut features);
            self.learner.score(&features, &mut scores);
            let Some((guess, right)) = choices(&self.state, target, &on_stack, &scores) else {
                break;
            };
            self.learner.learn(&features, right as usize, guess as usize);
            let step =
                if guess == right || self.random.below(10) < self.explore { guess } else { right };
            follow(&mut self.state, step, &mut on_stack);
        }
    }
}

/// The best move, and the best of those that cost least; the same if the best costs least.
fn choices(
    state: &State,
    target: &Target,
    on_stack: &[bool],
    scores: &[i32],
) -> Option<(Move, Move)> {
    let guess = best_allowed(state, scores)?;
    let allowed = || Move::ALL.into_iter().filter(|&m| state.allows(m));
    let cost = |m: Move| target.cost(state, on_stack, m);
    let least = allowed().map(cost).min()?;
    if cost(guess) == least {
        return Some((guess, guess));
    }
    let right = allowed().filter(|&m| cost(m) == least).max_by_key(|&m| scores[m as usize])?;
    Some((guess, right))
}

fn follow(state: &mut State, step: Move, on_stack: &mut [bool]) {
    match step {
        Move::Shift | Move::Right => on_stack[state.next as usize] = true,
        Move::Reduce | Move::Left => on_stack[state.top() as usize] = false,
    }
    state.apply(step);
}
