//! Learning lemma rules: the shortest endings that tell the edits apart, then the exceptions.

use std::collections::{BTreeMap, HashMap};

use text::Upos;

use super::conllu::Gold;
use crate::lemma::{Edit, LONGEST_ENDING, Lemmas, normal};

/// An ending needs this many words that agree before it becomes a rule.
const LEAST_SUPPORT: usize = 3;

type Seen = BTreeMap<(TagName, String), String>;
/// A UPOS as CoNLL-U writes it: unlike `Upos`, in an order.
type TagName = &'static str;

/// Learns rules from treebanks, with `irregular` forms ("go went gone" a line) outranking them.
pub(crate) fn learn(gold: &[Gold], irregular: &str) -> Lemmas {
    let mut seen = majority(gold);
    add_irregular(irregular, &mut seen);
    let mut lemmas = Lemmas::default();
    for length in 0..=LONGEST_ENDING {
        add_endings(&seen, length, &mut lemmas);
    }
    for ((tag, form), lemma) in &seen {
        let edit = Edit::between(form, lemma);
        if lemmas.rule(form, Upos::parse(tag)) != Some(&edit) {
            lemmas.rules.insert(format!("{tag}^{form}"), edit);
        }
    }
    lemmas
}

/// The commonest lemma of each form and tag, gold weighing more than silver by its own count alone.
fn majority(gold: &[Gold]) -> Seen {
    let mut counts: BTreeMap<(TagName, String), BTreeMap<String, usize>> = BTreeMap::new();
    for sentence in gold {
        for ((form, tag), lemma) in sentence.forms.iter().zip(&sentence.tags).zip(&sentence.lemmas)
        {
            let upos = Upos::parse(tag.split('/').next().unwrap_or(tag));
            if matches!(upos, Upos::PROPN | Upos::X | Upos::SYM | Upos::PUNCT) || lemma == "_" {
                continue;
            }
            let key = (upos.as_str(), normal(form));
            *counts.entry(key).or_default().entry(normal(lemma)).or_default() +=
                usize::from(sentence.weight);
        }
    }
    let best = |lemmas: BTreeMap<String, usize>| {
        lemmas.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
    };
    counts.into_iter().filter_map(|(key, lemmas)| Some((key, best(lemmas)?.0))).collect()
}

fn add_irregular(irregular: &str, seen: &mut Seen) {
    for line in irregular.lines().filter(|l| !l.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (Some(tag), Some(lemma)) = (words.next(), words.next()) else { continue };
        for form in words {
            seen.insert((Upos::parse(tag).as_str(), form.to_owned()), lemma.to_owned());
        }
    }
}

fn add_endings(seen: &Seen, length: usize, lemmas: &mut Lemmas) {
    let mut groups: BTreeMap<String, HashMap<Edit, usize>> = BTreeMap::new();
    for ((tag, form), lemma) in seen {
        let count = form.chars().count();
        if count >= length + 2 || length == 0 {
            let ending: String = form.chars().skip(count - length).collect();
            *groups
                .entry(format!("{tag}{ending}"))
                .or_default()
                .entry(Edit::between(form, lemma))
                .or_default() += 1;
        }
    }
    for (key, edits) in groups {
        let Some((edit, support)) =
            edits.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        else {
            continue;
        };
        let tag: String = key.chars().take_while(|c| c.is_ascii_uppercase()).collect();
        let ending = &key[tag.len()..];
        let known = lemmas.rule(ending, Upos::parse(&tag));
        if (support >= LEAST_SUPPORT || length == 0) && known != Some(&edit) {
            lemmas.rules.insert(key, edit);
        }
    }
}
