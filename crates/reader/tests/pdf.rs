//! PDF by its text layer, in builds with the feature.

#![cfg(feature = "pdf")]

use reader::{Given, Reading, Source, read};
use text::BlockKind;

/// A page as it is set: an empty line stands for the space between two paragraphs.
const LINES: &[&str] = &[
    "Envoys meet in Tarn",
    "",
    "The envoys of both states met in Tarn on Thursday and spoke for four hours about the rail-",
    "way along the coast. A ministry of one of them had said the day before that no talks were",
    "planned at all.",
    "",
    "They will meet again before the month is out, in the same place and on the same floor.",
    "",
    "Officials of both sides said after the talks that the line along the coast will be open to",
    "all before the winter, and that the tolls had not been spoken of.",
];

const PARAGRAPHS: [&str; 3] = [
    "The envoys of both states met in Tarn on Thursday and spoke for four hours about the railway \
     along the coast. A ministry of one of them had said the day before that no talks were planned \
     at all.",
    "They will meet again before the month is out, in the same place and on the same floor.",
    "Officials of both sides said after the talks that the line along the coast will be open to all \
     before the winter, and that the tolls had not been spoken of.",
];

/// A document of one page that draws these lines, with a table of where its objects begin.
fn document(lines: &[&str]) -> Vec<u8> {
    let drawn: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td\n")).collect();
    let content = format!("BT /F1 12 Tf 72 720 Td\n{drawn}ET\n");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut out = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let (size, start) = (objects.len() + 1, out.len());
    out.push_str(&format!(
        "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    out.into_bytes()
}

fn read_bytes(bytes: &[u8]) -> Reading {
    read(&Source { path: "pages/talks.pdf", bytes }, &Given::default())
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.problems.iter().map(|noted| noted.problem.code.0.as_str()).collect()
}

#[test]
fn the_text_layer_is_read() {
    let reading = read_bytes(&document(LINES));
    let [article] = reading.articles.as_slice() else { panic!("{:?}", codes(&reading)) };
    assert_eq!(article.name, "talks");
    assert_eq!(article.title.as_deref(), Some("Envoys meet in Tarn"));
    let paragraphs = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let told: Vec<_> = paragraphs.filter_map(|block| block.span.slice(&article.text)).collect();
    assert_eq!(told, PARAGRAPHS);
}

#[test]
fn what_cannot_be_read_is_told() {
    let whole = document(LINES);
    for bytes in [document(&[]), whole[..40].to_vec(), b"%PDF-1.7\nnothing".to_vec()] {
        let reading = read_bytes(&bytes);
        assert!(reading.articles.is_empty());
        assert_eq!(codes(&reading), ["R007"]);
    }
}
