//! A place in a sentence, and steps from it.

use super::atom::Atom;

/// A place between atoms. Copy it to look ahead; a step that fails leaves it where it was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    atoms: &'a [Atom<'a>],
    /// How many atoms stand before it.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    /// Before atom `at`.
    pub fn new(atoms: &'a [Atom<'a>], at: usize) -> Cursor<'a> {
        Cursor { atoms, at }
    }

    /// The next atom.
    pub fn peek(&self) -> Option<&'a Atom<'a>> {
        self.atoms.get(self.at)
    }

    /// The next word in lower case; empty at the end.
    pub fn word(&self) -> &'a str {
        self.peek().map_or("", |atom| &atom.word)
    }

    /// The word `back` places before the next one, from 1; empty before the start.
    pub fn before(&self, back: usize) -> &'a str {
        self.atom_before(back).map_or("", |atom| &atom.word)
    }

    /// The atom `back` places before the next one, from 1.
    pub fn atom_before(&self, back: usize) -> Option<&'a Atom<'a>> {
        self.atoms.get(self.at.checked_sub(back)?)
    }

    /// The word `ahead` places after the next one; empty past the end.
    pub fn after(&self, ahead: usize) -> &'a str {
        self.atoms.get(self.at.saturating_add(ahead)).map_or("", |atom| &atom.word)
    }

    /// True if the next atom touches the one before.
    pub fn glued(&self) -> bool {
        self.peek().is_some_and(|atom| atom.glued)
    }

    /// True if the number just read goes on after one of these marks: "2,000", "3.5", "10:30".
    pub fn number_goes_on(&self, marks: &[&str]) -> bool {
        let digit = |atom: &Atom| atom.glued && atom.digits().is_some();
        self.glued()
            && marks.contains(&self.word())
            && self.atoms.get(self.at.saturating_add(1)).is_some_and(digit)
    }

    /// Steps over the next atom if `read` makes something of it.
    pub fn take<T>(&mut self, read: impl Fn(&Atom) -> Option<T>) -> Option<T> {
        let taken = read(self.peek()?)?;
        self.at += 1;
        Some(taken)
    }

    /// Steps over the next word if `read` makes something of it.
    pub fn take_word<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.take(|atom| read(&atom.word))
    }

    /// Steps over the next word if it is one of these.
    pub fn eat(&mut self, words: &[&str]) -> bool {
        self.take_word(|word| words.contains(&word).then_some(())).is_some()
    }

    /// Steps over all of these words in a row, or none.
    pub fn eat_all(&mut self, words: &[&str]) -> bool {
        let there = words.iter().enumerate().all(|(i, word)| self.after(i) == *word);
        if there {
            self.at += words.len();
        }
        there
    }

    /// Steps as far as `read` does, or not at all.
    pub fn attempt<T>(&mut self, read: impl Fn(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let taken = read(&mut ahead)?;
        *self = ahead;
        Some(taken)
    }
}
