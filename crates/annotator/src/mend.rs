//! What no tree of a sentence has, mended: the network chooses each head by itself, and sometimes two
//! words come to stand where there is room for one.

use text::{Token, TokenIndex, Upos};

use crate::roles::is_day;

/// Mends the trees of tokens that know their head and label.
pub(crate) fn mend(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if let Some((head, label)) = mended(tokens, at) {
            tokens[at].head = Some(TokenIndex(head as u32));
            tokens[at].deprel = label;
        }
    }
}

/// The head and the label that a word should have, if others.
fn mended(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    match tokens[at].deprel {
        "conj" => further_content(tokens, at),
        "nsubj" | "nsubj:pass" => own_subject(tokens, at),
        "obj" => explanation(tokens, at),
        "acl" | "acl:relcl" => said_on_a_day(tokens, at).or_else(|| promised(tokens, at)),
        "advcl" => promised(tokens, at),
        _ => None,
    }
}

/// "said there was hope and *that* the talks would go on": the second clause goes on what was said.
fn further_content(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let said = head(tokens, at)?;
    let that = |child: usize| tokens[child].deprel == "mark" && tokens[child].lemma == "that";
    children(tokens, at).find(|child| that(*child))?;
    let content = |child: &usize| tokens[*child].deprel == "ccomp" && (said..at).contains(child);
    children(tokens, said).find(content).map(|content| (content, "conj"))
}

/// "*Trade and transit* were discussed, the ministry said": of two subjects of a verb the one before a
/// clause that has none is the clause's.
fn own_subject(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let verb = head(tokens, at)?;
    let is_subject = |child: &usize| tokens[*child].deprel.starts_with("nsubj");
    let other = children(tokens, verb).filter(|child| *child != at).find(is_subject)?;
    let clause = children(tokens, verb)
        .find(|child| tokens[*child].deprel == "ccomp" && (at..other).contains(child))?;
    if children(tokens, clause).any(|child| is_subject(&child)) {
        return None;
    }
    let passive = children(tokens, clause).any(|child| tokens[child].deprel == "aux:pass");
    Some((clause, if passive { "nsubj:pass" } else { "nsubj" }))
}

/// "voiced readiness to sign, *a step* that ...": a second object behind a comma explains the first.
fn explanation(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let verb = head(tokens, at)?;
    let first = children(tokens, verb).find(|child| tokens[*child].deprel == "obj")?;
    let comma = |child: usize| tokens[child].lemma == "," && child < at;
    let parted = first < at && children(tokens, at).any(comma);
    parted.then_some((first, "appos"))
}

/// "said on Friday that *they agreed*": what was said hangs on the verb, not on the day.
fn said_on_a_day(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let day = head(tokens, at).filter(|day| is_day(&tokens[*day].lemma))?;
    tokens.get(day + 1).filter(|next| next.deprel == "mark" && next.lemma == "that")?;
    let verb = head(tokens, day).filter(|_| tokens[day].deprel.starts_with("obl"))?;
    let said = children(tokens, verb).any(|child| tokens[child].deprel == "ccomp");
    (!said).then_some((verb, "ccomp"))
}

/// Verbs that an infinitive completes whatever stands between.
const COMPLETED: [&str; 13] = [
    "agree", "decide", "decline", "fail", "hope", "intend", "offer", "plan", "pledge", "promise",
    "refuse", "threaten", "vow",
];

/// "promised on Monday *to withdraw*", "promised Oman in a note *to withdraw*": no purpose, but what was promised.
fn promised(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    let above = head(tokens, at)?;
    let on_a_day = tokens[above].deprel.starts_with("obl") && is_day(&tokens[above].lemma);
    let verb = if on_a_day { head(tokens, above)? } else { above };
    let to = children(tokens, at).find(|child| tokens[*child].deprel == "mark")?;
    let completed = COMPLETED.contains(&tokens[verb].lemma.as_str())
        && tokens[verb].upos == Upos::VERB
        && tokens[to].lemma == "to"
        && verb < to;
    let has = |role: &str| children(tokens, verb).any(|child| tokens[child].deprel == role);
    if !completed || has("xcomp") || has("ccomp") || children(tokens, at).any(|c| c < to) {
        return None;
    }
    let parted = tokens[verb..to].iter().any(|token| token.upos == Upos::PUNCT);
    let beside = |child: &usize| (verb..to).contains(child) && !on_a_day;
    let content = children(tokens, verb).filter(beside).any(|child| !aside(tokens, verb, child));
    (!parted && !content).then_some((verb, "xcomp"))
}

/// What may stand between a promise and its infinitive: when and where, how, and to whom.
fn aside(tokens: &[Token], verb: usize, child: usize) -> bool {
    let on = children(tokens, child).any(|case| tokens[case].lemma == "on");
    match tokens[child].deprel {
        "advmod" | "obl:tmod" | "iobj" => true,
        "obl" => !on || is_day(&tokens[child].lemma) || tokens[child].upos == Upos::NUM,
        "obj" => tokens[verb].lemma == "promise" && tokens[child].upos == Upos::PROPN,
        _ => false,
    }
}

fn head(tokens: &[Token], at: usize) -> Option<usize> {
    tokens[at].head.map(|head| head.0 as usize).filter(|head| *head < tokens.len())
}

/// Words from a word, to either side, in which its children are looked for.
const REACH: usize = 60;

fn children(tokens: &[Token], head: usize) -> impl Iterator<Item = usize> + '_ {
    let around = head.saturating_sub(REACH)..(head + REACH).min(tokens.len());
    around.filter(move |at| tokens[*at].head == Some(TokenIndex(head as u32)))
}
