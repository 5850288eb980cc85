//! `docx`: a dossier for Word, with Word's own footnotes.

use std::fmt::Write;

use crate::dossier::{Dossier, Item, Note, TITLE, dossier};
use crate::material::Material;
use crate::output::{Exported, Named, Output};
use crate::plain::xml;
use crate::zip::zip;

const TYPES: &str = include_str!("../data/docx/content-types.xml");
const PACKAGE: &str = include_str!("../data/docx/package.rels");
const PARTS: &str = include_str!("../data/docx/document.rels");
const STYLES: &str = include_str!("../data/docx/styles.xml");

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const SPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// Word's own two footnotes, the lines above the others, have numbers below this.
const FIRST_NOTE: usize = 1;

/// The dossier.
pub fn docx(material: &Material<'_>) -> Exported {
    let dossier = dossier(material);
    let (mut document, mut footnotes) = (String::new(), String::new());
    // Writing into memory cannot fail.
    let _ = body(&mut document, &dossier);
    let _ = notes(&mut footnotes, &dossier);
    let part = |name: &str, text: &str| Named { name: name.into(), bytes: text.into() };
    let parts = [
        part("[Content_Types].xml", TYPES),
        part("_rels/.rels", PACKAGE),
        part("word/document.xml", &document),
        part("word/_rels/document.xml.rels", PARTS),
        part("word/styles.xml", STYLES),
        part("word/footnotes.xml", &footnotes),
    ];
    Output::File(zip(&parts)).into()
}

fn body(page: &mut String, dossier: &Dossier) -> std::fmt::Result {
    write!(page, "{HEAD}<w:document {SPACE}><w:body>")?;
    paragraph(page, "Title", TITLE)?;
    dossier.preface.iter().try_for_each(|line| paragraph(page, "Normal", line))?;
    for section in &dossier.sections {
        paragraph(page, "Heading1", section.title)?;
        section.items.iter().try_for_each(|one| item(page, one))?;
    }
    for text in &dossier.texts {
        paragraph(page, "Heading1", &text.title)?;
        text.words.split("\n\n").try_for_each(|block| paragraph(page, "Normal", block))?;
    }
    write!(page, "<w:sectPr/></w:body></w:document>")
}

fn item(page: &mut String, item: &Item) -> std::fmt::Result {
    write!(page, r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>"#)?;
    run(page, &format!("{} ({})", item.head, item.id))?;
    for number in &item.notes {
        write!(page, r#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>"#)?;
        write!(page, r#"<w:footnoteReference w:id="{}"/></w:r>"#, number - 1 + FIRST_NOTE)?;
    }
    write!(page, "</w:p>")?;
    item.details.iter().try_for_each(|line| paragraph(page, "Normal", line))
}

fn paragraph(page: &mut String, style: &str, words: &str) -> std::fmt::Result {
    write!(page, r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#)?;
    run(page, words)?;
    write!(page, "</w:p>")
}

fn run(page: &mut String, words: &str) -> std::fmt::Result {
    write!(page, r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#, xml(words))
}

fn notes(page: &mut String, dossier: &Dossier) -> std::fmt::Result {
    write!(page, "{HEAD}<w:footnotes {SPACE}>")?;
    for (id, kind) in [("-1", "separator"), ("0", "continuationSeparator")] {
        write!(page, r#"<w:footnote w:type="{kind}" w:id="{id}">"#)?;
        write!(page, "<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>")?;
    }
    for (at, note) in dossier.notes.iter().enumerate() {
        write!(page, r#"<w:footnote w:id="{}"><w:p>"#, at + FIRST_NOTE)?;
        write!(page, r#"<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>"#)?;
        write!(page, r#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>"#)?;
        write!(page, "<w:footnoteRef/></w:r>")?;
        run(page, &source(note))?;
        write!(page, "</w:p></w:footnote>")?;
    }
    write!(page, "</w:footnotes>")
}

fn source(note: &Note) -> String {
    let outlet = note.outlet.as_deref().unwrap_or("outlet not said");
    let title = note.title.as_deref().map(|title| format!(", “{title}”")).unwrap_or_default();
    let date = note.date.as_deref().unwrap_or("not dated");
    let address = note.address.as_deref().map(|address| format!(" {address}")).unwrap_or_default();
    format!(" {outlet}{title}, {date}: “{}”{address} sha256:{}", note.quote, note.hash)
}
