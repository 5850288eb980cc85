//! A table of the record: columns that say what they hold.

use jiff::civil::Date;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// `meetings`.
    pub name: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// In a fixed order.
    pub columns: Vec<Column>,
    /// How many rows.
    pub rows: usize,
}

/// A column and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// `first_day`.
    pub name: &'static str,
    /// What its cells are.
    pub kind: Kind,
    /// What it means, with its unit.
    pub about: &'static str,
    /// All words that it may hold, if they are few.
    pub values: &'static [&'static str],
    /// One a row.
    pub cells: Vec<Cell>,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Words.
    Text,
    /// Several, with `; ` between.
    List,
    /// A whole number.
    Count,
    /// A number.
    Number,
    /// A day of the calendar.
    Day,
    /// Yes or no.
    Truth,
}

impl Kind {
    /// The word of XML Schema for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Text | Kind::List => "string",
            Kind::Count => "integer",
            Kind::Number => "number",
            Kind::Day => "date",
            Kind::Truth => "boolean",
        }
    }
}

/// What a row has in a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Not said.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Count(i64),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Truth(bool),
}

/// A table under construction, with the rows it is made from.
pub struct Draft<'a, R> {
    rows: &'a [R],
    sheet: Sheet,
}

impl<'a, R> Draft<'a, R> {
    /// A table without columns.
    pub fn new(name: &'static str, about: &'static str, rows: &'a [R]) -> Draft<'a, R> {
        Draft { rows, sheet: Sheet { name, about, columns: Vec::new(), rows: rows.len() } }
    }

    /// With one more column.
    pub fn column<C: Into<Cell>>(
        mut self,
        name: &'static str,
        kind: Kind,
        about: &'static str,
        of: impl Fn(&'a R) -> C,
    ) -> Self {
        let cells = self.rows.iter().map(|row| of(row).into()).collect();
        self.sheet.columns.push(Column { name, kind, about, values: &[], cells });
        self
    }

    /// With one more column that holds one of these words.
    pub fn choice<C: Into<Cell>>(
        self,
        name: &'static str,
        values: &'static [&'static str],
        about: &'static str,
        of: impl Fn(&'a R) -> C,
    ) -> Self {
        let mut draft = self.column(name, Kind::Text, about, of);
        if let Some(column) = draft.sheet.columns.last_mut() {
            column.values = values;
        }
        draft
    }

    /// The table.
    pub fn done(self) -> Sheet {
        self.sheet
    }
}

/// Several in one cell.
pub fn list<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> Option<String> {
    let values: Vec<String> = values.into_iter().map(|value| value.as_ref().to_owned()).collect();
    (!values.is_empty()).then(|| values.join("; "))
}

impl Cell {
    /// As it is written in a table of text.
    pub fn written(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(words) => words.clone(),
            Cell::Count(count) => count.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Truth(truth) => truth.to_string(),
        }
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Cell {
        Cell::Text(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Cell {
        Cell::Text(words)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Cell {
        i64::try_from(count).map_or(Cell::Empty, Cell::Count)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Cell {
        Cell::Count(count.into())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Cell {
        Cell::Truth(truth)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Cell {
        Cell::Day(day)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, T::into)
    }
}
