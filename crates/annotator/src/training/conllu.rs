//! Treebanks: CoNLL-U in, sentences out, tokens joined as the tokenizer has them.

use crate::lemma::normal;

/// A sentence with all its answers.
#[derive(Clone, Debug, Default)]
pub struct Gold {
    /// Words.
    pub forms: Vec<String>,
    /// "VERB/VBD"
    pub tags: Vec<String>,
    /// Lemmas.
    pub lemmas: Vec<String>,
    /// Index of the head; the number of words for the root.
    pub heads: Vec<u32>,
    /// Relations.
    pub labels: Vec<String>,
    /// `B-PER`, `I-PER`, `O`; empty if names are not marked.
    pub names: Vec<String>,
    /// How often to learn from it in each pass.
    pub weight: u8,
}

impl Gold {
    /// True for an ending that was parted from the word before it.
    pub(crate) fn is_ending(&self, at: usize) -> bool {
        let tag = |tag: &String| tag.starts_with("ADP/");
        let form = |form: &String| form.starts_with(['\'', '’']);
        self.tags.get(at).is_some_and(tag) && self.forms.get(at).is_some_and(form)
    }
}

/// Reads sentences, leaving out those whose heads are none of their words, and documents whose id holds one of `without`.
pub fn read_conllu(text: &str, without: &[&str]) -> Vec<Gold> {
    rows_of(text, without).iter().filter_map(|rows| sentence(rows)).collect()
}

/// The rows of each sentence, parted into columns, leaving out the same documents.
pub fn rows_of<'a>(text: &'a str, without: &[&str]) -> Vec<Vec<Vec<&'a str>>> {
    let mut out = Vec::new();
    let (mut rows, mut skipped): (Vec<Vec<&str>>, bool) = (Vec::new(), false);
    for line in text.lines().chain([""]) {
        if let Some(id) = line.strip_prefix("# newdoc id") {
            skipped = without.iter().any(|w| id.contains(w));
        }
        if line.is_empty() {
            let rows = std::mem::take(&mut rows);
            out.extend((!skipped).then_some(rows));
        } else if !line.starts_with('#') {
            rows.push(line.split('\t').collect());
        }
    }
    out
}

fn sentence(rows: &[Vec<&str>]) -> Option<Gold> {
    let words: Vec<_> =
        rows.iter().filter(|r| r.len() == 10 && r[0].bytes().all(|b| b.is_ascii_digit())).collect();
    let mut gold = Gold { weight: 1, ..Gold::default() };
    for row in &words {
        gold.forms.push(row[1].to_owned());
        gold.tags.push(format!("{}/{}", row[3], fine_tag(row[4])));
        gold.lemmas.push(if row[2] == "_" && row[1] != "_" {
            normal(row[1])
        } else {
            row[2].to_owned()
        });
        let head: usize = row[6].parse().ok().filter(|head| *head <= words.len())?;
        gold.heads.push(if head == 0 { words.len() } else { head - 1 } as u32);
        gold.labels.push(row[7].to_owned());
        gold.names
            .extend(row[9].split('|').find_map(|m| m.strip_prefix("Name=")).map(str::to_owned));
    }
    (!gold.forms.is_empty()).then(|| join_articles(gold, &words))
}

/// Tags that say no more than UPOS does, or that one treebank alone has, are left out.
fn fine_tag(tag: &str) -> &str {
    match tag {
        "``" | "''" => "''",
        "-LRB-" | "-RRB-" => "-LRB-",
        "GW" | "AFX" | "FW" | "LS" | "XX" | "_SP" | "_" | "ADD" => "_",
        tag => tag,
    }
}

/// "al - Khoury" becomes the one word that the tokenizer makes of it.
fn join_articles(gold: Gold, rows: &[&Vec<&str>]) -> Gold {
    let n = gold.forms.len();
    let glued = |i: usize| rows.get(i).is_some_and(|r| r[9].contains("SpaceAfter=No"));
    let joins: Vec<bool> = (0..n)
        .map(|i| {
            i + 2 < n
                && glued(i)
                && glued(i + 1)
                && gold.forms[i + 1] == "-"
                && crate::tokens::joins_article(&gold.forms[i], &gold.forms[i + 2])
        })
        .collect();
    if !joins.contains(&true) {
        return gold;
    }
    merge(&gold, &joins)
}

/// Merges each marked word with the two after it. The word that hangs outside the three gives head and label.
fn merge(gold: &Gold, joins: &[bool]) -> Gold {
    let n = gold.forms.len();
    let mut new_index = vec![0u32; n + 1];
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    while at < n {
        let end = if joins[at] { at + 3 } else { at + 1 };
        new_index[at..end].fill(groups.len() as u32);
        groups.push(at..end);
        at = end;
    }
    new_index[n] = groups.len() as u32;
    let mut out = Gold { weight: gold.weight, ..Gold::default() };
    for group in groups {
        let outside = |&i: &usize| !group.contains(&(gold.heads[i] as usize));
        let top = group.clone().find(outside).unwrap_or(group.start);
        let name = group.end - 1;
        out.forms.push(gold.forms[group.clone()].concat());
        out.tags.push(gold.tags[name].clone());
        out.lemmas.push(if group.len() > 1 {
            gold.forms[group.clone()].concat()
        } else {
            gold.lemmas[name].clone()
        });
        out.heads.push(new_index[(gold.heads[top] as usize).min(n)]);
        out.labels.push(gold.labels[top].clone());
        out.names.extend(gold.names.get(group.start).cloned());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_with_a_head_that_is_none_of_its_words_is_left_out() {
        let row = |head: u32| format!("1\tmet\tmeet\tVERB\tVBD\t_\t{head}\troot\t_\t_\n\n");
        assert_eq!(read_conllu(&row(0), &[]).len(), 1);
        assert_eq!(read_conllu(&row(1), &[])[0].heads, [0]);
        assert!(read_conllu(&row(2), &[]).is_empty());
    }
}
