//! Headlines made of sentences: the same tree, every word with a capital or the full stop left off.

use super::conllu::Gold;

/// One sentence in so many becomes a headline.
const EVERY: usize = 9;

/// Headlines are no longer than this, in tokens.
const LONGEST: usize = 22;

/// Title-case copies of short sentences that end in a full stop, without the stop.
pub fn headlines(gold: &[Gold]) -> Vec<Gold> {
    let short = gold.iter().filter(|g| (5..=LONGEST).contains(&g.forms.len()) && ends_plainly(g));
    short.step_by(EVERY).map(headline).collect()
}

fn ends_plainly(gold: &Gold) -> bool {
    let last = gold.forms.len() as u32 - 1;
    gold.forms.last().is_some_and(|f| f == ".") && !gold.heads.contains(&last)
}

fn headline(gold: &Gold) -> Gold {
    let mut out = gold.clone();
    for list in [&mut out.forms, &mut out.tags, &mut out.lemmas, &mut out.labels, &mut out.names] {
        list.pop();
    }
    out.heads.pop();
    let len = out.forms.len() as u32;
    out.heads.iter_mut().for_each(|h| *h = (*h).min(len));
    for (form, tag) in out.forms.iter_mut().zip(&out.tags) {
        let small =
            ["ADP", "DET", "CCONJ", "PART"].iter().any(|t| tag.starts_with(t)) && form.len() < 5;
        if !small {
            *form = capitalised(form);
        }
    }
    out
}

fn capitalised(form: &str) -> String {
    let mut chars = form.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
