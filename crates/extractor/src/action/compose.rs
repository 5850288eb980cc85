//! What becomes of an action under another: "threatened to close", "called for talks".

/// Rows of kind, beginning of the inner code, resulting code; `=` keeps the inner one.
pub(crate) struct Composition(Vec<(String, String, String)>);

impl Composition {
    /// The table that comes with the program.
    pub fn shipped() -> Composition {
        let rows = include_str!("../../data/actions/compositions.tsv").lines().skip(1);
        Composition(rows.filter_map(row).collect())
    }

    /// The code of an action under an operator; the row with the longest beginning decides.
    pub fn of(&self, kind: &str, inner: &str) -> Option<String> {
        let fits = |(k, prefix, _): &&(String, String, String)| {
            k == kind && inner.starts_with(prefix.as_str())
        };
        let (.., code) = self.0.iter().filter(fits).max_by_key(|(_, prefix, _)| prefix.len())?;
        match code.as_str() {
            "=" => Some(inner.to_owned()),
            "-" => None,
            code => Some(code.to_owned()),
        }
    }
}

fn row(line: &str) -> Option<(String, String, String)> {
    let mut columns = line.split('\t').map(str::to_owned);
    Some((columns.next()?, columns.next()?, columns.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_leads_to_a_code_of_the_ontology() {
        let (table, ontology) = (Composition::shipped(), record::Ontology::shipped());
        assert!(table.0.len() > 100);
        for (kind, inner, code) in &table.0 {
            let known = matches!(code.as_str(), "=" | "-") || ontology.code(code).is_some();
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
