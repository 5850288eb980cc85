//! Where accounts of one meeting differ. Copies of one report are one account.

mod account;
mod denied;
mod missing;
mod topics;
mod values;

use record::{Account, Difference, Disagreement, Meeting, RowId, RowKind};
use text::Digest;

use crate::lineage::Ancestry;
use crate::meeting::{Group, Telling};

/// One meeting with all that tell it.
pub(crate) struct Case<'c, 'a> {
    /// Who copied whom.
    pub ancestry: &'c Ancestry,
    /// All tellings, by place.
    pub tellings: &'c [Telling<'a>],
    /// Those of this meeting.
    pub group: &'c Group,
    /// Its row.
    pub meeting: &'c Meeting,
}

/// By meeting, field and value.
pub(crate) fn rows(
    ancestry: &Ancestry,
    tellings: &[Telling],
    groups: &[Group],
    meetings: &[Meeting],
) -> Vec<Disagreement> {
    let cases = groups.iter().zip(meetings);
    cases
        .flat_map(|(group, meeting)| {
            let case = Case { ancestry, tellings, group, meeting };
            let mut found = topics::differ(&case);
            found.extend(values::when(&case));
            found.extend(values::place(&case));
            found.extend(values::level(&case));
            found.extend(missing::participants(&case));
            found.extend(denied::status(&case));
            found
        })
        .collect()
}

impl<'a> Case<'_, 'a> {
    /// Tellings of this meeting.
    fn told(&self) -> impl Iterator<Item = &Telling<'a>> + '_ {
        self.group.members.iter().map(|at| &self.tellings[*at])
    }

    fn disagreement(
        &self,
        (field, difference): (&str, Difference),
        about: Option<String>,
        accounts: Vec<Account>,
    ) -> Disagreement {
        let value = about.as_deref().unwrap_or_default();
        let parts = [self.meeting.id.0.as_bytes(), field.as_bytes(), value.as_bytes()];
        let id = RowId::new(RowKind::Disagreement, record::ClaimId(Digest::of(&parts)));
        Disagreement {
            id,
            meeting: self.meeting.id.clone(),
            field: field.to_owned(),
            difference,
            about,
            accounts,
        }
    }
}
