//! CAMEO, the codes of political actions, and PLOVER, its successor.
//!
//! The table holds the codes with their names, quad class and Goldstein score; a code without a
//! score of its own has that of the code above it. PLOVER's type follows from the root.

use std::collections::HashMap;

/// A code of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cameo {
    /// Two to four digits; the first two are the root.
    pub code: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
    pub quad: u8,
    /// From -10, conflict, to +10, cooperation.
    pub goldstein: f32,
    /// PLOVER's mode, where the code settles it.
    pub mode: Option<&'static str>,
}

const TABLE: &str = include_str!("../data/cameo.tsv");

/// All codes.
#[derive(Clone, Debug)]
pub struct Ontology(HashMap<&'static str, Cameo>);

impl Ontology {
    /// The table that comes with the program.
    pub fn shipped() -> Ontology {
        let mut codes = HashMap::new();
        for line in TABLE.lines().skip(1) {
            if let Some(cameo) = row(line, &codes) {
                codes.insert(cameo.code, cameo);
            }
        }
        Ontology(codes)
    }

    /// The code of these digits.
    pub fn code(&self, digits: &str) -> Option<&Cameo> {
        self.0.get(digits)
    }
}

fn row(line: &'static str, above: &HashMap<&'static str, Cameo>) -> Option<Cameo> {
    let mut columns = line.split('\t');
    let (code, name) = (columns.next()?, columns.next()?);
    let quad = columns.next()?.parse().ok()?;
    let parent = above.get(code.get(..code.len().saturating_sub(1))?);
    let goldstein = columns.next()?.parse().ok().or(parent.map(|p| p.goldstein)).unwrap_or(0.0);
    let mode = columns.next().filter(|m| !m.is_empty()).or(parent.and_then(|p| p.mode));
    Some(Cameo { code, name, quad, goldstein, mode })
}

impl Cameo {
    /// The first two digits.
    pub fn root(&self) -> &'static str {
        &self.code[..2]
    }

    /// PLOVER's event type. A bare statement has none.
    pub fn plover(&self) -> Option<&'static str> {
        Some(match self.root() {
            "02" | "10" => "REQUEST",
            "03" => "AGREE",
            "04" => "CONSULT",
            "05" => "SUPPORT",
            "06" => "COOPERATE",
            "07" => "AID",
            "08" if matches!(&self.code[..3], "084" | "085" | "086" | "087") => "RETREAT",
            "08" => "CONCEDE",
            "09" | "11" => "ACCUSE",
            "12" => "REJECT",
            "13" => "THREATEN",
            "14" => "PROTEST",
            "15" => "MOBILIZE",
            "16" => "SANCTION",
            "17" => "COERCE",
            "18" | "19" | "20" => "ASSAULT",
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_code_and_all_but_statements_have_a_type() {
        let ontology = Ontology::shipped();
        assert_eq!(ontology.0.len(), TABLE.lines().count() - 1);
        for cameo in ontology.0.values() {
            assert_eq!(cameo.plover().is_none(), cameo.root() == "01", "{}", cameo.code);
            assert!((1..=4).contains(&cameo.quad) && cameo.goldstein.abs() <= 10.0);
        }
    }

    #[test]
    fn a_code_without_a_score_has_that_of_the_code_above() {
        let ontology = Ontology::shipped();
        let score = |code| ontology.code(code).unwrap().goldstein;
        assert_eq!(score("1951"), score("195"));
    }
}
