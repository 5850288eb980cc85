//! Coded events as claims, each in the voice of the speech that it stands in.

use record::{
    Certainty, Claim, Content, EventMention, EventStatus, Evidence, Modality, Polarity, Tool,
};
use text::TokenIndex;

use super::firm::is_firm;
use super::{CodedEvent, EventCoder, Found};
use crate::meeting::{around, time};
use crate::reading::Reading;
use crate::voice::{self, Speech};

const VERSION: u32 = 1;

/// The events of an article; not those of its headlines, which its text tells better, nor those with
/// nobody known at one end, most of which are misread.
pub(crate) fn claims(coder: &EventCoder, reading: &Reading, speeches: &[Speech]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for found in coder.find(reading).iter().filter(|f| is_told(reading, f)) {
        claims.extend(claim(reading, speeches, found));
    }
    claims.dedup_by(|a, b| a.content == b.content && a.evidence == b.evidence);
    claims
}

fn is_told(reading: &Reading, found: &Found) -> bool {
    let unknown = found.event.source == "UNK" || found.event.target == "UNK";
    !reading.in_marked_headline(found.head) && !unknown && is_firm(reading, found)
}

fn claim(reading: &Reading, speeches: &[Speech], found: &Found) -> Option<Claim> {
    let Found { event, head, .. } = found;
    let doc = reading.doc();
    let attribution = match around(speeches, *head) {
        Some(speech) => speech.attribution(reading),
        None => voice::page(reading),
    };
    let evidence = Evidence::cut(&doc.article, event.span)?;
    let content = Content::Event(mention(reading, event, *head));
    let kind = event.plover.unwrap_or("STATEMENT").to_lowercase();
    let tool = Tool::rule(&format!("event/{kind}"), VERSION);
    let said = (attribution, certainty(event.status));
    Some(Claim::new(doc.article.id, content, said, (evidence, tool)))
}

fn mention(reading: &Reading, event: &CodedEvent, head: TokenIndex) -> EventMention {
    EventMention {
        source: event.source.clone(),
        target: event.target.clone(),
        code: event.cameo.clone(),
        status: event.status,
        contexts: event.contexts.iter().map(|&context| context.to_owned()).collect(),
        pattern: event.pattern.clone(),
        time: time::of(reading, head, head),
    }
}

fn certainty(status: EventStatus) -> Certainty {
    let (polarity, modality) = match status {
        EventStatus::Past => (Polarity::Affirmed, Modality::Certain),
        EventStatus::Future => (Polarity::Affirmed, Modality::Probable),
        EventStatus::Negated => (Polarity::Denied, Modality::Certain),
        EventStatus::Hypothetical => (Polarity::Affirmed, Modality::Possible),
    };
    Certainty { polarity, modality }
}
