//! Conditions: statements by the same parties that wait for the same thing are one; and their circles.

pub(crate) mod deadlock;
mod matter;

use std::collections::BTreeSet;

use lexicon::Lexicon;
use record::{
    Claim, Condition, Dependence, Party, RowId, RowKind, SpeechAct, Statement, StatementMention,
};

use crate::alike::Gathering;
use crate::lineage::Ancestry;
use crate::scope::Scope;
use crate::words::{overlap, stems, words};
pub(crate) use matter::Matter;

/// What share of the lesser's words two reports of one condition have in common.
const ALIKE: f64 = 0.5;

/// One word in common is chance.
const FEWEST_SHARED: usize = 2;

struct Term<'a> {
    document: usize,
    claim: &'a Claim,
    set_by: BTreeSet<Party>,
    issues: &'a [String],
    dependence: &'a Dependence,
    stems: BTreeSet<String>,
}

/// In order of the first report, each with what it is about.
pub(crate) fn rows(
    scope: &Scope,
    ancestry: &Ancestry,
    statements: &[Statement],
    lexicon: &Lexicon,
) -> (Vec<Condition>, Vec<Matter>) {
    let shown: BTreeSet<_> = statements.iter().map(|s| s.claim).collect();
    let made = scope.statements().filter(|(_, claim, _)| shown.contains(&claim.id));
    let terms = made.filter_map(|(document, claim, said)| term(document, claim, said));
    let mut groups: Vec<Vec<Term>> = Vec::new();
    let mut gathering = Gathering::default();
    for term in terms {
        let near = gathering.candidates(&term.set_by, &term.stems, 1);
        let mut fitting = near.into_iter().filter(|n| fits(scope, &groups[*n], &term));
        let group = fitting.next().unwrap_or(groups.len());
        gathering.note(group, &term.set_by, &term.stems);
        match groups.get_mut(group) {
            Some(group) => group.push(term),
            None => groups.push(vec![term]),
        }
    }
    let rows = groups.iter().filter_map(|group| {
        Some((row(scope, ancestry, lexicon, group)?, Matter::of(scope, group)))
    });
    rows.unzip()
}

fn term<'a>(document: usize, claim: &'a Claim, said: &'a StatementMention) -> Option<Term<'a>> {
    let dependence = said.requires.as_ref().filter(|_| said.act == SpeechAct::Precondition)?;
    let set_by = said.speaker.parties.iter().cloned().collect();
    let stems = stems(dependence.depends_on.evidence.words());
    Some(Term { document, claim, set_by, issues: &said.issues, dependence, stems })
}

fn fits(scope: &Scope, group: &[Term], term: &Term) -> bool {
    let same = |t: &Term| {
        let alike = || is_alike(&t.stems, &term.stems);
        t.set_by == term.set_by && t.dependence.unless == term.dependence.unless && alike()
    };
    let apart = |t: &Term| scope.verdicts.differ(t.claim.id, term.claim.id);
    group.iter().any(same) && !group.iter().any(apart)
}

/// Half of the lesser's words, and not by chance: two of them, or all there are.
fn is_alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let enough = a.intersection(b).count() >= FEWEST_SHARED || a == b;
    enough && overlap(a, b) >= ALIKE
}

fn row(scope: &Scope, ancestry: &Ancestry, lexicon: &Lexicon, group: &[Term]) -> Option<Condition> {
    let day = |t: &&Term| scope.documents.get(t.document).and_then(|d| d.day());
    let first = group.iter().min_by_key(|t| (day(t).is_none(), day(t), t.document, t.claim.id))?;
    let mut claims: Vec<_> = group.iter().map(|t| t.claim.id).collect();
    claims.sort_unstable();
    let owned = |parties: BTreeSet<&Party>| parties.into_iter().cloned().collect();
    Some(Condition {
        id: RowId::new(RowKind::Condition, *claims.first()?),
        set_by: owned(group.iter().flat_map(|t| &t.set_by).collect()),
        what: first.dependence.what.gist(),
        depends_on: first.dependence.depends_on.gist(),
        unless: first.dependence.unless,
        awaits: owned(group.iter().flat_map(|t| &t.dependence.awaits).collect()),
        blocks: group
            .iter()
            .flat_map(|t| blocked(lexicon, t))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
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
