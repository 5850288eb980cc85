//! Agencies and outlets that an article names as its sources.

use std::collections::{BTreeMap, BTreeSet};

use lexicon::Lexicon;
use record::{Derivation, Lineage, Source};

use crate::scope::Scope;

/// Each article's leanings on agencies: credited at its head or foot, or cited for one thing.
pub(super) fn citations(scope: &Scope, lexicon: &Lexicon) -> Vec<Lineage> {
    let mut cited: BTreeMap<usize, BTreeMap<String, &'static str>> = BTreeMap::new();
    for (place, document) in scope.documents.iter().enumerate() {
        for credit in &document.article.credits {
            cited.entry(place).or_default().insert(agency(lexicon, credit), "credited by the page");
        }
    }
    for (document, claim) in &scope.claims {
        for voice in claim.attribution.voices().iter().skip(1) {
            if let Source::Outlet { name } = &voice.source {
                let name = agency(lexicon, name);
                cited.entry(*document).or_default().entry(name).or_insert("cited in the text");
            }
        }
    }
    let own = |place: usize, name: &str| own_name(scope, lexicon, place).contains(name);
    let mut citations = Vec::new();
    for (place, names) in cited {
        let Some(document) = scope.documents.get(place) else { continue };
        for (name, reason) in names.into_iter().filter(|(name, _)| !own(place, name)) {
            citations.push(Lineage {
                from: document.article.id,
                of: None,
                credited: Some(name),
                kind: Derivation::Citation,
                hundredths: 0,
                reason: reason.to_owned(),
                altered: Vec::new(),
            });
        }
    }
    citations
}

/// The agency that the page credits, first in order of the page.
pub(super) fn credited(scope: &Scope, lexicon: &Lexicon, place: usize) -> Option<String> {
    let credits = &scope.documents.get(place)?.article.credits;
    credits.first().map(|credit| agency(lexicon, credit))
}

fn own_name(scope: &Scope, lexicon: &Lexicon, place: usize) -> BTreeSet<String> {
    let outlet = scope.documents.get(place).and_then(|d| d.article.outlet.as_deref());
    let site = outlet.and_then(|o| lexicon.agency_by_domain(o)).map(|a| a.name.to_owned());
    outlet.map(|o| agency(lexicon, o)).into_iter().chain(site).collect()
}

/// By one name, however it is written.
fn agency(lexicon: &Lexicon, name: &str) -> String {
    lexicon.agency(name).map_or_else(|| name.to_owned(), |agency| agency.name.to_owned())
}
