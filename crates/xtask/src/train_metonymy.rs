//! `train-metonymy`: readings given by hand and the texts they are of in, weights out.
//!
//! A reading is a line `document, offset, name, reading`, parted by tabs: the address of a Wikinews
//! article or the name of a text file, the byte in its text at which the name begins, the name, and
//! `literal` or `metonymic`. The texts themselves stay where they are.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use annotator::training::{Mention, MentionReader, MetonymyModel};
use anyhow::{Context, bail};
use pipeline::Tools;
use text::Span;

use crate::mention_sets::read_mention;

/// Learns from the readings and writes the weights. Texts are `*.csv` (url, date, title, text) or plain.
pub fn train_metonymy(readings: &Path, texts: &[PathBuf], out: &Path) -> anyhow::Result<()> {
    let mut documents = HashMap::new();
    for path in texts {
        read_documents(path, &mut documents)?;
    }
    let lines = read(readings)?;
    let (tools, reader) = (Tools::shipped(), MentionReader::default());
    let mut mentions: Vec<Mention> = Vec::new();
    for line in lines.lines().skip(1) {
        let reading = Reading::parse(line).with_context(|| format!("no reading: {line:?}"))?;
        let (words, name) = reading.place(&documents)?;
        mentions.push(read_mention(words, Some(name), reading.metonymic, (&reader, &tools)));
    }
    let bytes = MetonymyModel::learn(&mentions).write();
    fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{} readings, {} bytes", mentions.len(), bytes.len());
    Ok(())
}

/// One line of the readings.
struct Reading<'a> {
    document: &'a str,
    offset: usize,
    name: &'a str,
    metonymic: bool,
}

impl<'a> Reading<'a> {
    fn parse(line: &'a str) -> Option<Reading<'a>> {
        let [document, offset, name, reading] = line.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        let metonymic = match reading {
            "metonymic" => true,
            "literal" => false,
            _ => return None,
        };
        Some(Reading { document, offset: offset.parse().ok()?, name, metonymic })
    }

    /// The line of text around the name, and where in it the name is.
    fn place<'t>(&self, texts: &'t HashMap<String, String>) -> anyhow::Result<(&'t str, Span)> {
        let (document, offset) = (self.document, self.offset);
        let text =
            texts.get(document).with_context(|| format!("{document} is in no text given"))?;
        if !text.get(offset..).is_some_and(|rest| rest.starts_with(self.name)) {
            bail!("{document} has no {:?} at byte {offset}", self.name);
        }
        let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
        let name = offset - start..offset - start + self.name.len();
        let name = Span::from_range(name).context("a line longer than 4 GB")?;
        Ok((&text[start..end], name))
    }
}

/// The texts of a file, by address or, if it is plain, by the name of the file.
fn read_documents(path: &Path, out: &mut HashMap<String, String>) -> anyhow::Result<()> {
    let text = read(path)?;
    if path.extension().is_none_or(|end| end != "csv") {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        out.insert(name, text);
        return Ok(());
    }
    for row in rows(&text).into_iter().skip(1) {
        if let [address, _, _, text] = &row[..] {
            out.insert(address.clone(), text.clone());
        }
    }
    Ok(())
}

/// The rows of comma-separated values (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            letter => field.push(letter),
        }
    }
    rows
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_hold_commas_lines_and_quotes() {
        let found = rows("a,b\n\"x, \"\"y\"\"\nz\",2\n");
        assert_eq!(found, [["a", "b"], ["x, \"y\"\nz", "2"]]);
    }

    #[test]
    fn a_reading_is_of_the_line_around_it() {
        let texts = HashMap::from([("d".to_owned(), "One.\nÅs met Bern.\n".to_owned())]);
        let reading = Reading::parse("d\t13\tBern\tmetonymic").unwrap();
        let (line, name) = reading.place(&texts).unwrap();
        assert_eq!((line, name.slice(line)), ("Ås met Bern.", Some("Bern")));
        assert!(Reading::parse("d\t12\tBern\tmetonymic").unwrap().place(&texts).is_err());
    }
}
