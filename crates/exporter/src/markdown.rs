//! `markdown`: a dossier in CommonMark with footnotes.

use std::fmt::Write;

use crate::dossier::{Dossier, Item, Note, TITLE, dossier};
use crate::material::Material;
use crate::output::Exported;
use crate::plain;

/// The dossier.
pub fn markdown(material: &Material<'_>) -> Exported {
    let dossier = dossier(material);
    let mut page = format!("# {TITLE}\n");
    // Writing into memory cannot fail.
    let _ = body(&mut page, &dossier);
    page.into()
}

fn body(page: &mut String, dossier: &Dossier) -> std::fmt::Result {
    for line in &dossier.preface {
        writeln!(page, "\n{}", safe(line))?;
    }
    for section in &dossier.sections {
        writeln!(page, "\n## {}\n", section.title)?;
        section.items.iter().try_for_each(|one| item(page, one))?;
    }
    for text in &dossier.texts {
        writeln!(page, "\n## {}\n", safe(&text.title))?;
        text.words.split("\n\n").try_for_each(|block| writeln!(page, "{}\n", safe(block)))?;
    }
    writeln!(page)?;
    let notes = dossier.notes.iter().enumerate();
    notes.into_iter().try_for_each(|(at, one)| note(page, at + 1, one))
}

fn item(page: &mut String, item: &Item) -> std::fmt::Result {
    write!(page, "- {} ({})", safe(&item.head), safe(&item.id))?;
    item.notes.iter().try_for_each(|number| write!(page, "[^{number}]"))?;
    writeln!(page)?;
    item.details.iter().try_for_each(|line| writeln!(page, "  - {}", safe(line)))
}

fn note(page: &mut String, number: usize, note: &Note) -> std::fmt::Result {
    let outlet = note.outlet.as_deref().unwrap_or("outlet not said");
    let title = note.title.as_deref().map(|title| format!(", “{title}”")).unwrap_or_default();
    let date = note.date.as_deref().unwrap_or("not dated");
    let source = safe(&format!("{outlet}{title}, {date}: “{}”", note.quote));
    write!(page, "[^{number}]: {source}")?;
    if let Some(address) = &note.address {
        match plain::web(address) {
            Some(web) => write!(page, " <{}>", web.replace(['<', '>'], ""))?,
            None => write!(page, " {}", safe(address))?,
        }
    }
    writeln!(page, " sha256:{}", note.hash)
}

/// Words on one line in which no sign means anything to Markdown, nor to HTML.
fn safe(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in plain::line(words).chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '^' | '$' => {
                safe.push('\\');
                safe.push(c);
            }
            _ => safe.push(c),
        }
    }
    safe
}
