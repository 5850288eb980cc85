//! Photograph credits and captions.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::openings::Openings;

/// What a line has to do with a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Picture {
    /// Only who took it.
    Credit,
    /// What it shows, with who took it.
    Caption,
}

/// Picture agencies and libraries, as credits name them.
const LIBRARIES: &[&str] = &[
    "Getty Images",
    "Getty",
    "Shutterstock",
    "Alamy",
    "iStock",
    "EPA-EFE",
    "EPA",
    "Reuters",
    "REUTERS",
    "AFP",
    "AP Photo",
    "AP",
    "Xinhua",
    "dpa",
    "DPA",
    "Flickr",
    "Wikimedia Commons",
    "Wikimedia",
    "Unsplash",
    "Pixabay",
    "Instagram",
    "Twitter",
    "Facebook",
    "YouTube",
    "Screenshot",
    "Handout",
    "HANDOUT",
    "NurPhoto",
    "Anadolu",
    "Sputnik",
    "Bloomberg",
    "ZUMA",
    "Imago",
    "IMAGO",
    "UPI",
    "TASS",
    "PA Images",
    "Rex",
    "REX",
    "ANSA",
    "EFE",
    "WireImage",
    "PTI",
];
/// Openings of credits and captions.
const OPENINGS: &[&str] = &[
    "photo:",
    "photos:",
    "photo by",
    "photo credit",
    "photograph:",
    "photograph by",
    "picture:",
    "image:",
    "image credit",
    "image source",
    "image caption",
    "media caption",
    "images:",
    "file photo",
    "file picture",
    "credit:",
    "caption:",
    "foto:",
    "foto -",
    "bild:",
    "crédit",
    "crédito",
    "illustration:",
    "representational image",
    "representative image",
    "pic:",
    "pictured:",
    "file image",
    "source: getty",
    "fotoğraf:",
    "фото:",
    "file -",
    "file –",
    "file —",
];

/// Longest bare credit, in words.
const CREDIT: usize = 9;
/// Longest caption, in words.
const CAPTION: usize = 80;

static OPENING: LazyLock<Openings> = LazyLock::new(|| Openings::new(OPENINGS));

/// Tells whether a line stands under a picture; `opening` is how it begins, in lower case.
pub(super) fn sort(line: &str, opening: &str) -> Option<Picture> {
    if !(OPENING.open(opening) || ends_in_credit(line) || is_slashed(line)) {
        return None;
    }
    match line.split_whitespace().count() {
        ..=CREDIT if !has_verb_like_end(line) => Some(Picture::Credit),
        ..=CAPTION => Some(Picture::Caption),
        _ => None,
    }
}

/// "Jane Doe/Ministry of Defence/AFP": names between slashes, no sentence.
fn is_slashed(line: &str) -> bool {
    let Some((_, last)) = line.rsplit_once('/') else { return false };
    let names = |part: &str| part.starts_with(char::is_uppercase) && part.split(' ').count() <= 5;
    is_library(last.trim()) && line.split('/').map(str::trim).all(names)
}

/// A sentence's end, so not a bare credit.
fn has_verb_like_end(line: &str) -> bool {
    line.contains(". ") && line.split_whitespace().count() > 5
}

/// "… in Vienna. (AP Photo/Jane Doe)", "… in Vienna [Jane Doe/AFP]", "… Photo: Jane Doe / AFP",
/// "… | Getty Images", "… © Jane Doe"
fn ends_in_credit(line: &str) -> bool {
    let line = line.trim_end_matches('.');
    in_brackets(line).is_some_and(is_credit) || after_mark(line).is_some_and(is_credit)
}

fn in_brackets(line: &str) -> Option<&str> {
    let (open, close) = if line.ends_with(')') { ('(', ')') } else { ('[', ']') };
    let inside = line.strip_suffix(close)?;
    inside.rsplit_once(open).map(|(_, inside)| inside)
}

/// Marks that a credit follows.
const MARKS: &[&str] = &[
    "Photo:",
    "Photograph:",
    "Photo by",
    "Image:",
    "Picture:",
    "Credit:",
    "Foto:",
    "PHOTO:",
    "Photo credit:",
    "Photo/",
    " | ",
    " © ",
    "/ ",
];

static MARK: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(MARKS).expect("the marks are few"));

/// What follows the last mark.
fn after_mark(line: &str) -> Option<&str> {
    let end = MARK.find_overlapping_iter(line).map(|mark| mark.end()).max()?;
    line.get(end..)
}

/// A library, or names between slashes of which one is.
fn is_credit(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let says =
        ["photo", "image", "file pic", "handout", "courtesy"].iter().any(|cue| lower.contains(cue));
    let short = (1..=8).contains(&text.split_whitespace().count());
    short
        && (says
            || text.split(['/', ',', '|']).any(|part| is_library(part.trim()))
                && text.contains(['/', ',', '|', '-'])
            || short && is_library_alone(text))
}

fn is_library(part: &str) -> bool {
    LIBRARIES.iter().any(|library| {
        part == *library
            || part.strip_prefix(library).is_some_and(|rest| rest.starts_with([' ', '/']))
    })
}

/// A library that only sells pictures: unlike "(Reuters)", its name alone is a picture credit.
fn is_library_alone(text: &str) -> bool {
    let only = [
        "Getty Images",
        "Getty",
        "Shutterstock",
        "Alamy",
        "iStock",
        "AP Photo",
        "Unsplash",
        "Pixabay",
        "EPA-EFE",
        "WireImage",
    ];
    only.iter().any(|library| text.starts_with(library))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::openings::opening;

    fn sort(line: &str) -> Option<Picture> {
        super::sort(line, &opening(line))
    }

    #[test]
    fn credits_and_captions_are_told_apart() {
        for line in [
            "JANE DOE/ Ministry of Water/ AFP",
            "Photo: Jane Doe, AP",
            "Getty Images",
            "Image credit: Jane Doe",
            "(AP Photo/Jane Doe)",
        ] {
            let expected = if line == "Getty Images" { None } else { Some(Picture::Credit) };
            assert_eq!(sort(line), expected, "{line}");
        }
        let caption = "Envoys of the two states arrive for the second round of talks in Vienna on Monday. (AP Photo/Jane Doe)";
        assert_eq!(sort(caption), Some(Picture::Caption));
        assert_eq!(
            sort("Envoys arrive for talks in Vienna, Austria, on March 4, 2021 [Jane Doe/Reuters]"),
            Some(Picture::Caption)
        );
    }

    #[test]
    fn paragraphs_are_neither() {
        for line in [
            "The ministers met in Vienna, said Reuters.",
            "VIENNA (Reuters) - Envoys met on Monday.",
            "He and/or she will go, the office said.",
        ] {
            assert_eq!(sort(line), None, "{line}");
        }
    }
}
