//! Names beside dots, none over another.

use super::measure::{clipped, tenth, width_of};

/// How high letters are.
const SIZE: f64 = 12.5;
/// Letters of a name.
const LETTERS: usize = 24;

/// A dot that wants a name.
pub struct Dot<'a> {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// How large it is.
    pub r: f64,
    /// The name.
    pub name: &'a str,
}

/// A name in its place.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Label {
    /// Where it begins or ends.
    pub x: f64,
    /// Its line.
    pub y: f64,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// What is written.
    pub words: String,
}

/// Left, top, right, bottom.
type Area = [f64; 4];

/// For each dot a name where there is room for it, the first dots first.
pub fn placed(dots: &[Dot<'_>], width: f64, height: f64) -> Vec<Option<Label>> {
    let area = |dot: &Dot<'_>| [dot.x - dot.r, dot.y - dot.r, dot.x + dot.r, dot.y + dot.r];
    let mut taken: Vec<Area> = dots.iter().map(area).collect();
    let mut labels = Vec::new();
    for dot in dots {
        let is_free = |(_, area): &(Label, Area)| {
            let [left, top, right, bottom] = *area;
            let inside =
                left >= 2.0 && top >= 2.0 && right <= width - 2.0 && bottom <= height - 2.0;
            inside && !taken.iter().any(|other| overlap(area, other))
        };
        let found = choices(dot).into_iter().find(is_free);
        taken.extend(found.as_ref().map(|(_, area)| *area));
        labels.push(found.map(|(label, _)| label));
    }
    labels
}

/// Right, left, above, below.
fn choices(dot: &Dot<'_>) -> [(Label, Area); 4] {
    let words = clipped(dot.name, LETTERS);
    let long = width_of(&words, SIZE);
    let (gap, half) = (dot.r + 4.0, SIZE / 2.0);
    let label = |x: f64, middle: f64, anchor: &'static str| {
        let left = match anchor {
            "start" => x,
            "end" => x - long,
            _ => x - long / 2.0,
        };
        let label = Label { x: tenth(x), y: tenth(middle + 4.2), anchor, words: words.clone() };
        (label, [left, middle - half, left + long, middle + half])
    };
    [
        label(dot.x + gap, dot.y, "start"),
        label(dot.x - gap, dot.y, "end"),
        label(dot.x, dot.y - gap - half, "middle"),
        label(dot.x, dot.y + gap + half, "middle"),
    ]
}

fn overlap(a: &Area, b: &Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_lies_over_another_and_the_first_has_one() {
        let dot =
            |at: usize| Dot { x: 100.0 + at as f64 * 9.0, y: 100.0, r: 4.0, name: "Some Town" };
        let dots: Vec<_> = (0..12).map(dot).collect();
        let labels = placed(&dots, 300.0, 200.0);
        assert!(labels[0].is_some());
        let shown: Vec<Area> = dots
            .iter()
            .zip(&labels)
            .filter_map(|(dot, label)| {
                let label = label.as_ref()?;
                choices(dot).into_iter().find(|(other, _)| other == label).map(|(_, area)| area)
            })
            .collect();
        let apart = |(at, a): (usize, &Area)| shown[at + 1..].iter().all(|b| !overlap(a, b));
        assert!(shown.iter().enumerate().all(apart));
    }
}
