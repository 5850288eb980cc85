//! All stages of the record, in order.

use jiff::civil::Date;
use lexicon::Lexicon;
use record::{Claim, Judgement, ProblemRow, Record};
use text::Article;

use crate::admitted::{Admitted, document_names};
use crate::judged::Verdicts;
use crate::lineage::Ancestry;
use crate::scope::Scope;
use crate::when::Calendar;
use crate::{commitment, condition, disagreement, meeting, position, statement, timeline};

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
}

/// The record that follows from the input. The same whatever the order of its parts.
pub fn settle(input: &Input, lexicon: &Lexicon) -> Record {
    let names = document_names(input.articles);
    let admitted = Admitted::by(input.articles, input.as_of);
    let verdicts = Verdicts::read(input.judgements);
    let problems = admitted.problems(input.problems, &names);
    let scope = Scope::new(&admitted, &names, input.claims, verdicts);
    let ancestry = Ancestry::trace(&scope, lexicon);
    let tellings = meeting::tellings(&scope);
    let (groups, judgements) = meeting::group(&scope, &tellings);
    let calendar = Calendar::settle(&scope, &ancestry, &tellings, &groups);
    let meetings = meeting::rows(&scope, &ancestry, &calendar, &tellings, &groups);
    let statements = statement::rows(&scope);
    let commitments = commitment::rows(&scope, &ancestry, &statements);
    let conditions = condition::rows(&scope, &ancestry, &statements, lexicon);
    let positions = position::rows(&scope, &statements);
    let disagreements = disagreement::rows(&scope, &ancestry, &tellings, &groups, &meetings);
    let mut record = Record {
        as_of: input.as_of,
        documents: ancestry.documents(&scope, &calendar),
        meetings,
        statements,
        commitments,
        conditions,
        positions,
        lineage: ancestry.lineage.clone(),
        origins: ancestry.origins.clone(),
        disagreements,
        timeline: Vec::new(),
        problems,
        judgements,
    };
    record.timeline = timeline::rows(&record, lexicon);
    record
}
