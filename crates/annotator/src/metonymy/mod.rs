//! Metonymy: is "Moscow" a place here, or the government, the people or the team behind the name?
//!
//! ```text
//! mention → view (its sentence, as far as it matters) → features → weights → likelihood
//! ```
//!
//! A logistic regression over hashed features of the words around and of the roles in the parse.
//! Verbs and nouns are also known by their classes (`word-classes.tsv`), so that what was learned
//! of "signed" holds for "ratified". How it was learned: `crates/xtask/training/README.md`.

mod classes;
mod features;
mod likelihood;
mod surface;
mod syntax;
mod view;

pub(crate) use likelihood::{BITS, Weights};

use std::sync::LazyLock;

use lexicon::Lexicon;
use text::{AnnotatedArticle, EntityKind, EntityMention, TokenRange};

use classes::Classes;
use view::View;

/// What it takes to weigh mentions: word classes and weights.
#[derive(Debug)]
pub(crate) struct Metonymy {
    classes: Classes,
    weights: Weights,
}

impl Metonymy {
    /// What comes with the program.
    pub(crate) fn shipped() -> &'static Metonymy {
        static SHIPPED: LazyLock<Metonymy> =
            LazyLock::new(|| Metonymy { classes: Classes::shipped(), weights: Weights::shipped() });
        &SHIPPED
    }

    /// Weighs every mention of a place.
    pub(crate) fn weigh(&self, doc: &mut AnnotatedArticle, lexicon: &Lexicon) {
        let weighed = |mention: &EntityMention| {
            let place =
                matches!(mention.kind, EntityKind::GeopoliticalEntity | EntityKind::Location);
            place.then(|| self.weights.likelihood(&self.features(doc, mention.tokens, lexicon)))
        };
        let found: Vec<_> = doc.entities.iter().map(weighed).collect();
        for (mention, metonymy) in doc.entities.iter_mut().zip(found) {
            mention.metonymy = metonymy;
        }
    }

    /// Hashed features of the name that these tokens are, in order, none twice; none for no name.
    pub(crate) fn features(
        &self,
        doc: &AnnotatedArticle,
        name: TokenRange,
        lexicon: &Lexicon,
    ) -> Vec<u64> {
        let view = View::of(doc, name, (lexicon, &self.classes));
        view.map(|view| features::of(&view)).unwrap_or_default()
    }
}
