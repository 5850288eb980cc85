//! Treebanks of languages whose endings say what English says with small words.
//!
//! * The finer tag is made of features: `VERB/Past`, `NOUN/Loc`, `VERB/Fut+Neg`.
//! * What stands between spaces is one word, as the tokenizer has it, whatever parts its tree has.
//! * An ending behind an apostrophe is a word of its own, which marks the name before it: "Bern'de" is
//!   "Bern" and, by `case`, "'de".
//! * The noun of a light verb is its object: "held talks".

use annotator::training::{Gold, ending, rows_of};

/// Features worth telling apart, with the values that say nothing.
const FEATURES: &[(&str, &[&str])] = &[
    ("Case", &["Nom"]),
    ("Tense", &["Pres"]),
    ("Polarity", &["Pos"]),
    ("VerbForm", &["Fin"]),
    ("Voice", &["Act"]),
];

/// Reads sentences. Those whose tree is broken are left out.
pub fn read_inflected(text: &str) -> Vec<Gold> {
    rows_of(text, &[]).iter().filter_map(|rows| sentence(rows)).map(|gold| part(&gold)).collect()
}

/// What stands between spaces: its form and the rows of its parts.
struct Unit<'a> {
    form: &'a str,
    parts: Vec<&'a [&'a str]>,
}

impl<'a> Unit<'a> {
    /// The part that hangs outside: it answers for the whole.
    fn top(&self) -> Option<&'a [&'a str]> {
        let inside = |id: &str| self.parts.iter().any(|part| part[0] == id);
        self.parts.iter().copied().find(|part| !inside(part[6])).or(self.parts.first().copied())
    }
}

fn units<'a>(rows: &'a [Vec<&'a str>]) -> Vec<Unit<'a>> {
    let mut units: Vec<Unit> = Vec::new();
    let mut until = 0;
    for row in rows.iter().filter(|row| row.len() == 10) {
        if let Some((_, last)) = row[0].split_once('-') {
            until = last.parse().unwrap_or(0);
            units.push(Unit { form: row[1], parts: Vec::new() });
        } else if let Ok(id) = row[0].parse::<usize>() {
            if id > until {
                units.push(Unit { form: row[1], parts: Vec::new() });
            }
            units.iter_mut().last().into_iter().for_each(|unit| unit.parts.push(row));
        }
    }
    units
}

fn sentence(rows: &[Vec<&str>]) -> Option<Gold> {
    let units = units(rows);
    let place = |id: &str| units.iter().position(|unit| unit.parts.iter().any(|p| p[0] == id));
    let mut gold = Gold { weight: 1, ..Gold::default() };
    for unit in &units {
        let top = unit.top()?;
        gold.forms.push(unit.form.to_owned());
        gold.tags.push(format!("{}/{}", top[3], finer(top[5])));
        gold.lemmas.push(if top[2] == "_" { unit.form.to_lowercase() } else { top[2].to_owned() });
        gold.heads.push(if top[6] == "0" { units.len() } else { place(top[6])? } as u32);
        gold.labels.push(label(top[7]).to_owned());
    }
    (!gold.forms.is_empty()).then_some(gold)
}

/// What the features add to the tag.
fn finer(features: &str) -> String {
    let value = |(name, idle): &(&str, &[&str])| {
        let mut said = features.split('|').filter_map(|feature| feature.split_once('='));
        let (_, value) = said.find(|(key, _)| key == name)?;
        (!idle.contains(&value)).then(|| value.to_owned())
    };
    let said: Vec<String> = FEATURES.iter().filter_map(value).collect();
    if said.is_empty() { "_".to_owned() } else { said.join("+") }
}

fn label(label: &str) -> &str {
    if label == "compound:lvc" { "obj" } else { label }
}

/// Parts endings behind an apostrophe from their words.
fn part(gold: &Gold) -> Gold {
    let cuts: Vec<Option<usize>> = gold.forms.iter().map(|form| ending(form)).collect();
    let mut places = Vec::with_capacity(cuts.len() + 1);
    let mut count = 0;
    for cut in &cuts {
        places.push(count);
        count += 1 + u32::from(cut.is_some());
    }
    places.push(count);
    let mut out = Gold { weight: gold.weight, ..Gold::default() };
    for (at, cut) in cuts.iter().enumerate() {
        let head = places.get(gold.heads[at] as usize).copied().unwrap_or(count);
        let (form, behind) = gold.forms[at].split_at(cut.unwrap_or(gold.forms[at].len()));
        let (upos, fine) = gold.tags[at].split_once('/').unwrap_or((&gold.tags[at], "_"));
        let own = if behind.is_empty() { gold.tags[at].clone() } else { format!("{upos}/_") };
        push(&mut out, (form, own, &gold.lemmas[at]), (head, &gold.labels[at]));
        if !behind.is_empty() {
            let lemma = behind.replace('’', "'");
            push(&mut out, (behind, format!("ADP/{fine}"), &lemma), (places[at], "case"));
        }
    }
    out
}

fn push(gold: &mut Gold, (form, tag, lemma): (&str, String, &str), (head, label): (u32, &str)) {
    gold.forms.push(form.to_owned());
    gold.tags.push(tag);
    gold.lemmas.push(lemma.to_owned());
    gold.heads.push(head);
    gold.labels.push(label.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "\
# text = Bakanlar Bern'de konuşuyorlarmış.
1\tBakanlar\tbakan\tNOUN\t_\tCase=Nom|Number=Plur\t3\tnsubj\t_\t_
2\tBern'de\tBern\tPROPN\t_\tCase=Loc\t3\tobl\t_\t_
3-4\tkonuşuyorlarmış\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\tkonuşuyorlar\tkonuş\tVERB\t_\tPolarity=Pos\t0\troot\t_\t_
4\tmış\ti\tAUX\t_\tTense=Past\t3\tcop\t_\t_
5\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_
";

    #[test]
    fn words_are_those_of_the_tokenizer() {
        let gold = read_inflected(TREE);
        let [gold] = gold.as_slice() else { panic!("one sentence") };
        assert_eq!(gold.forms, ["Bakanlar", "Bern", "'de", "konuşuyorlarmış", "."]);
        assert_eq!(gold.tags, ["NOUN/_", "PROPN/_", "ADP/Loc", "VERB/_", "PUNCT/_"]);
        assert_eq!(gold.heads, [3, 3, 1, 5, 3]);
        assert_eq!(gold.labels, ["nsubj", "obl", "case", "root", "punct"]);
    }

    #[test]
    fn features_that_say_little_are_left_out() {
        assert_eq!(finer("Aspect=Perf|Case=Nom|Polarity=Neg|Tense=Fut"), "Fut+Neg");
        assert_eq!(finer("_"), "_");
    }
}
