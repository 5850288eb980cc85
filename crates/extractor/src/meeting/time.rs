//! When a meeting was or will be, as its clause says.

use record::{Evidence, TimeMention};
use text::{Grain, Role, Span, TimeExpression, TimexKind, TokenIndex, When};

use crate::reading::Reading;

/// The time that belongs to a meeting's verb or noun.
pub(crate) fn of(reading: &Reading, anchor: TokenIndex, clause: TokenIndex) -> Option<TimeMention> {
    let candidates = in_sentence(reading, anchor);
    let belongs = |(_, top): &&(&TimeExpression, TokenIndex)| {
        climbs(reading, *top, anchor) || clause != anchor && climbs(reading, *top, clause)
    };
    let own: Vec<_> = candidates.iter().filter(belongs).collect();
    if own.is_empty() {
        let near = candidates.iter().find(|(_, top)| beside(reading, *top, anchor, clause));
        let near = near.and_then(|(t, _)| mention(reading, t));
        return near
            .or_else(|| before_when(reading, clause, &candidates))
            .or_else(|| of_deed(reading, clause, &candidates));
    }
    let best = own.into_iter().min_by_key(|(t, top)| (is_vague(t), top.0.abs_diff(anchor.0)));
    best.and_then(|(t, _)| mention(reading, t))
}

/// True if no other verb and no comma stands between the time and the meeting's words.
fn beside(reading: &Reading, top: TokenIndex, anchor: TokenIndex, clause: TokenIndex) -> bool {
    let tree = &reading.tree;
    let (first, last) = (anchor.min(clause), anchor.max(clause));
    let between = if top > last { last.0 + 1..top.0 } else { top.0 + 1..first.0 };
    if top > first && top < last {
        return true;
    }
    if top < first && of_the_promise(reading, top, clause) {
        return false;
    }
    between.map(TokenIndex).all(|t| {
        tree.upos(t) != text::Upos::VERB
            && !matches!(tree.form(t), "," | ";" | "that")
            && !crate::tree::is_quote(tree.form(t))
    })
}

/// "agreed on Monday to meet": the time of the agreeing, not of the meeting; "is expected on Monday to meet" is.
fn of_the_promise(reading: &Reading, top: TokenIndex, clause: TokenIndex) -> bool {
    let tree = &reading.tree;
    let promised = |verb: &TokenIndex| {
        let active = tree.child(*verb, Role::PassiveSubject).is_none();
        active && tree.doc.tokens[verb.at()].past && tree.is_infinitive(clause)
    };
    let governor = tree.head(clause).filter(|_| tree.role(clause) == Role::OpenComplement);
    governor.filter(promised).is_some_and(|verb| tree.head(top) == Some(verb))
}

/// "paid a visit on Monday, holding talks": the time of the deed that the meeting was part of.
fn of_deed(
    reading: &Reading,
    clause: TokenIndex,
    candidates: &[(&TimeExpression, TokenIndex)],
) -> Option<TimeMention> {
    let tree = &reading.tree;
    let part = tree.role(clause) == Role::AdverbialClause
        && tree.form(clause).ends_with("ing")
        && !tree.children(clause).iter().any(|c| tree.role(*c) == Role::Mark);
    let deed = tree.head(clause).filter(|_| part)?;
    let own = candidates.iter().find(|(_, top)| *top < clause && climbs(reading, *top, deed));
    own.and_then(|(t, _)| mention(reading, t))
}

/// "on December 28, 2022, when the ministers met", "visited Z on Monday, where he met B": the time just before the
/// clause's *when* or *where*.
fn before_when(
    reading: &Reading,
    clause: TokenIndex,
    candidates: &[(&TimeExpression, TokenIndex)],
) -> Option<TimeMention> {
    const REACH: u32 = 3;
    let mark = |c: &&TokenIndex| matches!(reading.tree.form(**c), "when" | "where");
    let when = reading.tree.children(clause).iter().find(mark)?;
    let near =
        |(_, top): &&(&TimeExpression, TokenIndex)| top < when && when.0 - top.0 <= REACH + 2;
    candidates.iter().rev().find(near).and_then(|(t, _)| mention(reading, t))
}

/// The time at which something was said: "last week said that".
pub(crate) fn of_cue(reading: &Reading, cue: TokenIndex) -> Option<TimeMention> {
    let own = in_sentence(reading, cue).into_iter().filter(|(_, top)| climbs(reading, *top, cue));
    own.min_by_key(|(_, top)| top.0.abs_diff(cue.0)).and_then(|(t, _)| mention(reading, t))
}

fn in_sentence<'a>(
    reading: &Reading<'a>,
    token: TokenIndex,
) -> Vec<(&'a TimeExpression, TokenIndex)> {
    let span = reading.tree.sentence(token).span;
    let times = &reading.doc().times;
    let first = times.partition_point(|t| t.span.start() < span.start());
    times[first..]
        .iter()
        .take_while(|t| t.span.end() <= span.end())
        .filter(|t| !after_since(reading, t))
        .filter(|t| t.kind == TimexKind::Date || t.kind == TimexKind::Time && t.when.is_some())
        .filter_map(|t| Some((t, reading.top(reading.tokens_in(t.span, span)?))))
        .collect()
}

/// "the first since 2011": a time that something is counted from.
fn after_since(reading: &Reading, time: &TimeExpression) -> bool {
    let tokens = &reading.doc().tokens;
    let at = tokens.partition_point(|t| t.span.start() < time.span.start());
    let word = |n: usize| at.checked_sub(n).map_or("", |t| reading.doc().words(tokens[t].span));
    word(1).eq_ignore_ascii_case("since")
        || word(1) == "in" && word(2).eq_ignore_ascii_case("since")
}

/// "recently" gives way to any finer time.
fn is_vague(time: &TimeExpression) -> bool {
    time.value.ends_with("_REF")
        || time.when.as_ref().is_some_and(|w| w.grain == text::Grain::Vague)
}

/// True if the time hangs below the word with no other clause between.
fn climbs(reading: &Reading, top: TokenIndex, goal: TokenIndex) -> bool {
    let tree = &reading.tree;
    let mut at = top;
    for _ in 0..6 {
        if at == goal {
            return true;
        }
        let verbal = matches!(tree.upos(at), text::Upos::VERB | text::Upos::AUX);
        let shares = match tree.role(at) {
            Role::OpenComplement => true,
            Role::Conjunct => tree.head(at).is_some_and(|first| alike(reading, at, first)),
            _ => false,
        };
        if at != top && verbal && !shares {
            return false;
        }
        match tree.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

/// "met A and saw B", not "met A and will see B": two that can have one time.
fn alike(reading: &Reading, second: TokenIndex, first: TokenIndex) -> bool {
    let tree = &reading.tree;
    let past = |t: TokenIndex| tree.doc.tokens[t.at()].past;
    tree.modal(second) == tree.modal(first) && past(second) == past(first)
}

fn mention(reading: &Reading, time: &TimeExpression) -> Option<TimeMention> {
    if let Some(other) = alternative(reading, time) {
        return either(reading, time, other);
    }
    Some(TimeMention {
        evidence: Evidence::cut(&reading.doc().article, time.span)?,
        value: time.value.clone(),
        when: time.when.clone(),
        weekday: time.weekday,
    })
}

/// The Tuesday of "on Monday or Tuesday".
fn alternative<'a>(reading: &Reading<'a>, time: &TimeExpression) -> Option<&'a TimeExpression> {
    let doc = reading.doc();
    let later = doc.times.partition_point(|t| t.span.start() < time.span.end());
    let next = doc.times.get(later)?;
    let between = Span::new(time.span.end(), next.span.start())?;
    matches!(doc.words(between).trim(), "or" | "or on" | "or in").then_some(next)
}

/// From the first day of the earlier to the last of the later.
fn either(reading: &Reading, time: &TimeExpression, other: &TimeExpression) -> Option<TimeMention> {
    let (a, b) = (time.when.as_ref()?, other.when.as_ref()?);
    let when = When::range(a.from.min(b.from), a.until.max(b.until), Grain::Vague, a.anchor)?;
    Some(TimeMention {
        evidence: Evidence::cut(&reading.doc().article, time.span.cover(other.span))?,
        value: format!("{}/{}", time.value, other.value),
        when: Some(when),
        weekday: None,
    })
}
