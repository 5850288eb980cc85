//! `annotate`: the annotator alone, as CoNLL-U or JSON.

use std::collections::BTreeMap;
use std::fmt::Write;

use pipeline::{Reader, annotate, each};
use text::{AnnotatedArticle, EntityKind, Sentence, Span, Token, TokenIndex};

use super::gathering::{Keep, gathering};
use super::layers::LayersOut;
use crate::args::Pages;
use crate::output::{self, Screen};
use crate::page::{clean, problem_line};
use crate::status::Status;

/// Prints each article's sentences.
pub fn run(args: &Pages, screen: &Screen) -> anyhow::Result<Status> {
    let (tools, given) = (super::tools(args)?, super::given(args));
    let reader = Reader { tools: &tools, given: &given, jobs: super::jobs(args) };
    let found = gathering(args, Keep::Nothing, screen)?;
    let before = found.tell(screen);
    super::tell_if_none(&found, screen);
    let seen = each(&found.inputs, &reader, |part| {
        let odd = part.problems.iter().map(|odd| (&odd.path, &odd.problem));
        odd.for_each(|(path, problem)| screen.tell(&problem_line(path, problem)));
        for reading in &part.readings {
            let (doc, problems) = annotate(&reading.article, &tools);
            let name = &reading.article.name;
            problems.iter().for_each(|p| screen.tell(&problem_line(name, p)));
            let shown = doc.map(|doc| if args.json { json(&doc) } else { Ok(conllu(&doc)) });
            output::print(&shown.transpose()?.unwrap_or_default())?;
        }
        anyhow::Ok(())
    })?;
    Ok(super::ending(before, seen))
}

/// All layers on one line.
fn json(doc: &AnnotatedArticle) -> anyhow::Result<String> {
    Ok(serde_json::to_string(&LayersOut::of(doc))? + "\n")
}

/// All sentences, with entities and times in MISC.
fn conllu(doc: &AnnotatedArticle) -> String {
    let notes = notes(doc);
    let name = clean(&doc.article.name);
    let mut out = format!("# newdoc id = {name}\n");
    for (number, sentence) in doc.sentences.iter().enumerate() {
        let text = doc.words(sentence.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(out, "# sent_id = {name}-{}\n# text = {text}\n", number + 1);
        for at in sentence.tokens.range() {
            if let Some(token) = doc.tokens.get(at) {
                out.push_str(&row(doc, sentence, (at, token), &notes));
            }
        }
        out.push('\n');
    }
    out
}

fn row(
    doc: &AnnotatedArticle,
    sentence: &Sentence,
    (at, token): (usize, &Token),
    notes: &BTreeMap<usize, Vec<String>>,
) -> String {
    let first = sentence.tokens.start.at();
    let number = |index: usize| (index + 1).saturating_sub(first);
    let head = token.head.map_or(0, |head: TokenIndex| number(head.at()));
    let mut misc = notes.get(&at).cloned().unwrap_or_default();
    let touches = |next: &Token| next.span.start() == token.span.end();
    if doc.tokens.get(at + 1).is_some_and(touches) {
        misc.push("SpaceAfter=No".to_owned());
    }
    let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
    let (form, lemma) = (doc.words(token.span), &token.lemma);
    let (upos, deprel) = (token.upos.as_str(), token.deprel);
    format!("{}\t{form}\t{lemma}\t{upos}\t_\t_\t{head}\t{deprel}\t_\t{misc}\n", number(at))
}

/// What MISC says of each token: `NER=B-PER`, `Timex=2023-05-10`, and on the first token of a place's
/// name how likely it stands for a government, a people or a team: `Metonymy=0.83`.
fn notes(doc: &AnnotatedArticle) -> BTreeMap<usize, Vec<String>> {
    let mut notes: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for entity in &doc.entities {
        for (place, at) in entity.tokens.range().enumerate() {
            let begin = if place == 0 { 'B' } else { 'I' };
            notes.entry(at).or_default().push(format!("NER={begin}-{}", kind(entity.kind)));
        }
        if let Some(likely) = entity.metonymy {
            let note = format!("Metonymy={:.2}", likely.value());
            notes.entry(entity.tokens.start.at()).or_default().push(note);
        }
    }
    for (span, value) in doc.times.iter().flat_map(|time| time.timexes()) {
        for at in within(doc, span) {
            notes.entry(at).or_default().push(format!("Timex={value}"));
        }
    }
    notes
}

fn within(doc: &AnnotatedArticle, span: Span) -> std::ops::Range<usize> {
    let first = doc.tokens.partition_point(|token| token.span.start() < span.start());
    let past = doc.tokens.partition_point(|token| token.span.end() <= span.end());
    first..past.max(first)
}

/// The usual three letters.
pub fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organization => "ORG",
        EntityKind::GeopoliticalEntity => "GPE",
        EntityKind::Location => "LOC",
        EntityKind::Facility => "FAC",
    }
}
