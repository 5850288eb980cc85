//! What becomes of an action under another: "threatened to close", "called for talks".

use std::collections::HashMap;

const TABLE: &str = include_str!("../../data/actions/compositions.tsv");

/// Rows of kind, beginning of the inner code, resulting code; `=` keeps the inner one.
pub(crate) struct Composition(HashMap<&'static str, Vec<(&'static str, &'static str)>>);

impl Composition {
    /// The table that comes with the program.
    pub fn shipped() -> Composition {
        let mut kinds: HashMap<_, Vec<_>> = HashMap::new();
        for (kind, inner, code) in TABLE.lines().skip(1).filter_map(row) {
            kinds.entry(kind).or_default().push((inner, code));
        }
        Composition(kinds)
    }

    /// The code of an action under an operator; the row with the longest beginning decides.
    pub fn of(&self, kind: &str, inner: &str) -> Option<String> {
        let rows = self.0.get(kind)?.iter().filter(|(prefix, _)| inner.starts_with(prefix));
        let (_, code) = rows.max_by_key(|(prefix, _)| prefix.len())?;
        match *code {
            "=" => Some(inner.to_owned()),
            "-" => None,
            code => Some(code.to_owned()),
        }
    }
}

fn row(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let mut columns = line.split('\t');
    Some((columns.next()?, columns.next()?, columns.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_leads_to_a_code_of_the_ontology() {
        let (table, ontology) = (Composition::shipped(), record::Ontology::shipped());
        let rows = table.0.iter().flat_map(|(k, rows)| rows.iter().map(move |r| (k, r.0, r.1)));
        assert!(rows.clone().count() > 100);
        for (kind, inner, code) in rows {
            let known = matches!(code, "=" | "-") || ontology.code(code).is_some();
            assert!(known, "{kind} {inner} {code}");
        }
    }

    #[test]
    fn the_longest_beginning_decides() {
        let table = Composition::shipped();
        assert_eq!(table.of("demand", "0874").as_deref(), Some("1056"));
        assert_eq!(table.of("demand", "046").as_deref(), Some("106"));
    }
}
