//! Vectors of words that others learned from much text.

/// A table of vectors and the words that each stands for.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    /// Numbers of a vector.
    pub width: usize,
    /// All vectors, one after another.
    pub rows: Vec<i8>,
    /// Words, each with the place of its vector.
    pub words: Vec<(String, u16)>,
}

impl Vectors {
    /// Reads "width", then a line of numbers for each vector, a blank line, and "word place" a line.
    pub fn read(text: &str) -> Option<Vectors> {
        let mut lines = text.lines();
        let width = lines.next()?.trim().parse().ok()?;
        let mut vectors = Vectors { width, ..Vectors::default() };
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            let numbers = line.split(' ').map(|number| number.parse().ok());
            vectors.rows.extend(numbers.collect::<Option<Vec<i8>>>()?);
        }
        for line in lines {
            let (word, place) = line.rsplit_once(' ')?;
            vectors.words.push((word.to_owned(), place.parse().ok()?));
        }
        Some(vectors)
    }
}
