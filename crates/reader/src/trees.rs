//! Boosted decision trees: how sure a model is of what a row of numbers stands for.
//!
//! The bytes of a model, all numbers little-endian: `u16` trees; for each, `u16` splits, then for each
//! split `u8` column, `f32` bound, `i16` left, `i16` right, then `f32` for each of its leaves (one more
//! than splits). A row goes left where its number is at most the bound. A place of 0 and more is a
//! split, one below it a leaf: -1 is the first.

/// A model.
#[derive(Default)]
pub(crate) struct Trees {
    /// All splits, tree after tree.
    splits: Vec<Split>,
    leaves: Vec<f32>,
    /// Where each tree begins.
    roots: Vec<Place>,
}

/// Rows that go down a tree together.
const ABREAST: usize = 8;
/// Trees after which it is seen which rows are still worth asking of.
const ROUND: usize = 50;
/// What the trees have said so far of a row that no more are asked of: a chance of one in 250.
const HOPELESS: f32 = -5.5;

/// A row on its way through the trees.
struct Asked<'a> {
    at: usize,
    row: &'a [f32],
    sum: f32,
}

/// A split, or below zero a leaf: -1 is the first.
type Place = i32;

#[derive(Clone, Copy)]
struct Split {
    bound: f32,
    column: u32,
    /// Where a row goes whose number is at most the bound, and where others go.
    ways: [Place; 2],
}

impl Trees {
    /// Reads a model and what follows it. One that breaks off has the trees before the break.
    pub fn read(bytes: &[u8]) -> (Trees, &[u8]) {
        let mut rest = bytes;
        let mut trees = Trees::default();
        let count = take(&mut rest).map_or(0, u16::from_le_bytes);
        for _ in 0..count {
            if trees.read_tree(&mut rest).is_none() {
                break;
            }
        }
        (trees, rest)
    }

    fn read_tree(&mut self, rest: &mut &[u8]) -> Option<()> {
        let count = take(rest).map(u16::from_le_bytes)?;
        let (first, leaf) = (self.splits.len() as Place, self.leaves.len() as Place);
        let place = |at: i16| match i32::from(at) {
            at if at < 0 => at - leaf,
            at => at + first,
        };
        let splits: Vec<Split> =
            (0..count).map(|_| Split::read(rest, place)).collect::<Option<_>>()?;
        let leaves = (0..=count).map(|_| take(rest).map(f32::from_le_bytes));
        self.leaves.extend(leaves.collect::<Option<Vec<f32>>>()?);
        self.roots.push(if splits.is_empty() { -1 - leaf } else { first });
        self.splits.extend(splits);
        Some(())
    }

    /// How likely each row is one of those looked for, 0 to 1. Rows that most trees could not save
    /// are not shown to the last.
    pub fn chances(&self, rows: &[&[f32]]) -> Vec<f32> {
        let mut asked: Vec<Asked> =
            rows.iter().enumerate().map(|(at, row)| Asked { at, row, sum: 0.0 }).collect();
        let mut sums = vec![0.0; rows.len()];
        for roots in self.roots.chunks(ROUND) {
            for few in asked.chunks_mut(ABREAST) {
                roots.iter().for_each(|root| self.add(*root, few));
            }
            asked.iter().for_each(|asked| sums[asked.at] = asked.sum);
            asked.retain(|asked| asked.sum > HOPELESS);
        }
        sums.into_iter().map(|sum: f32| 1.0 / (1.0 + (-sum).exp())).collect()
    }

    /// Adds what a tree says of up to [`ABREAST`] rows. They go down it together: none waits for
    /// another's split to be read.
    fn add(&self, root: Place, rows: &mut [Asked]) {
        let mut places = [root; ABREAST];
        let mut inner = true;
        while inner {
            inner = false;
            for (place, asked) in places.iter_mut().zip(rows.iter()) {
                if let Ok(at) = usize::try_from(*place)
                    && let Some(split) = self.splits.get(at)
                {
                    let value = asked.row.get(split.column as usize).copied().unwrap_or_default();
                    *place = split.ways[usize::from(value > split.bound)];
                    inner |= *place >= 0;
                }
            }
        }
        for (place, asked) in places.iter().zip(rows) {
            asked.sum += self.leaf(*place);
        }
    }

    fn leaf(&self, place: Place) -> f32 {
        usize::try_from(-1 - place).ok().and_then(|at| self.leaves.get(at)).copied().unwrap_or(0.0)
    }
}

impl Split {
    fn read(rest: &mut &[u8], place: impl Fn(i16) -> Place) -> Option<Split> {
        let [column] = take(rest)?;
        let bound = take(rest).map(f32::from_le_bytes)?;
        let left = take(rest).map(i16::from_le_bytes)?;
        let right = take(rest).map(i16::from_le_bytes)?;
        Some(Split { bound, column: u32::from(column), ways: [place(left), place(right)] })
    }
}

/// The next bytes.
fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, after) = rest.split_first_chunk::<N>()?;
    *rest = after;
    Some(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One tree: the second number above 2 is likely.
    fn model() -> Vec<u8> {
        let mut bytes = vec![1, 0, 1, 0, 1];
        bytes.extend(2.0f32.to_le_bytes());
        bytes.extend((-1i16).to_le_bytes());
        bytes.extend((-2i16).to_le_bytes());
        bytes.extend((-3.0f32).to_le_bytes());
        bytes.extend(3.0f32.to_le_bytes());
        bytes
    }

    #[test]
    fn rows_go_left_or_right() {
        let bytes = model();
        let (trees, rest) = Trees::read(&bytes);
        assert!(rest.is_empty());
        let rows: [&[f32]; 3] = [&[9.0, 2.0], &[0.0, 2.5], &[]];
        let chances = trees.chances(&rows);
        assert!(chances[0] < 0.1 && chances[1] > 0.9 && chances[2] < 0.1);
        let many = trees.chances(&rows.repeat(10));
        assert_eq!(many, chances.repeat(10));
    }

    #[test]
    fn broken_models_are_shorter() {
        let bytes = model();
        for end in 0..bytes.len() {
            assert_eq!(Trees::read(&bytes[..end]).0.chances(&[&[0.0, 9.0]]), [0.5]);
        }
    }
}
