//! All stages of the record, in order.

use jiff::civil::Date;
use lexicon::Lexicon;
use record::{Claim, Judgement, ProblemRow, Record};
use text::Article;

use crate::admitted::{Admitted, document_names};
use crate::judged::Verdicts;
use crate::lineage::{Ancestry, Compared};
use crate::scope::Scope;
use crate::when::Calendar;
use crate::{commitment, condition, disagreement, event, meeting, position, process};
use crate::{statement, timeline};

/// What a record is made from.
pub struct Input<'a> {
    /// All articles kept.
    pub articles: &'a [Article],
    /// All claims read from them.
    pub claims: &'a [Claim],
    /// Persons' verdicts; tools' are ignored, for they follow anew from the claims.
    pub judgements: &'a [Judgement],
    /// What was odd when they were read.
    pub problems: &'a [ProblemRow],
    /// Leave out what was not published by the end of this day.
    pub as_of: Option<Date>,
    /// What came of comparing the articles' texts, where that was done elsewhere ([`crate::spread`]).
    pub compared: Option<&'a [Compared]>,
}

/// The record that follows from the input. The same whatever the order of its parts.
pub fn settle(input: &Input, lexicon: &Lexicon) -> Record {
    let names = document_names(input.articles);
    let admitted = Admitted::by(input.articles, input.as_of);
    let verdicts = Verdicts::read(input.judgements);
    let claims = verdicts.corrected(input.claims);
    let scope = Scope::new(&admitted, &names, &claims, verdicts);
    let ancestry = Ancestry::trace(&scope, lexicon, input.compared);
    let mut record = Record {
        as_of: input.as_of,
        problems: admitted.problems(input.problems, &names),
        lineage: ancestry.lineage.clone(),
        origins: ancestry.origins.clone(),
        ..Record::default()
    };
    settle_meetings(&mut record, &scope, &ancestry);
    settle_statements(&mut record, &scope, &ancestry, lexicon);
    record.events = event::rows(&scope, &ancestry, (&record.meetings, &record.statements));
    record.timeline = timeline::rows(&record, lexicon);
    record
}

fn settle_meetings(record: &mut Record, scope: &Scope, ancestry: &Ancestry) {
    let tellings = meeting::tellings(scope);
    let (groups, judgements) = meeting::group(scope, &tellings);
    let calendar = Calendar::settle(scope, ancestry, &tellings, &groups);
    let meetings = meeting::rows(scope, ancestry, &calendar, &tellings, &groups);
    record.disagreements = disagreement::rows(ancestry, &tellings, &groups, &meetings);
    record.documents = ancestry.documents(scope, &calendar);
    record.judgements = judgements;
    record.meetings = meetings;
    record.meetings.sort_by_cached_key(|m| (m.when.from.or(m.when.until), m.id.clone()));
    record.processes = process::rows(&record.meetings);
}

fn settle_statements(record: &mut Record, scope: &Scope, ancestry: &Ancestry, lexicon: &Lexicon) {
    record.statements = statement::rows(scope);
    record.commitments = commitment::rows(scope, ancestry, &record.statements);
    commitment::weigh_time(&mut record.commitments, record.as_of.or(scope.last_day()));
    let (conditions, matters) = condition::rows(scope, ancestry, &record.statements, lexicon);
    record.deadlocks = condition::deadlock::rows(&conditions, &matters);
    record.conditions = conditions;
    record.positions = position::rows(scope, &record.statements);
}
