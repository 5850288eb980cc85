//! Tab-separated tables: one header line, then one row a line; `|` between the members of a list.

/// The rows of a table, header and blank lines left out.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    table.lines().skip(1).filter(|line| !line.is_empty()).map(Row)
}

/// All rows that `parse` can read. The tests hold that this is every row.
pub(crate) fn read<T>(table: &'static str, parse: fn(Row) -> Option<T>) -> Vec<T> {
    rows(table).filter_map(parse).collect()
}

/// The rows of a table that somebody else wrote, with the number of each line from 1: blank lines and
/// those that begin with `#` are none.
pub(crate) fn numbered(table: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = table.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// One row.
#[derive(Clone, Copy)]
pub(crate) struct Row(&'static str);

impl Row {
    /// Exactly `N` columns; `None` if there are more or fewer.
    pub(crate) fn columns<const N: usize>(self) -> Option<[&'static str; N]> {
        let mut columns = [""; N];
        let mut fields = self.0.split('\t');
        for column in &mut columns {
            *column = fields.next()?;
        }
        fields.next().is_none().then_some(columns)
    }
}

/// The members of a list column.
pub(crate) fn list(column: &'static str) -> Vec<&'static str> {
    column.split('|').filter(|member| !member.is_empty()).collect()
}

/// `yes` or nothing.
pub(crate) fn flag(column: &str) -> Option<bool> {
    match column {
        "yes" => Some(true),
        "" => Some(false),
        _ => None,
    }
}

/// The column, or `None` if it is empty.
pub(crate) fn said(column: &'static str) -> Option<&'static str> {
    (!column.is_empty()).then_some(column)
}
