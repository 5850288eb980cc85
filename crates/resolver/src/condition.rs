//! Conditions: statements by the same parties that wait for the same thing are one.

use std::collections::BTreeSet;

use lexicon::Lexicon;
use record::{Claim, Condition, Dependence, Party, RowId, RowKind, SpeechAct, Statement};

use crate::lineage::Ancestry;
use crate::scope::Scope;
use crate::words::{overlap, stems, words};

/// What share of the lesser's words two reports of one condition have in common.
const ALIKE: f64 = 0.5;

struct Term<'a> {
    document: usize,
    claim: &'a Claim,
    set_by: BTreeSet<&'a Party>,
    issues: &'a [String],
    dependence: &'a Dependence,
    stems: BTreeSet<String>,
}

/// In order of the first report.
pub(crate) fn rows(
    scope: &Scope,
    ancestry: &Ancestry,
    statements: &[Statement],
    lexicon: &Lexicon,
) -> Vec<Condition> {
    let shown: BTreeSet<_> = statements.iter().map(|s| s.claim).collect();
    let mut groups: Vec<Vec<Term>> = Vec::new();
    for (document, claim, said) in scope.statements() {
        let Some(dependence) = said.requires.as_ref().filter(|_| shown.contains(&claim.id)) else {
            continue;
        };
        if said.act != SpeechAct::Precondition {
            continue;
        }
        let set_by = said.speaker.parties.iter().collect();
        let stems = stems(dependence.depends_on.evidence.words());
        let term = Term { document, claim, set_by, issues: &said.issues, dependence, stems };
        match groups.iter_mut().find(|group| group.iter().any(|t| same(scope, t, &term))) {
            Some(group) => group.push(term),
            None => groups.push(vec![term]),
        }
    }
    groups.into_iter().filter_map(|group| row(scope, ancestry, lexicon, group)).collect()
}

fn same(scope: &Scope, a: &Term, b: &Term) -> bool {
    a.set_by == b.set_by
        && overlap(&a.stems, &b.stems) >= ALIKE
        && !scope.verdicts.differ(a.claim.id, b.claim.id)
}

fn row(scope: &Scope, ancestry: &Ancestry, lexicon: &Lexicon, group: Vec<Term>) -> Option<Condition> {
    let day = |t: &&Term| scope.documents.get(t.document).and_then(|d| d.day());
    let first = group.iter().min_by_key(|t| (day(t).is_none(), day(t), t.document, t.claim.id))?;
    let mut claims: Vec<_> = group.iter().map(|t| t.claim.id).collect();
    claims.sort_unstable();
    let owned = |parties: BTreeSet<&Party>| parties.into_iter().cloned().collect();
    Some(Condition {
        id: RowId::new(RowKind::Condition, *claims.first()?),
        set_by: owned(group.iter().flat_map(|t| t.set_by.iter().copied()).collect()),
        what: first.dependence.what.evidence.words().to_owned(),
        depends_on: first.dependence.depends_on.evidence.words().to_owned(),
        awaits: owned(group.iter().flat_map(|t| &t.dependence.awaits).collect()),
        blocks: group.iter().flat_map(|t| blocked(lexicon, t)).collect::<BTreeSet<_>>().into_iter().collect(),
        statements: claims.iter().map(|c| RowId::new(RowKind::Statement, *c)).collect(),
        claims,
        origins: ancestry.count(group.iter().map(|t| t.document)),
    })
}

/// The issues named in what must wait, of those that the statement is about.
fn blocked(lexicon: &Lexicon, term: &Term) -> Vec<String> {
    let what = words(term.dependence.what.evidence.words());
    let forms: Vec<&str> = what.iter().map(|w| w.norm.as_str()).collect();
    let named = lexicon.issues().find(&forms);
    let mut issues: Vec<String> = named.iter().map(|hit| hit.issue.to_owned()).collect();
    issues.retain(|issue| term.issues.is_empty() || term.issues.contains(issue));
    issues
}
