//! What was done, in codes: reports of one act by one actor on another on one day are one row.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::{
    Claim, Event, EventMention, EventReport, EventStatus, Meeting, Party, RowId, RowKind, Statement,
};
use text::{ArticleId, Span};

use crate::days::{Days, days_between};
use crate::lineage::Ancestry;
use crate::scope::Scope;

/// Reports of one act are of days no further apart, where not both tell its day.
const DAYS_APART: i32 = 1;

/// Who, on whom, which kind of act, and whether it took place.
type Key<'a> = (&'a str, &'a str, &'a str, EventStatus);

struct Told<'a> {
    document: usize,
    claim: &'a Claim,
    mention: &'a EventMention,
    day: Option<Date>,
    reported: Option<Date>,
}

impl Told<'_> {
    fn near(&self) -> Option<Date> {
        self.day.or(self.reported)
    }

    fn joins(&self, before: &Told) -> bool {
        let apart = self.near().zip(before.near()).map(|(a, b)| days_between(a, b).abs());
        match self.day.zip(before.day) {
            Some((a, b)) => a == b,
            None => apart.map_or(self.document == before.document, |days| days <= DAYS_APART),
        }
    }
}

/// In order of day, then of id.
pub(crate) fn rows(
    scope: &Scope,
    ancestry: &Ancestry,
    (meetings, statements): (&[Meeting], &[Statement]),
) -> Vec<Event> {
    let mut by_key: BTreeMap<Key, Vec<Told>> = BTreeMap::new();
    for (document, claim, mention) in scope.events() {
        let reported = scope.documents.get(document).and_then(|d| d.day());
        let day = mention.time.as_ref().and_then(|time| Days::of_mention(time).exact());
        let root = mention.code.get(..2).unwrap_or(&mention.code);
        let key = (mention.source.as_str(), mention.target.as_str(), root, mention.status);
        by_key.entry(key).or_default().push(Told { document, claim, mention, day, reported });
    }
    let places = Places::of(meetings, statements);
    let mut events: Vec<Event> = Vec::new();
    for (_, mut told) in by_key {
        told.sort_by_key(|t| (t.near(), t.day, t.document, t.claim.shown().span(), t.claim.id));
        for group in told.chunk_by(|before, after| after.joins(before)) {
            events.extend(row(ancestry, &places, group));
        }
    }
    events.sort_by_cached_key(|e| (e.day.or(e.reported), e.id.clone()));
    events
}

fn row(ancestry: &Ancestry, places: &Places, group: &[Told]) -> Option<Event> {
    let first = group.iter().map(|t| t.mention).min_by_key(|m| (Reverse(m.code.len()), &m.code))?;
    let contexts: BTreeSet<&String> = group.iter().flat_map(|t| &t.mention.contexts).collect();
    let mut reports: Vec<&Told> = group.iter().collect();
    reports.sort_by_key(|t| (t.document, t.claim.shown().span(), t.claim.id));
    Some(Event {
        id: RowId::new(RowKind::Event, group.iter().map(|t| t.claim.id).min()?),
        source: first.source.clone(),
        target: first.target.clone(),
        code: first.code.clone(),
        status: first.status,
        contexts: contexts.into_iter().cloned().collect(),
        day: group.iter().find_map(|t| t.day),
        reported: group.iter().filter_map(|t| t.reported).min(),
        of: group.iter().find_map(|t| places.row(t)),
        origins: ancestry.count(group.iter().map(|t| t.document)),
        reports: reports.into_iter().map(report).collect(),
    })
}

fn report(told: &Told) -> EventReport {
    EventReport {
        claim: told.claim.id,
        article: told.claim.article,
        evidence: told.claim.shown().clone(),
        pattern: told.mention.pattern.clone(),
        voices: told.claim.attribution.names(),
    }
}

/// Where meetings and statements stand in articles, and whose they are.
struct Places<'a> {
    meetings: BTreeMap<ArticleId, Vec<(Span, &'a Meeting)>>,
    statements: BTreeMap<ArticleId, Vec<&'a Statement>>,
}

impl<'a> Places<'a> {
    fn of(meetings: &'a [Meeting], statements: &'a [Statement]) -> Places<'a> {
        let mut places = Places { meetings: BTreeMap::new(), statements: BTreeMap::new() };
        for meeting in meetings {
            for report in &meeting.reports {
                let met = places.meetings.entry(report.article).or_default();
                met.push((report.evidence.span(), meeting));
            }
        }
        for statement in statements {
            places.statements.entry(statement.article).or_default().push(statement);
        }
        places
    }

    /// The meeting or statement that the words of an event tell.
    fn row(&self, told: &Told) -> Option<RowId> {
        let (article, span) = (told.claim.article, told.claim.shown().span());
        let code = told.mention.code.as_str();
        let ours = |party: &Party| told.mention.source.starts_with(party.0.as_str());
        if code.starts_with("04") {
            let met = self.meetings.get(&article).into_iter().flatten();
            let mut met = met.filter(|(words, _)| words.overlaps(span));
            return met
                .find(|(_, m)| m.participants.iter().any(|p| ours(&p.party)))
                .map(|(_, meeting)| meeting.id.clone());
        }
        let said = self.statements.get(&article).into_iter().flatten();
        let mut said = said.filter(|s| is_said(code) && s.evidence.span().overlaps(span));
        said.find(|s| s.parties.iter().any(ours)).map(|statement| statement.id.clone())
    }
}

/// True for codes of what is done by words.
fn is_said(code: &str) -> bool {
    matches!(code.get(..2), Some("01" | "02" | "03" | "05" | "10" | "11" | "12" | "13"))
}
