//! Who did what: hand-keyed subjects and objects against the annotator's roles.
//!
//! A line of gold is the start of a sentence, then per verb its subject and object heads:
//! `The envoys said|said s:envoys o:nothing|met#2 s:they`. `s:` is a subject, of a passive, too, `o:` an
//! object, `a:` the agent of a passive. `#2` is the second such word; commas part words of which any
//! will do; upper-case keys stand for names listed in the header.

use std::collections::HashMap;

use text::{AnnotatedArticle, Role, Token, TokenIndex};

/// Words after the start of a sentence among which its verbs are looked for.
const REACH: usize = 90;

/// What was asked and what was answered rightly.
#[derive(Debug, Default)]
pub struct RoleScore {
    /// Items in the gold whose sentence was found.
    pub asked: usize,
    /// Items answered rightly.
    pub right: usize,
    /// Lines that tell the rest.
    pub wrong: Vec<String>,
}

/// A sentence of the gold, found in an article.
struct Sentence<'a> {
    start: &'a str,
    doc: &'a AnnotatedArticle,
    first: usize,
}

/// Scores annotated articles against the gold.
pub fn score_roles(gold: &str, articles: &[AnnotatedArticle]) -> RoleScore {
    let keys = keys(gold);
    let mut score = RoleScore::default();
    let mut from = HashMap::new();
    for line in gold.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let mut parts = line.split('|');
        let start = parts.next().unwrap_or_default();
        match place(start, articles, &mut from) {
            Some((doc, first)) => {
                let sentence = Sentence { start, doc, first };
                parts.for_each(|item| score_verb(item, &sentence, &keys, &mut score));
            }
            None => score.wrong.push(format!("not found: {start}")),
        }
    }
    score
}

/// The `# names:` line: key to the words of the name.
fn keys(gold: &str) -> HashMap<&str, Vec<&str>> {
    let line = gold.lines().find_map(|l| l.strip_prefix("# names: ")).unwrap_or_default();
    line.split("; ")
        .filter_map(|item| item.split_once(" = "))
        .map(|(k, v)| (k, v.split(' ').collect()))
        .collect()
}

/// The article and token where a sentence starts. The same start is looked for further on each time.
fn place<'a>(
    start: &str,
    articles: &'a [AnnotatedArticle],
    from: &mut HashMap<String, usize>,
) -> Option<(&'a AnnotatedArticle, usize)> {
    let nth = from.entry(start.to_owned()).or_default();
    let hits = articles.iter().flat_map(|doc| {
        let text = doc.article.text.as_str();
        text.match_indices(start).map(move |(at, _)| (doc, at))
    });
    let (doc, at) = hits
        .filter(|(doc, at)| *at == 0 || doc.article.text[..*at].ends_with(char::is_whitespace))
        .nth(*nth)?;
    *nth += 1;
    Some((doc, doc.tokens.partition_point(|t| (t.span.start() as usize) < at)))
}

fn score_verb(
    item: &str,
    sentence: &Sentence,
    keys: &HashMap<&str, Vec<&str>>,
    score: &mut RoleScore,
) {
    let Sentence { start, doc, first } = *sentence;
    let mut words = item.split(' ');
    let verb = find_verb(words.next().unwrap_or_default(), doc, first);
    for slot in words {
        let Some((kind, wanted)) = slot.split_once(':') else { continue };
        let wanted: Vec<&str> =
            wanted.split(',').flat_map(|w| keys.get(w).cloned().unwrap_or(vec![w])).collect();
        let found = verb.map(|v| fillers(doc, v, kind)).unwrap_or_default();
        score.asked += 1;
        if found
            .iter()
            .any(|f| wanted.contains(&f.as_str()) || f.split('-').any(|p| wanted.contains(&p)))
        {
            score.right += 1;
        } else {
            score.wrong.push(format!("{start}… {item} → {kind}: {found:?}"));
        }
    }
}

fn find_verb(spec: &str, doc: &AnnotatedArticle, first: usize) -> Option<usize> {
    let (words, nth) = spec.split_once('#').unwrap_or((spec, "1"));
    let words: Vec<&str> = words.split(',').collect();
    let reach = first..(first + REACH).min(doc.tokens.len());
    let form = |i: usize| doc.form(TokenIndex(i as u32));
    let hits: Vec<usize> = reach.filter(|&i| words.contains(&form(i))).collect();
    let with_children = |i: &usize| {
        doc.tokens.iter().any(|t| t.head == Some(TokenIndex(*i as u32)) && t.role.is_subject())
    };
    let nth = nth.parse::<usize>().unwrap_or(1) - 1;
    if words.len() > 1 { hits.iter().copied().find(with_children) } else { hits.get(nth).copied() }
}

/// Forms of the subjects or objects of a verb, with those of a coordination.
fn fillers(doc: &AnnotatedArticle, verb: usize, kind: &str) -> Vec<String> {
    let fits = |t: &Token| match kind {
        "s" => t.role.is_subject(),
        "a" => t.role == Role::Agent,
        _ => t.role == Role::Object,
    };
    let of = |v: usize| -> Vec<String> {
        let kids = doc
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, t)| t.head == Some(TokenIndex(v as u32)) && fits(t));
        kids.map(|(i, _)| doc.form(TokenIndex(i as u32)).to_owned()).collect()
    };
    let own = of(verb);
    match doc.tokens[verb].head {
        Some(head) if own.is_empty() && doc.tokens[verb].role == Role::Conjunct && kind == "s" => {
            of(head.at())
        }
        _ => own,
    }
}

#[cfg(test)]
mod tests {
    use pipeline::Tools;
    use text::Article;

    use super::*;

    /// Asks for a little less than the shipped model was measured to reach: two trainings of one recipe
    /// differ by up to three in a hundred here.
    const FLOOR: f64 = 0.85;

    #[test]
    fn the_shipped_model_knows_who_did_what_in_other_talks() {
        let tools = Tools::shipped();
        let article = Article::of_paragraphs(include_str!("../../annotator/cases/roles_talks.md"));
        let (article, _) = tools.annotator.annotate(&article, &tools.lexicon);
        let keys = include_str!("../../annotator/cases/roles_talks.txt");
        let score = score_roles(keys, &[article]);
        let wrong = score.wrong.join("\n");
        assert!(score.asked > 200, "sentences are not found:\n{wrong}");
        let share = score.right as f64 / score.asked as f64;
        assert!(share >= FLOOR, "{} of {} right:\n{wrong}", score.right, score.asked);
    }
}
