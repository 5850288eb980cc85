//! Sentences with names only: a word and its BIO label a line, parted by a tab or a space.

use super::conllu::Gold;

/// Reads them. Kinds of several data sets are mapped to ours; kinds we do not keep become `O`.
pub fn read_bio(text: &str) -> Vec<Gold> {
    let (mut out, mut gold) = (Vec::new(), Gold::default());
    let mut last = "O".to_owned();
    for line in text.lines().chain([""]) {
        let mut columns = line.split(['\t', ' ']);
        match (columns.next(), columns.next_back()) {
            (Some(form), Some(label)) if !form.is_empty() => {
                let label = ours(label, &last);
                gold.forms.push(form.to_owned());
                last.clone_from(&label);
                gold.names.push(label);
            }
            _ => {
                if !gold.forms.is_empty() {
                    out.push(std::mem::take(&mut gold));
                }
                last = "O".to_owned();
            }
        }
    }
    out.iter_mut().for_each(|gold| gold.weight = 1);
    out
}

/// Our label; a name that begins with `I-`, as some sets write it, begins with `B-`.
fn ours(label: &str, last: &str) -> String {
    let (place, kind) = label.split_once('-').unwrap_or(("O", ""));
    let kind = match kind {
        "PER" | "person" | "politician" => "PER",
        "ORG" | "organisation" | "politicalparty" => "ORG",
        "LOC" | "location" | "country" | "GPE" => "GPE",
        _ => return "O".to_owned(),
    };
    let goes_on = place == "I" && last.ends_with(kind);
    format!("{}-{kind}", if goes_on { "I" } else { "B" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_both_styles_are_read() {
        let gold = read_bio("Ann I-PER\nBerg I-PER\nin O\nBern\tB-location\n\nShe O\n");
        assert_eq!(gold.len(), 2);
        assert_eq!(gold[0].names, ["B-PER", "I-PER", "O", "B-GPE"]);
    }
}
