//! Statements: a speech by somebody who stands for a party, with what is done by it.

mod act;
mod agreed;
mod characterization;
mod commitment;
mod demand;
mod denial;
mod due;
mod offer;
mod outcome;
mod precondition;
mod told_twice;
mod topic;

use lexicon::CueClass;
use record::{
    Certainty, Claim, Content, Dependence, Evidence, Manner, Modality, Party, Polarity, SpeechAct,
    StatementMention, Tool, Undertaking,
};
use text::{BlockKind, Role, Span, TokenIndex};

use crate::actor::Actor;
use crate::reading::Reading;
use crate::voice::Speech;

/// What a statement was read as, and by which rule.
pub(crate) struct ActRead {
    pub act: SpeechAct,
    pub rule: &'static str,
    pub requires: Option<Dependence>,
    pub undertakes: Option<Undertaking>,
}

/// Raised whenever any answer of these rules may change.
const VERSION: u32 = 1;

/// The statements of an article.
pub(crate) fn claims(reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = speeches
        .iter()
        .filter(|s| !inside_a_party_s_words(reading, s, speeches) && !denied(s, speeches))
        .filter(|s| !in_a_lost_voice(reading, s, speeches))
        .filter(|s| !crate::meeting::is_disowned(reading, s.cue))
        .filter_map(|s| claim(reading, s))
        .collect();
    claims.extend(agreed::claims(reading, speeches));
    claims.extend(precondition::unspoken(reading, speeches));
    let mut claims = told_twice::noted_once(reading, one_for_each_stretch(claims));
    claims.extend(outcome::claims(reading, speeches));
    claims
}

/// True for what one party says of another's words: the outer one's statement is kept.
fn inside_a_party_s_words(reading: &Reading, inner: &Speech, speeches: &[Speech]) -> bool {
    if added_by_the_writer(reading, inner) {
        return false;
    }
    let own = inner.parties();
    speeches.iter().any(|outer| {
        let around = outer.cue != inner.cue && outer.tokens.contains(inner.cue);
        around && speaks_for_itself(outer) && !outer.is_of(&own)
    })
}

/// True for what a quotation says of somebody, where nobody is known whose words the quotation gives: "'Ankara
/// wants war', read a banner".
fn in_a_lost_voice(reading: &Reading, inner: &Speech, speeches: &[Speech]) -> bool {
    let tokens = &reading.doc().tokens;
    let cue = tokens[inner.cue.at()].span;
    let quoted = |q: &text::Quotation| {
        let whole = |a: &Actor| q.inner.contains(tokens[a.start()].span);
        q.inner.contains(cue) && inner.speaker.iter().all(whole)
    };
    let within = reading.doc().quotations.iter().any(quoted);
    within && !speeches.iter().any(|s| s.cue != inner.cue && s.tokens.contains(inner.cue))
}

/// "— an issue that Muscat promised to raise": a relative clause outside quotation marks.
fn added_by_the_writer(reading: &Reading, inner: &Speech) -> bool {
    let at = reading.doc().tokens[inner.cue.at()].span;
    let quoted = reading.doc().quotations.iter().any(|q| q.outer.contains(at));
    reading.tree.role(inner.cue) == Role::RelativeClause && !quoted
}

/// True for what somebody denies or rejects: "denied a report that Ankara agreed to withdraw".
fn denied(inner: &Speech, speeches: &[Speech]) -> bool {
    speeches.iter().any(|outer| {
        outer.cue != inner.cue
            && outer.tokens.contains(inner.cue)
            && matches!(outer.class, CueClass::Deny | CueClass::Reject)
    })
}

/// A person or ministry; not an agency, not "officials" who brief.
fn speaks_for_itself(speech: &Speech) -> bool {
    !speech.parties().is_empty()
        && speech.speaker.iter().all(|a| a.kind != record::ActorKind::Outlet && !a.plural)
}

fn claim(reading: &Reading, speech: &Speech) -> Option<Claim> {
    let parties = speech.parties();
    let sided = !parties.is_empty() && !topic::by_onlookers(reading, speech);
    let sided = sided && !speech.speaker.iter().all(|actor| is_former(reading, actor));
    if !sided || !in_the_body(reading, speech) {
        return None;
    }
    let read = act::read(reading, speech)?;
    build(reading, speech, &speech.speaker, read)
}

/// "former foreign minister Salim Harthi": he speaks for nobody but himself.
fn is_former(reading: &Reading, actor: &Actor) -> bool {
    let words = actor.antecedent.unwrap_or(actor.tokens);
    let before =
        words.start.0.saturating_sub(1).max(reading.tree.sentence(words.start).tokens.start.0);
    let mut tokens = (before..words.end.0).map(TokenIndex);
    tokens.any(|t| {
        let word = reading.tree.form(t).to_lowercase();
        matches!(word.as_str(), "former" | "ex" | "retired") || word.starts_with("ex-")
    })
}

/// Headlines, standfirsts and captions say again what the body says.
fn in_the_body(reading: &Reading, speech: &Speech) -> bool {
    let blocks = &reading.doc().article.blocks;
    let block = blocks.get(reading.tree.sentence(speech.tokens.start).block);
    block.is_none_or(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Correction))
}

/// The claim of a speech that has been read.
pub(crate) fn build(
    reading: &Reading,
    speech: &Speech,
    speakers: &[Actor],
    read: ActRead,
) -> Option<Claim> {
    let doc = reading.doc();
    let mut speaker = speakers.last()?.mention(doc);
    speaker.parties = crate::actor::parties_of(speakers);
    if speakers.len() > 1 {
        let all = speakers[0].mention(doc).span.cover(speaker.span);
        (speaker.span, speaker.words, speaker.person) = (all, doc.words(all).to_owned(), None);
    }
    let content = Content::Statement(StatementMention {
        speaker,
        act: read.act,
        issues: issues(reading, speech, read.requires.as_ref()),
        verbatim: speech.manner == Manner::Verbatim,
        requires: read.requires,
        undertakes: read.undertakes,
    });
    let polarity =
        if read.act == SpeechAct::Denial { Polarity::Denied } else { Polarity::Affirmed };
    let certainty = Certainty { polarity, modality: modality(reading, speech) };
    let evidence = Evidence::cut(&doc.article, speech.content)?;
    let tool = Tool::rule(read.rule, VERSION);
    Some(Claim::new(
        doc.article.id,
        content,
        (speech.attribution(reading), certainty),
        (evidence, tool),
    ))
}

/// What is spoken of, and what a condition takes up from before.
fn issues(reading: &Reading, speech: &Speech, requires: Option<&Dependence>) -> Vec<String> {
    let awaited = requires.map(|r| r.depends_on.evidence.span());
    let awaited = awaited.and_then(|span| reading.tokens_in(span, span));
    let mut found: Vec<String> = Vec::new();
    for tokens in [Some(speech.tokens), awaited].into_iter().flatten() {
        let named = reading.issues(tokens).into_iter().map(|(issue, _)| issue);
        let new: Vec<String> = named.filter(|issue| !found.contains(issue)).collect();
        found.extend(new);
    }
    found
}

fn modality(reading: &Reading, speech: &Speech) -> Modality {
    match reading.tree.modal(speech.head).as_deref() {
        Some("may" | "might" | "could" | "can") => Modality::Possible,
        Some("should" | "would") => Modality::Probable,
        _ => Modality::Certain,
    }
}

/// Of statements whose words overlap in great part, the one that says most of what is done.
fn one_for_each_stretch(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|c| (told_twice::weight(c), c.shown().span(), c.id));
    let mut kept: Vec<Claim> = Vec::new();
    for claim in claims {
        let span = claim.shown().span();
        if !kept.iter().any(|k| mostly_same(k.shown().span(), span)) {
            kept.push(claim);
        }
    }
    kept.sort_by_key(|c| (c.shown().span(), c.id));
    kept
}

fn mostly_same(a: Span, b: Span) -> bool {
    let shared = a.end().min(b.end()).saturating_sub(a.start().max(b.start()));
    2 * shared > a.len().min(b.len())
}

/// The parties named as subject of a clause, else those who speak.
pub(crate) fn subject_parties(reading: &Reading, speech: &Speech) -> Vec<Party> {
    let subject = reading.tree.subject(speech.head);
    let named = subject
        .map(|s| crate::actor::parties_of(reading.actors.group(&reading.tree, s)))
        .unwrap_or_default();
    if named.is_empty() { speech.parties() } else { named }
}
