//! Every format and every column stands in the documentation.

mod sample;

use exporter::Format;
use sample::Sample;

const PAGE: &str = include_str!("../../../docs/book/src/reference/exports.md");

#[test]
fn every_format_has_a_row() {
    for format in Format::ALL {
        assert!(PAGE.contains(&format!("\n| `{format}` | ")), "{format} is not in exports.md");
    }
}

#[test]
fn every_column_has_a_row() {
    let files = Sample::plain().files("csv");
    let mut book = csv::Reader::from_reader(&files["codebook.csv"][..]);
    for row in book.records().map(Result::unwrap) {
        let (table, about) = (&row[0], &row[4]);
        let section = PAGE.split(&format!("\n### {table}\n")).nth(1).unwrap_or_default();
        let section = section.split("\n### ").next().unwrap_or_default();
        let column = section.lines().find(|line| line.starts_with(&format!("| `{}` | ", &row[1])));
        let column = column.unwrap_or_else(|| panic!("{table}.{} is not in exports.md", &row[1]));
        assert!(column.contains(about), "{table}.{}: {about}", &row[1]);
    }
}
