//! Elements that belong together: those that hold the running text, and those of the same name and class.

use rustc_hash::FxHashMap as HashMap;

use super::outline::{Outline, Strip, Weight};

/// An element that may hold the article.
#[derive(Clone, Copy, Default)]
pub(super) struct Top {
    pub frame: usize,
    pub first: usize,
    pub last: usize,
    pub share: f32,
}

pub(super) fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

pub(super) fn is_inside(outline: &Outline, inner: usize, outer: usize) -> bool {
    outline.frames.get(outer).is_some_and(|frame| outer <= inner && inner < frame.end)
}

pub(super) fn keys(outline: &Outline, strip: &Strip) -> [u64; 2] {
    let own = &outline.frames[strip.owner];
    let above = &outline.frames[own.parent];
    let third = &outline.frames[above.parent];
    let two = own.signature.wrapping_mul(31) ^ above.signature;
    [two, two.wrapping_mul(31) ^ third.signature]
}

pub(super) fn alike(outline: &Outline) -> [HashMap<u64, (f32, f32)>; 2] {
    let mut alike = [HashMap::default(), HashMap::default()];
    for strip in &outline.strips {
        for (map, key) in alike.iter_mut().zip(keys(outline, strip)) {
            let entry: &mut (f32, f32) = map.entry(key).or_default();
            entry.0 += if strip.running { strip.chars as f32 } else { 0.0 };
            entry.1 += 1.0;
        }
    }
    alike
}

/// An element's name and class with those of the one around it.
pub(super) fn card(outline: &Outline, frame: usize) -> u64 {
    let own = &outline.frames[frame];
    own.signature.wrapping_mul(31) ^ outline.frames[own.parent].signature ^ u64::from(own.depth)
}

pub(super) fn cards(outline: &Outline) -> HashMap<u64, (f32, f32)> {
    let mut cards: HashMap<u64, (f32, f32)> = HashMap::default();
    for (at, frame) in outline.frames.iter().enumerate() {
        if frame.weight.prose > 0 {
            let entry = cards.entry(card(outline, at)).or_default();
            entry.0 += 1.0;
            entry.1 += frame.weight.lines as f32;
        }
    }
    cards
}

/// The elements that hold the running text: the one with most of it near, and the innermost with
/// most and with the half of all.
pub(super) fn tops(outline: &Outline, total: Weight) -> [Top; 3] {
    let near = (0..outline.frames.len()).max_by_key(|at| (outline.frames[*at].weight.near, *at));
    let inner = |percent: usize| {
        let holding = |at: &usize| outline.frames[*at].weight.prose * 100 >= total.prose * percent;
        (0..outline.frames.len()).filter(holding).max_by_key(|at| (outline.frames[*at].depth, *at))
    };
    [near, inner(75), inner(45)].map(|frame| top(outline, frame.unwrap_or_default(), total))
}

fn top(outline: &Outline, frame: usize, total: Weight) -> Top {
    let inside = |at: &usize| {
        is_inside(outline, outline.strips[*at].owner, frame) && outline.strips[*at].running
    };
    let mut lines = (0..outline.strips.len()).filter(inside);
    let first = lines.next().unwrap_or_default();
    let last = lines.next_back().unwrap_or(first);
    let share = outline.frames.get(frame).map_or(0.0, |f| ratio(f.weight.prose, total.prose));
    Top { frame, first, last, share }
}
