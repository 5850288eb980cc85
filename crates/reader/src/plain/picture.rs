//! Photograph credits and captions.

/// What a line has to do with a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Picture {
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
/// Letters of the longest opening.
const OPENING: usize = 40;
/// Longest caption, in words.
const CAPTION: usize = 80;

/// Tells whether a line stands under a picture.
pub(crate) fn sort(line: &str) -> Option<Picture> {
    let words = line.split_whitespace().count();
    if words > CAPTION {
        return None;
    }
    let lower: String = line.chars().take(OPENING).flat_map(char::to_lowercase).collect();
    let opens = OPENINGS.iter().any(|opening| lower.starts_with(opening));
    let closes = ends_in_credit(line);
    match (words, opens || closes || is_slashed(line)) {
        (_, false) => None,
        (..=CREDIT, true) if !has_verb_like_end(line) => Some(Picture::Credit),
        (..=CAPTION, true) => Some(Picture::Caption),
        _ => None,
    }
}

/// "Jane Doe/Ministry of Defence/AFP": names between slashes, no sentence.
fn is_slashed(line: &str) -> bool {
    let parts: Vec<&str> = line.split('/').map(str::trim).collect();
    let names = |part: &&str| part.starts_with(char::is_uppercase) && part.split(' ').count() <= 5;
    parts.len() >= 2 && parts.iter().all(names) && parts.last().is_some_and(|last| is_library(last))
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

fn after_mark(line: &str) -> Option<&str> {
    if !line.contains([':', '/', '|', '©', 'P']) {
        return None;
    }
    let marks = [
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
    marks
        .iter()
        .filter_map(|mark| line.rsplit_once(mark))
        .map(|(_, after)| after)
        .min_by_key(|after| after.len())
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
