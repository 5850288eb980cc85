//! `html`: a dossier as one page that needs nothing else, and prints.

use std::fmt::Write;

use crate::dossier::{Dossier, Item, Note, TITLE, dossier};
use crate::material::Material;
use crate::output::Exported;
use crate::plain::{web, xml};

const STYLE: &str = include_str!("dossier.css");

/// The dossier.
pub fn html(material: &Material<'_>) -> Exported {
    let dossier = dossier(material);
    let mut page = String::new();
    // Writing into memory cannot fail.
    let _ = document(&mut page, &dossier);
    page.into()
}

/// No script runs and nothing is fetched, whatever the words of others say.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

fn document(page: &mut String, dossier: &Dossier) -> std::fmt::Result {
    writeln!(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")?;
    writeln!(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(page, "<title>{TITLE}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>")?;
    writeln!(page, "<h1>{TITLE}</h1>")?;
    dossier.preface.iter().try_for_each(|line| writeln!(page, "<p>{}</p>", xml(line)))?;
    for section in &dossier.sections {
        writeln!(page, "<section>\n<h2>{}</h2>\n<ul>", section.title)?;
        section.items.iter().try_for_each(|one| item(page, one))?;
        writeln!(page, "</ul>\n</section>")?;
    }
    texts(page, dossier)?;
    writeln!(page, "<section>\n<h2>Sources</h2>\n<ol>")?;
    let notes = dossier.notes.iter().enumerate();
    notes.into_iter().try_for_each(|(at, one)| note(page, at + 1, one))?;
    writeln!(page, "</ol>\n</section>\n</main>\n</body>\n</html>")
}

/// Words of others stand in `bdi`, so that they turn nothing round but themselves.
fn item(page: &mut String, item: &Item) -> std::fmt::Result {
    let id = xml(&item.id);
    write!(page, "<li><p class=\"head\"><bdi>{}</bdi> <small>{id}</small>", xml(&item.head))?;
    for number in &item.notes {
        write!(page, "<sup><a href=\"#note-{number}\">{number}</a></sup>")?;
    }
    writeln!(page, "</p>")?;
    item.details.iter().try_for_each(|line| writeln!(page, "<p><bdi>{}</bdi></p>", xml(line)))?;
    writeln!(page, "</li>")
}

fn texts(page: &mut String, dossier: &Dossier) -> std::fmt::Result {
    for text in &dossier.texts {
        writeln!(page, "<section>\n<h2><bdi>{}</bdi></h2>", xml(&text.title))?;
        let mut blocks = text.words.split("\n\n");
        blocks.try_for_each(|block| writeln!(page, "<p dir=\"auto\">{}</p>", xml(block)))?;
        writeln!(page, "</section>")?;
    }
    Ok(())
}

fn note(page: &mut String, number: usize, note: &Note) -> std::fmt::Result {
    let said = |words: &Option<String>, else_: &str| xml(words.as_deref().unwrap_or(else_));
    let (outlet, title) = (said(&note.outlet, "outlet not said"), said(&note.title, ""));
    let date = said(&note.date, "not dated");
    writeln!(page, "<li id=\"note-{number}\"><bdi>{outlet}</bdi>, <bdi>{title}</bdi>, {date}.")?;
    writeln!(page, "<blockquote dir=\"auto\">{}</blockquote>", xml(&note.quote))?;
    if let Some(address) = &note.address {
        let shown = xml(address);
        match web(address) {
            Some(_) => writeln!(page, "<a rel=\"noreferrer\" href=\"{shown}\">{shown}</a>")?,
            None => writeln!(page, "<span>{shown}</span>")?,
        }
    }
    writeln!(page, "<code>sha256:{}</code></li>", note.hash)
}
