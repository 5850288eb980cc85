//! The tables, read back by readers of CSV.

mod sample;

use std::collections::BTreeSet;

use sample::{Sample, hostile};
use serde_json::Value;

const LAYOUTS: [(&str, usize, usize); 4] =
    [("gdelt", 61, 0), ("icews", 20, 1), ("polecat", 40, 1), ("phoenix", 26, 0)];

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

#[test]
fn every_column_of_every_table_is_in_the_codebook() {
    let files = Sample::plain().files("csv");
    let book = rows(&files["codebook.csv"]);
    let described: BTreeSet<(String, String)> =
        book.iter().skip(1).map(|row| (row[0].clone(), row[1].clone())).collect();
    assert!(book.iter().all(|row| !row[4].is_empty()));
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        let table = name.trim_end_matches(".csv");
        if table == "codebook" {
            continue;
        }
        for column in &rows(bytes)[0] {
            assert!(described.contains(&(table.into(), column.clone())), "{table}.{column}");
        }
    }
}

#[test]
fn a_column_of_few_words_holds_no_others() {
    let files = Sample::plain().files("csv");
    let book = rows(&files["codebook.csv"]);
    for row in book.iter().skip(1).filter(|row| !row[5].is_empty()) {
        let table = rows(&files[&format!("{}.csv", row[0])]);
        let at = table[0].iter().position(|column| *column == row[1]).unwrap();
        let allowed: Vec<&str> = row[5].split("; ").collect();
        for cells in table.iter().skip(1).filter(|cells| !cells[at].is_empty()) {
            assert!(allowed.contains(&cells[at].as_str()), "{}.{}", row[0], row[1]);
        }
    }
}

#[test]
fn the_twin_for_machines_names_the_same_files() {
    let files = Sample::plain().files("csv");
    let twin: Value = serde_json::from_slice(&files["csv-metadata.json"]).unwrap();
    let tables = twin["tables"].as_array().unwrap();
    assert_eq!(tables.len() + 2, files.len());
    for table in tables {
        let columns = table["tableSchema"]["columns"].as_array().unwrap();
        let header = &rows(&files[table["url"].as_str().unwrap()])[0];
        assert!(columns.iter().map(|column| column["name"].as_str().unwrap()).eq(header));
    }
}

#[test]
fn no_cell_is_a_formula_and_no_row_is_torn() {
    let expected: Vec<usize> =
        Sample::plain().files("csv").values().map(|bytes| lines_of_table(bytes)).collect();
    for sample in hostile() {
        let files = sample.files("csv");
        let lengths: Vec<usize> = files.values().map(|bytes| lines_of_table(bytes)).collect();
        assert_eq!(lengths, expected);
        for bytes in files.iter().filter(|(name, _)| name.ends_with(".csv")).map(|(_, b)| b) {
            for cell in rows(bytes).iter().flatten() {
                harmless(cell);
            }
        }
    }
}

fn lines_of_table(bytes: &[u8]) -> usize {
    if bytes.starts_with(b"{") { 0 } else { rows(bytes).len() }
}

fn harmless(cell: &str) {
    let number = cell.parse::<f64>().is_ok();
    assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    assert!(!cell.contains(['\0', '\u{202E}', '\u{2066}']), "{cell:?}");
}

#[test]
fn layouts_have_their_columns_whatever_the_words() {
    for sample in hostile().iter().chain([&Sample::plain()]) {
        for (format, columns, header) in LAYOUTS {
            let text = sample.text(format);
            let lines: Vec<&str> = text.lines().collect();
            // The layouts hold what happened and what is announced; POLECAT knows no bare statement.
            let events = if format == "polecat" { 2 } else { 3 };
            assert_eq!(lines.len(), events + header, "{format}");
            for line in lines {
                let cells: Vec<&str> = line.split('\t').collect();
                assert_eq!(cells.len(), columns, "{format}: {line}");
                cells.iter().for_each(|cell| harmless(cell));
            }
        }
    }
}

#[test]
fn a_meeting_held_and_one_planned_have_their_codes_in_gdelt() {
    let text = Sample::plain().text("gdelt");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let (held, planned) = (&rows[0], &rows[1]);
    assert_eq!(held[..4], ["1", "20240304", "202403", "2024"]);
    assert_eq!([held[5], held[7], held[12]], ["TURGOV", "TUR", "GOV"]);
    assert_eq!([held[15], held[17], held[18], held[22]], ["IGOUNO", "", "UNO", "IGO"]);
    assert_eq!([held[26], held[28], held[29]], ["040", "04", "1"]);
    assert_eq!([held[51], held[59]], ["4", "20240305"]);
    assert_eq!([planned[1], planned[26]], ["", "036"], "no day is said, so none is written");
}

#[test]
fn what_polecat_does_not_know_is_none() {
    let text = Sample::plain().text("polecat");
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0][0], "Event ID");
    assert_eq!(rows[1][2], "CONSULT");
    assert_eq!(rows[1][6], "refugees; diplomatic");
    assert_eq!(rows[2][1], "None");
}

#[test]
fn a_table_of_three_sides_is_six_lines_on_request() {
    let (text, notes) = Sample::plain().dyads(exporter::Format::Gdelt);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let held = |row: &&Vec<&str>| row[26] == "040";
    let pairs: Vec<_> = rows.iter().filter(held).map(|row| (row[5], row[15])).collect();
    assert_eq!(
        pairs,
        [
            ("RUS", "SYR"),
            ("RUS", "TUR"),
            ("SYR", "RUS"),
            ("SYR", "TUR"),
            ("TUR", "RUS"),
            ("TUR", "SYR")
        ],
        "what was coded from the meeting's own words is not there twice"
    );
    let ids: BTreeSet<_> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(ids.len(), rows.len());
    assert!(notes.iter().any(|note| note.starts_with("2 meetings written as 12 lines")));
}

#[test]
fn a_party_without_a_code_is_a_name_and_no_state() {
    let mut sample = Sample::plain();
    for meeting in &mut sample.record.meetings {
        meeting.participants[1].party = record::Party("Northern rebels".into());
    }
    let (text, _) = sample.dyads(exporter::Format::Gdelt);
    let row: Vec<&str> = text.lines().next().unwrap().split('\t').collect();
    assert_eq!(row[5..8], ["", "NORTHERN REBELS", ""]);
}

#[test]
fn layouts_say_where_a_meeting_was() {
    let sample = Sample::plain();
    for (format, at) in [("gdelt", 56), ("icews", 18), ("polecat", 28), ("phoenix", 18)] {
        let text = sample.text(format);
        let found = text.lines().any(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            cells[at..at + 2] == ["12.34", "-56.78"]
        });
        assert!(found, "{format}");
    }
}
